import type { NamedEndpoints } from '#contract/index.ts';
import type { TitleSupport } from '#contract/revocations.ts';
import { moneyWords } from '#server/cases/money-words.ts';
import { reading } from '#server/db/transaction.ts';
import { supportsOnTitle, type TitleSupportRow } from '#server/stores/titles.ts';
import { type Call, type Handler, scopeFor } from './call.ts';

const begun: Readonly<Record<string, TitleSupport['recovery']>> = {
  recovery_proposed: 'proposed',
  recovering: 'ordered',
  recovered: 'repaid',
};

const voucherOf = ({ voucher, balance, valid_to, voucher_ended }: TitleSupportRow): TitleSupport['voucher'] =>
  voucher === null || valid_to === null ? null : { number: voucher, balanceFen: balance, validTo: valid_to, ended: voucher_ended };

/** Claims that rest on a title withdrawn for deceit, each with its own recovery: nothing is taken back by itself. */
export const listTitleSupportsHandler: Handler<NamedEndpoints['listTitleSupports']> = async (given) => {
  const call = given as Call;
  const found = await reading(call.house.pool, scopeFor(call), (tx) => supportsOnTitle(tx, given.params.id));
  const rows = found.map((row): TitleSupport => ({
    case: row.id,
    number: row.number,
    agencyName: row.agency_name,
    clauseTitle: moneyWords.clause(row.clause, call.language),
    amountFen: row.amount,
    paidFen: row.paid,
    unpaidFen: row.unpaid,
    recovery: begun[row.state] ?? (row.is_dropped ? 'dropped' : 'not_begun'),
    demandedFen: row.demanded,
    voucher: voucherOf(row),
  }));
  return { rows, notBegun: rows.filter(({ recovery }) => recovery === 'not_begun').length };
};
