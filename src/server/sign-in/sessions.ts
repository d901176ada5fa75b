import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Session } from '#contract/session.ts';
import type { Language } from '#core/kernel/words.ts';
import type { Actor } from '#core/people/actor.ts';
import { type Role, roles } from '#core/people/roles.ts';
import { audit } from '#server/cases/log.ts';
import { districtName } from '#server/cases/words.ts';
import type { Clock } from '#server/clock.ts';
import type { Pool } from '#server/db/pool.ts';
import { inTx, reading, speakTo, systemScope, type Tx } from '#server/db/transaction.ts';
import { hasDuty } from '#server/stores/duties.ts';
import { countUnread } from '#server/stores/messages.ts';
import { findCredentials, type OfficeRow, officesOf } from '#server/stores/people.ts';
import {
  countFailures,
  deleteAttempt,
  deleteAttempts,
  findSession,
  insertSession,
  lockAttempts,
  type LiveSession,
  recordAttempt,
  touchSession,
} from '#server/stores/sessions.ts';
import { passwordFits } from './passwords.ts';

/** Limits on wrong passwords within a quarter of an hour. */
const limits = { windowMs: 15 * 60_000, perAccount: 5, perAddress: 50 };
const sessionMs = 12 * 3_600_000;
const touchMs = 60_000;

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What signing in ended in. */
export type SignIn =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: 'wrong_credentials' | 'too_many_tries' };

/** Of several offices the first in which something waits to be done; else the first there is. */
async function officeToStartIn(pool: Pool, person: string): Promise<string | null> {
  const offices = await inTx(pool, systemScope, (tx) => officesOf(tx, person));
  if (offices.length > 1) {
    for (const { id, organisation, role, district } of offices) {
      if (await reading(pool, { person, organisation, office: role, district }, hasDuty)) return id;
    }
  }
  return offices[0]?.id ?? null;
}

type Where = { readonly address: string; readonly device: string };

/**
 * Signs in. An unknown name, a wrong password and a disabled account get the same answer after the same work;
 * five failures lock the account's tries for a quarter of an hour.
 */
export async function signIn(
  pool: Pool,
  clock: Clock,
  credentials: { readonly username: string; readonly password: string },
  where: Where,
): Promise<SignIn> {
  const account = credentials.username.normalize('NFKC').toLowerCase();
  const now = clock.machine();
  // Counted as a failure before it is checked, one try of an account after the other: guesses sent together are as many.
  const admitted = await inTx(pool, systemScope, async (tx) => {
    await lockAttempts(tx, account);
    const failures = await countFailures(tx, account, where.address, new Date(now.getTime() - limits.windowMs));
    if (failures.account >= limits.perAccount || failures.address >= limits.perAddress) return null;
    const attempt = await recordAttempt(tx, { account, address: where.address, at: now, isSuccess: false });
    return { attempt, person: await findCredentials(tx, account) };
  });
  if (!admitted) return { ok: false, code: 'too_many_tries' };
  const { attempt, person } = admitted;
  const fits = await passwordFits(person?.password_hash, credentials.password).catch(async (error: unknown) => {
    await inTx(pool, systemScope, (tx) => deleteAttempt(tx, attempt)); // too busy to check: no try of the user's
    throw error;
  });
  if (!fits || !person) return { ok: false, code: 'wrong_credentials' };
  const office = await officeToStartIn(pool, person.id);
  return inTx(pool, systemScope, async (tx) => {
    await deleteAttempts(tx, account);
    await recordAttempt(tx, { account, address: where.address, at: now, isSuccess: true });
    const token = newToken();
    await insertSession(tx, {
      tokenHash: hashToken(token),
      id: randomUUID(),
      person: person.id,
      office,
      now,
      expiresAt: new Date(now.getTime() + sessionMs),
      ...where,
    });
    audit(tx, 'sign_in', person.id, { person: person.id, address: where.address });
    return { ok: true, token };
  });
}

/** The live session of a token, kept alive at most once a minute. */
export async function sessionOf(pool: Pool, clock: Clock, token: string | undefined): Promise<LiveSession | undefined> {
  if (!token) return undefined;
  const now = clock.machine();
  const hash = hashToken(token);
  const session = await findSession(speakTo(pool), hash, now);
  if (session && now.getTime() - Date.parse(session.last_seen_at) > touchMs) {
    await inTx(pool, systemScope, (tx) => touchSession(tx, hash, now));
  }
  return session;
}

/** Whether this session still owes a second factor, by what the office requires and what the person has. */
export function secondFactorState(session: LiveSession, required: readonly string[]): Session['secondFactor'] {
  if (session.has_second_factor) return session.second_factor_at ? 'done' : 'needed';
  return session.role && required.includes(session.role) ? 'to_enrol' : 'not_required';
}

/** The actor a session stands for; undefined when the person holds no office. */
export const actorOf = (session: LiveSession): Actor | undefined =>
  session.role && session.organisation
    ? {
        person: session.person,
        name: session.name,
        role: session.role as Role,
        organisation: session.organisation,
        organisationName: session.organisation_name ?? '',
        district: session.district,
      }
    : undefined;

const officeView = (row: OfficeRow, language: Language) => ({
  id: row.id,
  role: row.role,
  roleTitle: roles[row.role as Role][language],
  organisation: row.organisation,
  organisationName: row.organisation_name,
  district: row.district,
  districtName: districtName(row.district, language),
});

type Around = { readonly clock: Clock; readonly required: readonly string[]; readonly isDemo: boolean; readonly language: Language };

/** The session as its owner sees it. */
export async function presentSession(tx: Tx, session: LiveSession, around: Around): Promise<Session> {
  const offices = (await officesOf(tx, session.person)).map((row) => officeView(row, around.language));
  return {
    person: { id: session.person, name: session.name, username: session.username },
    office: offices.find(({ id }) => id === session.office) ?? null,
    offices,
    secondFactor: secondFactorState(session, around.required),
    isDemo: around.isDemo,
    now: around.clock.now(),
    today: around.clock.today(),
    unread: await countUnread(tx),
  };
}
