import { type ConditionTrace, explainConditions } from '#core/policy/condition.ts';
import type { Line } from '#core/policy/lines.ts';
import type { DecidedItem, Determination } from './determine.ts';
import type { Row } from './rows.ts';

/** Placeholder shape, replaced below. */
export type ItemTrace = { readonly cite: string; readonly lines: readonly { readonly fact: string; readonly conditions: readonly ConditionTrace[] }[] };

/** Explains one decided item. */
export const explainItem = (_: Determination, { item }: DecidedItem): ItemTrace => ({
  cite: item.clause.cite,
  lines: item.lines.map((line: Line<Row>) => ({ fact: line.row.factId, conditions: explainConditions(line.clause.conditions, line.row) })),
});
