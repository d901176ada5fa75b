import { z } from 'zod';
import { choice, day, field, line, paragraph } from '#core/form/fields.ts';
import { isBusinessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { OpenedSheet, Panel } from '#core/panel/panel.ts';
import { grades, vetoReasons } from './scoring.ts';

const gradeNames = Object.keys(grades) as [keyof typeof grades, ...(keyof typeof grades)[]];

const Veto = choice(vetoReasons);

const findings = {
  true: both('属实', 'True'),
  partly: both('部分属实', 'Partly true'),
  not: both('不属实', 'Not true'),
} as const;
const opinions = { submit: both('报市中心', 'Submit to the centre'), return: both('退回补正', 'Return for completion') } as const;

/** The county's opinion on a self-assessment. */
export const CountyOpinion = z.object({
  finding: field(choice(findings), both('自评内容', 'The report is'), { clause: '13' }),
  doubted: field(
    z
      .array(
        z.object({
          no: field(line(20), both('任务或指标编号', 'Task or indicator')),
          says: field(paragraph(4, 500), both('疑点', 'Doubt'), { widget: 'paragraph' }),
        }),
      )
      .max(100, '最多100条'),
    both('不属实或存疑的任务、指标', 'Tasks and indicators in doubt'),
    { widget: 'table' },
  ),
  opinion: field(choice(opinions), both('意见', 'Opinion')),
  says: field(paragraph(5, 2000), both('意见与理由', 'Opinion and reasons'), { widget: 'paragraph' }),
});
export type CountyOpinion = z.infer<typeof CountyOpinion>;

const Progress = z.object({
  version: z.object({ number: z.int(), consentedOn: z.string() }),
  tasks: z.array(
    z.object({
      no: z.string(),
      title: z.string(),
      state: z.enum(['not_started', 'going_on', 'done', 'dropped']),
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
      source: z.string(),
    }),
  ),
});

const Grade = z.enum(gradeNames);

/** What an officer proposes (F8). */
export const GradeProposal = z.object({
  grade: field(choice(grades), both('等次', 'Grade'), { clause: '14.1' }),
  vetoes: field(z.array(Veto).max(2), both('否决事项', 'Veto reasons'), {
    help: both('有否决事项的为不合格', 'A veto makes the year unqualified'),
  }),
  reason: field(z.string().trim().max(2000, '最多2000个字'), both('理由', 'Reason'), {
    widget: 'paragraph',
    help: both('与计算等次不同或有否决事项的，必须写明理由', 'Needed where it differs from the computed grade, and for a veto'),
  }),
});

/** Everything the recognition of one zone and year has gathered on its way. */
export const RecognitionData = z.object({
  zone: z.string(),
  zoneName: z.string(),
  year: z.int(),
  operator: z.string(),
  operatorName: z.string(),
  district: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  form: z.record(z.string(), z.record(z.string(), z.json())),
  savedAt: z.string().nullable(),
  filedOn: z.string().nullable(),
  /** Why the centre went on without a self-assessment. */
  withoutReport: z.string().nullable(),
  /** The plan as the record had it when it was last looked at. */
  progress: Progress.nullable(),
  /** What the record held for the annex when it was last looked at, by field; absent in cases opened before it was kept. */
  recorded: z.record(z.string(), z.number()).optional(),
  /** The day the plan version was pinned with the county's opinion: from then on `progress` stands still (I-44). */
  pinnedOn: z.string().nullable(),
  opinion: CountyOpinion.extend({ reviewedOn: z.string(), reviewer: z.string() }).nullable(),
  returns: z.int(),
  /** Names an expert must know to declare interests, before anything else is shown. */
  parties: z.array(z.string()),
  panel: Panel.nullable(),
  sheets: z.array(OpenedSheet).nullable(),
  scores: z.object({ one: z.number(), two: z.number(), three: z.number(), total: z.number() }).nullable(),
  proposal: z
    .object({
      grade: Grade,
      computed: Grade,
      thresholds: z.object({ excellent: z.number(), qualified: z.number() }),
      vetoes: z.array(Veto),
      reason: z.string(),
      by: z.string(),
    })
    .nullable(),
  /** Upheld objections that a later proposal has taken into account. */
  objectionsSettled: z.int(),
  ended: z.string().nullable(),
});
export type RecognitionData = z.infer<typeof RecognitionData>;

export const Opening = z
  .object({
    zone: field(z.uuid('请选择示范区'), both('示范区', 'Zone')),
    year: field(z.int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚'), both('年度', 'Year')),
    firstDay: field(day(), both('自评开始日', 'First day of the self-assessment')),
    lastDay: field(day(), both('自评截止日', 'Last day of the self-assessment')),
  })
  .refine(({ firstDay, lastDay }) => !isBusinessDate(firstDay) || !isBusinessDate(lastDay) || firstDay < lastDay, {
    error: '截止日应晚于开始日',
    path: ['lastDay'],
  });
