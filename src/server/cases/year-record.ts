import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import type { FactMap } from '#core/process/facts.ts';
import type { PlanContent } from '#processes/plan/content.ts';
import type { AnnexField } from '#processes/recognition/form.ts';
import type { Tx } from '#server/db/transaction.ts';
import { planVersionFor } from '#server/stores/plans.ts';
import { zoneCounts } from '#server/stores/scorecards.ts';
import { zoneAgencies } from '#server/stores/residence.ts';
import { districtSupportOf, fundsOf } from '#server/stores/zone-records.ts';
import { zoneAndYear } from './recognition-facts.ts';

type Asking = {
  readonly tx: Tx;
  readonly today: BusinessDate;
  readonly kase: { readonly id: string; readonly data: unknown } | null;
  readonly words: unknown;
};
type Told = Readonly<Partial<Record<AnnexField, number | null | undefined>>>;

const sumOf = <Row>(rows: readonly Row[], yuanOf: (row: Row) => number): number => rows.reduce((sum, row) => sum + yuanOf(row), 0);

/** Agencies that moved in, and that left, in the year; whoever was inside on the day of the designation moved in when it did. */
async function moves(tx: Tx, zone: string, year: number): Promise<Told> {
  const stays = await zoneAgencies(tx, zone);
  const inYear = (day: BusinessDate | null) => day !== null && yearOf(day) === year;
  const count = (of: 'from' | 'to') => new Set(stays.filter((stay) => inYear(stay[of])).map(({ id }) => id)).size;
  return { agenciesIn: count('from'), agenciesOut: count('to') };
}

/** Matching funds: planned by the plan that counts for the year, arrived and spent by the ledger of the zone. */
async function funds(tx: Tx, zone: string, year: number): Promise<Told> {
  const [version, moved] = await Promise.all([planVersionFor(tx, zone, year), fundsOf(tx, zone, year)]);
  const planned = (version?.content as PlanContent | undefined)?.funding.rows.filter((row) => row.year === year);
  if (!planned && moved.length === 0) return {};
  return {
    fundsPlannedYuan: planned && sumOf(planned, ({ yuan }) => yuan),
    fundsArrivedYuan: sumOf(moved, ({ arrived }) => arrived),
    fundsSpentYuan: sumOf(moved, ({ spent }) => spent),
  };
}

async function counted(tx: Tx, zone: string, year: number, today: BusinessDate): Promise<Told> {
  const counts = await zoneCounts(tx, zone, year, today);
  return {
    staff: counts.staff,
    grants: counts.invention_grants,
    loans: counts.scheme_loans,
    custody: counts.custody_contracts,
    wins: counts.won_cases,
  };
}

/** What is on record for the annex of a year; income, trainings and self-discipline are on no record. */
export async function yearRecordFact({ tx, today, kase, words }: Asking): Promise<FactMap['yearRecord']> {
  const named = zoneAndYear({ kase, words });
  if (!named) return {};
  const { zone, year } = named;
  const told = await Promise.all([
    moves(tx, zone, year),
    counted(tx, zone, year, today),
    districtSupportOf(tx, zone, year).then((countySupportYuan): Told => ({ countySupportYuan })),
    funds(tx, zone, year),
  ]);
  const entries = told.flatMap((part) => Object.entries(part)).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return Object.fromEntries(entries);
}
