import type { PlanContent } from '#processes/plan/content.ts';
import { changesOf, type FilledForm, type FormChange } from './application-form.ts';
import { accountOf, act, type City, dossierOf, openCase } from './city.ts';
import { parkOf } from './parks.ts';
import type { ToldChange } from './plan-told.ts';
import { zoneOf } from './steps-centre.ts';

/** One plan of a zone or one change of it, by its place in the order. */
export type PlanCase = { readonly park: string; readonly n: number };

const keyOf = ({ park, n }: PlanCase): string => `plan-${park}-${n}`;

const byBuilder = ({ park }: PlanCase, city: City) => accountOf(city, park);

async function open(city: City, kase: PlanCase, changes: readonly FormChange[]): Promise<void> {
  const as = await byBuilder(kase, city);
  const dossier = await openCase(city, { process: 'plan', key: keyOf(kase), as, input: { zone: zoneOf(city, kase.park) } });
  await act(city, dossier, { as, event: 'fill_in', input: { changes } });
}

/** The first plan of a zone, written and filed. */
export async function filePlan(city: City, kase: PlanCase, content: PlanContent): Promise<void> {
  await open(city, kase, changesOf(content as unknown as FilledForm));
  await act(city, dossierOf(city, keyOf(kase)), { as: await byBuilder(kase, city), event: 'file' });
}

/** A change of the plan in force, written and reported. */
export async function fileChange(city: City, kase: PlanCase, { content, report }: ToldChange): Promise<void> {
  const { tasks, indicators } = content;
  await open(city, kase, changesOf({ tasks, indicators }));
  await act(city, dossierOf(city, keyOf(kase)), { as: await byBuilder(kase, city), event: 'file', input: report });
}

const opinion = { isTrue: true, isComplete: true, opinion: 'endorse', reasons: '', requests: [] };

/** The county's reviewer writes the opinion. */
export async function reviewPlan(city: City, kase: PlanCase): Promise<void> {
  const as = await accountOf(city, `${parkOf(kase.park).place}.review`);
  await act(city, dossierOf(city, keyOf(kase)), { as, event: 'county_check', input: opinion });
}

/** The county's approver passes it on to the centre. */
export async function endorsePlan(city: City, kase: PlanCase): Promise<void> {
  await act(city, dossierOf(city, keyOf(kase)), { as: await accountOf(city, `${parkOf(kase.park).place}.sign`), event: 'endorse' });
}

/** An officer of the centre proposes consent. */
export async function checkPlan(city: City, kase: PlanCase): Promise<void> {
  const reasons = kase.n === 1 ? '各章任务与申报书一致，指标有数据来源，资金已列明，建议同意。' : '情况属实，当年目标不降低，建议同意。';
  const input = { opinion: 'consent', reasons };
  await act(city, dossierOf(city, keyOf(kase)), { as: await accountOf(city, 'officer2'), event: 'centre_check', input });
}

/** An approver of the centre consents, and it is in force. */
export async function consentToPlan(city: City, kase: PlanCase): Promise<void> {
  const input = { documentNumber: `虚构方案〔${kase.park.replace('builder', '')}〕${kase.n}号` };
  await act(city, dossierOf(city, keyOf(kase)), { as: await accountOf(city, 'approver2'), event: 'consent', input });
}
