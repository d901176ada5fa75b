import { type Refused, refused } from '#core/kernel/refusal.ts';
import type { Fen } from '#core/kernel/money.ts';
import { both } from '#core/kernel/words.ts';

const because = (code: string, clause: string, zh: string, en: string): Refused =>
  refused({ kind: 'conflict', code, clause, says: both(zh, en) });

const inYuan = (amount: Fen): string => `${(amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}元`;

/**
 * More has come back than the bank has paid out: a voucher was used and its holder repays before whoever gave the service is
 * paid. What left the treasury can not go below nothing, so the payment comes first.
 */
export const paidOutTooLittle = (paidOut: Fen): Refused =>
  because(
    'paid_out_too_little',
    'operational',
    `登记的退款多于财政至今付出的净额（${inYuan(paidOut)}）：多半是券的兑用款还没有付给服务机构。请先把应付款项编批付出、登记银行回单，再登记这笔退款；${paidOut > 0 ? `现在最多可先登记${inYuan(paidOut)}` : '退款凭据请先留存'}`,
    `More than the treasury has paid out so far (${inYuan(paidOut)}): pay what is owed to whoever gave the service first, then record what came back`,
  );

/** Refusals that only the database can give, because only it knows what others did in the same instant. */
export const refusals = {
  matterHeld: because('matter_held', '9.6', '有事项已在本机构另一申领中，不能重复申领', 'A matter is in another claim of yours already'),
  bonusListed: because('bonus_listed', '15.1', '该年度名单刚被审定，请刷新后再办', 'The list of the year was confirmed meanwhile'),
  budgetShort: because('budget_short', '9', '预算余额不足，不能入账', 'The budget line has not enough'),
  notReserved: because('budget_short', '9', '尚未为本申领留出资金', 'No money is reserved for this claim'),
  rateDecided: because('rate_decided', '9', '该年度该项已经公布过结算比例', 'A share was published for this line already'),
  rateTooHigh: because('rate_too_high', '9', '按这一比例预算仍不够', 'The line does not reach at this share'),
  voucherSpent: because('voucher_spent', '9.2c', '券上余额不足，或已被使用', 'Not enough is left on the voucher'),
  voucherInUse: because(
    'voucher_in_use',
    '9.2c',
    '券上有兑用还没有办结或刚有变动，请先办结再试',
    'A use of the voucher is not decided yet',
  ),
  payablesTaken: because(
    'payables_taken',
    'operational',
    '有款项刚被编入其他批次或已暂停支付，请刷新后重选',
    'Some sums were taken meanwhile; choose again',
  ),
  payeeWaiting: because(
    'payee_waiting',
    'operational',
    '有收款账户在编制批次后已变更，请作废本批次，等待期（72小时）满后重新编制',
    'An account was changed after the batch was made; make it anew after 72 hours',
  ),
  nothingOwed: because('nothing_owed', 'operational', '账上已没有这笔款项，请刷新', 'Nothing of that is owed any more'),
  alreadyGraded: because(
    'already_graded',
    '12.1',
    '本年度已有认定结果，每年度只认定一次',
    'The year has its result already; there is one a year',
  ),
  titleMovedOn: because('title_moved_on', '14.3d', '示范区资格的状态刚刚变更，请刷新后再办', 'The title has changed meanwhile; reload'),
  registerMovedOn: because('register_moved_on', '9', '记录刚刚变更，请刷新后再办', 'The register has changed meanwhile; reload'),
  stillHeld: because(
    'still_held',
    '14.3c',
    '示范区还在整改或资格自始无效，不能恢复拨付',
    'The zone still rectifies, or its title never stood',
  ),
  payablesHeld: because(
    'payables_held',
    '14.3c',
    '批次中有暂缓拨付的款项，请作废本批次后重新编制',
    'Some sums of the batch are held; drop it and make it anew',
  ),
} as const;
