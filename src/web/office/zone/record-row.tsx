import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { dayText, numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { labelOf, type Schema } from '../../ui/schema/schema.ts';
import { Evidence } from './evidence.tsx';
import type { ZoneRecord } from './queries.ts';
import { words } from './words.ts';

type Props = {
  readonly record: ZoneRecord;
  /** The form of its kind, for the names of what was chosen. */
  readonly schema: Schema;
  readonly agencyName: (id: string) => string;
  readonly onWithdraw: (() => void) | null;
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const countIn = (value: unknown) => (typeof value === 'number' ? value : 0);

/** What a record is about, in one line. */
function useHeadline({ record, schema, agencyName }: Pick<Props, 'record' | 'schema' | 'agencyName'>): string {
  const say = useSay();
  const language = useLanguage();
  const { data, agency } = record;
  const chosen = (name: string) => (textOf(data[name]) ? labelOf(schema.properties?.[name] ?? {}, data[name], language) : '');
  if (agency !== null) return `${agencyName(agency)} · ${say(words.people(countIn(data.staff), countIn(data.attorneys)))}`;
  const team = Array.isArray(data.team) ? data.team.map(textOf).join('、') : '';
  return [chosen('category'), textOf(data.title), chosen('source'), team].filter(Boolean).join(' · ');
}

/** One thing on record of a zone: what, when, how much, who recorded it, with which proof. */
export function RecordRow({ record, schema, agencyName, onWithdraw }: Props) {
  const say = useSay();
  const language = useLanguage();
  const headline = useHeadline({ record, schema, agencyName });
  const { kindTitle, on, yuan, data, personName, organisationName, withdrawnBecause, files } = record;
  const texts = [data.summary, data.topics, data.advice, data.note].map(textOf).filter(Boolean);
  const document = textOf(data.documentNumber);
  return (
    <li className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className={`min-w-0 ${withdrawnBecause === null ? '' : 'opacity-70'}`}>
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <Badge tone="quiet">{kindTitle}</Badge>
          <span className={`font-semibold wrap-anywhere ${withdrawnBecause === null ? '' : 'line-through'}`}>{headline}</span>
          {yuan !== null && (
            <b className="whitespace-nowrap tabular-nums">
              {numberText(yuan)} {say(words.yuan)}
            </b>
          )}
        </p>
        {document && <p className="text-sm text-soft">{document}</p>}
        {texts.map((text) => (
          <p key={text} className="mt-1 max-w-prose whitespace-pre-wrap">
            {text}
          </p>
        ))}
        <Evidence files={files} />
        {withdrawnBecause !== null && (
          <p className="mt-1 text-red">
            {say(words.withdrawn)}：{withdrawnBecause}
          </p>
        )}
        <p className="mt-1 text-sm text-soft">
          {dayText(on, language)} · {organisationName} {personName}
        </p>
      </div>
      {onWithdraw && withdrawnBecause === null && (
        <p className="no-print">
          <Button size="small" kind="bare" aria-label={`${say(words.withdraw)} ${kindTitle} ${headline}`} onClick={onWithdraw}>
            {say(words.withdraw)}
          </Button>
        </p>
      )}
    </li>
  );
}
