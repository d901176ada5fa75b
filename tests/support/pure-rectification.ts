import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import type { GradedYear, TitleZone } from '#core/process/title-facts.ts';
import { rectification as definition } from '#processes/rectification/process.ts';
import { begun, told } from './pure.ts';

/** The process as the kit handles it. */
export const rectification = definition as unknown as AnyProcess;

const zone = '00000000-0000-4000-8000-000000000001';
const recognition = '00000000-0000-4000-8000-000000000002';

export const titleFact = (more: Partial<TitleZone> = {}): TitleZone => ({
  id: zone,
  name: '东园示范区',
  district: '370303',
  operator: 'owner',
  operatorName: '东园管理委员会',
  status: 'designated',
  otherRectification: null,
  otherRevocation: null,
  ...more,
});

export const yearFact = (more: Partial<GradedYear> = {}): GradedYear => ({
  recognition,
  number: 'RD-2021-00001',
  zone,
  year: 2020,
  grade: 'unqualified',
  decidedOn: '2021-02-26' as GradedYear['decidedOn'],
  reason: null,
  shortfalls: [{ subject: '任务2 供求对接', says: '年末状态：进行中' }],
  isSecondInARow: false,
  consequence: null,
  ...more,
});

/** Readings by default: three months, six at most, a missed deadline is a flag (I-38). */
export const readings = {
  rectificationMonths: 3,
  rectificationMonthsMaximum: 6,
  overdueRectification: 'flag_then_centre_decides',
  secondUnqualifiedYear: 'new_rectification_cycle',
  hearingRequestWorkdays: 5,
};

export const usual: Facts = { titleZone: titleFact(), gradedYear: yearFact(), readings };
/** While the zone rectifies. */
export const running: Facts = { ...usual, titleZone: titleFact({ status: 'rectifying' }) };

export const opening = { zone, recognition };
export const paper = { title: '照片', attachment: 'a'.repeat(64) };
export const reason = { reason: '理由不少于五个字' };
export const document = (no = 1) => ({ documentNumber: `淄知整〔2021〕${no}号` });

export const notice = (more: object = {}) => ({
  findings: [
    { clause: '13.1', subject: '任务2', found: '供求对接只办了三场。', measure: '补办供求对接不少于五场。' },
    { clause: '13.1', subject: '指标2', found: '培训人次只到一半。', measure: '补办培训，达到目标。' },
  ],
  deadline: '2021-06-01',
  ...more,
});

export const work = (finding: string, more: object = {}) => ({
  finding,
  measure: '已补办五场供求对接。',
  doneOn: '2021-02-26',
  evidence: [paper],
  ...more,
});

export const countyOpinion = (more: object = {}) => ({ finding: 'true', says: '整改情况属实，请予复核。', ...more });

export const recheck = (result: 'qualified' | 'unqualified', more: object = {}) => ({
  seenOn: '2021-03-01',
  team: ['孙三', '周四'],
  findings: [
    { finding: '1', outcome: 'done', says: '' },
    { finding: '2', outcome: result === 'qualified' ? 'done' : 'not', says: result === 'qualified' ? '' : '培训没有补办。' },
  ],
  result,
  reason: result === 'qualified' ? '各项均已整改。' : '主要指标仍未达到。',
  ...more,
});

/** Opened by the clock. */
export const opened = (facts = usual): Case => begun(rectification, { as: 'clock', input: opening, facts });
/** With a drafted notice. */
export const drafted = (more: object = {}): Case =>
  told(rectification, opened(), [{ as: 'centre_officer', event: 'draft_notice', input: notice(more), facts: usual }]);
/** With the notice out: the zone rectifies. */
export const issued = (more: object = {}): Case =>
  told(rectification, drafted(more), [{ as: 'centre_approver', event: 'issue_notice', input: document(), facts: usual }]);
export const reported = (): Case =>
  told(rectification, issued(), [
    { as: 'applicant', event: 'save_report', input: { rows: [work('1'), work('2')] } },
    { as: 'applicant', event: 'file_report' },
  ]);
/** Supervised by the county and waiting for the recheck. */
export const supervised = (): Case =>
  told(rectification, reported(), [
    { as: 'county_reviewer', event: 'county_check', input: countyOpinion() },
    { as: 'county_approver', event: 'county_sign' },
  ]);
export const rechecked = (result: 'qualified' | 'unqualified'): Case =>
  told(rectification, supervised(), [{ as: 'centre_officer', event: 'record_recheck', input: recheck(result) }]);
export const overdue = (): Case =>
  told(rectification, issued(), [{ as: 'clock', event: 'rectification_overdue', at: '2021-06-01T16:00:00.000Z' }]);
