import { addDays, businessDate, type BusinessDate } from '#core/kernel/dates.ts';
import type { Fen } from '#core/kernel/money.ts';
import { mostOf } from '#core/policy/rise.ts';
import { pairOfFive } from './09.6-once-a-year.ts';
import type { ClauseKey } from './case-file.ts';
import type { Determination } from './determine.ts';
import { supportClauses } from './index.ts';
import type { SupportValues } from './settings-support.ts';
import { earlier, type World } from './world.ts';

/** What an item may still come to within its year, and the first day on which nothing can change it any more (I-25). */
export type Rise = {
  /** Null where it would not rise but give way to another item: only one item a year is supported. */
  readonly most: Fen | null;
  readonly settledFrom: BusinessDate;
};

/**
 * The day after the year, or after the plan where that ends first. Where plan and title are tested on the day of the
 * determination, grants are determined on the plan's last day: a day later there is no plan to determine under (I-03).
 */
function settledFrom(clause: string, { settings, yearTo }: World): BusinessDate {
  const isTestedThatDay = clause === pairOfFive[0] && settings.countWindow === 'whole_year';
  if (isTestedThatDay && settings.policyTo <= yearTo) return businessDate(settings.policyTo);
  return addDays(businessDate(earlier(yearTo, settings.policyTo)), 1);
}

/** Items of an agency that could still rise, or give way, before their year is over. */
export function risesOf({ world, items }: Determination, agency: string): ReadonlyMap<ClauseKey, Rise> {
  const open = items.flatMap(({ item }): (readonly [ClauseKey, Rise])[] => {
    const most = mostOf(item);
    const mayGiveWay = world.settings.acrossClauses === 'one_clause';
    if (item.agency !== agency || item.eligible !== true || (most === null && !mayGiveWay)) return [];
    return [[item.clause.key as ClauseKey, { most, settledFrom: settledFrom(item.clause.key, world) }]];
  });
  return new Map(open);
}

/**
 * The clauses that are one yearly sum together with this one: itself where its sum is one step a year, and the other half
 * of 第九条（五） where only the higher half stands. None where deals and cases are added up.
 */
export function oneSumWith(clause: ClauseKey, { clauseFive }: Pick<SupportValues, 'clauseFive'>): readonly ClauseKey[] {
  if (clauseFive === 'higher' && (pairOfFive as readonly ClauseKey[]).includes(clause)) return pairOfFive;
  return supportClauses.some(({ key, once }) => key === clause && once?.most !== undefined) ? [clause] : [];
}
