import type { PlanContent } from '#processes/plan/content.ts';
import { good } from './caller.ts';
import { centreCheck, changeReport, planChanges, planContent, planOpinion } from './plan.ts';
import { Kase } from './story.ts';
import type { World } from './world.ts';

/** A plan case of the eastern zone, opened by its building unit. */
export const openedPlan = async (world: World, zone: string): Promise<Kase> =>
  new Kase(world, good(await (await world.as('east')).open('plan', { zone })));

/** Filed with this content; the report says what a change needs. */
export async function filedPlan(
  world: World,
  zone: string,
  content: PlanContent = planContent(),
  report: object = changeReport(),
): Promise<Kase> {
  const kase = await openedPlan(world, zone);
  await kase.do('east', 'fill_in', { changes: planChanges(content) });
  await kase.do('east', 'file', report);
  return kase;
}

/** Through the county by two persons. */
export async function passedPlan(world: World, zone: string, content?: PlanContent, report?: object): Promise<Kase> {
  const kase = await filedPlan(world, zone, content, report);
  await kase.do('reviewer', 'county_check', planOpinion());
  await kase.do('signer', 'endorse');
  return kase;
}

/** Checked by the centre's officer and ready for the approver. */
export async function checkedPlan(world: World, zone: string, content?: PlanContent, report?: object): Promise<Kase> {
  const kase = await passedPlan(world, zone, content, report);
  await kase.do('officer', 'centre_check', centreCheck());
  return kase;
}

/** In force. */
export async function consentedPlan(world: World, zone: string, content?: PlanContent, report?: object): Promise<Kase> {
  const kase = await checkedPlan(world, zone, content, report);
  await kase.do('approver', 'consent', { documentNumber: `淄知方〔2021〕${kase.number.slice(-3)}号` });
  return kase;
}
