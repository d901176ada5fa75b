import { type Fen, fen, wholeYuan, yuan } from '#core/kernel/money.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import type { BudgetLine } from '#core/ledger/accounts.ts';
import { appropriate, releaseReservation, reserve, withdrawAppropriation } from '#core/ledger/entries.ts';
import type { EffectOf } from '#core/process/effects.ts';
import type { WaitingOrder } from '#core/process/waiting-order.ts';
import {
  type CommitmentRow,
  commitWhole,
  endCommitment,
  insertRate,
  keepCommitment,
  lockCommitment,
  lockCommitments,
  lockLine,
  rateOf,
  setCommitment,
  someoneWaitsBefore,
} from '#server/stores/commitments.ts';
import { postEntry } from '#server/stores/ledger.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { refusals } from './refusals.ts';

type Posting = Pick<EffectContext, 'tx' | 'at'>;

type Wanted = Pick<CommitmentRow, 'is_fixed' | 'ceiling' | 'asked'>;

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

/**
 * In strict order nobody takes money while somebody older waits, fixed sums apart, which rank first (I-28). Whoever asks waits
 * for the others who ask of the same line in the same instant.
 */
async function mustWait({ tx, kase }: EffectContext, { line, isFixed, order }: EffectOf<'commit budget'>): Promise<boolean> {
  if (order !== 'strict_order') return false;
  lockLine(tx, line);
  return someoneWaitsBefore(tx, kase.id, line, isFixed);
}

/** What the line keeps already for a claim that now asks no more than that stays kept; the rest goes back. */
async function lower(context: EffectContext, before: CommitmentRow, now: Wanted): Promise<void> {
  const rest = fen(before.reserved - now.asked);
  if (rest > 0) await free(context, { ...before, reserved: rest });
  if (rest > 0 || before.ceiling !== now.ceiling || before.is_fixed !== now.is_fixed) keepCommitment(context.tx, before.kase, now);
}

/** Asks the line for all of it: reserved whole, or waiting. What was kept before is free first. */
async function askAnew(
  context: EffectContext,
  before: CommitmentRow | null,
  effect: EffectOf<'commit budget'>,
  now: Wanted,
): Promise<void> {
  const { tx, kase, at } = context;
  const { line } = effect;
  const isWaiting = now.asked === 0 || (await mustWait(context, effect));
  if (before) await free(context, before);
  commitWhole(tx, { kase: kase.id, ...line, ...now }, isWaiting ? null : { entry: reserve(line, fen(now.asked)), kase: kase.id, at });
}

/** Asks the line for what the claim can be given; one that asked before asks anew and keeps its place in the order. */
export async function commitBudget(context: EffectContext, effect: EffectOf<'commit budget'>): Promise<EffectResult> {
  const { line, ceiling, isFixed } = effect;
  const [row, published] = await Promise.all([lockCommitment(context.tx, context.kase.id), rateOf(context.tx, line)]);
  const asked = isFixed || published === null ? ceiling : atShare(ceiling, published);
  const now = { is_fixed: isFixed, ceiling, asked };
  const before = row?.state === 'live' ? row : null;
  const isEnough = before !== null && asked > 0 && before.reserved >= asked;
  await (isEnough ? lower(context, before, now) : askAnew(context, before, effect, now));
  return {};
}

export async function releaseBudget(context: EffectContext): Promise<EffectResult> {
  const row = await lockCommitment(context.tx, context.kase.id);
  if (row?.state !== 'live') return {};
  await free(context, row);
  await endCommitment(context.tx, row.kase, 'released');
  return {};
}

/**
 * Reserves for the claims that wait, fixed sums first, then in order of filing. One that the line does not reach lets the next
 * ones pass, or in strict order ends it (I-28).
 */
export async function fundThoseWaiting(context: Posting, line: BudgetLine, order: WaitingOrder): Promise<void> {
  for (const row of await lockCommitments(context.tx, line)) {
    if (row.reserved > 0) continue;
    const reserved = await tryReserve(context, line, row.kase, fen(row.asked));
    if (reserved > 0) await setCommitment(context.tx, row.kase, row.asked, reserved);
    else if (order === 'strict_order') return;
  }
}

/** Money goes on or off a line; new money first reaches the claims that wait. */
export async function changeAppropriation(
  context: EffectContext,
  { line, amount, direction, order }: EffectOf<'change appropriation'>,
): Promise<EffectResult | Refused> {
  const { tx, kase, at } = context;
  const entry = direction === 'add' ? appropriate(line, amount) : withdrawAppropriation(line, amount);
  await lockCommitments(tx, line); // claims before the ledger, as everywhere: no two wait for each other
  if ((await postEntry(tx, { entry, kase: kase.id, at })) === 'insufficient') return refusals.budgetShort;
  if (direction === 'add') await fundThoseWaiting(context, line, order);
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
