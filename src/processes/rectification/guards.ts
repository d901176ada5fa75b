import { businessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import type { Guard, Sight } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { RectificationData } from './data.ts';
import { deadlineFaults, latestDay, monthsAtMost } from './timing.ts';
import { missingWork } from './work-rows.ts';

type RectificationGuard = Guard<RectificationData>;
export type RectificationSight = Sight<RectificationData>;

const faultsOfDeadline = ({ data, facts, today }: RectificationSight) =>
  deadlineFaults('deadline', {
    deadline: data.deadline ?? '',
    today,
    latest: latestDay(facts, today),
    months: monthsAtMost(facts),
  });

/** The notice may have waited for its signature: its last day is looked at again on the day it goes out. */
export const deadlineStillFits: RectificationGuard = {
  code: 'deadline_moved_on',
  clause: '14.3c',
  asks: ['readings'],
  says: (sight) => {
    const why = faultsOfDeadline(sight)[0]?.says;
    return both(`${why?.zh ?? ''}；请退回重拟整改截止日`, `${why?.en ?? ''}; send the notice back`);
  },
  met: (sight) => faultsOfDeadline(sight).length === 0,
};

export const titleHeld: RectificationGuard = {
  code: 'title_not_held',
  clause: '14.3d',
  asks: ['titleZone'],
  says: both('示范区资格已取消，没有可整改的资格', 'The zone has lost its title; there is nothing left to rectify'),
  met: ({ facts }) => (known(facts, 'titleZone')?.status ?? 'revoked') !== 'revoked',
};

export const titleLost: RectificationGuard = {
  code: 'title_stands',
  clause: '14.3d',
  asks: ['titleZone'],
  says: both('示范区资格仍在，整改不能终止', 'The zone holds its title; the rectification goes on'),
  met: ({ facts }) => (known(facts, 'titleZone')?.status ?? 'revoked') === 'revoked',
};

export const noOtherRunning: RectificationGuard = {
  code: 'other_rectification_running',
  clause: '14.3c',
  asks: ['titleZone'],
  says: ({ facts }) => {
    const other = known(facts, 'titleZone')?.otherRectification ?? '';
    return both(`该示范区的${other}还没有办结，请先办结`, `${other} of the same zone is not decided yet; decide it first`);
  },
  met: ({ facts }) => (known(facts, 'titleZone')?.otherRectification ?? null) === null,
};

export const workComplete: RectificationGuard = {
  code: 'report_incomplete',
  clause: '14.3c',
  says: ({ data }) => {
    const missing = missingWork(data);
    return both(
      `整改事项${missing.join('、')}还缺整改措施、完成日期或证明材料，请逐项补齐`,
      `Measure, day or evidence is missing for finding ${missing.join(', ')}`,
    );
  },
  met: ({ data }) => missingWork(data).length === 0,
};

/** The clock has said that the time is over: the deadline has fired. */
const isOverdue = ({ kase }: RectificationSight): boolean => kase.deadline === null;

/** Nobody is rechecked while their time runs. */
export const waitedLongEnough: RectificationGuard = {
  code: 'recheck_too_early',
  clause: '14.3d',
  says: ({ data, kase }) => {
    if (kase.state === 'rectifying')
      return both(
        `整改期限至${data.deadline}，期限未满且未收到整改报告，不能复核`,
        `The time runs until ${data.deadline} and no report is filed; there is no recheck yet`,
      );
    return both('区县督导意见的期限未满，不能径行复核', 'The time for the county’s opinion is not over');
  },
  met: isOverdue,
};

export const overdueCountsAsFailed: RectificationGuard = {
  code: 'overdue_only_flagged',
  clause: '14.3d',
  asks: ['readings'],
  says: both(
    '现行口径为逾期只作提示，须经复核才能认定仍不合格',
    'By the reading in force a missed deadline is a flag only; the recheck decides',
  ),
  met: ({ facts }) => known(facts, 'readings').overdueRectification === 'counts_as_failed',
};

export const notExtended: RectificationGuard = {
  code: 'extended_before',
  clause: '14.3c',
  says: ({ data }) => both(`已延期一次至${data.deadline}，不能再次延期`, `It was extended once already, until ${data.deadline}`),
  met: ({ data }) => data.extension === null,
};

export const extensionProposed: RectificationGuard = {
  code: 'extension_not_proposed',
  clause: '14.3c',
  says: both('经办人还没有提出延期', 'No extension is proposed'),
  met: ({ data }) => data.proposedExtension !== null,
};

/** The approver can only decide what the officer proposed. */
export const resultIs = (result: 'qualified' | 'unqualified'): RectificationGuard => ({
  code: 'result_differs',
  clause: '14.3d',
  says: both('经办人提出的不是这一结论；如不同意，请退回', 'The officer proposed otherwise; send it back if you disagree'),
  met: ({ data }) => data.recheck?.result === result,
});

/** Faults of another last day for the same notice: the months count from the day it went out. */
export function extensionFaults({ data, facts, today }: RectificationSight, until: string) {
  const issuedOn = businessDate(data.notice?.issuedOn ?? today);
  const later = until > (data.deadline ?? '');
  return later
    ? deadlineFaults('until', { deadline: until, today, latest: latestDay(facts, issuedOn), months: monthsAtMost(facts) })
    : [
        {
          kind: 'input' as const,
          code: 'not_later',
          clause: '14.3c',
          field: 'until',
          says: both(`须晚于现在的截止日${data.deadline}`, `It must lie after ${data.deadline}`),
        },
      ];
}
