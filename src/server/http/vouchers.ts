import QRCode from 'qrcode';
import type { NamedEndpoints } from '#contract/index.ts';
import type { VoucherView } from '#contract/money.ts';
import { voucherFact } from '#server/cases/money-facts.ts';
import { moneyWords } from '#server/cases/money-words.ts';
import { reading } from '#server/db/transaction.ts';
import { findVoucher, listVouchers, type UseRow, usesOf, type VoucherRow } from '#server/stores/vouchers.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';

type Named = NamedEndpoints;

function stateOf({ ended_how, balance }: VoucherRow): VoucherView['state'] {
  if (ended_how !== null) return ended_how;
  return balance === 0 ? 'used' : 'issued';
}

const useView = (row: UseRow, call: Call): VoucherView['uses'][number] => ({
  case: row.kase,
  number: row.number,
  stateTitle: moneyWords.redemptionState(row.state, call.language),
  providerName: row.provider_name,
  amountFen: row.amount,
  presentedAt: row.presented_at,
});

export const listVouchersHandler: Handler<Named['listVouchers']> = async (given) => {
  const call = given as Call;
  const { rows, uses } = await reading(call.house.pool, scopeFor(call), async (tx) => {
    const found = await listVouchers(tx);
    return {
      rows: found,
      uses: await usesOf(
        tx,
        found.map(({ id }) => id),
      ),
    };
  });
  return {
    rows: rows.map((row): VoucherView => ({
      id: row.id,
      number: row.number,
      code: row.holder === call.actor.organisation ? row.code : null,
      case: row.kase,
      holderName: row.holder_name ?? '',
      clause: row.clause,
      clauseTitle: moneyWords.clause(row.clause, call.language),
      year: row.year,
      valueFen: row.value,
      balanceFen: row.balance,
      issuedOn: row.issued_on,
      validTo: row.valid_to,
      state: stateOf(row),
      uses: uses.filter(({ voucher }) => voucher === row.id).map((use) => useView(use, call)),
    })),
  };
};

/** The code as a picture, with the address of the page where a provider presents it. */
export const readVoucherQrHandler: Handler<Named['readVoucherQr']> = async (given) => {
  const call = given as Call;
  const row = await reading(call.house.pool, scopeFor(call), (tx) => findVoucher(tx, given.params.id));
  if (!row || row.holder !== call.actor.organisation) return stop(call, 'not_found');
  const origin = call.house.config.PUBLIC_URL ?? `${call.request.protocol}://${call.request.host}`;
  const picture = await QRCode.toString(`${origin.replace(/\/$/, '')}/app/vouchers?code=${row.code}`, { type: 'svg', margin: 1 });
  return call.reply.type('image/svg+xml').header('cache-control', 'private, no-store').send(picture);
};

export const lookUpVoucherHandler: Handler<Named['lookUpVoucher']> = async (given) => {
  const call = given as Call;
  const { house, actor } = call;
  const found = await reading(house.pool, scopeFor(call), (tx) =>
    voucherFact({ tx, at: house.clock.now(), organisation: actor.organisation, kase: null, words: given.query }),
  );
  if (!found) return stop(call, 'not_found');
  const { number, holderName, balance, validTo, isEnded } = found;
  return { number, holderName, balanceFen: balance, validTo, isEnded: isEnded || house.clock.today() > validTo };
};
