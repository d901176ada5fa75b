import { describe, expect, it } from 'vitest';
import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { actorIn, begun, mayStillDo, moved, refusedCodes, strangersDo, tableOf, told } from '../../../tests/support/pure.ts';
import { inventedCode } from '../../../tests/support/form.ts';
import { redemption as definition } from './process.ts';

const redemption = definition as unknown as AnyProcess;
const account = {
  id: '11111111-1111-4111-8111-111111111111',
  name: '乙公司',
  bank: '银行',
  tail: '3333',
  isPerson: false,
  isWaiting: false,
};
const voucher = {
  id: 'voucher-1',
  number: 'Q-2021-00001',
  holder: 'holder',
  holderName: '甲公司',
  balance: 10_000_000 as never,
  validTo: '2021-03-01' as never,
  isEnded: false,
  titleEnded: null,
  isRelated: false,
};
const facts: Facts = {
  voucher,
  invoice: { totalFen: null, usedFen: 0 as never },
  client: { id: 'client', name: '丙公司' },
  payees: [account],
  organisation: { name: '乙公司', creditCode: 'X', district: null },
};
const input = {
  code: 'AAAA-BBBB-CCCC-DDDD',
  clientCode: inventedCode(103),
  service: 'search_analysis',
  amountFen: 3_000_050,
  contractNumber: 'HT-1',
  invoiceNumber: 'FP-1',
  invoiceFen: 3_000_050,
  contractFile: 'a'.repeat(64),
  invoiceFile: 'b'.repeat(64),
  proofFile: 'c'.repeat(64),
  payee: account.id,
};
const present = (more: Facts = {}, words: object = {}, at?: string): Case =>
  begun(redemption, { as: 'agency', input: { ...input, ...words }, facts: { ...facts, ...more }, ...(at ? { at } : {}) });
const client = actorIn('enterprise', { organisation: 'client' });
const reason = { reason: '没有接受过这项服务' };

describe('A voucher handed in for a service', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(redemption)).toMatchInlineSnapshot(`
      "presented: agency: cancel
      presented: enterprise: confirm deny
      presented: clock: remind
      accepted: centre_officer: settle reject
      accepted: agency: cancel
      settled: nobody, nothing
      returned: nobody, nothing"
    `);
  });

  it('is confirmed by the client alone: no other enterprise, and no provider for it', () => {
    expect(strangersDo(redemption).filter((text) => !/: (centre_officer|clock): /.test(text))).toEqual([]);
    expect(refusedCodes(redemption, present(), { as: actorIn('enterprise', { organisation: 'another' }), event: 'confirm' })).toEqual([
      'not_allowed',
    ]);
    expect(refusedCodes(redemption, present(), { as: 'agency', event: 'confirm' })).toEqual(['not_allowed']);
  });

  it('is drawn at once, and the client is asked', () => {
    const kase = present();
    expect(redemption.counterparty?.(kase.data)).toBe('client');
    expect(kase).toMatchObject({
      counterparty: 'client',
      deadline: { day: '2021-03-15', fires: 'remind' },
      data: { payeeName: '乙公司', answer: null },
    });
    expect(redemption.summary.says(kase.data)).toEqual({
      zh: 'Q-2021-00001：乙公司兑用30,000.50元',
      en: 'Q-2021-00001: 30,000.50 yuan used with 乙公司',
    });
  });

  it.each([
    ['a voucher that does not exist', { voucher: null }, 'voucher_unknown', '没有这张券，请核对券码'],
    ['one’s own voucher', { voucher: { ...voucher, holder: 'owner' } }, 'own_voucher', '不能由持券机构自己兑用'],
    ['a voucher that has ended', { voucher: { ...voucher, isEnded: true } }, 'voucher_expired', '该券有效期到2021-03-01，已不能使用'],
    ['a client who is not on record', { client: null }, 'client_unknown', '该企业未在本系统登记'],
    ['a service to oneself', { client: { id: 'owner', name: '乙公司' } }, 'own_service', '不能为本机构服务'],
    ['a related party', { voucher: { ...voucher, isRelated: true } }, 'related_party', '有关联关系，不能兑用'],
    ['an invoice that is used up', { invoice: { totalFen: 3_000_050, usedFen: 1 } }, 'invoice_used_up', '还能抵用30000.49元'],
    [
      'an invoice that had another total',
      { invoice: { totalFen: 9_000_000, usedFen: 1 } },
      'invoice_differs',
      '上次登记的金额是90000.00元',
    ],
    [
      'a voucher whose zone got its title by deceit (I-06)',
      { voucher: { ...voucher, titleEnded: { on: '2021-02-01', isDeceit: true } } },
      'title_withdrawn',
      '示范区资格自始无效，不能兑用',
    ],
    ['an account of somebody else', { payees: [] }, 'payee_unknown', '收款账户不在本机构名下'],
  ] as const)('is refused for %s', (_name, more, code, says) => {
    expect(() => present(more as Facts)).toThrow(code);
    expect(() => present(more as Facts)).toThrow(says);
  });

  it('is in time until the last moment of the last day', () => {
    expect(present({}, {}, '2021-03-01T15:59:59.999Z').state).toBe('presented');
    expect(() => present({}, {}, '2021-03-01T16:00:00.000Z')).toThrow('voucher_expired');
  });

  it.each([
    ['no code', { code: ' ' }, '请扫码或输入券码'],
    ['no amount', { amountFen: 0 }, '金额须大于0'],
    ['half a fen', { amountFen: 0.5 }, '请填写金额'],
    ['another service', { service: 'catering' }, '请选择'],
    ['a wrong credit code', { clientCode: '123' }, '18位'],
    ['no contract', { contractFile: '' }, 'contractFile'],
    ['no invoice number', { invoiceNumber: '' }, 'invoiceNumber'],
    ['no total of the invoice', { invoiceFen: 0 }, '金额须大于0'],
    ['no proof of the service', { proofFile: '' }, 'proofFile'],
    ['no account', { payee: '' }, '请选择收款账户'],
  ])('is not presented with %s', (_name, words, says) => {
    expect(() => present({}, words)).toThrow(says);
  });

  it('goes from the client’s yes to what is owed to the provider', () => {
    const accepted = told(redemption, present(), [{ as: client, event: 'confirm' }]);
    const { next, effects } = moved(redemption, accepted, { as: 'centre_officer', event: 'settle' });
    expect([next.state, effects[0]]).toEqual(['settled', { kind: 'accept voucher use', when: 'with', payee: account.id }]);
    expect(refusedCodes(redemption, next, { as: 'agency', event: 'cancel', input: reason })).toEqual(['wrong_state']);
  });

  it('puts the amount on the voucher again when the client denies, the provider cancels or the centre rejects', () => {
    const accepted = told(redemption, present(), [{ as: client, event: 'confirm' }]);
    for (const [kase, as, event] of [
      [present(), client, 'deny'],
      [present(), 'agency', 'cancel'],
      [accepted, 'agency', 'cancel'],
      [accepted, 'centre_officer', 'reject'],
    ] as const) {
      expect(refusedCodes(redemption, kase, { as, event, input: { reason: '' } })).toEqual(['invalid_input']);
      const { next, effects } = moved(redemption, kase, { as, event, input: reason });
      expect([next.state, effects[0], (next.data as { answer: string }).answer]).toEqual([
        'returned',
        { kind: 'return voucher use', when: 'with' },
        reason.reason,
      ]);
    }
    expect(refusedCodes(redemption, accepted, { as: client, event: 'deny', input: reason })).toEqual(['wrong_state']);
  });

  it('is neither confirmed nor given back by silence', () => {
    const late = moved(redemption, present(), { as: 'clock', event: 'remind', at: '2021-03-15T16:00:00.000Z' });
    expect([late.next.state, late.effects.map(({ kind }) => kind)]).toEqual(['presented', ['notify']]);
    expect(mayStillDo(redemption, 'accepted', { role: 'centre_officer', did: 'settle' })).toEqual(['settle', 'reject']);
  });
});
