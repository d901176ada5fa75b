import { type Fen, fen, wholeYuan, yuan } from '#core/kernel/money.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import type { BudgetLine } from '#core/ledger/accounts.ts';
import { appropriate, releaseReservation, reserve, withdrawAppropriation } from '#core/ledger/entries.ts';
import type { EffectOf } from '#core/process/effects.ts';
import {
  type CommitmentRow,
  commitWhole,
  endCommitment,
  insertRate,
  lockCommitment,
  lockCommitments,
  rateOf,
  setCommitment,
} from '#server/stores/commitments.ts';
import { postEntry } from '#server/stores/ledger.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

type Posting = Pick<EffectContext, 'tx' | 'at'>;

const lineOf = ({ year, item }: CommitmentRow): BudgetLine => ({ year, item });

/** A share of a ceiling: whole yuan, rounded down; hundredths of a per cent (I-28, I-46). */
const atShare = (ceiling: Fen, rate: number): Fen => yuan(Math.floor((wholeYuan(ceiling) * rate) / 10_000));

async function free({ tx, at }: Posting, row: CommitmentRow): Promise<void> {
  if (row.reserved === 0) return;
  const posted = await postEntry(tx, { entry: releaseReservation(lineOf(row), fen(row.reserved)), kase: row.kase, at });
  if (posted === 'insufficient') throw new Error(`the reservation of ${row.kase} is not in the ledger`);
}

/** Reserves all of what is asked, or nothing where the line does not reach. */
async function tryReserve({ tx, at }: Posting, line: BudgetLine, kase: string, asked: Fen): Promise<Fen> {
  if (asked === 0) return asked;
  return (await postEntry(tx, { entry: reserve(line, asked), kase, at })) === 'posted' ? asked : fen(0);
}

/** Whether the line keeps for a claim already what it asks now. */
const isKept = (before: CommitmentRow | undefined, now: Pick<CommitmentRow, 'is_fixed' | 'ceiling' | 'asked'>): boolean =>
  before?.state === 'live' && before.is_fixed === now.is_fixed && before.ceiling === now.ceiling && before.reserved === now.asked;

/** Asks the line for what the claim can be given; one that asked before first frees what it had. It keeps its place in the order. */
export async function commitBudget(context: EffectContext, { line, ceiling, isFixed }: EffectOf<'commit budget'>): Promise<EffectResult> {
  const { tx, kase, at } = context;
  const [before, published] = await Promise.all([lockCommitment(tx, kase.id), rateOf(tx, line)]);
  const asked = isFixed || published === null ? ceiling : atShare(ceiling, published);
  if (isKept(before, { is_fixed: isFixed, ceiling, asked })) return {};
  if (before?.state === 'live') await free(context, before);
  const reservation = asked > 0 ? { entry: reserve(line, asked), kase: kase.id, at } : null;
  commitWhole(tx, { kase: kase.id, ...line, is_fixed: isFixed, ceiling, asked }, reservation);
  return {};
}

export async function releaseBudget(context: EffectContext): Promise<EffectResult> {
  const row = await lockCommitment(context.tx, context.kase.id);
  if (row?.state !== 'live') return {};
  await free(context, row);
  await endCommitment(context.tx, row.kase, 'released');
  return {};
}

/** Reserves for the claims that wait, fixed sums first, then in order of filing; one that is too large lets the next ones pass. */
export async function fundThoseWaiting(context: Posting, line: BudgetLine): Promise<void> {
  for (const row of await lockCommitments(context.tx, line)) {
    if (row.reserved > 0) continue;
    const reserved = await tryReserve(context, line, row.kase, fen(row.asked));
    if (reserved > 0) await setCommitment(context.tx, row.kase, row.asked, reserved);
  }
}

/** Money goes on or off a line; new money first reaches the claims that wait. */
export async function changeAppropriation(
  context: EffectContext,
  { line, amount, direction }: EffectOf<'change appropriation'>,
): Promise<EffectResult | Refused> {
  const { tx, kase, at } = context;
  const entry = direction === 'add' ? appropriate(line, amount) : withdrawAppropriation(line, amount);
  await lockCommitments(tx, line); // claims before the ledger, as everywhere: no two wait for each other
  if ((await postEntry(tx, { entry, kase: kase.id, at })) === 'insufficient') return refusals.budgetShort;
  if (direction === 'add') await fundThoseWaiting(context, line);
  return {};
}

/** Settles a short line: every live claim but fixed sums asks the same share, and all of them must be covered. */
export async function setSettlementRate(
  context: EffectContext,
  { line, rate }: EffectOf<'set settlement rate'>,
): Promise<EffectResult | Refused> {
  const { tx, kase, at } = context;
  const rows = await lockCommitments(tx, line);
  if (!(await insertRate(tx, line, { rate, kase: kase.id, at }))) return refusals.rateDecided;
  for (const row of rows) await free(context, row);
  for (const row of rows) {
    const asked = row.is_fixed ? fen(row.asked) : atShare(fen(row.ceiling), rate);
    const reserved = await tryReserve(context, line, row.kase, asked);
    if (asked > 0 && reserved === 0) return refusals.rateTooHigh;
    await setCommitment(tx, row.kase, asked, reserved);
  }
  return {};
}
