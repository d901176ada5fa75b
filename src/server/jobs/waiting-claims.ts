import { clockActor } from '#core/people/actor.ts';
import type { Door } from '#server/cases/advance.ts';
import { settingsOn } from '#server/cases/readings.ts';
import { inTx, reading, scopeOf } from '#server/db/transaction.ts';
import { fundThoseWaiting } from '#server/effects/budget.ts';
import { linesToFund } from '#server/stores/commitments.ts';

/** What others gave back (withdrawn, refused, lapsed, repaid) reaches the claims that wait on the same line. */
export async function fundWaitingClaims({ pool, clock }: Door): Promise<void> {
  const scope = scopeOf(clockActor);
  for (const line of await reading(pool, scope, linesToFund)) {
    await inTx(pool, scope, async (tx) => {
      const { values } = await settingsOn(tx, clock.today());
      await fundThoseWaiting({ tx, at: clock.now() }, line, values.waitingOrder);
    });
  }
}
