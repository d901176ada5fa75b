import { z } from 'zod';
import { choice, field, line, paragraph } from '#core/form/fields.ts';
import { Nothing } from '#core/form/inputs.ts';
import { yuan } from '#core/kernel/money.ts';
import { both } from '#core/kernel/words.ts';
import type { BudgetItem } from '#core/ledger/accounts.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { waitingOrderIn } from '#core/process/waiting-order.ts';
import { anybodyIn, decider, drafted, drafter, drop, dropped } from '#core/process/two-persons.ts';
import { summaryOf } from '#core/process/summary.ts';

/** The items of 第九条 that money is budgeted for. */
export const budgetTitles = {
  '9.1': both('第九条（一）质押融资与证券化', '9(1) Pledge financing'),
  '9.2': both('第九条（二）专利托管', '9(2) Custody'),
  '9.3': both('第九条（三）品牌资质与代理师证书', '9(3) Honours and certificates'),
  '9.4': both('第九条（四）维权胜诉', '9(4) Litigation'),
  '9.5': both('第九条（五）授权与清零倍增', '9(5) Grants and campaigns'),
} as const satisfies Record<BudgetItem, unknown>;

const directions = { add: both('安排或追加', 'Appropriate'), withdraw: both('调减', 'Withdraw') } as const;

const AppropriationData = z.object({
  year: field(z.int('请填写年度').min(2020, '年度过早').max(2100, '年度过晚'), both('年度', 'Year')),
  item: field(choice(budgetTitles), both('支持事项', 'Item')),
  direction: field(choice(directions), both('方向', 'Direction')),
  yuan: field(z.int('请填写整数元').min(1, '至少1元').max(1_000_000_000, '金额过大'), both('金额', 'Amount'), { unit: both('元', 'yuan') }),
  documentNumber: field(line(80), both('预算文号', 'Document no.')),
  reason: field(paragraph(4, 1000), both('说明', 'Reason'), { widget: 'paragraph' }),
});
type AppropriationData = z.infer<typeof AppropriationData>;
type State = 'drafted' | 'in_force' | 'dropped';

const event = eventsOf<State, AppropriationData>();

/** Money put on or taken off a budget line; two persons, and never below what is reserved or spent. */
export const appropriation = defineProcess({
  name: 'appropriation',
  title: both('预算安排', 'Appropriation'),
  clause: '9',
  prefix: 'YS',
  data: AppropriationData,
  readers: anybodyIn('centre_officer', 'centre_approver', 'auditor', 'finance'),
  opens: openingOf<AppropriationData>()({
    title: both('拟定预算安排', 'Draft an appropriation'),
    clause: '9',
    who: [drafter],
    input: AppropriationData,
    create: (_sight, input) => input,
  }),
  initial: 'drafted',
  states: {
    drafted: drafted(),
    in_force: { title: both('已入账', 'In force'), isFinal: true },
    dropped,
  },
  events: {
    put_in_force: event({
      title: both('审定入账', 'Put in force'),
      clause: '9',
      from: ['drafted'],
      to: 'in_force',
      who: [decider],
      input: Nothing,
      asks: ['readings'],
      manner: 'next',
      effects: ({ data, facts }) => [
        {
          kind: 'change appropriation',
          when: 'with',
          line: { year: data.year, item: data.item },
          amount: yuan(data.yuan),
          direction: data.direction,
          order: waitingOrderIn(known(facts, 'readings')),
        },
      ],
    }),
    drop,
  },
  summary: summaryOf<AppropriationData>()(['year', 'item', 'direction', 'yuan'], ({ year, item, direction, yuan: amount }) => {
    const sum = amount.toLocaleString('en-US');
    return both(
      `${year}年度${budgetTitles[item].zh}${directions[direction].zh}${sum}元`,
      `${year}, ${budgetTitles[item].en}: ${directions[direction].en}, ${sum} yuan`,
    );
  }),
});
