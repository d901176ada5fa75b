import { z } from 'zod';
import { Nothing, ShortReason } from '#core/form/inputs.ts';
import { fen } from '#core/kernel/money.ts';
import { both } from '#core/kernel/words.ts';
import type { Who } from '#core/people/relations.ts';
import { defineProcess, eventsOf, openingOf } from '#core/process/define.ts';
import { known } from '#core/process/facts.ts';
import { summaryOf } from '#core/process/summary.ts';
import { tellCentre, tellOwner } from '#core/process/tell.ts';
import { keyOf } from '#policy/zibo-2020/fact-kinds/fact-kind.ts';
import { within } from '#policy/zibo-2020/time-limits.ts';
import { Presentation, presentationFaults } from './presentation.ts';

const RedemptionData = z.object({
  voucher: z.string(),
  voucherNumber: z.string(),
  holderName: z.string(),
  providerName: z.string(),
  client: z.string(),
  clientName: z.string(),
  service: z.string(),
  amountFen: z.int(),
  contractNumber: z.string(),
  /** As compared: width, blanks and case do not matter. */
  invoiceNumber: z.string(),
  /** Total of the invoice, in fen; null in redemptions older than this field, like the proof. */
  invoiceFen: z.int().nullable().default(null),
  contractedOn: z.string().nullable().default(null),
  contractFile: z.string(),
  invoiceFile: z.string(),
  proofFile: z.string().nullable().default(null),
  payee: z.string(),
  payeeName: z.string(),
  answer: z.string().nullable(),
});
type RedemptionData = z.infer<typeof RedemptionData>;
type State = 'presented' | 'accepted' | 'settled' | 'returned';

const provider: Who = { role: 'agency', relation: 'owner' };
const client: Who = { role: 'enterprise', relation: 'counterparty', notWho: ['open'] };
const officer: Who = { role: 'centre_officer', relation: 'any', notWho: ['open', 'confirm'] };
const event = eventsOf<State, RedemptionData>();

/** A voucher handed in for a service: the provider presents, the enterprise confirms, the centre settles (rows 9.2c, 9.5b; F11; I-29). */
export const redemption = defineProcess({
  name: 'redemption',
  title: both('服务券兑用', 'Voucher redemption'),
  clause: '9.2c',
  prefix: 'DY',
  data: RedemptionData,
  readers: [
    provider,
    client,
    officer,
    { role: 'centre_approver', relation: 'any' },
    { role: 'auditor', relation: 'any' },
    { role: 'finance', relation: 'any' },
  ],
  opens: openingOf<RedemptionData>()({
    title: both('兑用服务券', 'Present a voucher'),
    clause: '9.2c',
    who: [provider],
    input: Presentation,
    asks: ['voucher', 'invoice', 'client', 'payees', 'organisation'],
    accepts: presentationFaults,
    create: ({ facts }, input) => {
      const voucher = known(facts, 'voucher');
      const other = known(facts, 'client');
      if (voucher === null || other === null) throw new Error('a voucher was presented without being accepted');
      return {
        voucher: voucher.id,
        voucherNumber: voucher.number,
        holderName: voucher.holderName,
        providerName: known(facts, 'organisation').name,
        client: other.id,
        clientName: other.name,
        service: input.service,
        amountFen: input.amountFen,
        contractNumber: input.contractNumber,
        invoiceNumber: keyOf(input.invoiceNumber),
        invoiceFen: input.invoiceFen,
        contractedOn: input.contractedOn,
        contractFile: input.contractFile,
        invoiceFile: input.invoiceFile,
        proofFile: input.proofFile,
        payee: input.payee,
        payeeName: known(facts, 'payees').find(({ id }) => id === input.payee)?.name ?? '',
        answer: null,
      };
    },
    effects: ({ data, kase }) => [
      { kind: 'present voucher', when: 'with', voucher: data.voucher, client: data.client, amount: fen(data.amountFen) },
      { kind: 'issue receipt', when: 'with' },
      {
        kind: 'notify',
        when: 'after',
        recipient: { to: 'organisation', id: data.client },
        says: both(`${data.providerName}用服务券为贵单位提供服务，请确认${kase.number}`, `${kase.number}: please confirm the service`),
      },
    ],
  }),
  initial: 'presented',
  states: {
    presented: {
      title: both('待企业确认', 'Presented'),
      awaits: both('接受服务的企业', 'the enterprise'),
      deadline: within('voucherConfirmationWorkdays', { fires: 'remind' }),
    },
    accepted: { title: both('待市中心结算', 'Confirmed'), awaits: both('市中心', 'the centre') },
    settled: { title: both('已结算', 'Settled'), isFinal: true },
    returned: { title: both('未予兑用，金额退回券上', 'Returned to the voucher'), isFinal: true },
  },
  events: {
    confirm: event({
      title: both('确认已接受服务', 'Confirm the service'),
      clause: '9.2c',
      from: ['presented'],
      to: 'accepted',
      who: [client],
      input: Nothing,
      manner: 'next',
      effects: (sight) => [tellCentre(sight, 'centre_officer', '企业已确认，请结算', 'confirmed; please settle')],
    }),
    deny: event({
      title: both('没有接受这项服务', 'Deny the service'),
      clause: '9.2c',
      from: ['presented'],
      to: 'returned',
      who: [client],
      input: ShortReason,
      manner: 'grave',
      isDuty: true,
      apply: ({ data }, { reason }) => ({ ...data, answer: reason }),
      effects: (sight) => [
        { kind: 'return voucher use', when: 'with' },
        tellOwner(sight, '企业否认接受服务，金额退回券上', 'the enterprise denies the service'),
      ],
    }),
    cancel: event({
      title: both('撤销兑用', 'Cancel'),
      clause: 'operational',
      from: ['presented', 'accepted'],
      to: 'returned',
      who: [provider],
      input: ShortReason,
      manner: 'grave',
      apply: ({ data }, { reason }) => ({ ...data, answer: reason }),
      effects: () => [{ kind: 'return voucher use', when: 'with' }],
    }),
    settle: event({
      title: both('核对合同发票并结算', 'Settle'),
      clause: '9.2c',
      from: ['accepted'],
      to: 'settled',
      who: [officer],
      input: Nothing,
      manner: 'next',
      effects: (sight) => [
        { kind: 'accept voucher use', when: 'with', payee: sight.data.payee },
        tellOwner(sight, '已结算，待兑付', 'settled; the payment follows'),
      ],
    }),
    reject: event({
      title: both('不予结算', 'Reject'),
      clause: '9.2c',
      from: ['accepted'],
      to: 'returned',
      who: [officer],
      input: ShortReason,
      manner: 'grave',
      apply: ({ data }, { reason }) => ({ ...data, answer: reason }),
      effects: (sight) => [
        { kind: 'return voucher use', when: 'with' },
        tellOwner(sight, '不予结算，理由见案卷', 'rejected; the reason is in the file'),
      ],
    }),
    remind: event({
      title: both('提醒确认', 'Reminder'),
      clause: 'operational',
      from: ['presented'],
      to: 'same',
      who: [{ role: 'clock', relation: 'any' }],
      input: Nothing,
      effects: ({ kase, data }) => [
        {
          kind: 'notify',
          when: 'after',
          recipient: { to: 'organisation', id: data.client },
          says: both(`${kase.number}等待贵单位确认`, `${kase.number} waits for you`),
        },
      ],
    }),
  },
  counterparty: ({ client: other }) => other,
  summary: summaryOf<RedemptionData>()(['voucherNumber', 'providerName', 'amountFen'], ({ voucherNumber, providerName, amountFen }) => {
    const sum = (amountFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    return both(`${voucherNumber}：${providerName}兑用${sum}元`, `${voucherNumber}: ${sum} yuan used with ${providerName}`);
  }),
});
