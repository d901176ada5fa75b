import { both } from '#core/kernel/words.ts';
import { within } from '#policy/zibo-2020/time-limits.ts';

const unit = both('建设单位', 'the building unit');
const centre = both('市中心', 'the centre');

/** What a recommendation awaits. */
export const states = {
  unit_part: {
    title: both('待建设单位同意并补充', 'Building unit to consent'),
    awaits: unit,
    deadline: within('recommendationConsentWorkdays', { fires: 'unit_overdue' }),
  },
  gathering: { title: both('待整理材料并拟荐', 'Dossier to be gathered'), awaits: centre },
  approval: { title: both('待审定报送', 'Approval'), awaits: centre },
  sent: { title: both('已报送，待上级结果', 'Sent; awaits the outcome'), awaits: both('上级知识产权部门', 'the higher authority') },
  accepted: { title: both('已获认定', 'Accepted'), isFinal: true },
  not_accepted: { title: both('未获认定', 'Not accepted'), isFinal: true },
  withdrawn: { title: both('已撤回', 'Withdrawn'), isFinal: true },
  declined: { title: both('建设单位不参加', 'Declined by the unit'), isFinal: true },
  dropped: { title: both('已作废', 'Dropped'), isFinal: true },
  ended: { title: both('条件丧失，已终止', 'Ended: not fit any more'), isFinal: true },
} as const;

export type State = keyof typeof states;

/** States in which a zone may not be recommended for the same level once more. */
export const liveStates = ['unit_part', 'gathering', 'approval', 'sent'] as const satisfies readonly State[];
