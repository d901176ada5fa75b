import { both } from '#core/kernel/words.ts';
import type { Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import type { RecognitionData } from './data.ts';

export type RecognitionSight = Sight<RecognitionData>;

/** A message to the building unit. */
export const tellOwner = ({ kase }: RecognitionSight, zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'organisation', id: kase.owner },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

/** A message to an office of the county. */
export const tellCounty = ({ kase }: RecognitionSight, role: 'county_reviewer' | 'county_approver', zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'role', role, district: kase.district },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

/** A message to an office of the centre. */
export const tellCentre = ({ kase }: RecognitionSight, role: 'centre_officer' | 'centre_approver', zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'role', role },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});
