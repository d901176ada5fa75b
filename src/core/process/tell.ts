import { both, type Words } from '#core/kernel/words.ts';
import type { Case } from './define.ts';
import type { Effect, Recipient } from './effects.ts';

type About = { readonly kase: Pick<Case, 'number' | 'owner' | 'district' | 'counterparty'> };

const tell = ({ kase }: About, recipient: Recipient, { zh, en }: Words): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient,
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

/** A message to whose case it is. */
export const tellOwner = (about: About, zh: string, en: string): Effect =>
  tell(about, { to: 'organisation', id: about.kase.owner }, both(zh, en));

/** A message to the other party of the case. */
export const tellParty = (about: About, zh: string, en: string): Effect =>
  tell(about, { to: 'organisation', id: about.kase.counterparty }, both(zh, en));

/** A message to an office of the case's county. */
export const tellCounty = (about: About, role: 'county_reviewer' | 'county_approver', zh: string, en: string): Effect =>
  tell(about, { to: 'role', role, district: about.kase.district }, both(zh, en));

/** A message to an office of the centre. */
export const tellCentre = (about: About, role: 'centre_officer' | 'centre_approver', zh: string, en: string): Effect =>
  tell(about, { to: 'role', role }, both(zh, en));

/** A message to the agencies in a zone. */
export const tellAgencies = (about: About, zone: string, zh: string, en: string): Effect =>
  tell(about, { to: 'agencies', zone }, both(zh, en));
