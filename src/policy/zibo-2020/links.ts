import type { Item } from '#core/policy/items.ts';
import type { Line } from '#core/policy/lines.ts';
import { pairOfFive } from './09.6-once-a-year.ts';
import type { Row } from './rows.ts';

/** The item itself and those whose decision it may hang on, directly or through another. */
export function linkedTo(item: Item<Row>, all: readonly Item<Row>[]): readonly Item<Row>[] {
  const links = new Set<string>();
  const linked = new Set([item]);
  for (const one of linked) {
    for (const link of linksOf(one)) links.add(link);
    for (const other of all) if (linksOf(other).some((link) => links.has(link))) linked.add(other);
  }
  return [...linked];
}

/** What an item shares with others: a matter, a contract or case filed twice, a cap, the rule of once a year. */
const linksOf = (item: Item<Row>): readonly string[] => item.lines.flatMap((line) => [...ruleLinks(line), ...yearLinks(line)]);

function ruleLinks({ clause, row }: Line<Row>): readonly string[] {
  const { key, identity, once, cap } = clause;
  const grants = row.pool?.tallies.map((tally) => tally.row) ?? [];
  const name = identity?.(row) ?? null;
  return [
    ...[row, ...grants].flatMap(({ matters }) => matters.map((matter) => `matter ${matter}`)),
    ...(name === null ? [] : [`${key} is ${name}`]),
    ...(once?.within === 'plan' ? [`${key} once ${once.key(row)}`] : []),
    ...(cap ? [`${key} cap ${cap.subject(row)}`] : []),
  ];
}

function yearLinks({ clause, row }: Line<Row>): readonly string[] {
  const { clauseFive, acrossClauses } = row.world.settings;
  const isOfPair = clauseFive !== 'both' && pairOfFive.some((key) => key === clause.key);
  return [...(isOfPair ? [`five ${row.agency}`] : []), ...(acrossClauses === 'one_clause' ? [`year ${row.agency}`] : [])];
}
