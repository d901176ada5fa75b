import { faultsOf } from '#core/form/draft.ts';
import { both } from '#core/kernel/words.ts';
import type { Guard } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import type { RecognitionData } from './data.ts';
import { RecognitionForm } from './form.ts';
import { withoutReason } from './progress.ts';

type RecognitionGuard = Guard<RecognitionData>;

const noPlanSays = both(
  '示范区没有经市中心同意的建设方案，不能认定等次；请先办结方案',
  'The zone has no plan consented by the centre; without one there is no grade',
);

/** Without a consented plan there is nothing to measure the year against (rows 13.1, 14.2a). */
export const hasPlan: RecognitionGuard = {
  code: 'no_plan_version',
  clause: '14.2a',
  asks: ['planProgress'],
  says: noPlanSays,
  met: ({ facts }) => known(facts, 'planProgress') !== null,
};

/** The version is pinned once the county has given its opinion. */
export const planPinned: RecognitionGuard = {
  code: 'no_plan_version',
  clause: '14.2a',
  says: noPlanSays,
  met: ({ data }) => data.progress !== null && data.pinnedOn !== null,
};

export const windowOpen: RecognitionGuard = {
  code: 'window_not_open',
  clause: '12.1',
  says: ({ data }) => both(`自评自${data.firstDay}起报送`, `Self-assessments are taken from ${data.firstDay}`),
  met: ({ data, today }) => today >= data.firstDay,
};

export const formComplete: RecognitionGuard = {
  code: 'form_incomplete',
  clause: '13',
  says: ({ data }) => {
    const faults = faultsOf(RecognitionForm, data.form);
    return both(`自评报告还有${faults.length}处未填或有误，请逐项补齐`, `${faults.length} fields are missing or wrong`);
  },
  met: ({ data }) => faultsOf(RecognitionForm, data.form).length === 0,
};

export const reasonsGiven: RecognitionGuard = {
  code: 'reasons_missing',
  clause: '13.1',
  asks: ['planProgress'],
  says: ({ data, facts }) => {
    const plan = known(facts, 'planProgress');
    const missing = plan ? withoutReason(data.form, plan) : [];
    return both(`未完成的任务、未达到的指标须写明原因，还缺：${missing.join('、')}`, `A reason is missing for: ${missing.join(', ')}`);
  },
  met: ({ data, facts }) => {
    const plan = known(facts, 'planProgress');
    return plan === null || withoutReason(data.form, plan).length === 0; // no plan at all is told by its own guard
  },
};

/** The clock has said that the time is over: the deadline has fired. */
export const reportOverdue: RecognitionGuard = {
  code: 'not_overdue',
  clause: '12.1',
  says: both('自评期限未满，不能径行转入下一环节', 'The time for the self-assessment is not over'),
  met: ({ kase }) => kase.deadline === null,
};

export const titleHeld: RecognitionGuard = {
  code: 'title_not_held',
  clause: '14.3d',
  asks: ['recognitionZone'],
  says: both('示范区资格已取消，不再认定等次；请终止本案', 'The zone has lost its title; there is no grade any more'),
  met: ({ facts }) => known(facts, 'recognitionZone')?.isTitleHeld === true,
};

export const titleLost: RecognitionGuard = {
  code: 'title_stands',
  clause: '12.1',
  asks: ['recognitionZone'],
  says: both('示范区资格仍在，年度认定不能终止', 'The zone holds its title; the recognition goes on'),
  met: ({ facts }) => known(facts, 'recognitionZone')?.isTitleHeld !== true,
};

export const notGraded: RecognitionGuard = {
  code: 'already_graded',
  clause: '12.1',
  asks: ['recognitionZone'],
  says: both('本年度已有认定结果，每年度只认定一次', 'The year has its result already; there is one a year'),
  met: ({ facts }) => known(facts, 'recognitionZone')?.isGraded !== true,
};
