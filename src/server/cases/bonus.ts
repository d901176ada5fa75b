import { type BusinessDate, businessDate, type Instant } from '#core/kernel/dates.ts';
import { canonicalJson } from '#core/policy/canonical.ts';
import type { FactMap } from '#core/process/facts.ts';
import type { BonusFact } from '#core/process/merit-facts.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type BonusRow, bonusVersions, draftedBonus, zonesWithGrade } from '#server/stores/bonus.ts';
import { zoneStatusesKnown, type ZoneStatusRow } from '#server/stores/zone-status.ts';
import { sha256 } from './log.ts';
import { statusHistoryOf } from './status-history.ts';

/** The readings of I-41. */
export type BonusReadings = {
  readonly bonusRule: string;
  readonly bonusPointsExcellent: number;
  readonly bonusPointsOther: number;
  readonly bonusPointsMaximum: number;
};

type Asking = {
  readonly tx: Tx;
  readonly at: Instant;
  readonly kase: { readonly id: string; readonly data: unknown } | null;
  readonly words: unknown;
  readonly settings: () => Promise<{ readonly values: BonusReadings }>;
};

/** Whether a title stood on a day, out of the decisions about it. */
export function heldOn(decisions: readonly Omit<ZoneStatusRow, 'zone'>[], day: BusinessDate): boolean {
  const last = statusHistoryOf(decisions).findLast(({ from }) => from <= day);
  return last !== undefined && last.status !== 'revoked';
}

/** One entry per district: its zones in the order of their numbers, and the points they bring, never more than the maximum. */
export function bonusRows(
  zones: readonly (BonusRow['zones'][number] & { readonly district: string })[],
  { excellent, other, maximum }: BonusFact['points'],
): readonly BonusRow[] {
  return [...Map.groupBy(zones, ({ district }) => district)].map(([district, own]) => ({
    district,
    zones: own.map(({ zone, number, name, grade }) => ({ zone, number, name, grade })),
    points: Math.min(
      maximum,
      own.reduce((sum, { grade }) => sum + (grade === 'excellent' ? excellent : other), 0),
    ),
  }));
}

/** The list of a year as it would be now: zones that held their title on 31 December, as it is known today. */
export async function bonusOf(
  tx: Tx,
  year: number,
  given: { readonly readings: BonusReadings; readonly known: Instant; readonly except: string | null },
): Promise<BonusFact> {
  const { bonusRule: rule, bonusPointsExcellent: excellent, bonusPointsOther: other, bonusPointsMaximum: maximum } = given.readings;
  const zones = await zonesWithGrade(tx, year);
  const decisions = Map.groupBy(
    await zoneStatusesKnown(
      tx,
      zones.map(({ zone }) => zone),
      given.known,
    ),
    ({ zone }) => zone,
  );
  const held = zones.filter(({ zone }) => heldOn(decisions.get(zone) ?? [], businessDate(`${year}-12-31`)));
  const points = { excellent, other, maximum };
  const rows = bonusRows(
    held.filter(({ grade }) => rule !== 'graded_excellent' || grade === 'excellent'),
    points,
  );
  const [newest] = await bonusVersions(tx, year);
  return {
    rule,
    points,
    rows,
    hash: sha256(canonicalJson({ year, rule, points, rows })).toString('hex'),
    undecided: held.filter(({ grade, status }) => grade === null && status !== 'revoked').map(({ name }) => name),
    confirmed: newest ? { version: newest.version, hash: newest.hash } : null,
    draft: (await draftedBonus(tx, year, given.except))?.number ?? null,
  };
}

/** The year that a case or its opening names; null where it names none. */
export function yearNamed({ kase, words }: Pick<Asking, 'kase' | 'words'>): number | null {
  const told = (kase ? kase.data : words) as { readonly year?: unknown } | null;
  const year = told?.year;
  return typeof year === 'number' && Number.isInteger(year) && year >= 2020 && year <= 2999 ? year : null;
}

/** The list of the year that a case names. An opening without a year is refused by its own schema, with a list nobody reads. */
export async function districtBonusFact(asking: Asking): Promise<FactMap['districtBonus']> {
  const readings = (await asking.settings()).values;
  return bonusOf(asking.tx, yearNamed(asking) ?? 2020, { readings, known: asking.at, except: asking.kase?.id ?? null });
}
