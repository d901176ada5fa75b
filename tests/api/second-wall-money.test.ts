import assert from 'node:assert/strict';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, determined, filed, opened, payee, sheet, won, year } from '../support/claims.ts';
import { readyForFacts } from '../support/facts.ts';
import { payables, releasedBatch, settled } from '../support/payments.ts';
import { everyScope, nobody, rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { Kase } from '../support/story.ts';
import { issuedVoucher, moneyForVouchers, presented } from '../support/vouchers.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let claim: Kase;
let use: Kase;

async function determinedClaim(caseNo: string, account: string): Promise<Kase> {
  await won(world, caseNo, { agencyFeeYuan: 10_000 });
  const kase = await filed(world, '9.4', [account]);
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  await determined(kase);
  return kase;
}

/** One of everything: a claim paid, one taken back, a draft, a voucher handed in, a line settled. */
beforeAll(async () => {
  await readyForFacts(world);
  await placeZone(world);
  const account = await payee(world);
  await appropriated(world, '9.4', 20_000);
  await moneyForVouchers(world);
  claim = await determinedClaim('（2021）鲁03民初1号', account);
  await settled(
    await releasedBatch(
      world,
      (await payables(world)).map(({ id }) => id),
    ),
  );
  const falseClaim = await determinedClaim('（2021）鲁03民初2号', account);
  const falseMatters = [{ kind: 'litigation', matter: '（2021）鲁03民初2号' }];
  const grounds = {
    findings: '经查判决书系伪造，申领不实。',
    documentNumber: '1',
    falseMatters,
    barMonths: 1,
    barReason: '伪造判决书骗取补助',
  };
  await falseClaim.do('officer', 'propose_recovery', grounds);
  await falseClaim.do('approver', 'order_recovery');
  const correction = { restored: falseMatters, liftsBar: true, reason: '法院复函证实判决属实，原认定有误。', documentNumber: '2' };
  await falseClaim.do('approver2', 'correct_finding', correction);
  await won(world, '（2021）鲁03民初3号', { agencyFeeYuan: 30_000 });
  const short = await filed(world, '9.4', [account]);
  assert.equal(short.state, 'filed');
  const input = { year, item: '9.4', rate: 100, documentNumber: '淄知结〔2021〕1号', reason: '预算不足，按比例结算' };
  await new Kase(world, good(await (await world.as('officer')).open('settlement', input))).do('approver', 'publish');
  const voucher = await issuedVoucher(world);
  use = await presented(world, voucher.code, { amountFen: 100, payee: await payee(world, 'agency2') });
  const tie = { creditCode: world.orgs.outside.creditCode ?? '', name: '外地公司', kind: '持股' };
  good(await (await world.as('agency')).call('addRelatedParty', { body: tie }));
});

const people = [
  'officer',
  'approver',
  'auditor',
  'finance',
  'administrator',
  'agency',
  'agency2',
  'agency3',
  'enterprise',
  'bank',
  'reviewer',
  'signer',
  'east',
  'expert1',
] as const satisfies readonly Username[];
const city = ['officer', 'approver', 'auditor'] as const;
const cityAndFinance = [...city, 'finance'] as const;

/** Who reads anything of a table in this story, by hand: everybody else reads nothing. */
const readers: Readonly<Record<string, readonly Username[]>> = {
  matter_hold: [...city, 'agency'],
  commitment: [...cityAndFinance, 'agency'],
  payee: [...cityAndFinance, 'agency', 'agency2'],
  payee_account: ['finance', 'agency', 'agency2'],
  support: [...cityAndFinance, 'agency'],
  support_end: [...cityAndFinance, 'agency'],
  claim_bar: [...cityAndFinance, 'agency'],
  claim_bar_end: [...cityAndFinance, 'agency'],
  fact_finding: [...city, 'agency'],
  fact_finding_end: [...city, 'agency'],
  payable: [...cityAndFinance, 'agency'],
  voucher: [...city, 'agency'],
  voucher_use: [...city, 'agency', 'agency2', 'enterprise'],
  related_party: [...city, 'administrator', 'agency'],
  ledger_account: [...cityAndFinance, 'agency', 'agency2'],
  posting: [...cityAndFinance, 'agency', 'agency2'],
  journal: [...cityAndFinance, 'agency', 'agency2'],
  payment_file: ['auditor', 'finance'],
  bank_answer: ['auditor', 'finance'],
};

const differences = async (): Promise<string[]> => {
  const wrong: string[] = [];
  for (const [table, expected] of Object.entries(readers)) {
    for (const name of people) {
      const isRead = (await rowsAs(world, scopeOfPerson(world, name), `select 1 from ${table} limit 1`)).length > 0;
      if (isRead !== (expected as readonly string[]).includes(name)) wrong.push(`${table} as ${name}: ${isRead ? 'read' : 'hidden'}`);
    }
  }
  return wrong;
};

describe('Hand-written SQL on claims and money', () => {
  it('reads of each table what the office may, and nothing where it may not', async () => {
    for (const table of Object.keys(readers)) {
      expect((await world.owner.query<pg.QueryResultRow>(`select 1 from ${table}`)).rowCount, table).toBeGreaterThan(0);
      expect(await rowsAs(world, nobody, `select 1 from ${table}`), table).toEqual([]);
    }
    expect(await differences()).toEqual([]);
  });

  it('turns red when a policy lets too much through', async () => {
    await world.owner.query(`create policy leak on payee_account for select to jixia_app using (app.is_office('centre_officer'))`);
    expect(await differences()).toEqual(['payee_account as officer: read']);
    await world.owner.query(`drop policy leak on payee_account`);
  });

  it('reads as an agency nothing of another, also where both have something', async () => {
    const own: Readonly<Record<string, string>> = {
      payee: 'organisation',
      payable: 'organisation',
      voucher: 'holder',
      support: 'agency',
      claim_bar: 'agency',
      fact_finding: 'agency',
      matter_hold: 'agency',
      ledger_account: 'owner',
      related_party: 'organisation',
    };
    for (const name of ['agency', 'agency2', 'agency3', 'enterprise'] as const) {
      const scope = scopeOfPerson(world, name);
      for (const [table, column] of Object.entries(own))
        expect(
          await rowsAs(world, scope, `select 1 from ${table} where ${column} is distinct from $1`, [scope.organisation]),
          `${table} as ${name}`,
        ).toEqual([]);
    }
    const shown = await rowsAs<{ key: string }>(world, scopeOfPerson(world, 'agency2'), `select key from ledger_account`);
    expect(shown).toEqual([{ key: `presented/${use.id}` }]);
  });

  it('sees of claims and uses the own, as the city or finance all but drafts, as a county none', async () => {
    expect((await opened(world, '9.2')).state).toBe('draft');
    const seen = async (name: Username, process: string) =>
      (await rowsAs(world, scopeOfPerson(world, name), `select 1 from kase where process = $1`, [process])).length;
    const table: Readonly<Record<string, Partial<Record<Username, number>>>> = {
      claim: { officer: 4, approver: 4, auditor: 4, finance: 4, agency: 5 },
      redemption: { officer: 1, approver: 1, auditor: 1, finance: 1, agency2: 1, enterprise: 1 },
      payment: { officer: 1, approver: 1, auditor: 1, finance: 1 },
      // The administrator sits in the centre, which owns what it drafts.
      appropriation: { officer: 2, approver: 2, auditor: 2, finance: 2, administrator: 2 },
      settlement: { officer: 1, approver: 1, auditor: 1, finance: 1, administrator: 1 },
    };
    for (const [process, expected] of Object.entries(table)) {
      for (const name of people) {
        expect(await seen(name, process), `${process} as ${name}`).toBe(expected[name] ?? 0);
      }
    }
  });

  /** Rows nobody may write unless the case is being moved by this very transaction. */
  const intrusions = (kase: string, other: string): Readonly<Record<string, string>> => ({
    case_event: `insert into case_event (kase, seq, event, to_state, at, person_name, office, organisation_name, is_quiet, body, prev, hash) values ('${kase}', 99, 'x', 'paid', now(), '', '', '', false, '', '', '')`,
    filing: `insert into filing (kase, n, at, body, hash) values ('${kase}', 99, now(), '', '')`,
    receipt: `insert into receipt (code, kase, number, title, at, event_seq, event_hash) values ('X', '${kase}', '', '', now(), 1, '')`,
    attachment_use: `insert into attachment_use (kase, part, hash, file_name) values ('${kase}', 'x', '', '')`,
    matter_hold: `insert into matter_hold (kase, agency, clause, kind, matter, held_at) values ('${kase}', '${other}', '9.4', 'x', 'x', now())`,
    commitment: `insert into commitment (kase, year, item, is_fixed, ceiling, asked) values ('${use.id}', 2021, '9.4', false, 1, 1)`,
    settlement_rate: `insert into settlement_rate (year, item, kase, rate, decided_at) values (2021, '9.1', '${kase}', 1, now())`,
    support: `insert into support (kase, agency, clause, year, item, paid_as, ceiling, computed, amount, facts, determination, decided_on, decided_by, proposed_by, known_from) values ('${use.id}', '${other}', '9.4', 2021, '9.4', 'cash', 1, 1, 1, '{}', '', now(), '${other}', '${other}', now())`,
    support_end: `insert into support_end (kase, by_case, reason, at) values ('${kase}', '${kase}', 'x', now())`,
    claim_bar: `insert into claim_bar (kase, agency, from_day, to_day, reason, document_number, person, at) values ('${kase}', '${other}', '2021-01-01', '2022-01-01', 'x', 'x', '${world.person('approver')}', now())`,
    claim_bar_end: `insert into claim_bar_end (kase, reason, document_number, person, at) values ('${kase}', 'x', 'x', '${world.person('approver2')}', now())`,
    fact_finding: `insert into fact_finding (kase, kind, matter, claimed, agency, findings, document_number, person, at) values ('${kase}', 'x', 'x', 'x', '${other}', 'x', 'x', '${world.person('approver')}', now())`,
    fact_finding_end: `insert into fact_finding_end (kase, kind, matter, reason, document_number, person, at) values ('${kase}', 'x', 'x', 'x', 'x', '${world.person('approver')}', now())`,
    payable: `insert into payable (id, kase, payee, organisation, year, item, title, amount, created_at) select gen_random_uuid(), '${kase}', '${other}', '${other}', 2021, '9.4', 'x', 1, now()`,
    voucher: `insert into voucher (id, number, code, kase, holder, year, item, value, issued_on, valid_to) values (gen_random_uuid(), 'x', 'x', '${use.id}', '${other}', 2021, '9.2', 1, now(), now())`,
    voucher_use: `insert into voucher_use (kase, voucher, provider, client, amount, presented_at) values ('${kase}', '${other}', '${other}', '${other}', 1, now())`,
    payment_file: `insert into payment_file (kase, sealed, line_count, total, made_at) values ('${kase}', '', 1, 1, now())`,
    pending_event: `insert into pending_event (process, kase, event, caused_by, created_at) values ('claim', '${kase}', 'payment_arrived', '${kase}', now())`,
  });

  const scopes = () => everyScope(world).filter(([name]) => [...people, 'public', 'clock', 'system', 'nobody'].some((one) => one === name));
  const breaches = async (tables: readonly string[] | null = null): Promise<string[]> => {
    const through: string[] = [];
    for (const [name, scope] of scopes()) {
      for (const [table, sql] of Object.entries(intrusions(claim.id, world.orgs.second.id))) {
        if (tables && !tables.includes(table)) continue;
        const outcome = await wouldTouch(world, scope, sql).catch((error: { code: string }) => error.code);
        if (outcome !== '42501') through.push(`${table} as ${name}: ${outcome}`);
      }
    }
    return through;
  };

  it('writes nothing into a case that it does not move, in any office', async () => {
    expect(await breaches()).toEqual([]);
  }, 120_000);

  it('turns red when a table forgets to ask whether the case is being moved', async () => {
    await world.owner.query(`create policy leak on case_event for insert to jixia_app with check (true)`);
    expect((await breaches(['case_event'])).length).toBe(scopes().length);
    await world.owner.query(`drop policy leak on case_event`);
  });

  it('names no foreign account, moves no foreign claim and frees no foreign matter', async () => {
    for (const name of ['agency2', 'agency3', 'enterprise', 'bank', 'reviewer', 'signer', 'auditor', 'administrator'] as const) {
      const scope = scopeOfPerson(world, name);
      for (const sql of [
        `update kase set state = 'paid' where process in ('claim', 'payment')`,
        `update matter_hold set released_at = now()`,
        `update commitment set reserved = 0`,
        `update payable set paid_at = now()`,
        `update voucher set ended_at = now()`,
        `update payee set ended_at = now() where organisation = '${world.orgs.first.id}'`,
      ]) {
        expect(await wouldTouch(world, scope, sql), `${sql} as ${name}`).toBe(0);
      }
      const insert = `insert into payee (id, organisation, name, bank, tail, active_from, entered_by, entered_at) values (gen_random_uuid(), $1, 'x', 'x', '1234', now(), $2, now())`;
      await expect(wouldTouch(world, scope, insert, [world.orgs.first.id, scope.person]), name).rejects.toMatchObject({ code: '42501' });
    }
  });
});
