/** Who besides the author vouches for a kind of fact; for the kinds of `centre_approver` nothing counts before. */
export type Confirmer = 'enterprise' | 'bank' | 'centre_approver';

/** Where a fact stands with those who vouch for it. */
export type Standing = 'stands' | 'awaited' | 'disputed';

/** One answer of somebody who was asked; answers are never changed, a later one goes before an earlier. */
export type Confirmation = { readonly creditCode: string | null; readonly isConfirmed: boolean };

/**
 * Whether everybody who was to vouch for a fact has: the centre once, the other sides of a deal each. One refusal is a
 * dispute. `confirmations` come oldest first.
 */
export function standingOf(
  confirmedBy: Confirmer | null,
  counterparties: readonly string[],
  confirmations: readonly Confirmation[],
): Standing {
  if (confirmedBy === null) return 'stands';
  const asked = confirmedBy === 'centre_approver' ? [''] : counterparties;
  const named = new Map(confirmations.map((one) => [confirmedBy === 'centre_approver' ? '' : one.creditCode, one.isConfirmed]));
  const answers = asked.map((party) => named.get(party));
  if (answers.includes(false)) return 'disputed';
  return answers.length > 0 && answers.every((answer) => answer === true) ? 'stands' : 'awaited';
}
