import { z } from 'zod';
import { field } from '#core/form/fields.ts';
import { Nothing, ShortReason } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Who } from '#core/people/relations.ts';
import { defineProcess, eventsOf, type Guard, openingOf, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { type BankAnswerFact, known } from '#core/process/facts.ts';
import { summaryOf } from '#core/process/summary.ts';

const Line = z.object({
  reference: z.string(),
  payable: z.string(),
  kase: z.string(),
  title: z.string(),
  payee: z.string(),
  payeeName: z.string(),
  bank: z.string(),
  tail: z.string(),
  amountFen: z.int(),
});

const PaymentData = z.object({
  lines: z.array(Line),
  totalFen: z.int(),
  answers: z.array(z.object({ reference: z.string(), isPaid: z.boolean(), note: z.string() })),
});
type PaymentData = z.infer<typeof PaymentData>;
type State = 'drafted' | 'checked' | 'released' | 'settled' | 'dropped';

/** Maker, checker and payer are three persons. */
const maker: Who = { role: 'finance', relation: 'owner' };
const checker: Who = { role: 'finance', relation: 'owner', notWho: ['open'] };
const payer: Who = { role: 'finance', relation: 'owner', notWho: ['open', 'check'] };

/** Nor does anybody pay what they filed, checked, proposed or approved themselves in another office. */
const othersCases: Guard<unknown> = {
  code: 'handled_before',
  clause: 'operational',
  asks: ['handledBefore'],
  says: ({ facts }) => {
    const numbers = known(facts, 'handledBefore').slice(0, 5).join('、');
    return both(`您办理过${numbers}，兑付须由没有办理过的人办理`, `You had a hand in ${numbers}; somebody else pays`);
  },
  met: ({ facts }) => known(facts, 'handledBefore').length === 0,
};

const event = eventsOf<State, PaymentData>();

const Selection = z.object({
  payables: field(z.array(z.uuid()).min(1, '至少选择一笔').max(5000, '最多5000笔'), both('应付款项', 'Sums to pay')),
});

/** The control totals, counted again by the checker; they must agree to the fen. */
const ControlTotals = z.object({
  count: field(z.int('请填写笔数').min(1, '至少1笔'), both('笔数', 'Number of payments')),
  totalFen: field(z.int('请填写合计').min(1, '合计须大于0'), both('合计', 'Total'), { unit: both('分', 'fen'), widget: 'money' }),
});

function controlFaults({ data }: Sight<PaymentData>, { count, totalFen }: z.infer<typeof ControlTotals>): readonly Refusal[] {
  const fault = (field_: string): Refusal => ({
    kind: 'input',
    code: 'control_total_differs',
    clause: 'operational',
    field: field_,
    says: both('与清单不符，请按清单另行点算', 'Does not agree with the list; count again'),
  });
  return [...(count === data.lines.length ? [] : [fault('count')]), ...(totalFen === data.totalFen ? [] : [fault('totalFen')])];
}

const Answer = z.object({ answer: field(z.uuid('请先上传银行回单文件'), both('银行回单', 'Bank answer')) });

function answerFaults({ facts, data }: Sight<PaymentData>): readonly Refusal[] {
  const answer = known(facts, 'bankAnswer');
  const fault = (code: string, zh: string, en: string): Refusal => ({ kind: 'guard', code, clause: 'operational', says: both(zh, en) });
  if (answer === null) return [fault('answer_unknown', '没有这份回单', 'No such answer')];
  if (answer.exceptions.length > 0)
    return [
      fault(
        'answer_has_exceptions',
        `回单有${answer.exceptions.length}处对不上：${answer.exceptions[0]}`,
        'The answer does not match the batch',
      ),
    ];
  return answer.lines.length === data.lines.length
    ? []
    : [fault('answer_incomplete', '回单没有包含全部款项', 'Some payments have no answer')];
}

/** What a case does when its money has arrived, by its process; one that is not named here has ended with its decision. */
const whenPaid: Readonly<Record<string, string>> = { claim: 'payment_arrived' };

/** Tells each case once that something of it was paid, if it waits for that. */
function tellingThosePaid(answer: BankAnswerFact | null): readonly Effect[] {
  const paid = new Map((answer?.lines ?? []).filter(({ isPaid }) => isPaid).map(({ kase, process }) => [kase, process]));
  return [...paid].flatMap(([kase, process]): readonly Effect[] => {
    const event_ = whenPaid[process];
    return event_ ? [{ kind: 'fire', when: 'after', process, event: event_, kase }] : [];
  });
}

/** A batch of payments through the bank: made, checked, released and answered, by three persons (forms.md F10; goals T5, A5). */
export const payment = defineProcess({
  name: 'payment',
  title: both('兑付批次', 'Payment batch'),
  clause: '9',
  prefix: 'DF',
  data: PaymentData,
  readers: [
    maker,
    { role: 'centre_officer', relation: 'any' },
    { role: 'centre_approver', relation: 'any' },
    { role: 'auditor', relation: 'any' },
  ],
  opens: openingOf<PaymentData>()({
    title: both('编制兑付批次', 'Make a batch'),
    clause: '9',
    who: [maker],
    input: Selection,
    asks: ['payables'],
    guards: [othersCases],
    accepts: ({ facts }, { payables }) => {
      const ready = new Set(known(facts, 'payables').map(({ id }) => id));
      const not = payables.filter((id) => !ready.has(id));
      return not.length === 0
        ? []
        : [
            {
              kind: 'input',
              code: 'not_payable',
              clause: 'operational',
              field: 'payables',
              says: both(`有${not.length}笔不能兑付：已在其他批次、暂停支付，或账户在变更等待期`, `${not.length} can not be paid now`),
            },
          ];
    },
    create: ({ facts, kase }, { payables }) => {
      const chosen = new Set(payables);
      const lines = known(facts, 'payables')
        .filter(({ id }) => chosen.has(id))
        .map(({ id, kase: origin, title, payee, payeeName, bank, tail, amount }, i) => ({
          reference: `${kase.number}-${String(i + 1).padStart(4, '0')}`,
          payable: id,
          kase: origin,
          title,
          payee,
          payeeName,
          bank,
          tail,
          amountFen: amount as number,
        }));
      return { lines, totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0), answers: [] };
    },
    effects: (_sight, { payables }) => [{ kind: 'take payables', when: 'with', payables: [...new Set(payables)] }],
  }),
  initial: 'drafted',
  states: {
    drafted: { title: both('待复核', 'Drafted'), awaits: both('财政复核人', 'the checker') },
    checked: { title: both('待付款', 'Checked'), awaits: both('财政付款人', 'the payer') },
    released: { title: both('已送银行，待回单', 'With the bank'), awaits: both('银行', 'the bank') },
    settled: { title: both('已对账', 'Settled'), isFinal: true },
    dropped: { title: both('已作废', 'Dropped'), isFinal: true },
  },
  events: {
    check: event({
      title: both('复核', 'Check'),
      clause: 'operational',
      from: ['drafted'],
      to: 'checked',
      who: [checker],
      input: ControlTotals,
      guards: [othersCases],
      manner: 'next',
      accepts: controlFaults,
    }),
    send_back: event({
      title: both('退回编制人', 'Send back'),
      clause: 'operational',
      from: ['checked'],
      to: 'drafted',
      who: [payer],
      input: ShortReason,
    }),
    release: event({
      title: both('付款并生成银行文件', 'Release to the bank'),
      clause: 'operational',
      from: ['checked'],
      to: 'released',
      who: [payer],
      input: Nothing,
      guards: [othersCases],
      manner: 'next',
      effects: () => [{ kind: 'pay out', when: 'with' }],
    }),
    record_answer: event({
      title: both('登记银行回单', 'Book the bank’s answer'),
      clause: 'operational',
      from: ['released'],
      to: 'settled',
      who: [maker],
      input: Answer,
      asks: ['bankAnswer'],
      manner: 'next',
      accepts: answerFaults,
      apply: ({ data, facts }) => ({
        ...data,
        answers: (known(facts, 'bankAnswer')?.lines ?? []).map(({ reference, isPaid, note }) => ({ reference, isPaid, note })),
      }),
      effects: ({ facts }, { answer }) => [
        { kind: 'settle payment', when: 'with', answer },
        ...tellingThosePaid(known(facts, 'bankAnswer')),
      ],
    }),
    drop: event({
      title: both('作废批次', 'Drop'),
      clause: 'operational',
      from: ['drafted', 'checked'],
      to: 'dropped',
      who: [maker],
      input: ShortReason,
      manner: 'grave',
      effects: () => [{ kind: 'free payables', when: 'with' }],
    }),
  },
  summary: summaryOf<PaymentData>()(['lines', 'totalFen'], ({ lines, totalFen }) => {
    const sum = (totalFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    return both(`${lines.length}笔，合计${sum}元`, `${lines.length} payment${lines.length === 1 ? '' : 's'}, ${sum} yuan`);
  }),
});
