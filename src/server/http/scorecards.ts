import type { NamedEndpoints } from '#contract/index.ts';
import { yearOf } from '#core/kernel/dates.ts';
import { scorecardRowView, thresholdsOn } from '#server/cases/plan-view.ts';
import { reading } from '#server/db/transaction.ts';
import { scorecardRows } from '#server/stores/scorecards.ts';
import { type Call, type Handler, scopeFor } from './call.ts';
import { csvLine } from './csv.ts';

type Named = NamedEndpoints;

type ScorecardQuery = Parameters<Handler<Named['listScorecards']>>[0]['query'];
type Shown = ReturnType<typeof scorecardRowView>;

/** Whether a scorecard is among those asked for. */
const isAsked = ({ district, forecast, warned, q = '' }: ScorecardQuery, row: Shown): boolean =>
  (district === undefined || row.district === district) &&
  (forecast === undefined || (row.forecast?.grade ?? 'none') === forecast) &&
  (warned === undefined || row.warnings.length > 0) &&
  row.name.includes(q.trim());

const names = new Intl.Collator('zh');

/** The gravest first: a failing forecast before a good one, then whoever has more to worry about. */
const byConcern = (a: Shown, b: Shown): number =>
  b.warnings.length - a.warnings.length || (a.forecast?.total ?? -1) - (b.forecast?.total ?? -1) || names.compare(a.name, b.name);

const exportHead = [
  '示范区',
  '区县',
  '方案版本',
  '预计等次',
  '预计总分',
  '第一部分',
  '任务',
  '完成',
  '进行中',
  '逾期',
  '指标',
  '计划资金（元）',
  '到位（元）',
  '支出（元）',
  '预警',
];

const lineOf = (row: Shown): string =>
  csvLine([
    row.name,
    row.districtName ?? row.district,
    row.version === null ? '' : String(row.version),
    row.forecast?.gradeTitle ?? '',
    row.forecast ? String(row.forecast.total) : '',
    row.forecast ? String(row.forecast.partOne) : '',
    ...[row.tasks, row.tasksDone, row.tasksGoingOn, row.tasksOverdue, row.indicators].map(String),
    ...[row.plannedYuan, row.arrivedYuan, row.spentYuan].map(String),
    row.warnings.map(({ says }) => says).join('；'),
  ]);
/** The scorecards asked for, those to worry about first. */
async function scorecardsFor(call: Call, query: ScorecardQuery): Promise<{ readonly year: number; readonly rows: Shown[] }> {
  const today = call.house.clock.today();
  const { year = yearOf(today) } = query;
  const { rows, thresholds } = await reading(call.house.pool, scopeFor(call), async (tx) => ({
    rows: await scorecardRows(tx, year, today),
    thresholds: await thresholdsOn(tx, today),
  }));
  const shown = rows.map((row) => scorecardRowView(row, { year, today, thresholds, language: call.language }));
  return { year, rows: shown.filter((row) => isAsked(query, row)).toSorted(byConcern) };
}

/** All zones a reader has to do with, those to worry about first. */
export const listScorecardsHandler: Handler<Named['listScorecards']> = (given) => scorecardsFor(given as Call, given.query);

export const exportScorecardsHandler: Handler<Named['exportScorecards']> = async (given) => {
  const call = given as Call;
  const { year, rows } = await scorecardsFor(call, given.query);
  return call.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="scorecards-${year}.csv"`)
    .send(`\uFEFF${csvLine(exportHead)}${rows.map(lineOf).join('')}`);
};
