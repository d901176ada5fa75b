import { fen } from '#core/kernel/money.ts';
import { lapseVoucher } from '#core/ledger/entries.ts';
import { clockActor } from '#core/people/actor.ts';
import type { Door } from '#server/cases/advance.ts';
import { audit } from '#server/cases/log.ts';
import { inTx, scopeOf } from '#server/db/transaction.ts';
import { postEntry } from '#server/stores/ledger.ts';
import { endVoucher, takeExpired } from '#server/stores/vouchers.ts';
import { businessDateOf } from '#core/kernel/dates.ts';

const batch = 100;

/** Ends vouchers whose last day is over: what is left goes back to its line. What was presented in time stays presented (I-39). */
export const endExpiredVouchers = ({ pool, clock }: Door): Promise<number> =>
  inTx(pool, scopeOf(clockActor), async (tx) => {
    const at = clock.now();
    const expired = await takeExpired(tx, businessDateOf(at), batch);
    for (const { id, kase, year, item, balance } of expired) {
      if (balance > 0 && (await postEntry(tx, { entry: lapseVoucher({ year, item }, fen(balance), id), kase, at })) === 'insufficient') {
        throw new Error(`voucher ${id} holds less than its balance`);
      }
      await endVoucher(tx, id, 'expired', at);
      audit(tx, 'voucher.expire', kase, { voucher: id, lapsed: balance });
    }
    return expired.length;
  });
