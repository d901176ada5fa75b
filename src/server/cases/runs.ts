import { businessDateOf } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
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
  lastSumsOf,
  type RunRow,
  unfinishedRun,
} from '#server/stores/determinations.ts';
import { addToOutbox } from '#server/stores/messages.ts';
import { caseFileOf } from './case-file.ts';
import { decide } from './determination.ts';
import { audit, sha256 } from './log.ts';
import type { Rulings } from './readings.ts';

const batch = 50;

const totalsIn = (answer: Answer, agency: string) => answer.totals[agency] ?? { cash: 0, voucher: 0, total: 0 };

/**
 * Tells an agency what the run found for it, where that is something and not what the last run found. A run over what was
 * known at an earlier moment is somebody's question and tells nobody.
 */
async function offer(tx: Tx, run: RunRow, agency: string, { cash, voucher }: { readonly cash: number; readonly voucher: number }) {
  const isLookBack = run.known_at !== run.started_at || run.as_of !== businessDateOf(run.started_at);
  if (isLookBack || cash + voucher === 0) return;
  const before = await lastSumsOf(tx, run, agency);
  if (before?.cash_yuan === cash && before.voucher_yuan === voucher) return;
  const sums = [cash.toLocaleString('en-US'), voucher.toLocaleString('en-US')];
  const says = both(
    `${run.year}年度测算：按现有记录，本机构可得资金${sums[0]}元、服务券${sums[1]}元（含已申领的）。请到“支持”页核对，确认领取`,
    `${run.year}: on what is on record you can get ${sums[0]} yuan in cash and ${sums[1]} in vouchers, what is claimed already included. See "Support" to confirm and receive`,
  );
  addToOutbox(tx, null, { recipient: { to: 'organisation', id: agency }, ...says, process: null }, run.known_at);
}

async function determineOne(tx: Tx, run: RunRow, agency: string): Promise<void> {
  const rulings = run.readings as Rulings;
  const file = await caseFileOf(tx, { agency, year: run.year, rulings }, { now: run.known_at, today: run.as_of });
  const answer = decide(file, rulings);
  const facts = Buffer.from(canonicalJson(file));
  const bytes = Buffer.from(canonicalJson(answer));
  const { cash, voucher } = totalsIn(answer, agency);
  await offer(tx, run, agency, { cash, voucher });
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
