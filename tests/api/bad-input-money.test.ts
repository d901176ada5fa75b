import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { filed, payee, won } from '../support/claims.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let claim: Kase;

beforeAll(async () => {
  await placeZone(world);
  await won(world, '（2021）鲁03民初1号');
  claim = await filed(world, '9.4', [await payee(world)]);
});
afterEach(() => assert.deepEqual(world.faults.splice(0), []));

/** Values that fit no field: each stands in for every field in turn. */
const oddities: readonly unknown[] = [
  null, true, -1, 0, 0.5, 2021.5, 3_000_000_000, 2 ** 53, 1e300, '', ' ', '2021', 'x'.repeat(5_000), '-'.repeat(36), '０'.repeat(36),
  randomUUID().toUpperCase(), '00000000-0000-0000-0000-000000000000', '9.4; drop table kase', '__proto__', [], [[]], [null], ['-'.repeat(36)], {}, { length: 2 }, { year: 2021 },
]; // prettier-ignore

const openings: readonly (readonly [process: string, who: Username, input: Readonly<Record<string, unknown>>])[] = [
  ['claim', 'agency', { year: 2021, clause: '9.2' }],
  ['appropriation', 'officer', { year: 2021, item: '9.4', direction: 'add', yuan: 1, documentNumber: '', reason: '' }],
  ['settlement', 'officer', { year: 2021, item: '9.4', rate: 1, documentNumber: '1', reason: '' }],
  [
    'redemption',
    'agency2',
    {
      code: 'AAAA',
      clientCode: '1',
      service: 'patent',
      amountFen: 1,
      contractNumber: '1',
      invoiceNumber: '1',
      invoiceFen: 1,
      contractFile: '',
      invoiceFile: '',
      proofFile: '',
      payee: '',
    },
  ],
  ['payment', 'finance', { payables: [] }],
];

describe('An opening with a value that fits no field', () => {
  it.each(openings)('of %s is refused in words and never ends in a fault', async (process, who, input) => {
    const caller = await world.as(who);
    for (const odd of [
      input,
      null,
      [],
      'x',
      7,
      ...Object.keys(input).flatMap((name) => oddities.map((value) => ({ ...input, [name]: value }))),
    ]) {
      const { status, problem } = await caller.open(process, odd);
      expect([400, 409, 422], JSON.stringify(odd)?.slice(0, 200)).toContain(status);
      expect(problem.detail?.length ?? 0).toBeGreaterThan(1);
    }
  });
});

/** Of a reason no text is odd: only what is none. */
const noText = oddities.filter((value) => typeof value !== 'string');
const events: readonly (readonly [event: string, who: Username, input: Readonly<Record<string, unknown>>])[] = [
  ['check', 'officer', { entries: [], excluded: [], remark: '' }],
  ['withdraw', 'agency', { reason: '' }],
  ['propose_refusal', 'officer', { reasons: [], explanation: '' }],
];

describe('An event of a claim with a value that fits no field', () => {
  it.each(events)('%s is refused in words and leaves the claim as it was', async (event, who, input) => {
    const before = await claim.stored();
    for (const odd of [
      null,
      [],
      'x',
      ...Object.keys(input).flatMap((name) => (name === 'reason' ? noText : oddities).map((value) => ({ ...input, [name]: value }))),
    ]) {
      const { status, text } = await claim.try(who, event, odd);
      expect([400, 422], `${JSON.stringify(odd)?.slice(0, 200)} ${text.slice(0, 200)}`).toContain(status);
    }
    expect(await claim.stored()).toEqual(before);
  });

  it('and a declaration that names accounts nobody has', async () => {
    const declaration = { payees: [], otherSupport: 'none', otherSupportDetails: '', isTrue: true };
    await claim.do('officer', 'give_back', { reason: '请补正发票' });
    for (const payees of oddities)
      expect((await claim.try('agency', 'refile', { ...declaration, payees })).status, JSON.stringify(payees)?.slice(0, 80)).toBe(422);
  });
});

describe('A look at money with words that fit nothing', () => {
  it.each([
    ['/api/budget?year=1e99', 'officer'],
    ['/api/budget', 'officer'],
    ['/api/offers?year=2021.5', 'agency'],
    ['/api/unclaimed?year=-1', 'officer'],
    ['/api/journal?case=1', 'auditor'],
    ['/api/support-history?agency=x', 'officer'],
    ['/api/support.csv?year=99999999999', 'auditor'],
    ['/api/discretion?year=%00', 'auditor'],
    ['/api/voucher-lookup?code=%00%00%00%00', 'agency2'],
    ['/api/voucher-lookup?code=%F0%9F%98%80%F0%9F%98%80', 'agency2'],
    ['/api/vouchers/1/qr.svg', 'agency'],
    ['/api/payments/1/bank-file.csv', 'finance'],
    ['/api/payments/1/answers', 'finance'],
    ['/api/cases/claim?after=x', 'officer'],
    ['/api/cases/payment?q=%00', 'finance'],
  ] as const)('%s is refused and never ends in a fault', async (url, who) => {
    const { status } = await (await world.as(who)).ask({ url });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each([
    ['an account with letters', { account: '6222AAAA11112222' }, 'account'],
    ['an account of seven digits', { account: '1234567' }, 'account'],
    ['wide digits', { account: '６２２２００００１１１１２２２２' }, 'account'],
    ['no name', { name: ' ' }, 'name'],
    ['a name of two lines', { name: '甲\n乙' }, 'name'],
    ['a name too long', { name: '甲'.repeat(101) }, 'name'],
    ['no bank', { bank: '' }, 'bank'],
    ['no word on whose it is', { isPerson: null }, 'isPerson'],
  ])('%s makes no payee', async (_name, more, field) => {
    const body = { name: '甲公司', bank: '银行', account: '6222000011112222', isPerson: false, ...more };
    const { status, problem } = await (await world.as('agency')).call('addPayee', { body: body as never });
    expect([status, problem.refusals[0]?.field]).toEqual([422, field]);
  });

  it.each([
    ['a code of 17', '9137030300000000A', 422],
    ['a word', 'x', 422],
    ['nothing', '', 422],
  ])('%s makes no related party', async (_name, creditCode, status) => {
    const body = { creditCode, name: '甲公司', kind: '持股' };
    expect((await (await world.as('agency')).call('addRelatedParty', { body })).status).toBe(status);
    const { rows } = await world.owner.query(`select 1 from related_party`);
    expect(rows).toEqual([]);
  });

  it('a related party of an organisation that does not exist, or of none, is refused', async () => {
    const body = { creditCode: world.orgs.first.creditCode ?? '', name: '甲公司', kind: '持股' };
    const officer = await world.as('officer');
    for (const organisation of [undefined, randomUUID()])
      expect((await officer.call('addRelatedParty', { body: { ...body, ...(organisation ? { organisation } : {}) } })).status).toBe(422);
  });
});
