import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import type { ZonePlan } from '#core/process/plan-facts.ts';
import { contentOf, type PlanContent } from '#processes/plan/content.ts';
import type { PlanData } from '#processes/plan/data.ts';
import { plan as definition } from '#processes/plan/process.ts';
import { completeForm, inventedCode } from './form.ts';
import { centreCheck, changeReport, planChanges, planContent, planOpinion } from './plan.ts';
import { actorIn, begun, told } from './pure.ts';

export const plan = definition as unknown as AnyProcess;
export const zone = '0f4c6f0e-0000-4000-8000-000000000001';

export const zonePlan = (more: Partial<ZonePlan> = {}): ZonePlan => ({
  id: zone,
  name: '东园示范区',
  district: '370303',
  operator: 'owner',
  isRevoked: false,
  current: null,
  spentNumbers: { tasks: [], indicators: [] },
  otherCase: null,
  reviewedYear: null,
  application: completeForm({ name: '东园', creditCode: inventedCode(1), district: '370303' }),
  ...more,
});
export const inForce = (more: Partial<ZonePlan> = {}) =>
  zonePlan({ current: { version: 1, content: contentOf(planContent()), consentedOn: '2021-01-15' as never }, application: null, ...more });
export const facts = (given: ZonePlan | null = inForce()): Facts => ({
  zonePlan: given,
  planEffect: null,
  readings: { planChangeReportWorkdays: 15 },
});

export const data = (kase: Case) => kase.data as PlanData;
export const opened = (given: ZonePlan = inForce()) => begun(plan, { as: 'applicant', input: { zone }, facts: facts(given) });
export const save = (content: PlanContent) => ({ as: 'applicant' as const, event: 'fill_in', input: { changes: planChanges(content) } });
export const later = planContent({
  tasks: { rows: planContent().tasks.rows.map((row) => (row.no === '2.1' ? { ...row, end: '2021-12-31' } : row)) },
});
export const changed = (content: PlanContent = later, given?: ZonePlan) => told(plan, opened(given), [save(content)]);
export const file = (more: object = {}, given = inForce(), at = '2021-03-22T01:00:00.000Z') => ({
  as: 'applicant' as const,
  event: 'file',
  input: changeReport(more),
  facts: facts(given),
  at,
});
export const throughTheCounty = [
  { as: 'county_reviewer' as const, event: 'county_check', input: planOpinion() },
  { as: actorIn('county_approver', { person: 'signer' }), event: 'endorse' },
];
export const checked = (content?: PlanContent) =>
  told(plan, changed(content), [file(), ...throughTheCounty, { as: 'centre_officer', event: 'centre_check', input: centreCheck() }]);
export const consent = (given = inForce()) => ({
  as: 'centre_approver' as const,
  event: 'consent',
  input: { documentNumber: '淄知方〔2021〕1号' },
  facts: facts(given),
});
