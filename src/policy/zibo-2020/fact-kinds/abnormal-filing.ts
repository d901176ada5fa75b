import { z } from 'zod';
import { choice, count, day, field, line, yesNo } from '#core/form/fields.ts';
import { both } from '#core/kernel/words.ts';
import { defineFactKind, keyOf, notYet, orUnknown, paper } from './fact-kind.ts';

const states = {
  pending: both('已通知，尚未定论', 'Notified, still open'),
  confirmed: both('已认定', 'Found'),
  withdrawn: both('已撤回或异议成立', 'Withdrawn, or the objection was upheld'),
} as const;

const ruleVersions = {
  rules2017: both('规范申请行为的若干规定（2017年）', 'Rules of 2017'),
  notice411: both('第411号公告（2021年3月11日起）', 'Announcement 411, from 2021-03-11'),
  order77: both('第77号令（2024年1月20日起）', 'Order 77, from 2024-01-20'),
} as const;

const found = both('通报（认定）日期', 'Day of the finding');

const form = z.object({
  noticeNo: field(line(60), both('来文文号', 'Number of the notice'), { clause: '9.5a' }),
  date: field(day(), found),
  status: field(choice(states), both('状态', 'State')),
  isMalicious: field(orUnknown(yesNo()), both('是否恶意', 'Malicious'), {
    help: both('须有来文依据，如多次发生或拒不撤回', 'Needs a finding, such as repetition or refusal to withdraw'),
  }),
  patents: field(orUnknown(count()), both('涉及专利申请件数', 'Filings concerned')),
  ruleVersion: field(choice(ruleVersions), both('所依据的规定', 'Rules applied')),
  noticeFile: paper(both('来文', 'Notice')),
});

type Data = z.output<typeof form>;

/** 第九条（五）：国家局通报的非正常申请；由经办人登记，审定人确认前一律视为未定论。 */
export const abnormalFiling = defineFactKind({
  name: 'abnormal_filing',
  title: both('非正常申请认定', 'Abnormal filing'),
  clause: '9.5a',
  form,
  enteredBy: ['centre_officer'],
  confirmedBy: 'centre_approver',
  requiredFiles: ['noticeFile'],
  keep: (typed): Data => typed,
  matterField: 'noticeNo',
  matter: ({ noticeNo }) => keyOf(noticeNo),
  validOn: ({ date }) => date,
  checks: ({ date }, { today }) => [notYet('date', found, date, today)],
  toCaseFile: ({ agency }, rows) =>
    rows
      .filter(({ standing }) => standing !== 'disputed')
      .map(({ matter, validOn, data, standing }) => ({
        id: `非正常申请 ${matter}`,
        type: 'abnormal_filing',
        agency,
        date: validOn,
        malicious: data.isMalicious,
        status: standing === 'stands' ? data.status : 'pending',
        patents: data.patents,
      })),
});
