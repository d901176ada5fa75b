import { z } from 'zod';
import { attachment, choice, creditCode, day, field, line } from '#core/form/fields.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { Sight } from '#core/process/define.ts';
import { type InvoiceFact, known, type VoucherFact } from '#core/process/facts.ts';
import { coveredKinds } from '#policy/zibo-2020/service-kinds.ts';

const fenField = (missing: string) => z.int(missing).min(1, '金额须大于0').max(100_000_000_00, '金额过大');

/** What a provider hands in with a voucher (F11): the service, its contract and invoice, and that it was done. */
export const Presentation = z.object({
  code: field(z.string('请扫码或输入券码').trim().min(1, '请扫码或输入券码').max(40, '券码没有这么长'), both('券码', 'Voucher code')),
  clientCode: field(creditCode(), both('接受服务的企业（信用代码）', 'Client (credit code)')),
  service: field(choice(coveredKinds), both('服务种类', 'Service')),
  amountFen: field(fenField('请填写金额'), both('抵用金额', 'Amount'), { unit: both('分', 'fen'), widget: 'money' }),
  contractNumber: field(line(80), both('服务合同编号', 'Contract no.')),
  invoiceNumber: field(line(40), both('发票号码', 'Invoice no.')),
  invoiceFen: field(fenField('请填写发票金额'), both('发票金额（价税合计）', 'Invoice total'), {
    unit: both('分', 'fen'),
    widget: 'money',
  }),
  contractedOn: field(day().nullable().default(null), both('合同签订日期', 'Contract signed on'), {
    help: both('持券机构所在示范区已取消资格的，必须填写', 'Needed where the zone of the holder has lost its title'),
    clause: '14.3d',
  }),
  contractFile: field(attachment(), both('服务合同', 'Contract'), { widget: 'attachment', accepts: ['.pdf', '.jpg', '.png'] }),
  invoiceFile: field(attachment(), both('发票', 'Invoice'), { widget: 'attachment', accepts: ['.pdf', '.jpg', '.png'] }),
  proofFile: field(attachment(), both('服务成果或验收凭证', 'Proof of the service'), {
    widget: 'attachment',
    accepts: ['.pdf', '.jpg', '.png'],
  }),
  payee: field(z.uuid('请选择收款账户'), both('收款账户', 'Payee')),
});
export type Presentation = z.infer<typeof Presentation>;

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

const inYuan = (amount: number) => `${(amount / 100).toFixed(2)}元`;

/** One invoice is redeemed up to its total, whatever the number of vouchers, and has one total. */
function invoiceFaults({ totalFen, usedFen }: InvoiceFact, { amountFen, invoiceFen }: Presentation): readonly Refusal[] {
  if (totalFen !== null && totalFen !== invoiceFen)
    return [
      fault(
        'invoiceFen',
        'invoice_differs',
        `这张发票上次登记的金额是${inYuan(totalFen)}，请核对发票`,
        `Handed in before with ${inYuan(totalFen)}`,
      ),
    ];
  const left = Math.max(0, invoiceFen - usedFen);
  return amountFen <= left
    ? []
    : [
        fault(
          'amountFen',
          'invoice_used_up',
          `这张发票还能抵用${inYuan(left)}（金额${inYuan(invoiceFen)}，已抵用${inYuan(usedFen)}）`,
          `Only ${inYuan(left)} of this invoice are left`,
        ),
      ];
}

/** Everything about a presentation that the one who presents can put right. The balance is the database's to refuse. */
export function presentationFaults({ facts, actor, today }: Sight<null>, input: Presentation): readonly Refusal[] {
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
    ...invoiceFaults(known(facts, 'invoice'), input),
    ...(known(facts, 'payees').some(({ id }) => id === input.payee)
      ? []
      : [fault('payee', 'payee_unknown', '收款账户不在本机构名下，或正在变更等待期', 'Not an account of yours')]),
  ];
}
