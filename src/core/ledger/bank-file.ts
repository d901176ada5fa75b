import type { Fen } from '#core/kernel/money.ts';

/** One payment as the bank is told of it. */
export type BankLine = {
  /** Our reference, printed in the bank's memo: how the answer finds its way back. */
  readonly reference: string;
  readonly name: string;
  readonly bank: string;
  readonly account: string;
  readonly amount: Fen;
};

/** Yuan with two decimals and nothing else, as banks read it. */
export const plainYuan = (amount: Fen): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

/** Columns of the file to the bank; the answer carries them unchanged and adds three of its own. */
export const bankColumns = ['附言编号', '收款户名', '开户银行', '收款账号', '金额'] as const;
export const answerColumns = ['结果', '银行流水号', '说明'] as const;

/** A cell of a CSV line: quoted where it must be; a formula can not begin in it. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One payment as a line of the file, without its end. */
export const bankLineText = ({ reference, name, bank, account, amount }: BankLine): string =>
  [reference, name, bank, account, plainYuan(amount)].map(cell).join(',');

/** The lines that are hashed and counted: what comes before the control line. */
export const bankBody = (lines: readonly BankLine[]): string => [bankColumns.join(','), ...lines.map(bankLineText)].join('\r\n');

/** The control line: number of payments, their sum, and the hash of everything before it. */
export const controlLine = (count: number, total: Fen, hash: string): string => `合计,${count},${plainYuan(total)},SHA-256,${hash}`;
