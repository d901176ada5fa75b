import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, filed, opened, payee, sheet, year } from '../support/claims.ts';
import { add, answer, bankCode, readyForFacts } from '../support/facts.ts';
import { bookFaults, lineOf } from '../support/payments.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeAgencies, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
type Agency = 'agency' | 'agency2';
const person = '孙三';
const accounts = new Map<Agency, string>();

beforeAll(async () => {
  await placeZone(world);
  await readyForFacts(world);
  for (const who of ['agency', 'agency2'] as const) accounts.set(who, await payee(world, who, { name: person, isPerson: true }));
  await placeAgencies(world, 'second');
  await appropriated(world, '9.3', 100_000);
});

afterEach(async () => {
  assert.deepEqual([...(await bookFaults(world)), ...world.faults], []);
});

async function certificate(who: Agency, certificateNo: string, more: object = {}): Promise<string> {
  const paper = await world.paper(who);
  const papers = { certificateFile: paper, labourContractFile: paper, insuranceFile: paper, declarationFile: paper };
  return add(await world.as(who), 'agent_certificate', { certificateNo, person, ...papers, ...more });
}

const claim = (who: Agency): Promise<Kase> => filed(world, '9.3.cert', [accounts.get(who) ?? ''], who);
const checked = async (kase: Kase): Promise<Kase> => {
  await kase.do('officer', 'check', await sheet(kase));
  return kase;
};
const drop = (kase: Kase, who: Agency) => kase.do(who, 'withdraw', { reason: '更正登记后重新申领' });
/** Takes the facts off the record, so that the next story begins without them. */
const forget = () => world.owner.query(`update fact set known_to = known_from, withdrawn_because = '测试' where known_to is null`);

describe('A person with a certificate', () => {
  it('who is not named so that others can tell, is claimed for by nobody', async () => {
    await certificate('agency', '3712301', { idTail: null });
    const kase = await opened(world, '9.3.cert');
    const problem = await kase.refused('agency', 'file', declaration([accounts.get('agency') ?? '']), {
      status: 422,
      code: 'evidence_missing',
    });
    expect(problem?.detail).toContain('缺持证人证件号后六位');
    await drop(kase, 'agency');
    await forget();
  });

  it('is in dispute where two agencies claim for the same one, under whatever number', async () => {
    await certificate('agency', '3712302');
    await certificate('agency2', '3712303', { idTail: ' 12301x ' });
    const claims = [await checked(await claim('agency')), await checked(await claim('agency2'))] as const;
    for (const kase of claims) {
      const problem = await kase.refused('officer', 'propose_computed', {}, { status: 422, code: 'matter_disputed' });
      expect(problem?.detail).toContain(person);
    }
    await claims[1].do('officer', 'check', await sheet(claims[1], 'not'));
    await claims[0].do('officer', 'propose_computed');
    await claims[0].do('officer', 'take_back');
    await drop(claims[0], 'agency');
    await drop(claims[1], 'agency2');
    await forget();
  });

  it('is not mixed up with a namesake of another number', async () => {
    await certificate('agency', '3712304');
    await certificate('agency2', '3712305', { idTail: '456789' });
    const claims = [await checked(await claim('agency')), await checked(await claim('agency2'))] as const;
    for (const kase of claims) {
      await kase.do('officer', 'propose_computed');
      expect(kase.state).toBe('proposed');
    }
    await determined(claims[0]);
    await claims[1].do('officer', 'take_back');
    await drop(claims[1], 'agency2');
    expect((await lineOf(world, '9.3'))[3]).toBe(10_000);
  });

  it('is supported once: a second certificate of the same agency brings nothing, one of another agency is in dispute', async () => {
    await certificate('agency', '3712306');
    const again = await opened(world, '9.3.cert');
    const problem = await again.refused('agency', 'file', declaration([]), { status: 422, code: 'already_settled' });
    expect(problem?.detail).toContain('没有可以再申领的');
    await certificate('agency2', '3712307');
    const rival = await checked(await claim('agency2'));
    await rival.refused('officer', 'propose_computed', {}, { status: 422, code: 'matter_disputed' });
  });
});

describe('A loan of which it is not known whether it brought new money, or the service came first', () => {
  const verdict = async () => {
    const reply = await (await world.as('agency')).call('readDetermination', { query: { year } });
    const { items } = good(reply).answer as unknown as { items: { clause: string; eligible: boolean | null; code: string }[] };
    const item = items.find(({ clause }) => clause === '9.1.loan');
    return [item?.eligible, item?.code];
  };

  it.each([{ isRenewal: null }, { serviceDate: null }])('%o: is not determined', async (open) => {
    const paper = await world.paper('agency');
    const papers = { serviceContractFile: paper, loanContractFile: paper, payoutFile: paper, pledgeFile: paper, policyFile: paper };
    const id = await add(await world.as('agency'), 'pledge_loan', { bankCode, ...papers, ...open });
    good(await answer(await world.as('bank'), id));
    expect(await verdict()).toEqual([null, 'UNKNOWN']);
    const kase = await opened(world, '9.1.loan');
    await kase.refused('agency', 'file', declaration([]), { status: 422, code: 'evidence_missing' });
    await drop(kase, 'agency');
    await forget();
  });
});
