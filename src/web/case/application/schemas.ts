import { both } from '#core/kernel/words.ts';
import type { Schema } from '../../ui/schema/schema.ts';

const named = (zh: string, en: string, rest: Schema = {}): Schema => ({ type: 'string', title: zh, titleEn: en, ...rest });
const paragraph = { widget: 'paragraph' } as const;
const findings = {
  enum: ['confirmed', 'not'],
  labels: { confirmed: both('属实', 'Confirmed'), not: both('不属实', 'Not confirmed') },
} as const;

/** The county's opinion as it is read. The API describes only inputs on offer, so its labels are repeated here (docs/adr/0006-web.md). */
export const opinionSchema: Schema = {
  type: 'object',
  properties: {
    opinion: named('审核意见', 'Opinion', {
      enum: ['recommend', 'return', 'reject'],
      labels: {
        recommend: both('同意推荐', 'Recommend'),
        return: both('退回补正', 'Return for completion'),
        reject: both('不予推荐', 'Do not recommend'),
      },
    }),
    isComplete: named('材料齐全', 'Complete', { type: 'boolean' }),
    districtConditions: named('区县支持条件', 'District conditions', { ...findings, clause: '5.1' }),
    industryConditions: named('产业与需求', 'Industry and demand', { ...findings, clause: '5.2' }),
    agencyConditions: named('机构数量', 'Number of agencies', { ...findings, clause: '5.3a' }),
    coverageConditions: named('服务覆盖', 'Coverage', { ...findings, clause: '5.3b' }),
    siteSeenOn: named('实地查看日期', 'Site seen on', { format: 'date' }),
    reviewer: named('审核人', 'Reviewer'),
    reviewedOn: named('审核日期', 'Reviewed on', { format: 'date' }),
    reasons: named('理由', 'Reasons', paragraph),
  },
};

/** The record of the site inspection as it is read. */
export const inspectionSchema: Schema = {
  type: 'object',
  properties: {
    result: named('考察结论', 'Result', {
      enum: ['agrees', 'partly', 'not'],
      labels: { agrees: both('相符', 'Agrees'), partly: both('部分相符', 'Partly'), not: both('不符', 'Does not agree') },
    }),
    date: named('考察日期', 'Date', { format: 'date' }),
    team: { type: 'array', title: '考察组成员', titleEn: 'Team', items: { type: 'string' } },
    isBoundarySeen: named('四至范围已查看', 'Boundary seen', { type: 'boolean' }),
    enterprisesAsked: named('访谈企业数', 'Enterprises asked', { type: 'integer' }),
    visits: {
      type: 'array',
      title: '走访机构',
      titleEn: 'Agencies visited',
      items: {
        type: 'object',
        properties: {
          agency: named('机构', 'Agency'),
          isOperating: named('实际经营', 'Really operating', { type: 'boolean' }),
          personsMet: named('接待人员', 'Persons met'),
          photo: named('照片', 'Photo', { widget: 'attachment' }),
        },
      },
    },
    documentsSeen: named('查阅材料', 'Documents seen', paragraph),
    deviations: named('与申报书不符之处', 'Deviations', paragraph),
    signedByTeam: named('考察组签字', 'Signed for the team'),
    signedBySite: named('申报单位签字', 'Signed for the applicant'),
  },
};
