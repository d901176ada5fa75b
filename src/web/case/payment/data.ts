import type { CaseView } from '#contract/cases.ts';

export type Line = {
  readonly reference: string;
  readonly payable: string;
  readonly kase: string;
  readonly title: string;
  readonly payeeName: string;
  readonly bank: string;
  readonly tail: string;
  readonly amountFen: number;
};
export type LineAnswer = { readonly reference: string; readonly isPaid: boolean; readonly note: string };

/** A batch's data as the API sends it. */
export type PaymentParts = { readonly lines: readonly Line[]; readonly totalFen: number; readonly answers: readonly LineAnswer[] };

export const paymentOf = ({ data }: Pick<CaseView, 'data'>): PaymentParts => data as unknown as PaymentParts;

/** The process of the case a sum comes from; its title begins with the number of that case. */
export const originOf = (title: string): 'claim' | 'redemption' => (title.startsWith('DY') ? 'redemption' : 'claim');

/** Lines whose words contain what is sought. */
export function linesWith(lines: readonly Line[], sought: string): readonly Line[] {
  const key = sought.trim().toLowerCase();
  if (key === '') return lines;
  return lines.filter((line) =>
    [line.reference, line.title, line.payeeName, line.bank, line.tail].some((text) => text.toLowerCase().includes(key)),
  );
}

/** What the bank did with a batch: paid and refused, in number and fen. */
export function outcomeOf({ lines, answers }: PaymentParts) {
  const paid = new Set(answers.filter(({ isPaid }) => isPaid).map(({ reference }) => reference));
  const answered = new Set(answers.map(({ reference }) => reference));
  const sum = (some: readonly Line[]) => ({ count: some.length, fen: some.reduce((total, { amountFen }) => total + amountFen, 0) });
  return {
    paid: sum(lines.filter(({ reference }) => paid.has(reference))),
    refused: sum(lines.filter(({ reference }) => answered.has(reference) && !paid.has(reference))),
  };
}
