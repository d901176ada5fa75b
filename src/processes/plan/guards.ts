import { both } from '#core/kernel/words.ts';
import type { Guard, Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { contentFaults, contentOf, type PlanContent } from './content.ts';
import type { PlanData } from './data.ts';
import { differenceOf } from './difference.ts';

type PlanGuard = Guard<PlanData>;

/** The zone's plan; a case without one is refused by `ownZone` before anything reads it. */
const zonePlan = ({ facts }: Pick<Sight<unknown>, 'facts'>) => known(facts, 'zonePlan');

export const ownZone: Guard<unknown> = {
  code: 'no_such_zone',
  clause: '6.0',
  asks: ['zonePlan'],
  says: both('没有这个示范区，或不是本单位建设的示范区', 'There is no such zone, or it is not yours'),
  met: ({ facts, actor }) => zonePlan({ facts })?.operator === actor.organisation,
};

export const titleStands: Guard<unknown> = {
  code: 'title_revoked',
  clause: '14.3d',
  asks: ['zonePlan'],
  says: both('示范区资格已取消，不能再报送方案', 'The title of the zone is revoked'),
  met: ({ facts }) => zonePlan({ facts })?.isRevoked !== true,
};

export const noOtherCase: Guard<unknown> = {
  code: 'plan_case_open',
  clause: 'operational',
  asks: ['zonePlan'],
  says: ({ facts }) => {
    const other = zonePlan({ facts })?.otherCase ?? '';
    return both(`本示范区已有一件在办的方案（${other}），请在该件上办理`, `Another case about this plan is open (${other})`);
  },
  met: ({ facts }) => (zonePlan({ facts })?.otherCase ?? null) === null,
};

/** The version in force; null before the first. */
export const contentInForce = (sight: Pick<Sight<unknown>, 'facts'>): PlanContent | null => {
  const current = zonePlan(sight)?.current ?? null;
  return current && (current.content as PlanContent);
};

export const baseInForce: PlanGuard = {
  code: 'plan_moved_on',
  clause: '14.2b',
  asks: ['zonePlan'],
  says: (sight) =>
    both(
      `本件以第${sight.data.base}版为基础，现行方案已是第${zonePlan(sight)?.current?.version ?? 0}版，请撤回后在现行版上重新提出`,
      `It starts from version ${sight.data.base}, but version ${zonePlan(sight)?.current?.version ?? 0} is in force; withdraw it and begin anew`,
    ),
  met: (sight) => (zonePlan(sight)?.current?.version ?? 0) === sight.data.base,
};

export const contentComplete: PlanGuard = {
  code: 'plan_incomplete',
  clause: '6.0',
  says: ({ data }) => {
    const faults = contentFaults(data.form);
    return both(
      `方案还有${faults.length}处未填或有误：${faults[0]?.says ?? ''}`,
      `${faults.length} fields of the plan are missing or wrong; see the check page`,
    );
  },
  met: ({ data }) => contentFaults(data.form).length === 0,
};

export const somethingChanged: PlanGuard = {
  code: 'nothing_changed',
  clause: '14.2b',
  asks: ['zonePlan'],
  says: both('与现行方案相比没有任何变化，不需要报告调整', 'Nothing differs from the plan in force'),
  met: (sight) => {
    const next = contentOf(sight.data.form);
    return next === null || differenceOf(contentInForce(sight), next).length > 0; // an unfinished plan is told by contentComplete
  },
};

/** Numbers given to something else than they belong to. */
function reusedNumbers(sight: Sight<PlanData>): readonly string[] {
  const next = contentOf(sight.data.form);
  const spent = zonePlan(sight)?.spentNumbers;
  if (!next || !spent) return [];
  return [
    ...next.tasks.rows.filter(({ no }) => spent.tasks.includes(no)).map(({ no }) => `任务${no}`),
    ...next.indicators.rows.filter(({ no }) => spent.indicators.includes(no)).map(({ no }) => `指标${no}`),
  ];
}

/** What was reported stands under its number: a number of something dropped is not given to something else. */
export const numbersFresh: PlanGuard = {
  code: 'number_used_before',
  clause: '14.2b',
  asks: ['zonePlan'],
  says: (sight) =>
    both(
      `${reusedNumbers(sight).join('、')}的编号已用于以前取消的任务或指标，请另编新号`,
      'A number was used for something dropped before',
    ),
  met: (sight) => reusedNumbers(sight).length === 0,
};

/** Indicators whose unit or source changed under the same number. */
function remeasured(sight: Sight<PlanData>): readonly string[] {
  const next = contentOf(sight.data.form);
  const old = new Map((contentInForce(sight)?.indicators.rows ?? []).map((row) => [row.no, row]));
  return (next?.indicators.rows ?? []).flatMap(({ no, unit, source }) => {
    const before = old.get(no);
    return before && (before.unit !== unit || before.source !== source) ? [no] : [];
  });
}

export const unitsKept: PlanGuard = {
  code: 'unit_changed',
  clause: '14.2b',
  asks: ['zonePlan'],
  says: (sight) =>
    both(
      `指标${remeasured(sight).join('、')}的单位或数据来源与现行方案不同，前后数字无法比较；请保留原指标，或取消后以新编号另立`,
      'An indicator keeps its unit and source; drop it and make a new one',
    ),
  met: (sight) => remeasured(sight).length === 0,
};

/** The centre's approver can only decide what the officer proposed. */
export const checkIs = (opinion: 'consent' | 'refuse'): PlanGuard => ({
  code: 'proposal_differs',
  clause: '14.2b',
  says: both('经办人提出的不是这一意见；如不同意，请退回经办人', 'The officer proposed otherwise; send it back if you disagree'),
  met: ({ data }) => data.check?.opinion === opinion,
});
