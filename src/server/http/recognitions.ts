import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { businessDate, businessDateOf, yearOf } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { audit } from '#server/cases/log.ts';
import { processNamed } from '#server/cases/present.ts';
import { districtName, gradeTitle } from '#server/cases/words.ts';
import { reading } from '#server/db/transaction.ts';
import { addRoundOpenings, findRound, insertRound, publicGrades, roundProgress } from '#server/stores/recognitions.ts';
import { type Call, type Handler, publicScope, scopeFor } from './call.ts';
import { runCommand } from './command.ts';

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
    await audit(tx, 'recognition.round', null, { year, firstDay, lastDay, zones });
    given.house.wakeJobs();
    return { status: 201, answer: { year, firstDay, lastDay, zones } };
  });
};

const notOpened = both('尚未启动', 'Not opened');

export const readRecognitionRoundHandler: Handler<Named['readRecognitionRound']> = async (call) => {
  const { language, params } = call;
  const { states } = processNamed('recognition');
  const { round, rows } = await reading(call.house.pool, scopeFor(call as Call), async (tx) => ({
    round: await findRound(tx, params.year),
    rows: await roundProgress(tx, params.year),
  }));
  const titleOf = (state: string | null) => (state === null ? notOpened[language] : (states[state]?.title[language] ?? state));
  const counts = Map.groupBy(rows, ({ state }) => state ?? '');
  return {
    year: params.year,
    round: round ? { firstDay: round.first_day, lastDay: round.last_day, openedAt: round.opened_at } : null,
    counts: [...counts].map(([state, list]) => ({ state, stateTitle: titleOf(state || null), count: list.length })),
    rows: rows.map((row) => ({
      zone: row.zone,
      number: row.number,
      name: row.name,
      districtName: districtName(row.district, language) ?? row.district,
      case: row.kase,
      caseNumber: row.kase_number,
      state: row.state,
      stateTitle: titleOf(row.state),
      stateSince: row.state_since,
      deadlineDay: row.deadline_day,
      isOverdue: row.is_overdue === true,
      grade: row.grade,
      gradeTitle: row.grade === null ? null : gradeTitle(row.grade, language),
    })),
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
