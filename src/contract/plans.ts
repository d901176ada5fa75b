import { z } from 'zod';
import { choice, day, field, line, wholeYuanField } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { PlanChange } from '#processes/plan/difference.ts';
import { endpoint } from './endpoint.ts';
import { evidence, Files, note, readers } from './zone-records.ts';

const Json = z.json();
const ById = z.object({ id: z.uuid() });
const ByNumber = z.object({ id: z.uuid(), no: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/) });
const year = () => z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚');
const Year = z.coerce.number().int().min(2020).max(2100);
const Created = z.object({ id: z.string() });
const builder = ['applicant'] as const;
const cityAndCounty = ['county_reviewer', 'county_approver', 'centre_officer', 'centre_approver', 'auditor'] as const;

const value = () => z.number('请填写数字').min(0, '不能小于0').max(1e12, '数值过大');
const taskStates = {
  not_started: both('未开始', 'Not started'),
  going_on: both('进行中', 'Going on'),
  done: both('已完成', 'Done'),
  dropped: both('取消', 'Dropped'),
} as const;

const Version = z.object({
  version: z.int(),
  case: z.string(),
  number: z.string(),
  isEditorial: z.boolean(),
  countsFrom: z.int(),
  documentNumber: z.string(),
  consentedOn: z.string(),
});

/** A change with its sentence. */
const Change = z.object({ change: PlanChange, says: z.string() });

const Report = z.object({
  id: z.string(),
  on: z.string(),
  note: z.string(),
  personName: z.string(),
  knownFrom: z.string(),
  files: Files,
});

const Warning = z.object({ code: z.string(), about: z.string().nullable(), says: z.string() });
const Forecast = z.object({ partOne: z.number(), total: z.number(), grade: z.string(), gradeTitle: z.string(), says: z.string() });

export const ScorecardView = z.object({
  zone: z.string(),
  name: z.string(),
  year: z.int(),
  version: z.int(),
  consentedOn: z.string(),
  countsFrom: z.int(),
  tasks: z.array(
    z.object({
      no: z.string(),
      chapter: z.string(),
      chapterTitle: z.string(),
      title: z.string(),
      start: z.string(),
      end: z.string(),
      state: z.string(),
      stateTitle: z.string(),
      moneyYuan: z.int(),
      spentYuan: z.int(),
      reportedOn: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  indicators: z.array(
    z.object({
      no: z.string(),
      name: z.string(),
      unit: z.string(),
      target: z.number(),
      actual: z.number().nullable(),
      /** From 0 to 1; more than the target counts as the target. */
      share: z.number(),
      /** Filled by the system; nothing is to be reported. */
      isCounted: z.boolean(),
      from: z.string(),
    }),
  ),
  funds: z.array(z.object({ source: z.string(), sourceTitle: z.string(), plannedYuan: z.int(), arrivedYuan: z.int(), spentYuan: z.int() })),
  /** What the system counts, by source, whether an indicator uses it or not. */
  counts: z.record(z.string(), z.number().nullable()),
  forecast: Forecast.nullable(),
  warnings: z.array(Warning),
});
export type ScorecardView = z.infer<typeof ScorecardView>;

/** Which scorecards are asked for; the export takes the same. */
const ScorecardQuery = z.object({
  year: Year.optional(),
  district: z.string().max(20).optional(),
  /** Grade the zone is heading for; `none` where nothing can be foretold. */
  forecast: z.enum(['excellent', 'qualified', 'unqualified', 'none']).optional(),
  /** Only zones of which something is to be said early. */
  warned: z.enum(['1']).optional(),
  q: z.string().max(100).optional(),
});

/** The construction plan of a zone, how it is carried out, and what else is recorded of the zone. */
export const planEndpoints = {
  readZonePlan: endpoint({
    method: 'GET',
    path: '/zones/{id}/plan',
    summary: both('示范区建设方案', 'Plan of a zone'),
    clause: '6.0',
    who: readers,
    params: ById,
    answer: z.object({
      zone: z.string(),
      name: z.string(),
      /** The version in force; null before the first. */
      content: Json.nullable(),
      versions: z.array(Version),
      otherCase: z.string().nullable(),
    }),
  }),
  comparePlans: endpoint({
    method: 'GET',
    path: '/zones/{id}/plan/difference',
    summary: both('两版方案的差异', 'Difference of two versions'),
    clause: '14.2b',
    who: readers,
    params: ById,
    query: z.object({ from: z.coerce.number().int().min(0).max(10_000), to: z.coerce.number().int().min(1).max(10_000) }),
    answer: z.object({ from: z.int(), to: z.int(), changes: z.array(Change) }),
  }),
  readPlanChanges: endpoint({
    method: 'GET',
    path: '/plan-changes/{id}',
    summary: both('一件方案改了什么', 'What a plan case changes'),
    clause: '14.2b',
    who: readers,
    params: ById,
    /** As filed; while it is written, as the draft now stands, and null as long as the draft is not complete. */
    answer: z.object({ base: z.int(), changes: z.array(Change).nullable() }),
  }),
  readScorecard: endpoint({
    method: 'GET',
    path: '/zones/{id}/scorecard',
    summary: both('示范区进展与预测', 'Living scorecard of a zone'),
    clause: '13.1',
    who: readers,
    params: ById,
    query: z.object({ year: Year.optional() }),
    answer: ScorecardView,
  }),
  listScorecards: endpoint({
    method: 'GET',
    path: '/scorecards',
    summary: both('各示范区进展与预测', 'Scorecards of all zones'),
    clause: '13.1',
    who: cityAndCounty,
    query: ScorecardQuery,
    answer: z.object({
      year: z.int(),
      rows: z.array(
        z.object({
          zone: z.string(),
          name: z.string(),
          district: z.string(),
          districtName: z.string().nullable(),
          status: z.string(),
          version: z.int().nullable(),
          tasks: z.int(),
          tasksDone: z.int(),
          tasksGoingOn: z.int(),
          tasksOverdue: z.int(),
          indicators: z.int(),
          plannedYuan: z.int(),
          arrivedYuan: z.int(),
          spentYuan: z.int(),
          forecast: Forecast.nullable(),
          warnings: z.array(Warning),
        }),
      ),
    }),
  }),
  exportScorecards: endpoint({
    method: 'GET',
    path: '/scorecards/export.csv',
    summary: both('导出各示范区进展与预测', 'Export of the scorecards'),
    clause: '13.1',
    who: cityAndCounty,
    query: ScorecardQuery,
    givesFile: true,
  }),
  reportTask: endpoint({
    method: 'POST',
    path: '/zones/{id}/tasks/{no}/reports',
    summary: both('填报任务进展', 'Report progress on a task'),
    clause: '6.0',
    who: builder,
    isCommand: true,
    status: 201,
    params: ByNumber,
    body: z.object({
      state: field(choice(taskStates), both('进展', 'State')),
      on: field(day(), both('截至日期', 'As of')),
      spentYuan: field(wholeYuanField(), both('累计支出', 'Spent so far'), { unit: both('元', 'yuan') }),
      note: note(),
      evidence: evidence(),
    }),
    answer: Created,
  }),
  listTaskReports: endpoint({
    method: 'GET',
    path: '/zones/{id}/tasks/{no}/reports',
    summary: both('任务进展记录', 'Reports on a task'),
    clause: '6.0',
    who: readers,
    params: ByNumber,
    answer: z.object({ rows: z.array(Report.extend({ state: z.string(), stateTitle: z.string(), spentYuan: z.int() })) }),
  }),
  reportIndicator: endpoint({
    method: 'POST',
    path: '/zones/{id}/indicators/{no}/reports',
    summary: both('填报指标数值', 'Report the value of an indicator'),
    clause: '14.2a',
    who: builder,
    isCommand: true,
    status: 201,
    params: ByNumber,
    body: z.object({
      year: field(year(), both('年度', 'Year')),
      value: field(value(), both('数值', 'Value')),
      unit: field(line(20), both('单位', 'Unit')),
      on: field(day(), both('截至日期', 'As of')),
      note: note(),
      evidence: evidence(),
    }),
    answer: Created,
  }),
  listIndicatorReports: endpoint({
    method: 'GET',
    path: '/zones/{id}/indicators/{no}/reports',
    summary: both('指标填报记录', 'Reports on an indicator'),
    clause: '14.2a',
    who: readers,
    params: ByNumber,
    answer: z.object({ rows: z.array(Report.extend({ year: z.int(), value: z.number(), unit: z.string() })) }),
  }),
} as const;

/** What a state of a task is called. */
export const taskStateTitles = taskStates;
