import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { paths } from '../../paths.ts';
import { useSigned } from '../../session/session.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { FileLink } from '../../ui/file-field.tsx';
import { dayText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Checks, disputedOf, type Entry, type Matter, matterKey, partsOf, type Verdict } from './data.ts';
import { confirmationWords, verdictWords, words } from './words.ts';

const confirmationTones: Readonly<Record<Entry['confirmation'], Tone>> = {
  confirmed: 'teal',
  denied: 'red',
  waiting: 'gold',
  not_needed: 'quiet',
};
export const verdictTones: Readonly<Record<Verdict, Tone>> = { met: 'teal', not: 'red', unclear: 'gold' };

const firstMatters = 6;

function MatterList({ matters, disputed }: { readonly matters: readonly Matter[]; readonly disputed: ReadonlySet<string> }) {
  const say = useSay();
  // What is in dispute is never folded away.
  const sorted = matters.toSorted((a, b) => Number(disputed.has(matterKey(b))) - Number(disputed.has(matterKey(a))));
  const item = (matter: Matter) => (
    <li key={matterKey(matter)} className="inline-flex items-baseline gap-1.5">
      <code className="font-mono text-[0.8125rem] wrap-anywhere">{matter.matter}</code>
      {disputed.has(matterKey(matter)) && <Badge tone="gold">{say(words.disputed)}</Badge>}
    </li>
  );
  const open = Math.max(firstMatters, sorted.filter((matter) => disputed.has(matterKey(matter))).length);
  return (
    <div className="mt-1.5 text-sm">
      <ul aria-label={say(words.matters)} className="flex flex-wrap gap-x-4 gap-y-1">
        {sorted.slice(0, open).map(item)}
      </ul>
      {sorted.length > open && (
        <details className="mt-1">
          <summary className="w-fit text-soft">{say(words.allMatters(sorted.length))}</summary>
          <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">{sorted.slice(open).map(item)}</ul>
        </details>
      )}
    </div>
  );
}

/** The papers of one fact, each to be opened, and those that are missing. */
function EntryFiles({ entry }: { readonly entry: Entry }) {
  const say = useSay();
  return (
    <div className="mt-2 grid gap-1 text-[0.9375rem]">
      {entry.files.map(({ title, attachment }) => (
        <p key={attachment} className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-sm text-soft">{title}</span>
          <FileLink hash={attachment} />
        </p>
      ))}
      {entry.files.length === 0 && entry.missing.length === 0 && (
        <p className="text-sm text-soft">
          {say(words.files)}：{say(words.noFiles)}
        </p>
      )}
      {entry.missing.length > 0 && (
        <p className="flex items-start gap-1.5 font-semibold text-red [&>svg]:mt-1">
          <Icon name="warn" size={16} />
          {say(words.missing(entry.missing.join('、')))}
        </p>
      )}
    </div>
  );
}

const readsFacts = new Set(['agency', 'centre_officer', 'centre_approver', 'auditor']);

/** The fact by name; for whoever reads facts the way to it, where its agency can correct it. A day's list of grants is no single fact. */
function FactTitle({ entry: { id, title } }: { readonly entry: Entry }) {
  const say = useSay();
  const { office } = useSigned();
  if (!readsFacts.has(office.role) || !/^[0-9a-f-]{36}$/.test(id)) return title;
  return (
    <Link href={paths.fact(id)} className="link" title={say(words.openFact)}>
      {title}
    </Link>
  );
}

/** A fact: what it is, when, how the other side sees it, its papers and matters. */
export function EntryHead({
  entry,
  disputed,
  mark,
}: {
  readonly entry: Entry;
  readonly disputed: ReadonlySet<string>;
  readonly mark?: ReactNode;
}) {
  const say = useSay();
  const language = useLanguage();
  const isDisputed = entry.matters.some((matter) => disputed.has(matterKey(matter)));
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b className="min-w-0 wrap-anywhere">
          <FactTitle entry={entry} />
        </b>
        <time dateTime={entry.validOn} className="text-sm text-soft">
          {dayText(entry.validOn, language)}
        </time>
        {entry.confirmation !== 'not_needed' && (
          <Badge tone={confirmationTones[entry.confirmation]}>{say(confirmationWords[entry.confirmation])}</Badge>
        )}
        {isDisputed && <Badge tone="gold">{say(words.disputed)}</Badge>}
        {mark}
      </p>
      <EntryFiles entry={entry} />
      {(entry.matters.length > 1 || isDisputed) && <MatterList matters={entry.matters} disputed={disputed} />}
    </>
  );
}

function EntryRow({
  entry,
  disputed,
  checks,
}: {
  readonly entry: Entry;
  readonly disputed: ReadonlySet<string>;
  readonly checks: Checks | null | undefined;
}) {
  const say = useSay();
  const judged = checks?.entries.find(({ id }) => id === entry.id);
  const out = (checks?.excluded ?? []).filter((one) => entry.matters.some((matter) => matterKey(matter) === matterKey(one)));
  return (
    <li className="border-t border-line py-4 first:border-0 first:pt-0 last:pb-0">
      <EntryHead
        entry={entry}
        disputed={disputed}
        mark={judged && <Badge tone={verdictTones[judged.verdict]}>{say(verdictWords[judged.verdict])}</Badge>}
      />
      {judged && judged.remark.trim() !== '' && <p className="mt-1.5 border-l-4 border-line pl-3 whitespace-pre-wrap">{judged.remark}</p>}
      {out.length > 0 && (
        <div className="mt-2 text-sm">
          <p className="text-soft">{say(words.leftOut)}</p>
          <ul>
            {out.map((one) => (
              <li key={matterKey(one)}>
                <code className="font-mono text-[0.8125rem] line-through">{one.matter}</code> {one.remark}
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** The facts of a claim as a list, with the check's verdicts where the reader sees them. */
export function EntryList({
  entries,
  disputed,
  checks,
}: {
  readonly entries: readonly Entry[];
  readonly disputed: ReadonlySet<string>;
  readonly checks?: Checks | null | undefined;
}) {
  return (
    <ul>
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} disputed={disputed} checks={checks} />
      ))}
    </ul>
  );
}

/** Facts and evidence of the claim. */
export function EntriesCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  const { entries, checks } = partsOf(view);
  const disputed = disputedOf(view);
  if (!entries) return null;
  return (
    <Card
      id="entries"
      title={say(words.entries)}
      aside={<span className="text-sm text-soft">{say(words.entryCount(entries.length))}</span>}
    >
      {disputed.size > 0 && (
        <div className="mb-4">
          <Notice tone="warn">{say(words.disputedWhy)}</Notice>
        </div>
      )}
      {entries.length === 0 ? (
        <p>
          {say(words.noEntries)} <span className="block text-soft">{say(words.noEntriesNext)}</span>
        </p>
      ) : (
        <EntryList entries={entries} disputed={disputed} checks={checks} />
      )}
      {checks && (
        <p className="mt-4 border-t border-line pt-3 text-sm text-soft">
          {say(words.checkedBy(checks.by, dayText(checks.on, language)))}
          {checks.remark.trim() !== '' && <span className="block whitespace-pre-wrap text-ink">{checks.remark}</span>}
        </p>
      )}
    </Card>
  );
}
