import { both } from '#core/kernel/words.ts';
import type { Schema } from '../../ui/schema/schema.ts';

const named = (zh: string, en: string, rest: Schema = {}): Schema => ({ type: 'string', title: zh, titleEn: en, ...rest });

/** The county's opinion as it is read; what it doubts stands at the rows. Its labels are repeated here (docs/adr/0006-web.md). */
export const opinionSchema: Schema = {
  type: 'object',
  properties: {
    finding: named('自评内容', 'The report is', {
      enum: ['true', 'partly', 'not'],
      labels: { true: both('属实', 'True'), partly: both('部分属实', 'Partly true'), not: both('不属实', 'Not true') },
    }),
    opinion: named('意见', 'Opinion', {
      enum: ['submit', 'return'],
      labels: { submit: both('报市中心', 'Submit to the centre'), return: both('退回补正', 'Return for completion') },
    }),
    reviewer: named('审核人', 'Reviewer'),
    reviewedOn: named('审核日期', 'Reviewed on', { format: 'date' }),
    says: named('意见与理由', 'Opinion and reasons', { widget: 'paragraph' }),
  },
};
