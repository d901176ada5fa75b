import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import type { Language } from '#core/kernel/words.ts';
import { zibo2020Settings } from '#policy/zibo-2020/settings.ts';
import { bonusFaults } from '#processes/bonus/process.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type BonusRow, type BonusVersionRow, bonusVersions, draftedBonus } from '#server/stores/bonus.ts';
import { bonusOf } from './bonus.ts';
import { settingsOn } from './readings.ts';
import { districtName, gradeTitle } from './words.ts';

const rowView = ({ district, zones, points }: BonusRow, language: Language) => ({
  district,
  districtName: districtName(district, language) ?? district,
  zones: zones.map((zone) => ({ ...zone, gradeTitle: zone.grade === null ? null : gradeTitle(zone.grade, language) })),
  points,
});

/** A list in the reader's words. */
export const listView = (
  { rule, points, rows }: { readonly rule: string; readonly points: object; readonly rows: readonly BonusRow[] },
  language: Language,
) => ({
  ruleTitle: zibo2020Settings.bonusRule.options.find(({ value }) => value === rule)?.label ?? rule,
  points: points as { excellent: number; other: number; maximum: number },
  rows: rows.map((row) => rowView(row, language)),
});

const versionView = (row: BonusVersionRow, language: Language) => ({
  ...listView(row.content, language),
  hash: row.hash,
  version: row.version,
  case: row.kase,
  number: row.number,
  documentNumber: row.document_number,
  confirmedOn: row.confirmed_on,
});

/** A year's list as it would be now, why it can not be prepared, and every version that was confirmed. */
export async function bonusView(
  tx: Tx,
  year: number,
  given: { readonly today: BusinessDate; readonly now: Instant; readonly language: Language },
) {
  const { language, today } = given;
  const readings = (await settingsOn(tx, today)).values;
  const bonus = await bonusOf(tx, year, { readings, known: given.now, except: null });
  return {
    year,
    ...listView(bonus, language),
    hash: bonus.hash,
    faults: bonusFaults(bonus, year, today).map(({ says }) => says[language]),
    draft: (await draftedBonus(tx, year, null)) ?? null,
    isChanged: bonus.confirmed !== null && bonus.confirmed.hash !== bonus.hash,
    versions: (await bonusVersions(tx, year)).map((row) => versionView(row, language)),
  };
}
