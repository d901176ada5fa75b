import type { FactView } from '#contract/facts.ts';
import { Badge } from '../../ui/badge.tsx';
import { useSay } from '../../ui/language.tsx';
import { endedByFinding, wordOf } from './fact.ts';
import { words } from './words.ts';

function WordBadge({ fact }: { readonly fact: FactView }) {
  const say = useSay();
  const word = wordOf(fact);
  if (word === 'disputed') return <Badge tone="red">{say(words.disputed)}</Badge>;
  if (word === 'awaited' && fact.confirmedBy) return <Badge tone="gold">{say(words.awaited[fact.confirmedBy])}</Badge>;
  return <Badge tone={word === 'confirmed' ? 'teal' : 'quiet'}>{say(word === 'confirmed' ? words.confirmed : words.notAsked)}</Badge>;
}

/** How a fact stands: the other side's word, the documents it lacks; an ended version only says how it ended. */
export function FactStanding({ fact }: { readonly fact: FactView }) {
  const say = useSay();
  if (endedByFinding(fact)) return <Badge tone="red">{say(words.wasFoundFalse)}</Badge>;
  if (fact.knownTo !== null) return <Badge tone="quiet">{say(fact.withdrawnBecause === null ? words.corrected : words.withdrawn)}</Badge>;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <WordBadge fact={fact} />
      {fact.missingEvidence.length > 0 && <Badge tone="gold">{say(words.lacks(fact.missingEvidence.length))}</Badge>}
    </span>
  );
}
