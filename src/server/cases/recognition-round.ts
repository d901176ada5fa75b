import type { RoundRow } from '#contract/recognitions.ts';
import { businessDateOf } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { publishedStates, type State } from '#processes/recognition/states.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type RoundProgressRow, roundProgress } from '#server/stores/recognitions.ts';
import { scorecardRows } from '#server/stores/scorecards.ts';
import { scorecardRowView, thresholdsOn } from './plan-view.ts';
import { deadlineView, processNamed, type Reader } from './present.ts';
import { districtName, gradeTitle } from './words.ts';

type Filter = { readonly [name in 'state' | 'district' | 'grade' | 'q']?: string | undefined };

const notOpened = both('尚未启动', 'Not opened');
const city: readonly string[] = ['centre_officer', 'centre_approver', 'auditor'];

/** Where the case of a zone stands, who has to act and until when. */
function standing(row: RoundProgressRow, reader: Reader) {
  const { language } = reader;
  const process = processNamed('recognition');
  const { state: name } = row;
  if (name === null) return { state: null, stateTitle: notOpened[language], awaits: null, deadline: null };
  const state = process.states[name];
  return {
    state: name,
    stateTitle: state?.title[language] ?? name,
    awaits: state?.awaits?.[language] ?? null,
    deadline: deadlineView(process, { ...row, state: name, deadline_is_provisional: row.deadline_is_provisional === true }, reader),
  };
}

/** The score and the grade. Building unit and county know the score from the public notice on, as in the case. */
function result({ state, total, grade }: RoundProgressRow, { actor, language }: Reader) {
  const isShown = city.includes(actor.role) || publishedStates.includes(state as State);
  return { total: isShown ? total : null, grade, gradeTitle: grade === null ? null : gradeTitle(grade, language) };
}

/** One zone of a round in the reader's words. */
function rowView(row: RoundProgressRow, plan: Pick<RoundRow, 'planVersion' | 'forecast'>, reader: Reader): RoundRow {
  const shown = result(row, reader);
  return {
    zone: row.zone,
    number: row.number,
    name: row.name,
    district: row.district,
    districtName: districtName(row.district, reader.language) ?? row.district,
    operatorName: row.operator_name,
    case: row.kase,
    caseNumber: row.kase_number,
    ...standing(row, reader),
    stateSince: row.state_since,
    isOverdue: row.is_overdue === true,
    planVersion: plan.planVersion,
    forecast: shown.total === null && shown.grade === null ? plan.forecast : null,
    ...shown,
  };
}

/** Every zone of a year that the reader may see, with what its plan leads one to expect. */
export async function roundRows(tx: Tx, year: number, reader: Reader): Promise<readonly RoundRow[]> {
  const today = businessDateOf(reader.at);
  const looking = { year, today, thresholds: await thresholdsOn(tx, today), language: reader.language };
  const cards = await scorecardRows(tx, year, today);
  const plans = new Map(cards.map((card) => [card.zone, planOf(scorecardRowView(card, looking))]));
  return (await roundProgress(tx, year)).map((row) => rowView(row, plans.get(row.zone) ?? { planVersion: null, forecast: null }, reader));
}

/** What the plan of a zone leads one to expect of the year. */
function planOf({ version, forecast }: ReturnType<typeof scorecardRowView>): Pick<RoundRow, 'planVersion' | 'forecast'> {
  return { planVersion: version, forecast: forecast && { total: forecast.total, gradeTitle: forecast.gradeTitle, says: forecast.says } };
}

/** Narrows a round; list and export look through the same glass. */
export function narrowed(rows: readonly RoundRow[], { state, district, grade, q = '' }: Filter): readonly RoundRow[] {
  const text = q.trim();
  return rows.filter(
    (row) =>
      (!state || (row.state ?? 'none') === state) &&
      (!district || row.district === district) &&
      (!grade || row.grade === grade) &&
      (text === '' || [row.name, row.number, row.operatorName, row.caseNumber ?? ''].some((name) => name.includes(text))),
  );
}

/** How many zones are where. */
export const countedByState = (rows: readonly RoundRow[]) =>
  [...Map.groupBy(rows, ({ state }) => state ?? 'none')].map(([state, list]) => ({
    state,
    stateTitle: list[0]?.stateTitle ?? state,
    count: list.length,
  }));
