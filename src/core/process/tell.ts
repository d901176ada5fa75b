import { both } from '#core/kernel/words.ts';
import type { Role } from '#core/people/roles.ts';
import type { Case } from './define.ts';
import type { Effect } from './effects.ts';

/** Whoever looks at a case can tell others of it; the message begins with its number. */
type Telling = { readonly kase: Pick<Case, 'number' | 'owner' | 'district'> };

/** A message to the organisation whose case it is. */
export const tellOwner = ({ kase }: Telling, zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'organisation', id: kase.owner },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

/** A message to an office of the case's county. */
export const tellCounty = ({ kase }: Telling, role: Extract<Role, `county_${string}`>, zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'role', role, district: kase.district },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

/** A message to an office of the centre. */
export const tellCentre = ({ kase }: Telling, role: Extract<Role, `centre_${string}`>, zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'role', role },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});
