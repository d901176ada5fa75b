import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { residenceWords as words } from '../../office/zone/residence-words.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { FileLink } from '../../ui/file-field.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import { labelOf } from '../../ui/schema/schema.ts';
import { type ProcessInfo, schemaOf } from '../process-info.ts';

type Days = { readonly from: string; readonly to: string | null };

/** The data of an entry as the server sends it. */
type Entry = {
  readonly zone: string;
  readonly zoneName: string;
  readonly entry: string;
  readonly member: 'agency' | 'enterprise';
  readonly name: string;
  readonly creditCode: string;
  readonly before: Days | null;
  readonly after: Days | null;
  readonly evidence: readonly { readonly proves: string; readonly attachment: string }[];
  readonly reason: string;
  readonly check: { readonly seenOn: string | null; readonly says: string } | null;
  readonly ended: string | null;
};

/** An entry about a stay: who, in which zone, what was on record and what is to be, on which proof, and what was seen there. */
export function ResidenceData({ view, info }: { readonly view: CaseView; readonly info: ProcessInfo }) {
  const say = useSay();
  const told = view.data as unknown as Entry;
  const { ended, evidence } = told;
  return (
    <>
      {ended && (
        <Notice tone="warn">
          <p className="font-semibold">{say(words.turnedDown)}</p>
          <p className="whitespace-pre-wrap">{ended}</p>
        </Notice>
      )}
      <Card title={info.title}>
        <Pairs pairs={usePairs(told, info)} />
      </Card>
      <Card title={say(words.evidence)}>
        {evidence.length === 0 ? <p className="text-soft">{say(words.noEvidence)}</p> : <Evidence evidence={evidence} info={info} />}
      </Card>
    </>
  );
}

function Evidence({ evidence, info }: Pick<Entry, 'evidence'> & { readonly info: ProcessInfo }) {
  const language = useLanguage();
  const kinds = schemaOf(info.opens.input).properties?.evidence?.items?.properties?.proves ?? {};
  return (
    <ul className="grid gap-1">
      {evidence.map(({ proves, attachment }) => (
        <li key={`${proves}/${attachment}`} className="flex flex-wrap items-baseline gap-x-3">
          <span>{labelOf(kinds, proves, language)}</span>
          <FileLink hash={attachment} />
        </li>
      ))}
    </ul>
  );
}

function usePairs(told: Entry, info: ProcessInfo): readonly Pair[] {
  const say = useSay();
  const language = useLanguage();
  const { zone, zoneName, entry, member, name, creditCode, before, after, reason, check } = told;
  const span = (days: Days | null) => say(days === null ? words.never : words.span(days.from, days.to));
  const what = schemaOf(info.opens.input).properties?.entry ?? {};
  return [
    { key: 'name', label: say(words[member]), value: `${name}（${labelOf(what, entry, language)}）` },
    { key: 'code', label: say(words.code), value: creditCode },
    {
      key: 'zone',
      label: say(words.zone),
      value: (
        <Link href={`${paths.zone(zone)}?tab=residence`} className="link inline-flex min-h-6 items-center">
          {zoneName}
        </Link>
      ),
    },
    ...(before ? [{ key: 'before', label: say(words.before), value: span(before) }] : []),
    { key: 'after', label: say(words.after), value: <b>{span(after)}</b> },
    ...(reason ? [{ key: 'reason', label: say(words.reason), value: reason, isWide: true }] : []),
    ...(check
      ? [
          {
            key: 'check',
            label: say(words.check),
            value: [check.seenOn === null ? '' : say(words.seenOn(check.seenOn)), check.says].filter(Boolean).join('：'),
            isWide: true,
          },
        ]
      : []),
  ];
}
