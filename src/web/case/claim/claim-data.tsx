import type { CaseView } from '#contract/cases.ts';
import { AmountCard } from './amount-chain.tsx';
import type { ClaimParts } from './data.ts';
import { EntriesCard, EntryList } from './entries.tsx';
import { HistoryCard } from './history.tsx';
import { JournalCard, SumsCard } from './journal.tsx';
import { Declaration, DeclarationCard, Ending, RefusalCard } from './outcome.tsx';
import { RecoveryCard } from './recovery-card.tsx';

/** The facts, their evidence and the declaration, as they were filed. */
export function ClaimFiled({ claim }: { readonly claim: ClaimParts }) {
  return (
    <>
      <EntryList entries={claim.entries ?? []} disputed={none} />
      {claim.declaration && <Declaration declaration={claim.declaration} />}
    </>
  );
}

const none: ReadonlySet<string> = new Set();

/** A claim: what became of it, the amount and its way, the facts it rests on, and what the agency was given before. */
export function ClaimData({ view }: { readonly view: CaseView }) {
  return (
    <>
      <Ending view={view} />
      <RecoveryCard view={view} />
      <RefusalCard view={view} />
      <AmountCard view={view} />
      <SumsCard id={view.id} />
      <EntriesCard view={view} />
      <DeclarationCard view={view} />
      <HistoryCard view={view} />
      <JournalCard id={view.id} />
    </>
  );
}
