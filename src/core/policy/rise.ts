import { type Fen, fen } from '#core/kernel/money.ts';
import type { RowBase } from './clause.ts';
import type { Item } from './items.ts';
import { stands } from './lines.ts';

/**
 * What an item may come to before its year is over, where a row that stands may yet give way to a higher one under the
 * same once-key; null where nothing can rise any more.
 */
export function mostOf<Row extends RowBase>({ clause, lines, ceiling }: Item<Row>): Fen | null {
  const open = lines.filter(stands).reduce((sum, { row, amount }) => sum + Math.max(0, (clause.once?.most?.(row) ?? amount) - amount), 0);
  return open === 0 ? null : fen(ceiling + open);
}
