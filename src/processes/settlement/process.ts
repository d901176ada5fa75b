import { z } from 'zod';
import { choice, field, line, paragraph } from '#core/form/fields.ts';
import { Nothing } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { budgetItems, type BudgetItem } from '#core/ledger/accounts.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { known, type LineFact } from '#core/process/facts.ts';
import { anybodyIn, decider, drafted, drafter, drop, dropped } from '#core/process/two-persons.ts';
import { summaryOf } from '#core/process/summary.ts';

const items = Object.fromEntries(
  budgetItems.map((item) => [item, both(`第九条（${'一二三四五'[Number(item.slice(2)) - 1]}）`, item)]),
) as Readonly<Record<BudgetItem, ReturnType<typeof both>>>;

const SettlementData = z.object({
  year: field(z.int('请填写年度').min(2020, '年度过早').max(2100, '年度过晚'), both('年度', 'Year')),
  item: field(choice(items), both('支持事项', 'Item')),
  /** Hundredths of a per cent, so that the share is exact. */
  rate: field(z.int('请填写整数').min(1, '至少1').max(9999, '不足100%才需要结算'), both('结算比例', 'Share'), {
    widget: 'share',
    help: both(
      '填万分之几，如 8250 即 82.50%；每件向下取整到元，余数留在预算中',
      'In hundredths of a per cent: 8250 is 82.50 %; each claim is rounded down to the yuan',
    ),
  }),
  documentNumber: field(line(80), both('决定文号', 'Document no.')),
  reason: field(paragraph(5, 1000), both('说明', 'Reason'), { widget: 'paragraph' }),
});
type SettlementData = z.infer<typeof SettlementData>;
type State = 'drafted' | 'published' | 'dropped';

const event = eventsOf<State, SettlementData>();

/** The share, in hundredths of a per cent, at which all live claims of a line can be paid: fixed sums first (I-28). */
export function possibleRate({ available, reserved, asked, askedFixed }: LineFact): number {
  if (asked === 0) return 10_000;
  return Math.min(10_000, Math.max(0, Math.floor(((available + reserved - askedFixed) * 10_000) / asked)));
}

const fault = (code: string, zh: string, en: string): Refusal => ({ kind: 'input', code, clause: '9', field: 'rate', says: both(zh, en) });

function rateFaults(line: LineFact, rate: number): readonly Refusal[] {
  if (line.rate !== null) return [fault('rate_decided', '该年度该项已经公布过结算比例', 'A share was published already')];
  if (line.unfunded === 0) return [fault('line_not_short', '预算足够，不需要按比例结算', 'The line is not short')];
  const most = possibleRate(line);
  return rate > most
    ? [fault('rate_too_high', `最高只能到${(most / 100).toFixed(2)}%（${most}）`, `At most ${(most / 100).toFixed(2)} %`)]
    : [];
}

/** A short budget line settled by one published share for all (I-28). */
export const settlement = defineProcess({
  name: 'settlement',
  title: both('比例结算', 'Settlement by share'),
  clause: '9',
  prefix: 'JB',
  data: SettlementData,
  readers: anybodyIn('centre_officer', 'centre_approver', 'auditor', 'finance'),
  opens: openingOf<SettlementData>()({
    title: both('拟定结算比例', 'Draft a settlement'),
    clause: '9',
    who: [drafter],
    input: SettlementData,
    asks: ['budgetLine'],
    accepts: ({ facts }, { rate }) => rateFaults(known(facts, 'budgetLine'), rate),
    create: (_sight, input) => input,
  }),
  initial: 'drafted',
  states: {
    drafted: drafted(),
    published: { title: both('已公布', 'Published'), isFinal: true },
    dropped,
  },
  events: {
    publish: event({
      title: both('审定并公布', 'Publish'),
      clause: '9',
      from: ['drafted'],
      to: 'published',
      who: [decider],
      input: Nothing,
      asks: ['budgetLine', 'readings'],
      manner: 'next',
      accepts: ({ facts, data }) => rateFaults(known(facts, 'budgetLine'), data.rate),
      effects: ({ data, facts }) => [
        { kind: 'set settlement rate', when: 'with', line: { year: data.year, item: data.item }, rate: data.rate },
        {
          kind: 'publish notice',
          when: 'with',
          notice: 'settlement',
          title: `${data.year}年度${items[data.item].zh}支持按比例结算`,
          body: [
            { label: '支持事项', text: items[data.item].zh },
            { label: '年度', text: String(data.year) },
            { label: '结算比例', text: `${(data.rate / 100).toFixed(2)}%，每件向下取整到元；定额的证书补助不打折` },
            { label: '决定文号', text: data.documentNumber },
          ],
          workdays: Number(known(facts, 'readings').publicNoticeWorkdays),
        },
      ],
    }),
    drop,
  },
  summary: summaryOf<SettlementData>()(['year', 'item', 'rate'], ({ year, item, rate }) => {
    const share = `${(rate / 100).toFixed(2)}%`;
    return both(`${year}年度${items[item].zh}按${share}结算`, `${year}, ${items[item].en}: settled at ${share}`);
  }),
});
