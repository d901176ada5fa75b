import type { Words } from '#core/kernel/words.ts';
import { both } from '#core/kernel/words.ts';
import type { BudgetItem } from '#core/ledger/accounts.ts';
import { type ClauseKey, clauseKeys } from '#policy/zibo-2020/case-file.ts';
import { clauseNames } from '#policy/zibo-2020/english.ts';
import { supportClauses } from '#policy/zibo-2020/index.ts';

const titled = supportClauses.map(
  ({ key, cite, title }) => [key, both(`${cite} ${title}`, `${key} ${clauseNames[key as ClauseKey]}`)] as const,
);

/** The clauses of 第九条 one can claim under, with their names. */
export const clauseTitles = Object.fromEntries(titled) as Readonly<Record<ClauseKey, Words>>;

/** The item of 第九条 whose budget a clause is paid from. */
export const itemOf = (clause: ClauseKey): BudgetItem => clause.slice(0, 3) as BudgetItem;

export const isClause = (text: unknown): text is ClauseKey => clauseKeys.includes(text as ClauseKey);
