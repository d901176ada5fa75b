import type { CaseView } from '#contract/cases.ts';
import { Amount } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { dayText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import type { ContextProps } from '../event-screen.ts';
import { matterKey, partsOf, type Recovery } from './data.ts';
import { isLifted, restoredIn } from './falsehood.ts';
import { falseWords } from './false-words.ts';
import { words } from './words.ts';

/** What was found false, with what was given back since. */
function FalseMatters({ recovery }: { readonly recovery: Recovery }) {
  const say = useSay();
  const { falseMatters } = recovery;
  const back = restoredIn(recovery);
  if (falseMatters.length === 0) return <>{say(falseWords.notTicked)}</>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {falseMatters.map((matter) => (
        <li key={matterKey(matter)} className="inline-flex items-baseline gap-1.5">
          <code className="font-mono text-[0.8125rem] wrap-anywhere">{matter.matter}</code>
          {back.has(matterKey(matter)) && <Badge tone="quiet">{say(falseWords.restored)}</Badge>}
        </li>
      ))}
    </ul>
  );
}

/** For how long the agency is barred, and why. */
function Bar({ recovery }: { readonly recovery: Recovery }) {
  const say = useSay();
  const language = useLanguage();
  const { barMonths, barReason, barredUntil } = recovery;
  if (!barMonths) return <>{say(falseWords.noBar)}</>;
  return (
    <>
      <span className="font-semibold">
        {say(barredUntil ? falseWords.barredUntil(dayText(barredUntil, language)) : falseWords.proposedBar(barMonths))}
      </span>{' '}
      {isLifted(recovery) && <Badge tone="quiet">{say(falseWords.lifted)}</Badge>}
      <span className="block whitespace-pre-wrap">{barReason}</span>
    </>
  );
}

function Corrections({ corrections }: { readonly corrections: Recovery['corrections'] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="grid gap-1">
      {corrections.map(({ on, documentNumber, reason }) => (
        <li key={`${on}/${documentNumber}/${reason}`}>
          <span className="text-soft">{say(falseWords.correction(dayText(on, language), documentNumber))}</span>
          {reason}
        </li>
      ))}
    </ul>
  );
}

/** A recovery: what was found, what was false, who is barred until when, and what was corrected since. */
function RecoveryPairs({ recovery }: { readonly recovery: Recovery }) {
  const say = useSay();
  const { documentNumber, demandedFen, findings, corrections } = recovery;
  const pairs: readonly Pair[] = [
    { key: 'document', label: say(words.document), value: documentNumber },
    ...(demandedFen === null ? [] : [{ key: 'demanded', label: say(words.demanded), value: <Amount fen={demandedFen} /> }]),
    { key: 'findings', label: say(words.findings), value: <span className="whitespace-pre-wrap">{findings}</span>, isWide: true },
    { key: 'false', label: say(falseWords.ticks), value: <FalseMatters recovery={recovery} />, isWide: true },
    { key: 'bar', label: say(falseWords.bar), value: <Bar recovery={recovery} />, isWide: true },
    ...(corrections.length === 0
      ? []
      : [{ key: 'corrections', label: say(falseWords.corrections), value: <Corrections corrections={corrections} />, isWide: true }]),
  ];
  return <Pairs pairs={pairs} />;
}

/** The recovery on the page of its case. */
export function RecoveryCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { recovery } = partsOf(view);
  return recovery ? (
    <Card id="recovery" title={say(words.recovery)}>
      <RecoveryPairs recovery={recovery} />
    </Card>
  ) : null;
}

/** What is about to be ordered, before it is. */
export function RecoveryContext({ view }: ContextProps) {
  const { recovery } = partsOf(view);
  return recovery ? (
    <div className="rounded-lg border border-line px-4 py-4">
      <RecoveryPairs recovery={recovery} />
    </div>
  ) : null;
}
