import { both } from '#core/kernel/words.ts';
import type { Schema } from '../../ui/schema/schema.ts';

const named = (zh: string, en: string, rest: Schema = {}): Schema => ({ type: 'string', title: zh, titleEn: en, ...rest });
const paragraph = { widget: 'paragraph' } as const;
const date = { format: 'date' } as const;
const yesNo = { type: 'boolean' } as const;

/** The report of a change as it is read; the API describes only inputs on offer (docs/adr/0006-web.md). */
export const reportSchema: Schema = {
  type: 'object',
  properties: {
    reason: named('调整原因', 'Reason', paragraph),
    explanation: named('情况说明', 'Explanation', paragraph),
    effectOnGoals: named('对建设目标的影响', 'Effect on the goals', paragraph),
    changedOn: named('变化发生日期', 'Day of the change', date),
    isEditorial: named('仅文字更正', 'Correction of a slip', yesNo),
    evidence: {
      type: 'array',
      title: '附件',
      titleEn: 'Attachments',
      items: {
        type: 'object',
        properties: { title: named('材料名称', 'Title'), attachment: named('文件', 'File', { widget: 'attachment' }) },
      },
    },
  },
};

/** The county's opinion as it is read. */
export const opinionSchema: Schema = {
  type: 'object',
  properties: {
    opinion: named('审核意见', 'Opinion', {
      enum: ['endorse', 'return', 'reject'],
      labels: {
        endorse: both('审核通过', 'Passed'),
        return: both('退回补正', 'Return for completion'),
        reject: both('审核不通过', 'Not passed'),
      },
    }),
    isTrue: named('所报情况属实', 'True', yesNo),
    isComplete: named('材料齐全', 'Complete', yesNo),
    reasons: named('理由', 'Reasons', paragraph),
    reviewer: named('审核人', 'Reviewer'),
    reviewedOn: named('审核日期', 'Reviewed on', date),
  },
};

/** What the centre's officer proposed, as it is read. */
export const checkSchema: Schema = {
  type: 'object',
  properties: {
    opinion: named('审核意见', 'Opinion', {
      enum: ['consent', 'refuse'],
      labels: { consent: both('建议同意', 'Consent'), refuse: both('建议不予同意', 'Refuse') },
    }),
    reasons: named('理由', 'Reasons', paragraph),
    checker: named('审核人', 'Checked by'),
    checkedOn: named('审核日期', 'Checked on', date),
  },
};
