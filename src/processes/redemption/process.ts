import { z } from 'zod';
import { attachment, choice, creditCode, day, field, line, paragraph } from '#core/form/fields.ts';
import { fen } from '#core/kernel/money.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Who } from '#core/people/relations.ts';
import { defineProcess, eventsOf, openingOf, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { known, type VoucherFact } from '#core/process/facts.ts';
import { coveredKinds } from '#policy/zibo-2020/service-kinds.ts';
import { within } from '#policy/zibo-2020/time-limits.ts';

const Presentation = z.object({
  code: field(z.string('请扫码或输入券码').trim().min(1, '请扫码或输入券码').max(40, '券码没有这么长'), both('券码', 'Voucher code')),
  clientCode: field(creditCode(), both('接受服务的企业（信用代码）', 'Client (credit code)')),
  service: field(choice(coveredKinds), both('服务种类', 'Service')),
  amountFen: field(z.int('请填写金额').min(1, '金额须大于0').max(100_000_000_00, '金额过大'), both('抵用金额', 'Amount'), {
    unit: both('分', 'fen'),
    widget: 'money',
  }),
  contractNumber: field(line(80), both('服务合同编号', 'Contract no.')),
  invoiceNumber: field(line(40), both('发票号码', 'Invoice no.')),
  contractedOn: field(day().nullable().default(null), both('合同签订日期', 'Contract signed on'), {
    help: both('持券机构所在示范区已取消资格的，必须填写', 'Needed where the zone of the holder has lost its title'),
    clause: '14.3d',
  }),
  contractFile: field(attachment(), both('服务合同', 'Contract'), { widget: 'attachment', accepts: ['.pdf', '.jpg', '.png'] }),
  invoiceFile: field(attachment(), both('发票', 'Invoice'), { widget: 'attachment', accepts: ['.pdf', '.jpg', '.png'] }),
  payee: field(z.uuid('请选择收款账户'), both('收款账户', 'Payee')),
});
type Presentation = z.infer<typeof Presentation>;

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
  invoiceNumber: z.string(),
  contractedOn: z.string().nullable().default(null),
  contractFile: z.string(),
  invoiceFile: z.string(),
  payee: z.string(),
  payeeName: z.string(),
  answer: z.string().nullable(),
});
type RedemptionData = z.infer<typeof RedemptionData>;
type State = 'presented' | 'accepted' | 'settled' | 'returned';

const provider: Who = { role: 'agency', relation: 'owner' };
const client: Who = { role: 'enterprise', relation: 'counterparty' };
const officer: Who = { role: 'centre_officer', relation: 'any' };
const event = eventsOf<State, RedemptionData>();
const Nothing = z.object({});
const Reason = z.object({ reason: field(paragraph(5, 1000), both('理由', 'Reason'), { widget: 'paragraph' }) });

const fault = (field_: string, code: string, zh: string, en: string): Refusal => ({
  kind: 'input',
  code,
  clause: '9.2c',
  field: field_,
  says: both(zh, en),
});

/** With its zone's title a voucher ends for what is contracted later; one that rests on a deceit is good for nothing (I-06, I-39). */
function titleFaults({ titleEnded }: VoucherFact, { contractedOn }: Presentation): readonly Refusal[] {
  if (titleEnded === null) return [];
  const ended = (field_: string, code: string, zh: string, en: string) => [{ ...fault(field_, code, zh, en), clause: '14.3d' }];
  if (titleEnded.isDeceit)
    return ended('code', 'title_withdrawn', '该券所依据的示范区资格自始无效，不能兑用', 'The title it rests on never stood');
  return contractedOn !== null && contractedOn < titleEnded.on
    ? []
    : ended(
        'contractedOn',
        'contracted_too_late',
        `该券所在示范区${titleEnded.on}起取消资格，只能用于此前签订合同的服务；请填写合同签订日期`,
        `The zone lost its title on ${titleEnded.on}; only services contracted before count`,
      );
}

/** Everything about a presentation that the one who presents can put right. The balance is the database's to refuse. */
function presentationFaults({ facts, actor, today }: Sight<null>, input: Presentation): readonly Refusal[] {
  const voucher = known(facts, 'voucher');
  const other = known(facts, 'client');
  if (voucher === null) return [fault('code', 'voucher_unknown', '没有这张券，请核对券码', 'No such voucher')];
  return [
    ...(voucher.holder === actor.organisation
      ? [fault('code', 'own_voucher', '不能由持券机构自己兑用', 'The holder can not redeem it itself')]
      : []),
    ...(voucher.isEnded || today > voucher.validTo
      ? [fault('code', 'voucher_expired', `该券有效期到${voucher.validTo}，已不能使用`, `Valid until ${voucher.validTo}`)]
      : []),
    ...titleFaults(voucher, input),
    ...(other === null
      ? [fault('clientCode', 'client_unknown', '该企业未在本系统登记，请其先登记', 'That enterprise is not on record')]
      : []),
    ...(other?.id === actor.organisation ? [fault('clientCode', 'own_service', '不能为本机构服务', 'Not a service to yourself')] : []),
    ...(voucher.isRelated
      ? [fault('code', 'related_party', '与持券机构或企业有关联关系，不能兑用', 'Related parties can not redeem')]
      : []),
    ...(known(facts, 'payees').some(({ id }) => id === input.payee)
      ? []
      : [fault('payee', 'payee_unknown', '收款账户不在本机构名下，或正在变更等待期', 'Not an account of yours')]),
  ];
}

const tellProvider = ({ kase }: Sight<RedemptionData>, zh: string, en: string): Effect => ({
  kind: 'notify',
  when: 'after',
  recipient: { to: 'organisation', id: kase.owner },
  says: both(`${kase.number}：${zh}`, `${kase.number}: ${en}`),
});

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
    asks: ['voucher', 'client', 'payees', 'organisation'],
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
        invoiceNumber: input.invoiceNumber,
        contractedOn: input.contractedOn,
        contractFile: input.contractFile,
        invoiceFile: input.invoiceFile,
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
      effects: ({ kase }) => [
        {
          kind: 'notify',
          when: 'after',
          recipient: { to: 'role', role: 'centre_officer' },
          says: both(`${kase.number}企业已确认，请结算`, `${kase.number}: confirmed; please settle`),
        },
      ],
    }),
    deny: event({
      title: both('没有接受这项服务', 'Deny the service'),
      clause: '9.2c',
      from: ['presented'],
      to: 'returned',
      who: [client],
      input: Reason,
      manner: 'grave',
      isDuty: true,
      apply: ({ data }, { reason }) => ({ ...data, answer: reason }),
      effects: (sight) => [
        { kind: 'return voucher use', when: 'with' },
        tellProvider(sight, '企业否认接受服务，金额退回券上', 'the enterprise denies the service'),
      ],
    }),
    cancel: event({
      title: both('撤销兑用', 'Cancel'),
      clause: 'operational',
      from: ['presented', 'accepted'],
      to: 'returned',
      who: [provider],
      input: Reason,
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
        tellProvider(sight, '已结算，待兑付', 'settled; the payment follows'),
      ],
    }),
    reject: event({
      title: both('不予结算', 'Reject'),
      clause: '9.2c',
      from: ['accepted'],
      to: 'returned',
      who: [officer],
      input: Reason,
      manner: 'grave',
      apply: ({ data }, { reason }) => ({ ...data, answer: reason }),
      effects: (sight) => [
        { kind: 'return voucher use', when: 'with' },
        tellProvider(sight, '不予结算，理由见案卷', 'rejected; the reason is in the file'),
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
  summary: ({ voucherNumber, providerName, amountFen }) => `${voucherNumber}：${providerName}兑用${(amountFen / 100).toFixed(2)}元`,
});
