import { describe, expect, it } from 'vitest';
import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import { actorIn, begun, mayStillDo, moved, refusedCodes, strangersDo, tableOf, told } from '../../../tests/support/pure.ts';
import { payment as definition } from './process.ts';

const payment = definition as unknown as AnyProcess;
const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
const owed = (id: string, amount: number) =>
  ({ id, kase: `claim-${id[0]}`, title: '支持', payee: 'payee-1', payeeName: '甲公司', bank: '银行', tail: '2222', amount }) as never;
const facts: Facts = { payables: [owed(ids[0], 3_000_050), owed(ids[1], 100)], handledBefore: [] };
const [maker, checker, payer] = ['maker', 'checker', 'payer'].map((person) => actorIn('finance', { person })) as [
  ReturnType<typeof actorIn>,
  ReturnType<typeof actorIn>,
  ReturnType<typeof actorIn>,
];
const answer = '33333333-3333-4333-8333-333333333333';
const reason = { reason: '账户信息有误' };

const drafted = (payables: readonly string[] = ids): Case => begun(payment, { as: maker, input: { payables }, facts });
const checked = () => told(payment, drafted(), [{ as: checker, event: 'check', input: { count: 2, totalFen: 3_000_150 }, facts }]);
const released = () => told(payment, checked(), [{ as: payer, event: 'release', facts }]);

const answered = (results: readonly boolean[], exceptions: readonly string[] = [], process = 'claim'): Facts => ({
  bankAnswer: {
    id: answer,
    exceptions,
    lines: results.map((isPaid, i) => ({
      reference: `N-1-000${i + 1}`,
      payable: ids[i] ?? '',
      kase: `${process}-${i + 1}`,
      process,
      amount: 1 as never,
      isPaid,
      note: '',
    })),
  },
});
const record = (more: Facts) => ({ as: maker, event: 'record_answer', input: { answer }, facts: more }) as const;

describe('A batch of payments', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(payment)).toMatchInlineSnapshot(`
      "drafted: finance: check drop
      checked: finance: send_back release drop
      released: finance: record_answer
      settled: nobody, nothing
      dropped: nobody, nothing"
    `);
    expect(strangersDo(payment)).toEqual([]);
  });

  it('is neither made, checked nor released by who handled one of its claims in another office', () => {
    const own: Facts = { ...facts, handledBefore: ['SL-2021-00001'] };
    expect(() => begun(payment, { as: maker, input: { payables: ids }, facts: own })).toThrow('您办理过SL-2021-00001');
    for (const [kase, as, event, input] of [
      [drafted(), checker, 'check', { count: 2, totalFen: 3_000_150 }],
      [checked(), payer, 'release', {}],
    ] as const)
      expect(refusedCodes(payment, kase, { as, event, input, facts: own })).toEqual(['handled_before']);
  });

  it('passes three hands: maker, checker and payer are never one person', () => {
    expect(mayStillDo(payment, 'drafted', { role: 'finance', did: 'open' })).toEqual(['drop']);
    expect(mayStillDo(payment, 'checked', { role: 'finance', did: 'open' })).toEqual(['drop']);
    expect(mayStillDo(payment, 'checked', { role: 'finance', did: 'check' })).toEqual(['drop']);
    expect(refusedCodes(payment, checked(), { as: checker, event: 'release', facts })).toEqual(['same_person']);
    expect(refusedCodes(payment, drafted(), { as: maker, event: 'check', input: { count: 2, totalFen: 3_000_150 }, facts })).toEqual([
      'same_person',
    ]);
  });

  it('lists every sum once with a reference of its own and the total', () => {
    expect(drafted([ids[1], ids[0], ids[1]]).data).toMatchObject({
      lines: [
        { reference: 'N-1-0001', payable: ids[0], amountFen: 3_000_050 },
        { reference: 'N-1-0002', payable: ids[1], amountFen: 100 },
      ],
      totalFen: 3_000_150,
    });
    expect(payment.summary.says(drafted().data).zh).toBe('2笔，合计30,001.50元');
  });

  it('takes nothing that is not owed, in a batch, on hold or waiting', () => {
    expect(() => drafted([ids[0], answer])).toThrow('有1笔不能兑付');
    expect(() => drafted([])).toThrow('至少选择一笔');
    expect(() => drafted(['1'])).toThrow('payables.0');
    expect(() => begun(payment, { as: 'centre_approver', input: { payables: ids }, facts })).toThrow('not_allowed');
  });

  it.each([
    ['a wrong number', { count: 1, totalFen: 3_000_150 }, ['control_total_differs']],
    ['one fen too much', { count: 2, totalFen: 3_000_151 }, ['control_total_differs']],
    ['both wrong', { count: 3, totalFen: 1 }, ['control_total_differs', 'control_total_differs']],
    ['no totals', {}, ['invalid_input', 'invalid_input']],
  ])('is not passed by the checker with %s', (_name, input, codes) => {
    expect(refusedCodes(payment, drafted(), { as: checker, event: 'check', input, facts })).toEqual(codes);
  });

  it('goes to the bank when it is released, and back to the maker or away only before', () => {
    expect(moved(payment, checked(), { as: payer, event: 'release', facts }).effects).toEqual([{ kind: 'pay out', when: 'with' }]);
    const back = told(payment, checked(), [{ as: payer, event: 'send_back', input: reason }]);
    expect(back.state).toBe('drafted');
    for (const kase of [drafted(), checked(), back]) {
      const { next, effects } = moved(payment, kase, { as: maker, event: 'drop', input: reason });
      expect([next.state, effects]).toEqual(['dropped', [{ kind: 'free payables', when: 'with' }]]);
    }
    for (const [as, event] of [
      [maker, 'drop'],
      [payer, 'send_back'],
      [payer, 'release'],
    ] as const)
      expect(refusedCodes(payment, released(), { as, event, input: reason })).toEqual(['wrong_state']);
  });

  it('books an answer that has every line and nothing strange, and tells each claim that was paid', () => {
    const { next, effects } = moved(payment, released(), record(answered([true, false])));
    expect(next).toMatchObject({ state: 'settled', data: { answers: [{ isPaid: true }, { isPaid: false }] } });
    expect(effects).toEqual([
      { kind: 'settle payment', when: 'with', answer },
      { kind: 'fire', when: 'after', process: 'claim', event: 'payment_arrived', kase: 'claim-1' },
    ]);
  });

  it('tells nothing to a voucher redemption that was paid: it has ended with its settlement', () => {
    const { effects } = moved(payment, released(), record(answered([true, true], [], 'redemption')));
    expect(effects).toEqual([{ kind: 'settle payment', when: 'with', answer }]);
  });

  it.each([
    ['that is not there', { bankAnswer: null }, 'answer_unknown'],
    ['with something that does not match', answered([true, true], ['第2行有改动']), 'answer_has_exceptions'],
    ['with a line missing', answered([true]), 'answer_incomplete'],
  ])('books no answer %s', (_name, more, code) => {
    expect(refusedCodes(payment, released(), record(more as Facts))).toEqual([code]);
  });

  it('books no answer before it was sent, and none that has no name', () => {
    expect(refusedCodes(payment, checked(), record(answered([true, true])))).toEqual(['wrong_state']);
    expect(refusedCodes(payment, released(), { ...record(answered([true, true])), input: { answer: 'x' } })).toEqual(['invalid_input']);
  });
});
