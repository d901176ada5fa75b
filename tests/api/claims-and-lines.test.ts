import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Moved } from '#contract/cases.ts';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, filed, opened, payee, sheet, won, year } from '../support/claims.ts';
import { bookFaults, lineOf, reservationFaults } from '../support/payments.ts';
import { add } from '../support/facts.ts';
import { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { draftOf, placeAgencies, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const accounts: Partial<Record<Username, string>> = {};
const agencies = ['agency', 'agency2', 'agency3'] as const;
const reason = { reason: '理由不少于五个字' };

beforeAll(async () => {
  await placeZone(world);
  await placeAgencies(world, 'second', 'outside');
  for (const who of agencies) accounts[who] = await payee(world, who);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...(await reservationFaults(world))], []);
  assert.deepEqual(world.faults, []);
});

let cases = 0;
const wonCase = (who: Username, yuan: number) => {
  cases += 1;
  return won(world, `（2021）鲁03民初${cases}号`, { agencyFeeYuan: yuan }, who);
};
const claimOn = (who: Username): Promise<Kase> => filed(world, '9.4', [accounts[who] ?? ''], who);

/** What a claim asks of its line and what is reserved for it, in yuan. */
async function commitmentOf({ id }: Kase): Promise<readonly number[]> {
  const { rows } = await world.owner.query<{ asked: number; reserved: number }>(
    `select asked::int / 100 as asked, reserved::int / 100 as reserved from commitment where kase = $1`,
    [id],
  );
  return rows.flatMap(({ asked, reserved }) => [asked, reserved]);
}

const journalOf = async ({ id }: Kase) =>
  good(await (await world.as('auditor')).call('readJournal', { query: { case: id } })).entries.map(({ kind }) => kind);

describe('A check that leaves matters out', () => {
  let large: Kase;
  let waiting: Kase;

  it('lowers what the claim asks of its line at once, and what is free reaches the claim that waits', async () => {
    await appropriated(world, '9.4', 50_000);
    await wonCase('agency', 30_000);
    await wonCase('agency', 20_000);
    await wonCase('agency2', 20_000);
    large = await claimOn('agency');
    waiting = await claimOn('agency2');
    expect([await commitmentOf(large), await commitmentOf(waiting)]).toEqual([
      [50_000, 50_000],
      [20_000, 0],
    ]);
    const all = await sheet(large);
    await large.do('officer', 'check', all);
    expect(await journalOf(large)).toEqual(['reserve']);
    const [first, second] = all.entries as unknown as [{ id: string }, { id: string }];
    const out = { id: second.id, verdict: 'not', remark: '判决尚未生效' };
    await large.do('officer', 'check', { ...all, entries: [{ ...first, verdict: 'met', remark: '' }, out] });
    const [asked = 0] = await commitmentOf(large);
    expect([20_000, 30_000]).toContain(asked);
    expect(await lineOf(world, '9.4')).toEqual([50_000, 50_000 - asked, asked, 0]);
    expect(await journalOf(large)).toEqual(['reserve', 'release_reservation']);
    await world.jobs();
    expect(await commitmentOf(waiting)).toEqual([20_000, 20_000]);
    await large.refused('officer', 'propose', { yuan: asked + 1, reason: '' }, { status: 422, code: 'above_ceiling' });
    await large.do('officer', 'propose', { yuan: asked, reason: '' });
    await large.do('officer', 'take_back');
  });

  it('asks again for what counts after all, and waits in its old place when the money is gone', async () => {
    await large.do('officer', 'check', await sheet(large));
    expect(await commitmentOf(large)).toEqual([50_000, 0]);
    await large.refused('officer', 'propose_computed', {}, { status: 422, code: 'budget_short' });
    await appropriated(world, '9.4', 20_000);
    expect(await commitmentOf(large)).toEqual([50_000, 50_000]);
    await large.do('agency', 'withdraw', reason);
    await waiting.do('agency2', 'withdraw', reason);
  });

  it('that finds nothing left keeps no money for the claim', async () => {
    await wonCase('agency3', 10_000);
    const kase = await claimOn('agency3');
    await kase.do('officer', 'check', await sheet(kase, 'not'));
    expect(await commitmentOf(kase)).toEqual([0, 0]);
    await kase.refused('officer', 'propose_computed', {}, { status: 422, code: 'not_entitled' });
    await kase.do('agency3', 'withdraw', reason);
  });
});

describe('A share published after a claim was proposed', () => {
  const settle = async (rate: number) => {
    const input = { year, item: '9.3', rate, documentNumber: '淄知结〔2021〕1号', reason: '预算不足，按比例结算' };
    await new Kase(world, good(await (await world.as('officer')).open('settlement', input))).do('approver', 'publish');
  };
  const claims: Kase[] = [];
  const share = 133_320;

  async function openNotices({ id }: Kase): Promise<number> {
    const { rows } = await world.owner.query(`select from public_notice where kase = $1 and ended_at is null`, [id]);
    return rows.length;
  }

  async function proposedAgain(kase: Kase): Promise<void> {
    const { checks } = (await kase.stored()).data as { checks: unknown };
    await kase.refused('officer', 'propose_at_share', { yuan: share + 1, reason: '' }, { status: 422, code: 'above_ceiling' });
    await kase.refused('approver', 'propose_at_share', { yuan: share, reason: '' }, { status: 403, code: 'not_allowed' });
    await kase.do('officer', 'propose_at_share', { yuan: share, reason: '' });
    expect((await kase.stored()).data).toMatchObject({ checks, proposal: { rate: 6666, amountFen: share * 100 } });
  }

  beforeAll(async () => {
    for (const [i, who] of agencies.entries()) {
      const own = await world.paper(who);
      const honour = { name: `品牌服务机构${i}`, level: 'national', awardedDate: '2021-02-18', awardFile: own, entryFile: own };
      await add(await world.as(who), 'brand_honour', honour);
    }
    await appropriated(world, '9.3', 400_000);
    for (const who of agencies) claims.push(await filed(world, '9.3.honour', [accounts[who] ?? ''], who));
    for (const kase of claims) await kase.do('officer', 'check', await sheet(kase));
    for (const kase of claims.slice(0, 2)) await kase.do('officer', 'propose_computed');
    await claims[0]?.do('approver', 'approve');
  });

  it('is named in the refusal, with what to do', async () => {
    const [, proposed] = claims as [Kase, Kase, Kase];
    await proposed.refused('officer', 'propose_at_share', { yuan: 1, reason: '' }, { status: 422, code: 'share_unchanged' });
    await settle(6666);
    const problem = await proposed.refused('approver', 'approve', {}, { status: 422, code: 'share_published' });
    expect(problem?.detail).toContain('请经办人办理“按结算比例重新提出”');
  });

  it('ends the notice that runs with the step that proposes anew: the public reads one amount', async () => {
    const [noticed] = claims as [Kase, Kase, Kase];
    expect(await openNotices(noticed)).toBe(1);
    await proposedAgain(noticed);
    expect([noticed.state, await openNotices(noticed)]).toEqual(['proposed', 0]);
  });

  it('holds for each after that one step, which keeps the check, and the line is spent to the yuan', async () => {
    const [noticed, proposed, waited] = claims as [Kase, Kase, Kase];
    await proposedAgain(proposed);
    await waited.do('officer', 'propose_computed');
    for (const kase of [noticed, proposed, waited]) await determined(kase);
    expect(await lineOf(world, '9.3')).toEqual([400_000, 40, 0, 399_960]);
  });
});

describe('In strict order of waiting', () => {
  const rule = async (value: string) =>
    new Kase(world, good(await (await world.as('officer')).open('ruling', draftOf('waitingOrder', value)))).do('approver', 'put_in_force');
  const claims: Kase[] = [];
  async function reserved(): Promise<readonly number[]> {
    const kept: number[] = [];
    for (const kase of claims) kept.push((await commitmentOf(kase))[1] ?? 0);
    return kept;
  }

  it('nobody takes money while an older claim waits: not at filing, and not when others come in the same instant', async () => {
    await rule('strict_order');
    await appropriated(world, '9.4', 40_000, { direction: 'withdraw' });
    expect(await lineOf(world, '9.4')).toEqual([30_000, 30_000, 0, 0]);
    claims.push(await claimOn('agency'));
    const late = [await opened(world, '9.4', 'agency2'), await opened(world, '9.4', 'agency3')] as const;
    await Promise.all([
      late[0].do('agency2', 'file', declaration([accounts.agency2 ?? ''])),
      late[1].do('agency3', 'file', declaration([accounts.agency3 ?? ''])),
    ]);
    claims.push(...late);
    await world.jobs();
    expect(await reserved()).toEqual([0, 0, 0]);
  });

  it('new money reaches the oldest first, and the next only when it has enough', async () => {
    await appropriated(world, '9.4', 10_000);
    expect(await reserved()).toEqual([0, 0, 0]);
    await appropriated(world, '9.4', 10_000);
    expect(await reserved()).toEqual([50_000, 0, 0]);
  });

  it('and where the centre rules otherwise a smaller one passes again', async () => {
    await rule('smaller_may_pass');
    await appropriated(world, '9.4', 10_000);
    expect(await reserved()).toEqual([50_000, 0, 10_000]);
  });
});

describe('A matter that another live claim of the agency holds', () => {
  it('is not claimed once more, even where only the database knows of it (第九条（六）)', async () => {
    await wonCase('agency3', 1_000);
    const under = await world.owner.query<Moved>(
      `select id, process, number, version, state from kase where owner = $1 and state = 'filed'`,
      [world.orgs.outside.id],
    );
    for (const row of under.rows) await new Kase(world, row).do('agency3', 'withdraw', reason);
    const kase = await opened(world, '9.4', 'agency3');
    const holder = `insert into matter_hold (kase, agency, clause, kind, matter, held_at)
      select (select id from kase where process = 'claim' and owner <> k.owner limit 1), k.owner, '9.4', m->>'kind', m->>'matter', now()
      from kase k, jsonb_array_elements(k.data->'entries'->0->'matters') m where k.id = $1`;
    await world.owner.query(holder, [kase.id]);
    const problem = await kase.refused('agency3', 'file', declaration([accounts.agency3 ?? '']), { status: 409, code: 'matter_held' });
    expect([problem.clause, problem.detail]).toEqual(['9.6', expect.stringContaining('不能重复申领')]);
    await world.owner.query(`delete from matter_hold where agency = $1 and kase <> $2`, [world.orgs.outside.id, kase.id]);
    await kase.do('agency3', 'file', declaration([accounts.agency3 ?? '']));
  });
});
