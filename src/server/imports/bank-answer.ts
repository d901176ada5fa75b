import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { answerColumns, bankColumns } from '#core/ledger/bank-file.ts';
import { decodeText } from './decode-text.ts';

/** What the bank answered to one of our lines. */
export type AnsweredLine = { readonly reference: string; readonly isPaid: boolean; readonly bankReference: string; readonly note: string };

/** The bank's answer as it was read; any exception means that nothing of it is booked. */
export type ReadAnswer = { readonly lines: readonly AnsweredLine[]; readonly exceptions: readonly string[] };

const results: Readonly<Record<string, boolean>> = { 成功: true, 失败: false };

const fault = (says: string): ReadAnswer => ({ lines: [], exceptions: [says] });

function rowsOf(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch {
    return null;
  }
}

/** A line of our file exactly as we wrote it, taken from the front of the answered line. */
const ownText = (line: string, added: number): string => {
  let end = line.length;
  let isQuoted = false;
  let commas = 0;
  for (let at = line.length - 1; at >= 0 && commas < added; at -= 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ',' && !isQuoted) {
      commas += 1;
      end = at;
    }
  }
  return line.slice(0, end);
};

/** What a bank says of a failure may repeat the account: such numbers keep their last four digits, as everywhere. */
const withoutAccounts = (note: string, accounts: ReadonlySet<string>): string =>
  note.replaceAll(/\d(?:[\d -]*\d)?/g, (run) => {
    const digits = run.replaceAll(/\D/g, '');
    return accounts.has(digits) ? `尾号${digits.slice(-4)}` : run;
  });

function answered(row: readonly string[], at: number): AnsweredLine | string {
  const [reference = ''] = row;
  const [result = '', bankReference = '', note = ''] = row.slice(bankColumns.length);
  const isPaid = results[result];
  if (isPaid === undefined) return `第${at}行（${reference}）：结果应为“成功”或“失败”`;
  if (isPaid && bankReference === '') return `第${at}行（${reference}）：成功的没有银行流水号`;
  if (!isPaid && note === '') return `第${at}行（${reference}）：失败的没有说明`;
  return { reference, isPaid, bankReference, note };
}

/**
 * Reads the bank's answer: our own file, character for character, with three columns behind each line, in UTF-8 or GB18030. The hash of what was ours is
 * taken again: a changed byte, a swapped or a copied line does not pass.
 */
export function readBankAnswer(bytes: Buffer, sent: { readonly hash: Buffer; readonly count: number }): ReadAnswer {
  const text = decodeText(bytes);
  const lines = text.split(/\r\n|\n/).filter((line) => line !== '');
  const rows = rowsOf(text);
  if (rows === null || rows.length !== lines.length) return fault('文件不是我们发出的格式，无法读取');
  const isControl = lines.map((line) => line.startsWith('合计,'));
  const body = lines.filter((_line, i) => !isControl[i]);
  const own = body.map((line) => ownText(line, answerColumns.length)).join('\r\n');
  if (!createHash('sha256').update(own).digest().equals(sent.hash)) {
    return fault('回单中我方的内容与发出的文件不一致（有改动、换行或重复），整份拒收');
  }
  const [, ...answers] = rows.filter((_row, i) => !isControl[i]);
  const read = answers.map((row, i) => answered(row, i + 2));
  const exceptions = read.filter((one): one is string => typeof one === 'string');
  const accounts = new Set(answers.map((row) => row[bankColumns.indexOf('收款账号')] ?? ''));
  const good = read
    .filter((one): one is AnsweredLine => typeof one !== 'string')
    .map((line) => ({ ...line, note: withoutAccounts(line.note, accounts) }));
  const missing = good.length + exceptions.length === sent.count ? [] : [`应有${sent.count}笔，回单有${good.length + exceptions.length}笔`];
  return { lines: good, exceptions: [...exceptions, ...missing] };
}

/** The lines of our own file before its control line. */
const bodyLines = (file: Buffer): readonly string[] =>
  file
    .toString('utf8')
    .split('\r\n')
    .filter((line) => line !== '' && !line.startsWith('合计,'));

/** The hash that the control line of our own file names. */
export const sentHash = (file: Buffer): Buffer => createHash('sha256').update(bodyLines(file).join('\r\n')).digest();

/** The file with an answer behind each line, as a bank would give it: for the demonstration and for tests. */
export function answerTo(file: Buffer, refuse: number): string {
  return bodyLines(file)
    .map((line, i) => {
      if (i === 0) return `${line},${answerColumns.join(',')}`;
      const isRefused = i <= refuse;
      return isRefused ? `${line},失败,,户名与账号不符` : `${line},成功,B${String(i).padStart(10, '0')},`;
    })
    .join('\r\n')
    .concat('\r\n');
}
