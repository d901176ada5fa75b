import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { reading, systemScope, withTx } from '#server/db/transaction.ts';
import { openPool } from '#server/db/pool.ts';
import { layWire } from '../support/cut.ts';
import { mustTurnRed } from '../support/raw.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

const wire = await layWire();
const world: World = await openWorld({ route: wire.route });
const { pool } = world.house;
let call = '';

beforeEach(async () => {
  call = await story.announcedCall(world);
});

const countOf = async (sql: string, values: unknown[] = []) =>
  (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]?.n;
const filingsOf = (kase: story.Kase) => countOf(`case_event where kase = $1 and event = 'file'`, [kase.id]);

/** How much there is of everything a command may write. */
const everything = async () => {
  const tables = ['kase', 'case_event', 'filing', 'receipt', 'audit', 'idempotency', 'outbox', 'duty', 'attachment_use', 'message'];
  const counts: Record<string, number | undefined> = {};
  for (const table of tables) counts[table] = await countOf(table);
  return counts;
};

describe('A command that is refused', () => {
  it('leaves nothing behind: no event, audit entry, message, key or number of attempts', async () => {
    const kase = await story.draftedApplication(world, 'east', call);
    const before = await everything();
    const key = randomUUID();
    await kase.refused('east', 'file', {}, { status: 422, code: 'form_incomplete', rest: { key } });
    await kase.refused('south', 'file', {}, { status: 404, code: 'not_found' });
    await kase.refused('east', 'file', {}, { status: 412, code: 'stale_version', rest: { version: 99 } });
    expect(await everything()).toEqual(before);
    await mustTurnRed(async () => {
      await kase.do('east', 'withdraw', { reason: '不再申报了' });
      expect(await everything()).toEqual(before);
    });
  });

  it('may be sent again under its key once the reason is gone', async () => {
    const kase = await story.draftedApplication(world, 'east', call);
    const key = randomUUID();
    await kase.refused('east', 'withdraw', { reason: '' }, { status: 422, code: 'invalid_input', rest: { key } });
    expect((await kase.try('east', 'withdraw', { reason: '不再申报了' }, { key })).status).toBe(200);
  });
});

describe('A command whose connection is cut at the commit', () => {
  it('is answered as unknown, although it happened; the retry under its key gives the one answer and no second event', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const rest = { key: randomUUID(), version: kase.version };
    wire.cutNextCommit('after');
    const cut = await kase.try('east', 'file', {}, rest);
    expect(cut.problem).toMatchObject({ status: 503, code: 'outcome_unknown' });
    expect(await filingsOf(kase)).toBe(1);
    const again = await kase.try('east', 'file', {}, rest);
    expect(again.status).toBe(200);
    const third = await kase.try('east', 'file', {}, rest);
    expect(third.bytes.equals(again.bytes)).toBe(true);
    expect(await filingsOf(kase)).toBe(1);
    expect(again.data.receipt?.code).toBe((await kase.view('east')).receipts[0]?.code);
  });

  it('is answered as unknown, although nothing happened; the retry does it once', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const rest = { key: randomUUID(), version: kase.version };
    wire.cutNextCommit('before');
    expect((await kase.try('east', 'file', {}, rest)).problem.code).toBe('outcome_unknown');
    expect(await filingsOf(kase)).toBe(0);
    expect((await kase.try('east', 'file', {}, rest)).status).toBe(200);
    expect(await filingsOf(kase)).toBe(1);
  });

  it('really was cut', () => {
    expect(wire.cuts()).toBe(2);
  });

  it('of records is answered as unknown too, and its retry adds one fact', async () => {
    const agency = await world.as('agency');
    const body = {
      kind: 'litigation' as const,
      data: {
        caseNo: '（2020）鲁03民初77号',
        clientName: '丙公司',
        clientCode: world.orgs.plant.creditCode ?? '',
        effectiveDate: '2021-02-01',
        isPatentCase: true,
        isForeignRelated: true,
        hasMajorInfluence: null,
        outcome: 'won' as const,
        isFinal: true,
        agencyFeeYuan: 80_000,
      },
    };
    const key = randomUUID();
    wire.cutNextCommit('after');
    expect((await agency.call('addFact', { body, key })).problem.code).toBe('outcome_unknown');
    expect((await agency.call('addFact', { body, key })).status).toBe(201);
    expect(await countOf(`fact where matter = '（2020）鲁03民初77号'`)).toBe(1);
  });
});

describe('Twenty commands at the same moment', () => {
  it('that are the same give one event and twenty equal answers', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const rest = { key: randomUUID(), version: kase.version };
    const replies = await Promise.all(Array.from({ length: 20 }, () => kase.try('east', 'file', {}, rest)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(await filingsOf(kase)).toBe(1);
    expect(await countOf('receipt where kase = $1', [kase.id])).toBe(1);
  });

  it('that differ and saw the same version let one win and tell nineteen that they are stale', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const { version } = kase;
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        kase.try('east', 'fill_in', { changes: [{ path: 'cover.zoneName', value: `第${n}页` }] }, { key: randomUUID(), version }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ problem }) => problem?.code === 'stale_version')).toHaveLength(19);
    expect((await kase.stored()).version).toBe(version + 1);
    const winner = replies.findIndex(({ status }) => status === 200);
    expect((await kase.view('east')).summary).toBe(`第${winner}页`);
  });

  it('on twenty cases all happen, and the audit log stays whole', async () => {
    const before = (await countOf('audit')) ?? 0;
    const drafts = await Promise.all(Array.from({ length: 20 }, () => story.draftedApplication(world, 'west', call)));
    expect(new Set(drafts.map(({ number }) => number)).size).toBe(20);
    expect(await countOf('audit')).toBe(before + 20);
  });
});

describe('A deadline', () => {
  it('fires once, however many programs look at it', async () => {
    const kase = await story.filedApplication(world, 'east', call);
    const { deadline_at: at } = await kase.stored();
    world.setNow(new Date(at ?? '').toISOString());
    await Promise.allSettled([world.jobs(), world.jobs(), world.jobs()]);
    await world.jobs();
    expect(await countOf(`case_event where kase = $1 and event = 'county_overdue'`, [kase.id])).toBe(1);
    world.setNow('2021-03-01T01:00:00.000Z');
  });

  it('does not fire one millisecond early', async () => {
    const kase = await story.filedApplication(world, 'west', call);
    const { deadline_at: at } = await kase.stored();
    world.setNow(new Date(new Date(at ?? '').getTime() - 1).toISOString());
    await world.jobs();
    expect(await countOf(`case_event where kase = $1 and event = 'county_overdue'`, [kase.id])).toBe(0);
    world.setNow('2021-03-01T01:00:00.000Z');
  });
});

describe('A transaction', () => {
  const raise = (state: string) => `do $$ begin raise exception using errcode = '${state}', message = 'on purpose'; end $$`;

  it.each(['40001', '40P01'])('that meets a conflict (%s) is tried five times and then given up', async (state) => {
    let tries = 0;
    const work = withTx(pool, systemScope, async (tx) => {
      tries += 1;
      return tx.run(raise(state));
    });
    await expect(work).rejects.toThrow('five times');
    expect(tries).toBe(5);
  });

  it('that fails otherwise is tried once and thrown', async () => {
    let tries = 0;
    const work = withTx(pool, systemScope, async (tx) => {
      tries += 1;
      return tx.run(raise('P0001'));
    });
    await expect(work).rejects.toThrow('on purpose');
    expect(tries).toBe(1);
  });

  it('fails with the statement whose answer nobody awaited: nothing is kept, and the first fault is named', async () => {
    const work = withTx(pool, systemScope, async (tx) => {
      tx.write(raise('P0001'));
      tx.write(`select 1`);
    });
    await expect(work).rejects.toThrow('on purpose');
    let tries = 0;
    const conflicting = withTx(pool, systemScope, async (tx) => {
      tries += 1;
      tx.write(raise('40001'));
      return tx.run(`select 1`);
    });
    await expect(conflicting).rejects.toThrow('five times');
    expect(tries).toBe(5);
  });

  it('is not taken for done when its work swallowed a fault', async () => {
    const work = withTx(pool, systemScope, (tx) => tx.run(raise('P0001')).catch(() => 0));
    await expect(work).rejects.toThrow('ended with ROLLBACK');
  });

  it('does what is said in one breath in the order in which it is said', async () => {
    const seen = await withTx(pool, systemScope, async (tx) => {
      tx.write(`select set_config('app.said', '1', true)`);
      const first = tx.one<{ said: string }>(`select current_setting('app.said') as said`);
      tx.write(`select set_config('app.said', '2', true)`);
      const second = tx.one<{ said: string }>(`select current_setting('app.said') as said`);
      return (await Promise.all([first, second])).map((row) => row?.said);
    });
    expect(seen).toMatchObject({ outcome: 'committed', value: ['1', '2'] });
  });

  it('that failed or ran too long leaves its connection to nobody', async () => {
    const narrow = openPool(world.database.appUrl, { size: 1, statementMs: 100 });
    const backend = () => reading(narrow, systemScope, (tx) => tx.one<{ pid: number }>(`select pg_backend_pid() as pid`));
    const first = await backend();
    expect(await backend()).toEqual(first);
    await withTx(narrow, systemScope, async () => ({ ok: false, refusals: [] }) as const);
    expect(await backend()).toEqual(first);
    await expect(withTx(narrow, systemScope, (tx) => tx.run(raise('P0001')))).rejects.toThrow('on purpose');
    const second = await backend();
    expect(second).not.toEqual(first);
    await expect(withTx(narrow, systemScope, (tx) => tx.run(`select pg_sleep(5)`))).rejects.toThrow('statement timeout');
    expect(await backend()).not.toEqual(second);
    await narrow.end();
  });

  it('that only reads can not write', async () => {
    await expect(reading(pool, systemScope, (tx) => tx.run(`delete from session`))).rejects.toMatchObject({ code: '25006' });
  });
});
