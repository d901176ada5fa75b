import { readPatentNumber } from '#core/kernel/patent-number.ts';
import { naturalOrder, textOrder } from '#core/policy/canonical.ts';
import { allMet, isUnknownObstacle, obstacleOf } from '#core/policy/condition.ts';
import { partOf } from '#core/policy/shares.ts';
import { type FactOf, type GrantFact, isGrantFact } from './facts.ts';
import { gate } from './gate.ts';
import { type GrantPool, type GrantTally, officesOf, type RejectedRow, rowOf } from './rows.ts';
import type { World } from './world.ts';

/** Half-open stretch of serial numbers under one prefix (year and type digit). */
type Stretch = { readonly prefix: string; readonly from: number; readonly to: number };

/** Numbers already taken, as sorted stretches by prefix. */
class Taken {
  readonly #byPrefix = new Map<string, [number, number][]>();

  /** Takes a stretch and returns how many of its numbers were new. */
  take({ prefix, from, to }: Stretch): number {
    const list = this.#byPrefix.get(prefix) ?? [];
    this.#byPrefix.set(prefix, list);
    const first = firstEndingAt(list, from);
    let next = first;
    let [low, high, overlap] = [from, to, 0];
    for (let one = list[next]; one !== undefined && one[0] <= to; one = list[next]) {
      overlap += Math.max(0, Math.min(one[1], to) - Math.max(one[0], from));
      low = Math.min(low, one[0]);
      high = Math.max(high, one[1]);
      next += 1;
    }
    list.splice(first, next - first, [low, high]);
    return to - from - overlap;
  }
}

/** Index of the first stretch that ends at or after a number; stretches are sorted and apart. */
function firstEndingAt(list: readonly (readonly [number, number])[], from: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as readonly [number, number])[1] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Every fact about grants, agency by agency: one patent counts once, whatever the spelling, in the first fact that
 * passes the gate (I-12). `without` names facts whose matter another support has taken.
 */
export function grantTallies(world: World, without: ReadonlySet<string> = new Set()): readonly GrantTally[] {
  const facts = world.file.facts.filter(isGrantFact).filter((fact) => !without.has(fact.id));
  const queue = facts.sort((a, b) => textOrder(a.grantDate, b.grantDate) || naturalOrder(a.id, b.id));
  const taken = new Taken();
  return queue.flatMap((fact) => talliesOf(world, fact, taken));
}

function talliesOf(world: World, fact: GrantFact, taken: Taken): readonly GrantTally[] {
  const gateDay = world.settings.countWindow === 'whole_year' ? world.file.asOf : fact.grantDate;
  const judged = officesOf(world, fact).map((office) => {
    const row = rowOf<GrantFact['type']>(world, fact, office, { day: fact.grantDate, gateDay });
    return { row, obstacle: obstacleOf(gate, row) };
  });
  const isCounted = judged.some(({ obstacle }) => obstacle <= allMet);
  const { stretches, rejected } = stretchesOf(fact);
  const fresh = isCounted ? stretches.reduce((sum, stretch) => sum + taken.take(stretch), 0) : 0;
  const whole = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  return judged.map(({ row, obstacle }) => ({
    row,
    obstacle,
    fresh: isUnknownObstacle(obstacle) ? fresh : partOf(fresh, row.shares, row.agency),
    repeated: isCounted ? whole - fresh : 0,
    rejected,
  }));
}

function stretchesOf(fact: GrantFact): { readonly stretches: readonly Stretch[]; readonly rejected: readonly RejectedRow[] } {
  if (fact.type === 'invention_grant_list') return listed(fact);
  if (fact.type === 'utility_model_grants') return { stretches: [], rejected: [] };
  const { applicationYear, serialFrom, count } = fact;
  return { stretches: [{ prefix: `${applicationYear}1`, from: serialFrom, to: serialFrom + count }], rejected: [] };
}

function listed(fact: FactOf<'invention_grant_list'>) {
  const stretches: Stretch[] = [];
  const rejected: RejectedRow[] = [];
  fact.patentNos.forEach((value, i) => {
    const reading = readPatentNumber(value);
    if (!reading.ok || reading.number?.kind !== 'invention') {
      rejected.push({ fact: fact.id, row: i + 1, value, reason: reading.ok ? '不是发明专利' : reading.says });
      return;
    }
    const head = reading.value.length === 13 ? 5 : 3;
    const serial = Number(reading.value.slice(head, -1));
    stretches.push({ prefix: reading.value.slice(0, head), from: serial, to: serial + 1 });
  });
  return { stretches, rejected };
}

/** Whether an owner's address lies in this city: 370300 and all its districts (I-11). Null if not given. */
export const isCityOwner = (code: string | null | undefined): boolean | null =>
  code === null || code === undefined ? null : code.trim().startsWith('3703');

/** What a fact about grants is to a pool: in it, outside it, or not known for want of a field. */
type Belonging = { readonly belongs: boolean | null; readonly field: string };

/** Adds up tallies; facts whose belonging is not known count only in the upper bound. */
export function poolOf(
  tallies: readonly GrantTally[],
  belonging: (fact: GrantFact) => Belonging,
  countsYearly: (fact: GrantFact) => boolean | null,
): GrantPool {
  const counted = tallies
    .filter(({ obstacle, fresh }) => obstacle <= allMet && fresh > 0)
    .map((tally) => ({ tally, ...belonging(tally.row.fact) }))
    .filter(({ belongs }) => belongs !== false);
  const sure = counted.filter(({ tally, belongs }) => belongs === true && tally.obstacle === allMet);
  const open = counted.filter((one) => !sure.includes(one));
  return {
    low: sumFresh(sure),
    high: sumFresh(counted),
    free: sumFresh(sure.filter(({ tally }) => countsYearly(tally.row.fact) === false)),
    missing: [...new Set(open.map(({ belongs, field }) => (belongs === null ? field : 'sharePercent')))].sort(),
    tallies,
  };
}

const sumFresh = (some: readonly { readonly tally: GrantTally }[]): number => some.reduce((sum, { tally }) => sum + tally.fresh, 0);
