import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

/** How the budget of a year stands, line by line. */
export const budgetQuery = (year: number) => ({
  queryKey: ['budget', year],
  queryFn: () => dataOf(api.call('readBudget', { query: { year } })),
});

/** Support decided for the agency of a case, over all clauses, years and zones. */
export const historyOfCaseQuery = (id: string) => ({
  queryKey: ['support-history', id],
  queryFn: () => dataOf(api.call('readSupportHistory', { query: { case: id } })),
});

/** Ledger entries a case brought about. */
export const journalQuery = (id: string) => ({
  queryKey: ['journal', id],
  queryFn: () => dataOf(api.call('readJournal', { query: { case: id } })),
});

/** How decisions compare with their like; for the approver and the auditor. */
export const discretionQuery = (year?: number) => ({
  queryKey: ['discretion', year ?? null],
  queryFn: () => dataOf(api.call('listDiscretion', { query: year === undefined ? {} : { year } })),
});
