import { Nothing, Reason } from '#core/form/inputs.ts';
import { both } from '#core/kernel/words.ts';
import { applicant, centreOfficer } from '#core/people/offices.ts';
import { eventsOf } from '#core/process/define.ts';
import { tellCentre, tellCounty, tellOwner } from '#core/process/tell.ts';
import { Extension, type RectificationData } from './data.ts';
import { extensionFaults, extensionProposed, notExtended, type RectificationSight } from './guards.ts';
import { extender } from './people.ts';
import type { State } from './states.ts';

const event = eventsOf<State, RectificationData>();

const asking = {
  clause: '14.3c',
  from: ['rectifying'],
  to: 'same',
  input: Extension,
  asks: ['readings'],
  guards: [notExtended],
  accepts: (sight: RectificationSight, { until }: Extension) => extensionFaults(sight, until),
} as const;

export const askExtension = event({
  ...asking,
  from: [...asking.from],
  asks: [...asking.asks],
  title: both('申请延期', 'Ask for an extension'),
  who: [applicant],
  apply: ({ data, today }, asked) => ({ ...data, asked: { ...asked, on: today } }),
  effects: (sight, { until }) => [
    tellCentre(sight, 'centre_officer', `建设单位申请延期至${until}`, `the building unit asks for an extension until ${until}`),
  ],
});

export const proposeExtension = event({
  ...asking,
  from: [...asking.from],
  asks: [...asking.asks],
  title: both('提出延期', 'Propose an extension'),
  who: [centreOfficer],
  apply: ({ data }, extension) => ({ ...data, proposedExtension: extension }),
  effects: (sight, { until }) => [
    tellCentre(sight, 'centre_approver', `拟延期至${until}，请决定`, `an extension until ${until} is proposed; please decide`),
  ],
});

/** The one extension there may be; the proposal may have waited, so its day is looked at again. */
export const extend = event({
  title: both('决定延期', 'Extend'),
  clause: '14.3c',
  from: ['rectifying'],
  to: 'same',
  who: [extender],
  input: Nothing,
  asks: ['readings'],
  guards: [extensionProposed, notExtended],
  isDuty: true,
  accepts: (sight) => extensionFaults(sight, sight.data.proposedExtension?.until ?? ''),
  apply: ({ data, today }) => ({
    ...data,
    deadline: data.proposedExtension?.until ?? data.deadline,
    extension: data.proposedExtension && { ...data.proposedExtension, from: data.deadline ?? '', decidedOn: today },
    proposedExtension: null,
    overdueOn: null,
  }),
  effects: (sight) => [
    tellOwner(sight, `整改期限延至${sight.data.deadline}，只延一次`, `extended until ${sight.data.deadline}, once and for all`),
    tellCounty(sight, 'county_reviewer', `整改期限延至${sight.data.deadline}`, `extended until ${sight.data.deadline}`),
  ],
});

export const refuseExtension = event({
  title: both('不予延期', 'Do not extend'),
  clause: '14.3c',
  from: ['rectifying'],
  to: 'same',
  who: [extender],
  input: Reason,
  guards: [extensionProposed],
  apply: ({ data }) => ({ ...data, proposedExtension: null }),
  effects: (sight) => [
    tellOwner(sight, `不予延期，整改期限仍为${sight.data.deadline}`, `no extension: the last day stays ${sight.data.deadline}`),
  ],
});
