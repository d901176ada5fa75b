import { z } from 'zod';
import { choice, day, field, line } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { defineFactKind, notYet, orUnknown, paper, wrong } from './fact-kind.ts';

const areas = {
  zero_clearing: both('专利清零', 'Zero clearing'),
  doubling: both('专利倍增', 'Doubling'),
  high_value: both('高价值专利培育', 'High-value patents'),
  benchmarking: both('对标找差', 'Benchmarking'),
  litigation: both('维权诉讼', 'Litigation'),
  transfer: both('专利转化', 'Transfer'),
  pledge_financing: both('质押融资', 'Pledge financing'),
  other: both('其他方面', 'Other'),
} as const;

const results = { outstanding: both('成绩显著', 'Outstanding'), ordinary: both('未达到成绩显著', 'Not outstanding') } as const;
const grades = { first: both('一等', 'First'), second: both('二等', 'Second'), third: both('三等', 'Third') } as const;
const gradeNumbers = { first: 1, second: 2, third: 3 } as const;
const decided = both('认定日期', 'Day of the decision');

const form = z.object({
  year: field(z.int('请填写年份').min(2020, '年份过早').max(2100, '年份过晚'), both('认定年度', 'Year'), { clause: '9.2b' }),
  documentNo: field(line(60), both('认定文号', 'Document no.')),
  decidedDate: field(day(), decided),
  areas: field(z.array(choice(areas), '请至少选择一项').min(1, '请至少选择一项'), both('成绩显著的方面', 'Fields'), { widget: 'kinds' }),
  result: field(choice(results), both('认定结果', 'Result')),
  grade: field(orUnknown(choice(grades)), both('等次', 'Grade'), {
    help: both('只在口径改为按等次支持时填写', 'Only where the reading goes by grades'),
  }),
  decisionFile: paper(both('认定文件', 'Decision')),
});

type Data = z.output<typeof form>;

/** 第九条（二）：市中心对托管成效的年度认定；由经办人登记，审定人确认后生效。 */
export const custodyRecognition = defineFactKind({
  name: 'custody_recognition',
  title: both('托管成效认定', 'Recognition of custody results'),
  clause: '9.2b',
  form,
  enteredBy: ['centre_officer'],
  confirmedBy: 'centre_approver',
  requiredFiles: ['decisionFile'],
  keep: (typed): Data => typed,
  matterField: 'year',
  matter: ({ year }) => String(year),
  validOn: ({ year }) => `${year}-01-01`,
  checks: ({ year, decidedDate }, { today }) => [
    notYet('decidedDate', decided, decidedDate, today),
    decidedDate < `${year}-01-01` ? wrong('decidedDate', '认定日期不能早于认定年度', 'The decision can not be older than its year') : null,
  ],
  toCaseFile: ({ agency }, rows) =>
    rows
      .filter(({ standing }) => standing === 'stands')
      .map(({ matter, data }) => ({
        id: `成效认定 ${matter}`,
        type: 'custody_recognition',
        agency,
        year: data.year,
        decidedDate: data.decidedDate,
        areas: [...data.areas],
        result: data.result,
        grade: data.grade && gradeNumbers[data.grade],
      })),
});
