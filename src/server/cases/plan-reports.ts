import { type Refusal, type Refused, refused } from '#core/kernel/refusal.ts';
import { both, type Words } from '#core/kernel/words.ts';
import type { Indicator, PlanContent } from '#processes/plan/content.ts';
import { sources } from '#processes/plan/sources.ts';
import type { Tx } from '#server/db/transaction.ts';
import { findZonePlan } from '#server/stores/plans.ts';

type Where = { readonly clause: string; readonly field?: string; readonly kind?: Refusal['kind'] };

/** One refusal about a report on a plan. */
const no = (code: string, says: Words, { kind = 'guard', ...where }: Where): Refused => refused({ kind, code, says, ...where });

/** Answered for what is not there and for what is not the reader's alike. */
export const missing = no('not_found', both('没有找到，或无权查看', 'Not found, or not yours to see'), {
  kind: 'not_found',
  clause: 'operational',
});

/** Refuses a day that has not come; null for any other. */
export const dayFault = (on: string, today: string): Refused | null =>
  on > today
    ? no('in_future', both('日期不能晚于今天', 'The day can not lie in the future'), { kind: 'input', clause: 'operational', field: 'on' })
    : null;

/** Refused where a title is gone: nothing is put on record of it any more. */
export const titleGone = no('title_revoked', both('示范区资格已取消，不能再填报、登记', 'The title of the zone is revoked'), {
  clause: '14.3d',
});

type OwnPlan = { readonly version: number; readonly content: PlanContent };

/** The plan in force of a zone the organisation builds and whose title stands, or why nothing can be reported on it. */
export async function ownPlan(tx: Tx, zone: string, organisation: string | null): Promise<OwnPlan | Refused> {
  const row = await findZonePlan(tx, zone, null);
  if (!row || row.operator !== organisation) return missing;
  if (row.status === 'revoked') return titleGone;
  return row.version === null
    ? no('no_plan_version', both('还没有经同意的建设方案，不能填报进展', 'There is no consented plan yet'), { clause: '6.0' })
    : { version: row.version, content: row.content as PlanContent };
}

/** Why progress on a task can not be taken as it is told; null when it can. */
export function taskFault(body: { readonly state: string; readonly on: string }, today: string): Refused | null {
  if (body.state !== 'dropped') return dayFault(body.on, today);
  const says = both('取消任务须先报告方案调整，经区县审核和市中心同意', 'A task is dropped by a consented change of the plan only');
  return no('drop_needs_adjustment', says, { clause: '14.2b', field: 'state' });
}

/** Why a value can not be taken: counted by the system, another unit, a year without a target, a day to come. */
export function valueFault(
  { no: number, name, unit, source, targets }: Indicator,
  body: { readonly unit: string; readonly year: number; readonly on: string },
  today: string,
): Refused | null {
  if (source !== 'reported') {
    const says = both(`指标${number}取自${sources[source].title.zh}，不需要填报`, 'The system counts this indicator itself');
    return no('indicator_counted', says, { clause: '14.2a' });
  }
  if (body.unit !== unit) {
    const says = both(`指标${number}“${name}”的单位是“${unit}”，不是“${body.unit}”；请换算后填报`, `The unit is ${unit}, not ${body.unit}`);
    return no('wrong_unit', says, { kind: 'input', clause: '14.2a', field: 'unit' });
  }
  if (targets.some(({ year }) => year === body.year)) return dayFault(body.on, today);
  const says = both(`指标${number}没有${body.year}年度目标`, `There is no target for ${body.year}`);
  return no('no_target', says, { kind: 'input', clause: '14.2a', field: 'year' });
}
