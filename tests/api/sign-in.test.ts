import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Caller, good, type Reply } from '../support/caller.ts';
import { mustTurnRed } from '../support/raw.ts';
import { openWorld, password, type Username, type World } from '../support/world.ts';

const world: World = await openWorld({ config: { SECOND_FACTOR_ROLES: 'finance,administrator' } });
const minute = 60_000;

beforeEach(() => world.passMachine(16 * minute));

const signIn = (caller: Caller, username: string, given = password) => caller.call('signIn', { body: { username, password: given } });

async function signedIn(username: Username): Promise<Caller> {
  const caller = world.anybody();
  good(await signIn(caller, username));
  return caller;
}

const comparable = ({ status, text, headers, problem }: Reply<unknown>) => ({
  status,
  body: text.replaceAll(problem.requestId ?? '–', 'ID'),
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name))),
});

describe('Signing in', () => {
  it('answers a wrong password, an unknown name and a disabled account alike, byte for byte', async () => {
    await world.owner.query(`update person set disabled_at = now() where username = 'bank'`);
    const wrong = await signIn(world.anybody(), 'enterprise', 'wrong');
    expect(wrong.problem).toMatchObject({ status: 401, code: 'wrong_credentials', detail: '用户名或密码不对' });
    for (const [username, given] of [
      ['nobody-of-that-name', 'wrong'],
      ['bank', password],
      ['bank', 'wrong'],
      ["' or 1=1 --", 'wrong'],
    ] as const) {
      expect(comparable(await signIn(world.anybody(), username, given)), username).toEqual(comparable(wrong));
    }
    await world.owner.query(`update person set disabled_at = null where username = 'bank'`);
    const right = await signIn(world.anybody(), 'bank');
    await mustTurnRed(() => expect(comparable(right)).toEqual(comparable(wrong)));
  });

  it('is locked after five failures for a quarter of an hour, for known and unknown names alike', async () => {
    for (const username of ['agency2', 'nobody-else']) {
      for (let n = 0; n < 5; n += 1) expect((await signIn(world.anybody(), username, `wrong${n}`)).status).toBe(401);
      const locked = await signIn(world.anybody(), username);
      expect(locked.problem).toMatchObject({ status: 429, code: 'too_many_tries' });
    }
    expect((await signIn(world.anybody(), 'agency3')).status).toBe(200);
    world.passMachine(15 * minute + 1);
    expect((await signIn(world.anybody(), 'agency2')).status).toBe(200);
  });

  it('checks no more than five passwords of an account when guesses come all at once', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => signIn(world.anybody(), 'west', `wrong${n}`)));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('is locked for an address that tries many names', async () => {
    const caller = world.anybody('192.0.2.7');
    for (let n = 0; n < 50; n += 1)
      await world.owner.query(`insert into sign_in_attempt (account, address, at, is_success) values ($1, '192.0.2.7', $2, false)`, [
        `name${n}`,
        world.machine(),
      ]);
    expect((await signIn(caller, 'south')).status).toBe(429);
    expect((await signIn(world.anybody('192.0.2.8'), 'south')).status).toBe(200);
  });

  it('forgets failures after a success', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await signIn(world.anybody(), 'expert7', 'wrong');
      expect((await signIn(world.anybody(), 'expert7')).status).toBe(200);
    }
  });

  it('sets a cookie that no script reads and no other site sends, and keeps only its hash', async () => {
    const reply = await signIn(world.anybody(), 'east');
    const [cookie = ''] = [reply.headers['set-cookie']].flat() as string[];
    expect(cookie).toMatch(/^jixia=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = cookie.slice(6, 49);
    const { rows } = await world.owner.query<{ found: boolean }>(
      `select bool_or(position($1::bytea in token_hash) > 0) as found from session`,
      [Buffer.from(token)],
    );
    expect(rows[0]?.found).toBe(false);
    expect(reply.text).not.toContain(token);
  });

  it('gives a new session whatever cookie was brought along', async () => {
    const planted = world.anybody();
    const reply = await planted.call('signIn', { body: { username: 'east', password }, headers: { cookie: `jixia=${'A'.repeat(43)}` } });
    expect(reply.status).toBe(200);
    expect(planted.cookie()).not.toContain('AAAA');
    expect((await world.anybody().call('listMessages', { headers: { cookie: `jixia=${'A'.repeat(43)}` } })).status).toBe(401);
  });
});

describe('A session', () => {
  it('dies at sign-out, also for whoever copied the cookie', async () => {
    const caller = await signedIn('east');
    const stolen = caller.cookie();
    expect((await caller.call('signOut')).status).toBe(204);
    expect(good(await caller.call('readSession'))).toBeNull();
    expect((await world.anybody().call('listMessages', { headers: { cookie: stolen } })).problem.code).toBe('not_signed_in');
  });

  it('dies when the account is disabled, and the person can not sign in again', async () => {
    const caller = await signedIn('expert6');
    expect((await caller.call('listMessages')).status).toBe(200);
    const administrator = await enrolled('administrator');
    expect((await administrator.call('disablePerson', { params: { id: world.person('expert6') } })).status).toBe(204);
    expect((await caller.call('listMessages')).problem.code).toBe('not_signed_in');
    expect((await signIn(world.anybody(), 'expert6')).status).toBe(401);
    expect((await administrator.call('disablePerson', { params: { id: world.person('administrator') } })).problem.detail).toBe(
      '不能停用自己的账号',
    );
  });

  it('dies after half an hour without a sign of life, and after twelve hours in any case', async () => {
    const idle = await signedIn('east');
    world.passMachine(30 * minute);
    expect((await idle.call('listMessages')).status).toBe(401);
    const busy = await signedIn('east');
    for (let spent = 0; spent < 12 * 60 - 20; spent += 20) {
      world.passMachine(20 * minute);
      expect((await busy.call('listMessages')).status, `${spent} minutes`).toBe(200);
    }
    world.passMachine(20 * minute);
    expect((await busy.call('listMessages')).status).toBe(401);
  });

  it('is listed to its owner and ended from another device', async () => {
    const here = await signedIn('south');
    const there = await signedIn('south');
    const others = good(await here.call('listSessions')).filter(({ isThis }) => !isThis);
    for (const { id } of others) expect((await here.call('endSession', { params: { id } })).status).toBe(204);
    expect((await there.call('listMessages')).status).toBe(401);
    expect((await here.call('listMessages')).status).toBe(200);
  });

  it('switches between the offices of its person, and to no other', async () => {
    const caller = await signedIn('both');
    const session = good(await caller.call('readSession'));
    expect(session?.offices.map(({ role }) => role).sort()).toEqual(['centre_approver', 'centre_officer']);
    for (const role of ['centre_approver', 'centre_officer'] as const) {
      const switched = good(await caller.call('switchOffice', { body: { office: world.office('both', role) } }));
      expect(switched.office?.role).toBe(role);
      expect((await caller.open('call', {})).problem.code).toBe(role === 'centre_officer' ? 'invalid_input' : 'not_allowed');
    }
    expect((await caller.call('switchOffice', { body: { office: world.office('approver', 'centre_approver') } })).problem.code).toBe(
      'not_found',
    );
  });

  it('loses an office that has ended at once', async () => {
    const caller = await signedIn('expert5');
    expect((await caller.call('listDuties')).status).toBe(200);
    await world.owner.query(`update office set to_day = '2021-03-01' where id = $1`, [world.office('expert5', 'expert')]);
    expect((await caller.call('listDuties')).problem.code).toBe('not_allowed');
  });

  it('survives a change of password where it was made, all others die; the old password is needed', async () => {
    const here = await signedIn('expert4');
    const there = await signedIn('expert4');
    const next = 'another-long-password';
    expect((await here.call('changePassword', { body: { current: 'wrong', next } })).problem).toMatchObject({
      status: 401,
      detail: '当前密码不对',
    });
    expect((await here.call('changePassword', { body: { current: password, next: 'short' } })).problem.detail).toBe('新密码不少于12位');
    expect((await here.call('changePassword', { body: { current: password, next } })).status).toBe(204);
    expect((await here.call('listMessages')).status).toBe(200);
    expect((await there.call('listMessages')).status).toBe(401);
    expect((await signIn(world.anybody(), 'expert4')).status).toBe(401);
    expect((await signIn(world.anybody(), 'expert4', next)).status).toBe(200);
  });
});

const codeOf = (secret: string, stepsAhead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.machine().getTime() + stepsAhead * 30_000 });
const secrets = new Map<Username, string>();

/** Signed in with the second factor passed; enrols it the first time. */
async function enrolled(username: Username): Promise<Caller> {
  const caller = await signedIn(username);
  if (!secrets.has(username)) secrets.set(username, good(await caller.call('enrolSecondFactor')).secret);
  else world.passMachine(minute);
  good(await caller.call('confirmSecondFactor', { body: { code: codeOf(secrets.get(username) ?? '') } }));
  return caller;
}

describe('The second factor', () => {
  it('must be enrolled by an office that needs it before anything else works', async () => {
    const caller = await signedIn('finance');
    expect(good(await caller.call('readSession'))?.secondFactor).toBe('to_enrol');
    for (const name of ['listDuties', 'listMessages', 'listSessions'] as const) {
      expect((await caller.call(name)).problem, name).toMatchObject({ status: 403, code: 'second_factor_needed' });
    }
    const { secret, uri, qr } = good(await caller.call('enrolSecondFactor'));
    expect(uri).toContain('otpauth://totp/');
    expect(qr).toContain('<svg');
    expect((await caller.call('listDuties')).status).toBe(403);
    const before = caller.cookie();
    expect(good(await caller.call('confirmSecondFactor', { body: { code: codeOf(secret) } })).secondFactor).toBe('done');
    expect((await caller.call('listDuties')).status).toBe(200);
    expect(caller.cookie()).not.toBe(before);
    expect((await world.anybody().call('listMessages', { headers: { cookie: before } })).status).toBe(401);
  });

  it('is asked for at every later sign-in; a used code and one of long ago are refused', async () => {
    const first = await enrolled('auditor');
    const secret = secrets.get('auditor') ?? '';
    expect((await first.call('listDuties')).status).toBe(200);
    const caller = await signedIn('auditor');
    expect(good(await caller.call('readSession'))?.secondFactor).toBe('needed');
    expect((await caller.call('listDuties')).problem.code).toBe('second_factor_needed');
    expect((await caller.call('enrolSecondFactor')).problem.code).toBe('second_factor_needed');
    const replayed = await caller.call('passSecondFactor', { body: { code: codeOf(secret) } });
    expect(replayed.problem).toMatchObject({ status: 401, code: 'wrong_second_factor' });
    expect((await caller.call('passSecondFactor', { body: { code: codeOf(secret, -10) } })).status).toBe(401);
    expect(good(await caller.call('passSecondFactor', { body: { code: codeOf(secret, 1) } })).secondFactor).toBe('done');
    expect((await caller.call('listDuties')).status).toBe(200);
  });

  it('is locked after five wrong codes, also when they come all at once', async () => {
    await enrolled('approver2');
    const caller = await signedIn('approver2');
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, n) => caller.call('passSecondFactor', { body: { code: String(100_000 + n) } })),
    );
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5);
    expect((await caller.call('passSecondFactor', { body: { code: codeOf(secrets.get('approver2') ?? '', 1) } })).problem.code).toBe(
      'too_many_tries',
    );
  });
});

describe('A request from another site', () => {
  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a foreign origin of the same port', { origin: 'http://localhost.evil.example' }],
    ['an origin that is none', { origin: 'not an address' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ])('%s writes nothing', async (_name, headers) => {
    const caller = await signedIn('east');
    const call = { body: { office: world.office('east', 'applicant') }, headers };
    expect((await caller.call('switchOffice', call)).problem).toMatchObject({ status: 403, code: 'foreign_origin' });
    expect((await caller.call('signOut', { headers })).status).toBe(403);
    expect((await caller.call('readSession', { headers })).status).toBe(200);
    expect((await signIn(world.anybody(), 'east')).status).toBe(200);
  });

  it('is let in from its own origin', async () => {
    const caller = await signedIn('east');
    const headers = { origin: 'http://zone.example:3000', host: 'zone.example:3000', 'sec-fetch-site': 'same-origin' };
    expect((await caller.call('switchOffice', { body: { office: world.office('east', 'applicant') }, headers })).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])('can not write by a plain form of type %s', async (type) => {
    const caller = await signedIn('east');
    const reply = await caller.call('switchOffice', {
      raw: `{"office":"${world.office('east', 'applicant')}"}`,
      headers: { 'content-type': type },
    });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
  });
});
