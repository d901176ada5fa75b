import type { Language, Words } from '#core/kernel/words.ts';
import type { BudgetItem } from '#core/ledger/accounts.ts';
import { budgetTitles } from '#processes/appropriation/process.ts';
import { clauseTitles, isClause, itemOf } from '#processes/claim/clauses.ts';
import { states as claimStates } from '#processes/claim/states.ts';
import { redemption } from '#processes/redemption/process.ts';

export { possibleRate } from '#processes/settlement/process.ts';

type Titled = Readonly<Record<string, { readonly title: Words }>>;
const titleIn = (states: Titled, state: string, language: Language): string => states[state]?.title[language] ?? state;

/** Names of clauses, budget lines and states as the answers about money carry them. */
export const moneyWords = {
  clause: (clause: string, language: Language): string => (isClause(clause) ? clauseTitles[clause][language] : clause),
  item: (item: BudgetItem, language: Language): string => budgetTitles[item][language],
  claimState: (state: string, language: Language): string => titleIn(claimStates, state, language),
  redemptionState: (state: string, language: Language): string => titleIn(redemption.states, state, language),
} as const;

/** The budget item of a clause; null for a clause nobody knows. */
export const itemOfClause = (clause: string): BudgetItem | null => (isClause(clause) ? itemOf(clause) : null);
