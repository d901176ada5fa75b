import type { NamedEndpoints } from '#contract/index.ts';
import { both } from '#core/kernel/words.ts';
import { audit } from '#server/cases/log.ts';
import { inTx, systemScope, type Tx } from '#server/db/transaction.ts';
import { hashPassword, passwordFits, TooBusy } from '#server/sign-in/passwords.ts';
import { newSecondFactor, stepOfCode } from '#server/sign-in/second-factor.ts';
import { hashToken, newToken, presentSession, secondFactorState, sessionOf, signIn } from '#server/sign-in/sessions.ts';
import { countUnread, listMessages, markRead } from '#server/stores/messages.ts';
import { confirmPendingTotp, credentialsOf, officesOf, setPasswordHash, setPendingTotp, takeTotpStep } from '#server/stores/people.ts';
import {
  countFailures,
  deleteOtherSessions,
  deleteSession,
  deleteSessionById,
  type LiveSession,
  listSessions,
  lockAttempts,
  passedSecondFactor,
  recordAttempt,
  setSessionOffice,
} from '#server/stores/sessions.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { cookieName } from './let-in.ts';

type Named = NamedEndpoints;

const around = (call: Call) => ({
  clock: call.house.clock,
  required: call.house.config.SECOND_FACTOR_ROLES,
  isDemo: call.house.config.JIXIA_DEMO,
  language: call.language,
});

const live = (call: Call): LiveSession => call.session ?? stop(call, 'not_signed_in');
const tokenOf = (call: Call): string => call.request.cookies[cookieName(call.house)] ?? '';

function setCookie(call: Call, token: string): void {
  call.reply.setCookie(cookieName(call.house), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: call.house.config.PUBLIC_URL?.startsWith('https:') ?? false,
    maxAge: 12 * 3600,
  });
}

/** Looks the session up again after it changed, and shows it. */
async function shown(call: Call, token: string) {
  const session = await sessionOf(call.house.pool, call.house.clock, token);
  if (!session) return stop(call, 'not_signed_in');
  return inTx(call.house.pool, { ...systemScope, person: session.person }, (tx) => presentSession(tx, session, around(call)));
}

const device = (call: Call) => String(call.request.headers['user-agent'] ?? '').slice(0, 200);

export const signInHandler: Handler<Named['signIn']> = async (given) => {
  const call = given as Call;
  const result = await signIn(call.house.pool, call.house.clock, given.body, { address: call.request.ip, device: device(call) }).catch(
    (error: unknown) => {
      if (error instanceof TooBusy) return stop(call, 'busy');
      throw error;
    },
  );
  if (!result.ok) return stop(call, result.code);
  setCookie(call, result.token);
  return shown(call, result.token);
};

export const readSessionHandler: Handler<Named['readSession']> = async (given) => {
  const call = given as Call;
  const { session } = call;
  if (!session) return null;
  return inTx(call.house.pool, { ...systemScope, person: session.person }, (tx) => presentSession(tx, session, around(call)));
};

export const signOutHandler: Handler<Named['signOut']> = async (given) => {
  const call = given as Call;
  await inTx(call.house.pool, systemScope, (tx) => deleteSession(tx, hashToken(tokenOf(call))));
  call.reply.clearCookie(cookieName(call.house), { path: '/' });
  return undefined;
};

/** The secret that counts, or the one that waits for its first right code. */
export type Which = 'confirmed' | 'pending';

/** Checks a code against a person's secret, counting failures like wrong passwords. Returns whether it was right. */
export async function codeFits(tx: Tx, call: Call, code: string, which: Which): Promise<'fits' | 'wrong' | 'too_many'> {
  const { person } = live(call);
  const now = call.house.clock.machine();
  const account = `totp:${person}`;
  await lockAttempts(tx, account);
  const failures = await countFailures(tx, account, '', new Date(now.getTime() - 15 * 60_000));
  if (failures.account >= 5) return 'too_many';
  const credentials = await credentialsOf(tx, person);
  const secret = which === 'pending' ? credentials?.totp_pending : credentials?.totp_secret;
  const step = secret ? stepOfCode(secret, code, now) : null;
  const fits =
    step !== null && (which === 'pending' ? await confirmPendingTotp(tx, person, step, now) : await takeTotpStep(tx, person, step));
  await recordAttempt(tx, { account, address: call.request.ip, at: now, isSuccess: fits });
  return fits ? 'fits' : 'wrong';
}

/** Passing the second factor changes the token: one seen before is worth nothing after. */
async function passSecondFactor(call: Call, code: string, which: Which) {
  const session = live(call);
  const token = newToken();
  const result = await inTx(call.house.pool, systemScope, async (tx) => {
    const outcome = await codeFits(tx, call, code, which);
    if (outcome === 'fits') {
      await passedSecondFactor(tx, hashToken(tokenOf(call)), hashToken(token), call.house.clock.machine());
      audit(tx, 'second_factor', session.person, { person: session.person });
    }
    return outcome;
  });
  if (result !== 'fits') return stop(call, result === 'wrong' ? 'wrong_second_factor' : 'too_many_tries');
  setCookie(call, token);
  return shown(call, token);
}

export const passSecondFactorHandler: Handler<Named['passSecondFactor']> = (call) =>
  passSecondFactor(call as Call, call.body.code, 'confirmed');
export const confirmSecondFactorHandler: Handler<Named['confirmSecondFactor']> = (call) =>
  passSecondFactor(call as Call, call.body.code, 'pending');

export const enrolSecondFactorHandler: Handler<Named['enrolSecondFactor']> = async (given) => {
  const call = given as Call;
  const session = live(call);
  if (secondFactorState(session, call.house.config.SECOND_FACTOR_ROLES) === 'needed') return stop(call, 'second_factor_needed');
  const made = await newSecondFactor(session.username);
  await inTx(call.house.pool, systemScope, async (tx) => {
    await setPendingTotp(tx, session.person, made.secret);
    audit(tx, 'second_factor.enrol', session.person, { person: session.person });
  });
  return { secret: made.text, uri: made.uri, qr: made.qr };
};

export const switchOfficeHandler: Handler<Named['switchOffice']> = async (given) => {
  const call = given as Call;
  const session = live(call);
  const isOwn = await inTx(call.house.pool, systemScope, async (tx) => {
    const offices = await officesOf(tx, session.person);
    if (!offices.some(({ id }) => id === given.body.office)) return false;
    await setSessionOffice(tx, hashToken(tokenOf(call)), given.body.office);
    audit(tx, 'switch_office', session.person, { person: session.person, office: given.body.office });
    return true;
  });
  return isOwn ? shown(call, tokenOf(call)) : stop(call, 'not_found', both('您没有这个身份', 'You do not hold that office'));
};

export const changePasswordHandler: Handler<Named['changePassword']> = async (given) => {
  const call = given as Call;
  const session = live(call);
  const person = await inTx(call.house.pool, systemScope, (tx) => credentialsOf(tx, session.person));
  if (!(await passwordFits(person?.password_hash, given.body.current)))
    return stop(call, 'wrong_credentials', both('当前密码不对', 'The current password is wrong'));
  const hash = await hashPassword(given.body.next);
  await inTx(call.house.pool, systemScope, async (tx) => {
    await setPasswordHash(tx, session.person, hash);
    await deleteOtherSessions(tx, session.person, hashToken(tokenOf(call)));
    audit(tx, 'password', session.person, { person: session.person });
  });
  return undefined;
};

export const listSessionsHandler: Handler<Named['listSessions']> = async (given) => {
  const call = given as Call;
  const session = live(call);
  const rows = await inTx(call.house.pool, { ...systemScope, person: session.person }, (tx) =>
    listSessions(tx, session.person, call.house.clock.machine()),
  );
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    lastSeenAt: row.last_seen_at,
    isThis: row.id === session.id,
  }));
};

export const endSessionHandler: Handler<Named['endSession']> = async (given) => {
  const call = given as Call;
  const session = live(call);
  const scope = { person: session.person, organisation: null, office: 'own', district: null };
  const ended = await inTx(call.house.pool, scope, (tx) => deleteSessionById(tx, given.params.id));
  return ended === 1 ? undefined : stop(call, 'not_found');
};

export const listMessagesHandler: Handler<Named['listMessages']> = async (given) => {
  const call = given as Call;
  const rows = await inTx(call.house.pool, scopeFor(call), async (tx) => ({
    messages: await listMessages(tx),
    unread: await countUnread(tx),
  }));
  return rows.messages.map(({ id, kase, process, zh, en, at, read_at }) => ({
    id,
    kase,
    process,
    at,
    says: call.language === 'en' ? en : zh,
    isRead: read_at !== null,
  }));
};

export const readMessagesHandler: Handler<Named['readMessages']> = async (given) => {
  const call = given as Call;
  await inTx(call.house.pool, scopeFor(call), (tx) => markRead(tx, given.body.upTo, call.house.clock.now()));
  return undefined;
};
