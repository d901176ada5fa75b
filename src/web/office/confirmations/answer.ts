import type { FactView } from '#contract/facts.ts';

/** What an organisation last said about a fact; null while it has said nothing. A later answer goes before an earlier one. */
export function answerOf(confirmations: FactView['confirmations'], organisationName: string): boolean | null {
  const own = confirmations.filter((one) => one.organisationName === organisationName);
  return own.length === 0 ? null : own.reduce((last, one) => (one.at > last.at ? one : last)).isConfirmed;
}
