import { beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, filed, opened, payee, proposed, sheet, won, year } from '../support/claims.ts';
import { Kase } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();

const line = async (item: string) => {
  const budget = good(await (await world.as('officer')).call('readBudget', { query: { year } }));
  const { appropriatedFen, availableFen, reservedFen, spentFen } = budget.lines.find((one) => one.item === item) ?? {};
  return [appropriatedFen, availableFen, reservedFen, spentFen].map((amount) => (amount ?? 0) / 100);
};

let account: string;
beforeAll(async () => {
  await placeZone(world);
  account = await payee(world);
  await appropriated(world, '9.4', 100_000);
});

describe('A claim', () => {
  it('goes from the facts to the bank reference, exact to the fen, with every hand on it', async () => {
    await won(world, '（2021）鲁03民初1号');
    const offers = good(await (await world.as('agency')).call('listOffers', { query: { year } }));
    expect(offers.rows.map(({ clause, yuan, missing, claim }) => [clause, yuan, missing, claim])).toEqual([['9.4', 32_000, [], null]]);

    const kase = await filed(world, '9.4', [account]);
    expect(await line('9.4')).toEqual([100_000, 68_000, 32_000, 0]);
    await proposed(kase, 32_000);
    await determined(kase);
    expect(await line('9.4')).toEqual([100_000, 68_000, 0, 32_000]);

    const maker = await world.as('finance');
    const { rows } = good(await maker.call('listPayables'));
    expect(rows.map(({ amountFen, blocked }) => [amountFen, blocked])).toEqual([[3_200_000, null]]);
    const batch = new Kase(world, good(await maker.open('payment', { payables: rows.map(({ id }) => id) })));
    await batch.do('finance2', 'check', { count: 1, totalFen: 3_200_000 });
    await batch.do('finance3', 'release');
    const file = await maker.call('readBankFile', { params: { id: batch.id } });
    expect(file.text).toContain('6222000011112222,32000.00');
    const demo = await maker.call('makeDemoAnswer', { params: { id: batch.id }, query: {} });
    const answer = good(
      await maker.call('uploadBankAnswer', { params: { id: batch.id }, file: { name: '回单.csv', bytes: new Uint8Array(demo.bytes) } }),
    );
    expect(answer).toMatchObject({ paidCount: 1, paidFen: 3_200_000, refusedCount: 0, exceptions: [] });
    await batch.do('finance', 'record_answer', { answer: answer.id });
    await world.jobs();
    await kase.refresh();
    expect((await kase.stored()).state).toBe('paid');
    const history = good(await (await world.as('agency')).call('readSupportHistory', { query: {} }));
    expect(history.rows).toMatchObject([{ clause: '9.4', year, amountFen: 3_200_000, zoneName: '东园' }]);
    const journal = good(await (await world.as('auditor')).call('readJournal', { query: { case: kase.id } }));
    expect(journal.entries.map(({ kind }) => kind)).toEqual(['reserve', 'grant_cash']);
    expect(world.faults).toEqual([]);
  });

  it('is refused beyond its ceiling, below it without a reason, and while a fact is unclear', async () => {
    await won(world, '（2021）鲁03民初2号', { agencyFeeYuan: 10_000 });
    const kase = await filed(world, '9.4', [account]);
    await kase.refused('officer', 'propose', { yuan: 10_000, reason: '' }, { status: 409, code: 'wrong_state' });
    await kase.do('officer', 'check', await sheet(kase, 'unclear'));
    await kase.refused('officer', 'propose', { yuan: 10_000, reason: '' }, { status: 422, code: 'check_unclear' });
    await kase.do('officer', 'check', await sheet(kase));
    await kase.refused('officer', 'propose', { yuan: 10_001, reason: '' }, { status: 422, code: 'above_ceiling' });
    await kase.refused('officer', 'propose', { yuan: 9_000, reason: '' }, { status: 422, code: 'reason_missing' });
    await kase.do('officer', 'propose', { yuan: 9_000, reason: '案情简单，酌情核定' });
    await determined(kase);
    expect(await line('9.4')).toEqual([100_000, 59_000, 0, 41_000]);
  });

  it('on a matter that another agency claims too is held on both sides, and neither learns who', async () => {
    await world.owner.query(
      `insert into zone_membership (id, agency, zone, from_day, known_from) select gen_random_uuid(), $1, id, '2020-11-02', '-infinity' from zone`,
      [world.orgs.second.id],
    );
    await won(world, '（2021）鲁03民初9号', { agencyFeeYuan: 5_000 });
    await won(world, '(2021)鲁03民初9号 ', { agencyFeeYuan: 5_000 }, 'agency2');
    const first = await filed(world, '9.4', [account]);
    const second = await filed(world, '9.4', [await payee(world, 'agency2')], 'agency2');
    for (const [kase, who] of [
      [first, 'agency'],
      [second, 'agency2'],
    ] as const) {
      await kase.do('officer', 'check', await sheet(kase));
      await kase.refused('officer', 'propose', { yuan: 5_000, reason: '' }, { status: 422, code: 'matter_disputed' });
      const view = good(await (await world.as(who)).read('claim', kase.id));
      expect(view.checks.find(({ clause }) => clause === '9.6')).toMatchObject({ status: 'to_be_judged' });
      expect(JSON.stringify(view)).not.toContain(who === 'agency' ? world.orgs.second.name : world.orgs.first.name);
    }
    await second.do('officer', 'check', await sheet(second, 'not'));
    await first.do('officer', 'propose', { yuan: 5_000, reason: '' });
    await second.do('officer', 'propose_refusal', { reasons: ['dispute_lost'], explanation: '代理合同显示由另一机构代理。' });
    await second.do('approver', 'confirm_refusal');
    await determined(first);
  });

  it('needs its evidence, its declaration and an account before it is filed', async () => {
    await won(world, '（2021）鲁03民初3号', { judgmentFile: null });
    const kase = await opened(world, '9.4');
    await kase.refused('agency', 'file', declaration([account]), { status: 422, code: 'evidence_missing' });
    await expect((await world.as('agency')).open('claim', { year, clause: '9.4' })).resolves.toMatchObject({ status: 422 });
    await kase.do('agency', 'withdraw', { reason: '先补齐材料再申领' });
  });

  it('left no fault behind in all of this', () => {
    expect(world.faults).toEqual([]);
  });
});
