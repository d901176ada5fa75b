import type { PayeeView } from '#contract/money.ts';

/** How an account stands: usable; waiting after a change; about to be replaced by a changed one; over. */
export type PayeeStanding = 'usable' | 'waiting' | 'replaced' | 'ended';

/** Accounts with their standing, usable ones first. An account stays payable until the changed one has waited its time. */
export function withStanding(rows: readonly PayeeView[]): readonly (PayeeView & { readonly standing: PayeeStanding })[] {
  const replacing = new Set(rows.filter(({ endedAt }) => endedAt === null).flatMap(({ replaces }) => replaces ?? []));
  const standingOf = ({ id, endedAt, isWaiting }: PayeeView): PayeeStanding => {
    if (endedAt !== null) return 'ended';
    if (replacing.has(id)) return 'replaced';
    return isWaiting ? 'waiting' : 'usable';
  };
  const order: readonly PayeeStanding[] = ['usable', 'waiting', 'replaced', 'ended'];
  return rows
    .map((row) => ({ ...row, standing: standingOf(row) }))
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

/** Digits in groups of four, as they stand on a card: what one compares by eye. */
export const groupedAccount = (typed: string): string => typed.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ');
