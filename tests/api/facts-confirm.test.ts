import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, good } from '../support/caller.ts';
import { inventedCode } from '../support/form.ts';
import { add, answer, bankCode, formOf, paperOf, read, readyForFacts } from '../support/facts.ts';
import { mustTurnRed, rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { openWorld, type Username, type World } from '../support/world.ts';

const world: World = await openWorld();
const callers = {} as Record<
  'agency' | 'agency2' | 'officer' | 'approver' | 'approver2' | 'bank' | 'enterprise' | 'auditor' | 'finance',
  Caller
>;

beforeAll(async () => {
  await readyForFacts(world);
  for (const name of ['agency', 'agency2', 'officer', 'approver', 'approver2', 'bank', 'enterprise', 'auditor', 'finance'] as const)
    callers[name] = await world.as(name);
});

const waiting = async (caller: Caller, query: { answered?: '0' | '1' } = {}) =>
  good(await caller.call('listFactsToConfirm', { query })).rows.map(({ id }) => id);

describe('The other side of a deal', () => {
  let loan = '';
  let won = '';
  let custody = '';

  beforeAll(async () => {
    loan = await add(callers.agency, 'pledge_loan');
    won = await add(callers.agency, 'litigation');
    custody = await add(callers.agency, 'custody_contract');
    await add(callers.agency, 'pledge_loan', { contractNo: '别家银行', bankCode: inventedCode(701) });
    await add(callers.agency, 'litigation', { caseNo: '（2021）鲁03民初2号', clientCode: inventedCode(702) });
    await add(callers.agency, 'brand_honour');
  });

  it('finds what it is asked, and nothing else', async () => {
    expect(await waiting(callers.bank)).toEqual([loan]);
    expect((await waiting(callers.enterprise)).sort()).toEqual([won, custody].sort());
    expect(good(await callers.bank.call('listFactsToConfirm')).rows[0]).toMatchObject({
      kind: 'pledge_loan',
      agencyName: world.orgs.first.name,
      standing: 'awaited',
    });
  });

  it('confirms once it is signed in as the one named; the agency sees who and when', async () => {
    expect((await answer(callers.bank, loan)).status).toBe(204);
    expect(await read(callers.agency, loan)).toMatchObject({
      standing: 'stands',
      confirmations: [
        { organisationName: world.orgs.bank.name, personName: 'bank先生', isConfirmed: true, at: '2021-06-01T01:00:00.000Z' },
      ],
    });
    expect(await waiting(callers.bank)).toEqual([]);
    expect(await waiting(callers.bank, { answered: '1' })).toEqual([loan]);
  });

  it('denies with a reason, and may think better of it: both answers stay', async () => {
    const noReason = await callers.enterprise.call('confirmFact', { params: { id: won }, body: { isConfirmed: false } });
    expect(noReason.problem).toMatchObject({ status: 422, refusals: [{ field: 'remark' }] });
    expect((await answer(callers.enterprise, won, false)).status).toBe(204);
    expect((await read(callers.agency, won)).standing).toBe('disputed');
    expect((await answer(callers.enterprise, won)).status).toBe(204);
    const after = await read(callers.agency, won);
    expect(after.standing).toBe('stands');
    expect(after.confirmations.map(({ isConfirmed, remark }) => [isConfirmed, remark])).toEqual([
      [false, '与事实不符'],
      [true, ''],
    ]);
  });

  it('is asked anew about a corrected version', async () => {
    const body = { data: formOf('pledge_loan', { loanYuan: 2_000_000 }), reason: '金额有误' };
    const { id } = good(await callers.agency.call('correctFact', { params: { id: loan }, body }));
    expect((await read(callers.agency, id)).standing).toBe('awaited');
    expect(await waiting(callers.bank)).toEqual([id]);
    expect((await callers.bank.call('readFact', { params: { id: loan } })).status).toBe(404);
    expect((await answer(callers.bank, loan)).status).toBe(404);
    loan = id;
  });

  it('is nobody else: strangers are told that there is no such fact', async () => {
    for (const name of ['approver', 'enterprise'] as const) expect((await answer(callers[name], loan)).status, name).toBe(404);
    expect((await answer(callers.bank, won)).status).toBe(404);
    for (const name of ['agency', 'agency2', 'officer', 'finance', 'auditor'] as const) {
      expect((await answer(callers[name], loan)).problem.code, name).toBe('not_allowed');
    }
    for (const name of ['bank'] as const) expect((await callers[name].call('readFact', { params: { id: won } })).status).toBe(404);
  });

  it('can not vouch as the bank of a loan by being named in its place: an enterprise is no bank', async () => {
    const id = await add(callers.agency, 'pledge_loan', { contractNo: '自己确认', bankCode: world.orgs.plant.creditCode });
    expect((await answer(callers.enterprise, id)).status).toBe(404);
    expect(await waiting(callers.enterprise)).not.toContain(id);
  });

  /** Offices whose hand-written answers about a loan the database would take. */
  const vouchers = async (): Promise<string[]> => {
    const through: string[] = [];
    for (const name of [
      'agency',
      'agency2',
      'officer',
      'approver',
      'enterprise',
      'finance',
      'auditor',
      'bank',
    ] as const satisfies readonly Username[]) {
      const scope = scopeOfPerson(world, name);
      const insert = `insert into fact_confirmation (id, fact, organisation, organisation_name, credit_code, office, person, person_name, is_confirmed, remark, at)
        values (gen_random_uuid(), $1, $2, 'x', $3, $4, $5, 'x', true, '', now())`;
      for (const code of [bankCode, null, world.post(name)[0].creditCode]) {
        const values = [loan, scope.organisation, code, scope.office, scope.person];
        const touched = await wouldTouch(world, scope, insert, values).catch(() => 0);
        if (touched > 0) through.push(name);
      }
    }
    return [...new Set(through)];
  };

  it('is kept by the database too, and turns red when a policy lets too much through', async () => {
    expect(await vouchers()).toEqual(['bank']);
    await world.owner.query(`create policy leak on fact_confirmation for insert to jixia_app with check (true)`);
    await mustTurnRed(async () => expect(await vouchers()).toEqual(['bank']));
    await world.owner.query(`drop policy leak on fact_confirmation`);
    for (const name of ['bank', 'approver', 'agency'] as const) {
      for (const sql of [`update fact_confirmation set is_confirmed = false`, `delete from fact_confirmation`]) {
        await expect(wouldTouch(world, scopeOfPerson(world, name), sql), `${sql} as ${name}`).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('sees the live facts that name it and no others, whatever it asks the database', async () => {
    const seen = async (name: Username) =>
      (
        await rowsAs<{ kind: string; counterparties: string[]; known_to: string | null }>(
          world,
          scopeOfPerson(world, name),
          `select * from fact`,
        )
      ).map(({ kind, counterparties, known_to }) => [
        kind,
        counterparties.includes(name === 'bank' ? bankCode : (world.orgs.plant.creditCode ?? '')),
        known_to,
      ]);
    expect(await seen('bank')).toEqual([['pledge_loan', true, null]]);
    expect((await seen('enterprise')).sort()).toEqual([
      ['custody_contract', true, null],
      ['litigation', true, null],
    ]);
    expect(await seen('finance')).toEqual([]);
  });
});

describe('The centre', () => {
  it('approves with two persons: who entered a record does not approve it', async () => {
    const officer = await world.as('both', 'centre_officer');
    const approver = await world.as('both', 'centre_approver');
    const id = await add(officer, 'custody_recognition', {}, world.orgs.first.id);
    expect(await waiting(approver)).toContain(id);
    expect((await answer(approver, id)).problem).toMatchObject({ status: 403, code: 'own_entry' });
    expect((await answer(callers.officer, id)).problem.code).toBe('not_allowed');
    expect((await answer(callers.approver, id)).status).toBe(204);
    expect(await waiting(approver)).not.toContain(id);
    expect((await read(callers.agency, id)).standing).toBe('stands');
  });

  it('is kept apart by the database as well', async () => {
    const id = await add(callers.officer, 'abnormal_filing', {}, world.orgs.first.id);
    const scope = { ...scopeOfPerson(world, 'approver'), person: world.person('officer') };
    const insert = `insert into fact_confirmation (id, fact, organisation, organisation_name, office, person, person_name, is_confirmed, remark, at)
      values (gen_random_uuid(), $1, $2, 'x', 'centre_approver', $3, 'x', true, '', now())`;
    await expect(wouldTouch(world, scope, insert, [id, scope.organisation, scope.person])).rejects.toMatchObject({ code: '42501' });
    const other = scopeOfPerson(world, 'approver');
    expect(await wouldTouch(world, other, insert, [id, other.organisation, other.person])).toBe(1);
  });

  it('corrects its own record, which then waits for approval again', async () => {
    const id = await add(callers.officer, 'abnormal_filing', { noticeNo: '国知办函〔2021〕100号' }, world.orgs.first.id);
    good(await answer(callers.approver, id));
    const body = { data: formOf('abnormal_filing', { noticeNo: '国知办函〔2021〕100号', status: 'withdrawn' }), reason: '异议成立' };
    const next = good(await callers.officer.call('correctFact', { params: { id }, body })).id;
    expect((await read(callers.agency, next)).standing).toBe('awaited');
    expect((await callers.agency.call('correctFact', { params: { id: next }, body })).problem.code).toBe('not_author');
    expect((await answer(callers.approver, next)).status).toBe(204);
  });
});

describe('The papers of a fact', () => {
  it('are fetched by its agency, the centre, the auditor and who is to confirm it, and by nobody else', async () => {
    const hash = await paperOf(callers.agency, '放款凭证');
    const id = await add(callers.agency, 'pledge_loan', { contractNo: '有附件', payoutFile: hash });
    const other = await add(callers.agency, 'pledge_loan', { contractNo: '没有附件' });
    const fetched = async (name: keyof typeof callers, fact: string) => callers[name].ask({ url: `/api/files/${hash}?fact=${fact}` });
    for (const name of ['agency', 'officer', 'approver', 'auditor', 'bank'] as const) {
      const reply = await fetched(name, id);
      expect(reply.status, name).toBe(200);
      expect(reply.text).toContain('放款凭证');
    }
    for (const name of ['agency2', 'enterprise', 'finance'] as const) expect((await fetched(name, id)).status, name).toBe(404);
    expect((await fetched('bank', other)).status).toBe(404);
    // Without naming the fact a hash opens nothing to the bank.
    expect((await callers.bank.ask({ url: `/api/files/${hash}` })).status).toBe(404);
    good(await callers.agency.call('withdrawFact', { params: { id }, body: { reason: '误报' } }));
    expect((await fetched('bank', id)).status).toBe(404);
    expect((await fetched('officer', id)).status).toBe(200);
  });

  it('ended in no fault', () => {
    expect(world.faults).toEqual([]);
  });
});
