import type { CaseView } from '#contract/cases.ts';
import { AmountCard } from './amount-chain.tsx';
import { EntriesCard } from './entries.tsx';
import { HistoryCard } from './history.tsx';
import { JournalCard } from './journal.tsx';
import { DeclarationCard, Ending, RecoveryCard, RefusalCard } from './outcome.tsx';

/** A claim: what became of it, the amount and its way, the facts it rests on, and what the agency was given before. */
export function ClaimData({ view }: { readonly view: CaseView }) {
  return (
    <>
      <Ending view={view} />
      <RecoveryCard view={view} />
      <RefusalCard view={view} />
      <AmountCard view={view} />
      <EntriesCard view={view} />
      <DeclarationCard view={view} />
      <HistoryCard view={view} />
      <JournalCard id={view.id} />
    </>
  );
}
