import type { Role } from './roles.ts';

/** Who acts, for which organisation, in which office. The public and the clock have neither person nor organisation. */
export type Actor = {
  readonly person: string | null;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string | null;
  readonly organisationName: string;
  /** District code of the organisation; null for bodies of the whole city. */
  readonly district: string | null;
};

/** Deadlines are kept by an actor like any other; it passes through the same door. */
export const clockActor: Actor = {
  person: null,
  name: '系统时钟',
  role: 'clock',
  organisation: null,
  organisationName: '',
  district: null,
};

/** Somebody who has not signed in. */
export const publicActor: Actor = { ...clockActor, name: '社会公众', role: 'public' };
