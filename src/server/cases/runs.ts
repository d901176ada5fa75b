import { canonicalJson } from '#core/policy/canonical.ts';
import type { Answer } from '#policy/zibo-2020/answer.ts';
import type { Clock } from '#server/clock.ts';
import type { Pool } from '#server/db/pool.ts';
import { inTx, systemScope, type Tx } from '#server/db/transaction.ts';
import {
  agenciesToDo,
  countDone,
  endRun,
  hashesOf,
  insertDetermination,
  type RunRow,
  unfinishedRun,
} from '#server/stores/determinations.ts';
import { caseFileOf } from './case-file.ts';
import { decide } from './determination.ts';
import { audit, sha256 } from './log.ts';
import type { Rulings } from './readings.ts';

const batch = 50;

const totalsIn = (answer: Answer, agency: string) => answer.totals[agency] ?? { cash: 0, voucher: 0, total: 0 };

async function determineOne(tx: Tx, run: RunRow, agency: string): Promise<void> {
  const rulings = run.readings as Rulings;
  const file = await caseFileOf(tx, { agency, year: run.year, rulings }, { now: run.known_at, today: run.as_of });
  const answer = decide(file, rulings);
  const facts = Buffer.from(canonicalJson(file));
  const bytes = Buffer.from(canonicalJson(answer));
  const { cash, voucher } = totalsIn(answer, agency);
  await insertDetermination(tx, {
    run: run.id,
    agency,
    facts,
    answer: bytes,
    cash,
    voucher,
    open: answer.items.filter(({ eligible }) => eligible === null).length,
    hash: sha256(Buffer.concat([sha256(facts), sha256(bytes)])),
  });
}

/**
 * Carries the oldest unfinished run on by one batch of agencies; returns whether there was anything to do. Each batch is
 * one transaction, so that a killed program loses nothing and repeats nothing, and progress is seen as it is made.
 */
export const carryOnRun = (pool: Pool, clock: Clock): Promise<boolean> =>
  inTx(pool, systemScope, async (tx) => {
    const run = await unfinishedRun(tx);
    if (!run) return false;
    const agencies = await agenciesToDo(tx, run.id, batch);
    for (const { id } of agencies) await determineOne(tx, run, id);
    await countDone(tx, run.id);
    if (agencies.length < batch) {
      const digest = sha256(Buffer.concat([...(await hashesOf(tx, run.id))]));
      await endRun(tx, run.id, { digest, failure: null, at: clock.now() });
      audit(tx, 'determination.run', run.id, {
        run: run.id,
        year: run.year,
        readings: run.readings_version,
        digest: digest.toString('hex'),
      });
    }
    return true;
  });
