import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { RoundRow } from '#contract/recognitions.ts';
import { businessDate, businessDateOf, yearOf } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both, type Language } from '#core/kernel/words.ts';
import { stateOf } from '#core/process/step.ts';
import { audit } from '#server/cases/log.ts';
import { processNamed } from '#server/cases/present.ts';
import { countedByState, narrowed, roundRows } from '#server/cases/recognition-round.ts';
import { districtName, gradeTitle } from '#server/cases/words.ts';
import { reading } from '#server/db/transaction.ts';
import {
  addRoundOpenings,
  findRound,
  insertRound,
  publicGrades,
  zoneRecognitions,
  type ZoneRecognitionRow,
} from '#server/stores/recognitions.ts';
import { seenZone } from '#server/stores/zone-records.ts';
import { type Call, type Handler, publicScope, readerOf, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';
import { csvLine } from './csv.ts';

type Named = NamedEndpoints;

const refuse = (code: string, zh: string, en: string, field: string): Refused =>
  refused({ kind: 'guard', code, clause: '12.1', field, says: both(zh, en) });

/** Opens the round of a year once: the round and one opening for every zone commit together, the clock opens the cases. */
export const openRecognitionRoundHandler: Handler<Named['openRecognitionRound']> = (given) => {
  const { year, firstDay, lastDay } = given.body;
  return runCommand(given as Call<Endpoint>, async (tx, at) => {
    const today = businessDateOf(at);
    if (year > yearOf(today)) return refuse('year_not_begun', `${year}年度还没有开始，不能认定`, `The year ${year} has not begun`, 'year');
    if (lastDay < today) return refuse('window_over', '自评截止日已过', 'The last day is over already', 'lastDay');
    const round = { year, first_day: businessDate(firstDay), last_day: businessDate(lastDay), opened_at: at };
    if (!(await insertRound(tx, round))) {
      return refused({
        kind: 'conflict',
        code: 'round_exists',
        clause: '12.1',
        says: both(`${year}年度认定已经启动，每年度只启动一次`, `The round of ${year} is open already; there is one a year`),
      });
    }
    const zones = await addRoundOpenings(tx, round);
    audit(tx, 'recognition.round', null, { year, firstDay, lastDay, zones });
    given.house.wakeJobs();
    return { status: 201, answer: { year, firstDay, lastDay, zones } };
  });
};

const roundOf = (call: Call, year: number) =>
  reading(call.house.pool, scopeFor(call), async (tx) => ({
    round: await findRound(tx, year),
    rows: await roundRows(tx, year, readerOf(call)),
  }));

export const readRecognitionRoundHandler: Handler<Named['readRecognitionRound']> = async (given) => {
  const { params, query } = given;
  const { round, rows } = await roundOf(given as Call, params.year);
  return {
    year: params.year,
    round: round ? { firstDay: round.first_day, lastDay: round.last_day, openedAt: round.opened_at } : null,
    zones: rows.length,
    unopened: rows.filter((row) => row.case === null).length,
    counts: countedByState(rows),
    districts: [...new Map(rows.map(({ district, districtName }) => [district, districtName]))].map(([code, name]) => ({ code, name })),
    rows: [...narrowed(rows, query)],
  };
};

const exportHead = ['登记号', '示范区', '区县', '建设单位', '案卷', '状态', '由谁办理', '期限', '逾期', '预计总分', '得分', '等次'];

const exportLine = (row: RoundRow) =>
  csvLine([
    row.number,
    row.name,
    row.districtName,
    row.operatorName,
    row.caseNumber ?? '',
    row.stateTitle,
    row.awaits ?? '',
    row.deadline?.day ?? '',
    row.isOverdue ? '是' : '',
    row.forecast === null ? '' : String(row.forecast.total),
    row.total === null ? '' : String(row.total),
    row.gradeTitle ?? '',
  ]);

/** The same rows as the page shows. */
export const exportRecognitionRoundHandler: Handler<Named['exportRecognitionRound']> = async (given) => {
  const { rows } = await roundOf(given as Call, given.params.year);
  return given.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="recognition-${given.params.year}.csv"`)
    .send(`\uFEFF${csvLine(exportHead)}${narrowed(rows, given.query).map(exportLine).join('')}`);
};

const points = (hundredths: number): number => hundredths / 100;

const resultView = (result: NonNullable<ZoneRecognitionRow['result']>, language: Language) => ({
  planVersion: result.plan_version,
  one: points(result.part_one),
  two: points(result.part_two),
  three: points(result.part_three),
  total: points(result.total),
  grade: result.grade,
  gradeTitle: gradeTitle(result.grade, language),
  decidedOn: result.decided_on,
});

export const listZoneRecognitionsHandler: Handler<Named['listZoneRecognitions']> = async (given) => {
  const call = given as Call;
  const rows = await reading(call.house.pool, scopeFor(call), async (tx) =>
    (await seenZone(tx, given.params.id)) ? zoneRecognitions(tx, given.params.id) : undefined,
  );
  if (!rows) return stop(call, 'not_found');
  return {
    rows: rows.map(({ year, kase, kase_number, state, result }) => {
      const { title, isFinal } = stateOf(processNamed('recognition'), state);
      return {
        year,
        case: kase,
        caseNumber: kase_number,
        stateTitle: title[call.language],
        isFinal: isFinal === true,
        result: result && resultView(result, call.language),
      };
    }),
  };
};

export const listRecognitionsHandler: Handler<Named['listRecognitions']> = async ({ house, query, language }) => {
  const rows = await reading(house.pool, publicScope, (tx) => publicGrades(tx, query.year));
  return rows.map((row) => ({
    zone: row.zone,
    number: row.number,
    name: row.name,
    districtName: districtName(row.district, language) ?? row.district,
    operatorName: row.operator_name,
    grade: row.grade,
    gradeTitle: gradeTitle(row.grade, language),
    decidedOn: row.decided_on,
  }));
};
