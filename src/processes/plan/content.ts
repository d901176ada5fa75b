import { z } from 'zod';
import { faultsOf } from '#core/form/draft.ts';
import { choice, day, field, line, paragraph, wholeYuanField } from '#core/form/fields.ts';
import { perObject } from '#core/kernel/per-object.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { sources, sourceTitles } from './sources.ts';

/** The seven headings of 第六条, in the plan's order, with the row each rests on. */
export const chapters = {
  measures: { title: both('（一）集聚措施与服务创新', '1 Measures and new ways'), row: '6.1' },
  agencies: { title: both('（二）机构引育与服务链', '2 Agencies and service chain'), row: '6.2' },
  matching: { title: both('（三）供求对接', '3 Matching'), row: '6.3' },
  talent: { title: both('（四）人才引进与培训', '4 Talent'), row: '6.4' },
  order: { title: both('（五）市场秩序与自律', '5 Market order'), row: '6.5' },
  international: { title: both('（六）国际交流合作', '6 International'), row: '6.6' },
  campaigns: { title: both('（七）专项行动与运营', '7 Campaigns and operation'), row: '6.7' },
} as const satisfies Record<string, { title: Words; row: string }>;

export type ChapterName = keyof typeof chapters;
export const chapterNames = Object.keys(chapters) as readonly ChapterName[];

const chapterTitles = Object.fromEntries(chapterNames.map((name) => [name, chapters[name].title])) as Readonly<Record<ChapterName, Words>>;

export const fundingSources = {
  district: both('区县财政', 'District'),
  applicant: both('建设单位', 'Building unit'),
  other: both('其他', 'Other'),
} as const;

const year = () => z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚');
const number = () =>
  z
    .string('请填写编号')
    .trim()
    .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/, '编号为1至20位数字、字母、点或短横，如 2.1');
const yuan = both('元', 'yuan');

type Issue = { readonly path: readonly (string | number)[]; readonly message: string };
/** Hands each fault a check finds to zod, so that it appears beside its field. */
const telling =
  <Value>(check: (value: Value) => readonly Issue[]) =>
  (value: Value, context: z.RefinementCtx<Value>) => {
    for (const { path, message } of check(value)) context.addIssue({ code: 'custom', path: [...path], message });
  };

/** Rows whose key stands in an earlier row already. */
const repeated = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, tell: (row: Row, index: number) => Issue): readonly Issue[] =>
  rows.flatMap((row, index) => (rows.slice(0, index).some((earlier) => keyOf(earlier) === keyOf(row)) ? [tell(row, index)] : []));

const Milestone = z.object({
  on: field(day(), both('时间', 'Day')),
  what: field(line(200), both('节点', 'Milestone')),
});

const Task = z
  .object({
    no: field(number(), both('编号', 'No.'), {
      help: both('用过的编号不能再给别的任务', 'A number once used belongs to its task for good'),
    }),
    chapter: field(choice(chapterTitles), both('所属章节', 'Chapter'), { clause: '6.0' }),
    title: field(line(100), both('任务名称', 'Title')),
    content: field(paragraph(4, 2000), both('任务内容', 'Content'), { widget: 'paragraph' }),
    responsible: field(line(100), both('责任单位（人）', 'Responsible')),
    partners: field(z.string().trim().max(300, '最多300个字').optional(), both('配合单位', 'Partners')),
    start: field(day(), both('开始时间', 'Start')),
    end: field(day(), both('完成时间', 'End')),
    milestones: field(z.array(Milestone).max(30, '最多30个节点').optional(), both('时间节点', 'Milestones'), { widget: 'table' }),
    moneyYuan: field(wholeYuanField(), both('投入资金', 'Money'), { unit: yuan }),
    evidenceExpected: field(paragraph(2, 500), both('完成时的佐证', 'Evidence expected'), { widget: 'paragraph' }),
  })
  .superRefine(
    telling(({ no, start, end, milestones = [] }) => [
      ...(end < start ? [{ path: ['end'], message: `任务${no}的完成时间（${end}）早于开始时间（${start}）` }] : []),
      ...milestones.flatMap(({ on }, index) =>
        on < start || on > end ? [{ path: ['milestones', index, 'on'], message: `任务${no}的节点${on}不在任务起止时间之内` }] : [],
      ),
    ]),
  );
export type Task = z.infer<typeof Task>;

const Target = z.object({
  year: field(year(), both('年度', 'Year')),
  value: field(z.number('请填写数字').positive('目标应大于0').max(1e12, '目标过大'), both('目标值', 'Target')),
});

const Indicator = z
  .object({
    no: field(number(), both('编号', 'No.')),
    name: field(line(100), both('指标名称', 'Name')),
    unit: field(line(20), both('单位', 'Unit')),
    baseValue: field(z.number('请填写数字').min(0, '不能小于0').max(1e12, '数值过大'), both('基期值', 'Base value')),
    baseDate: field(day(), both('基期时间', 'Base date')),
    targets: field(z.array(Target, '没有填写年度目标').min(1, '没有填写年度目标').max(20, '最多20年'), both('年度目标', 'Targets'), {
      widget: 'table',
    }),
    source: field(choice(sourceTitles), both('数据来源', 'Source'), {
      help: both('系统有记录的指标自动取数，不必填报', 'What the system counts itself need not be reported'),
    }),
  })
  .superRefine(
    telling(({ no, name, unit, source, targets }) => [
      ...repeated(
        targets,
        (target) => String(target.year),
        (target, index): Issue => ({ path: ['targets', index, 'year'], message: `指标${no}的${target.year}年度目标填了两次` }),
      ),
      ...(sources[source].unit !== null && sources[source].unit !== unit
        ? [
            {
              path: ['unit'],
              message: `指标${no}“${name}”取自${sources[source].title.zh}，单位应为“${sources[source].unit}”，不是“${unit}”`,
            },
          ]
        : []),
    ]),
  );
export type Indicator = z.infer<typeof Indicator>;

const FundingRow = z.object({
  source: field(choice(fundingSources), both('来源', 'Source')),
  year: field(year(), both('年度', 'Year')),
  yuan: field(wholeYuanField(), both('计划金额', 'Planned'), { unit: yuan }),
});
export type FundingRow = z.infer<typeof FundingRow>;

const general = z.object({
  from: field(day(), both('建设期起', 'From')),
  to: field(day(), both('建设期止', 'To')),
  goals: field(paragraph(10), both('建设目标', 'Goals'), { widget: 'paragraph', clause: '2.2' }),
});

const noTasks = (name: ChapterName) =>
  field(paragraph(4, 1000).optional(), chapters[name].title, {
    widget: 'paragraph',
    clause: chapters[name].row,
    help: both('本章没有任务的，写明原因；有任务的不填', 'The reason, where this chapter has no task'),
  });
const withoutTasks = z.object(
  Object.fromEntries(chapterNames.map((name) => [name, noTasks(name)])) as Record<ChapterName, ReturnType<typeof noTasks>>,
);

const tasks = z.object({
  rows: field(
    z
      .array(Task, '请填写')
      .min(1, '至少填写一项任务')
      .max(300, '最多300项')
      .superRefine(
        telling((rows) =>
          repeated(
            rows,
            ({ no }) => no,
            ({ no }, index) => ({ path: [index, 'no'], message: `任务编号${no}重复` }),
          ),
        ),
      ),
    both('任务', 'Tasks'),
    { widget: 'table', clause: '6.0' },
  ),
});

const indicators = z.object({
  rows: field(
    z
      .array(Indicator, '请填写')
      .min(1, '至少填写一项指标')
      .max(100, '最多100项')
      .superRefine(
        telling((rows) =>
          repeated(
            rows,
            ({ no }) => no,
            ({ no }, index) => ({ path: [index, 'no'], message: `指标编号${no}重复` }),
          ),
        ),
      ),
    both('指标', 'Indicators'),
    { widget: 'table', clause: '14.2a' },
  ),
});

export const fundingKey = ({ source, year: of }: Pick<FundingRow, 'source' | 'year'>): string => `${of}/${source}`;

const funding = z.object({
  rows: field(
    z
      .array(FundingRow, '请填写')
      .min(1, '至少填写一项资金')
      .max(60, '最多60行')
      .superRefine(
        telling((rows) =>
          repeated(rows, fundingKey, (row, index) => ({
            path: [index, 'source'],
            message: `${row.year}年度“${fundingSources[row.source].zh}”填了两行，请合并`,
          })),
        ),
      ),
    both('配套资金', 'Matching funds'),
    { widget: 'table', clause: '11.1' },
  ),
});

const organisation = z.object({
  leader: field(line(100), both('组织领导', 'Who leads'), { clause: '11.1' }),
  rules: field(paragraph(4, 2000), both('管理制度', 'Management rules'), { widget: 'paragraph', clause: '11.1' }),
  preferences: field(paragraph(4, 2000), both('配套政策与优惠条件', 'Policies and preferential terms'), {
    widget: 'paragraph',
    clause: '11.1',
  }),
});

const risk = z.object({
  risks: field(paragraph(4, 2000), both('风险与应对', 'Risks and answers'), { widget: 'paragraph' }),
});

const section = <Shape extends z.ZodObject>(schema: Shape, zh: string, en: string): Shape =>
  schema.meta({ title: zh, titleEn: en }) as Shape;

/** Form F5, the construction plan: seven chapters with tasks, indicators, funding (rows 6.0 to 6.7, 11.1). */
export const PlanContent = z
  .object({
    general: section(general, '总则', 'General'),
    tasks: section(tasks, '任务', 'Tasks'),
    withoutTasks: section(withoutTasks, '没有任务的章节', 'Chapters without tasks'),
    indicators: section(indicators, '指标', 'Indicators'),
    funding: section(funding, '资金', 'Funding'),
    organisation: section(organisation, '组织保障', 'Organisation'),
    risk: section(risk, '风险', 'Risk'),
  })
  .superRefine(telling((content) => [...chapterFaults(content), ...periodFaults(content)]));
export type PlanContent = z.infer<typeof PlanContent>;

/** A chapter has tasks or says why not; never both. */
function chapterFaults({ tasks: { rows }, withoutTasks: reasons }: PlanContent): readonly Issue[] {
  return chapterNames.flatMap((name): readonly Issue[] => {
    const count = rows.filter(({ chapter }) => chapter === name).length;
    const title = chapters[name].title.zh;
    const path = ['withoutTasks', name];
    if (count === 0 && reasons[name] === undefined) return [{ path, message: `${title}既没有任务，也没有写明没有任务的原因` }];
    return count > 0 && reasons[name] !== undefined ? [{ path, message: `${title}已有${count}项任务，请删去“没有任务”的原因` }] : [];
  });
}

/** Tasks and targets lie within the period of the plan. */
function periodFaults({ general: { from, to }, tasks: { rows }, indicators: { rows: measures } }: PlanContent): readonly Issue[] {
  if (to < from) return [{ path: ['general', 'to'], message: `建设期止（${to}）早于建设期起（${from}）` }];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return [
    ...rows.flatMap(({ no, start, end }, index) =>
      start < from || end > to
        ? [
            {
              path: ['tasks', 'rows', index, start < from ? 'start' : 'end'],
              message: `任务${no}的起止时间（${start}至${end}）超出建设期（${from}至${to}）`,
            },
          ]
        : [],
    ),
    ...measures.flatMap(({ no, targets }, index) =>
      targets.flatMap((target, place) =>
        target.year < first || target.year > last
          ? [
              {
                path: ['indicators', 'rows', index, 'targets', place, 'year'],
                message: `指标${no}的${target.year}年度目标不在建设期（${first}至${last}年）之内`,
              },
            ]
          : [],
      ),
    ),
  ];
}

/** Made once: `localeCompare` with options makes a collator for every comparison, a millisecond for forty rows. */
const numerals = new Intl.Collator('en', { numeric: true });

const byNumber = (a: { readonly no: string }, b: { readonly no: string }): number => numerals.compare(a.no, b.no) || (a.no < b.no ? -1 : 1);

/** The content with its rows in one order, so that equal contents are equal. */
export const inOrder = (content: PlanContent): PlanContent => ({
  ...content,
  tasks: { rows: content.tasks.rows.toSorted(byNumber) },
  indicators: {
    rows: content.indicators.rows.map((row) => ({ ...row, targets: row.targets.toSorted((a, b) => a.year - b.year) })).toSorted(byNumber),
  },
  funding: { rows: content.funding.rows.toSorted((a, b) => (fundingKey(a) < fundingKey(b) ? -1 : 1)) },
});

const parsed = perObject((draft: object): PlanContent | null => {
  const { success, data } = PlanContent.safeParse(draft);
  return success ? inOrder(data) : null;
});

/** The plan a draft says, in order; null while something is missing or wrong. */
export const contentOf = (draft: unknown): PlanContent | null => (typeof draft === 'object' && draft !== null ? parsed(draft) : null);

/** What is missing or wrong in a draft, by field. */
export const contentFaults = (draft: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => faultsOf(PlanContent, draft);
