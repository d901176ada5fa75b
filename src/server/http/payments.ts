import { randomUUID } from 'node:crypto';
import type { NamedEndpoints } from '#contract/index.ts';
import type { BankAnswerView, PayableView } from '#contract/payments.ts';
import { both } from '#core/kernel/words.ts';
import { audit, sha256 } from '#server/cases/log.ts';
import { inTx, reading } from '#server/db/transaction.ts';
import { answerTo, readBankAnswer, sentHash } from '#server/imports/bank-answer.ts';
import {
  type AnswerLine,
  bankAnswersOf,
  type BankAnswerRow,
  batchPayables,
  findPaymentFile,
  insertBankAnswer,
  type ReadyRow,
  readyPayables,
} from '#server/stores/payments.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { takeUpload } from './upload.ts';

type Named = NamedEndpoints;

/** Why a sum can not be paid now, in words; null when it can. */
function blockOf({ is_held, is_waiting }: ReadyRow, call: Call): string | null {
  if (is_held)
    return both('示范区整改、资格自始无效或有待决事项，暂缓支付', 'Held: the zone rectifies, its title never stood, or a question is open')[
      call.language
    ];
  return is_waiting ? both('收款账户变更，72小时等待期内', 'The account was changed; it waits 72 hours')[call.language] : null;
}

export const listPayablesHandler: Handler<Named['listPayables']> = async (given) => {
  const call = given as Call;
  const rows = await reading(call.house.pool, scopeFor(call), (tx) => readyPayables(tx, call.house.clock.now(), null));
  const views = rows.map((row): PayableView => ({
    id: row.id,
    case: row.kase,
    title: row.title,
    payeeName: row.payee_name,
    bank: row.bank,
    tail: row.tail,
    amountFen: row.amount,
    createdAt: row.created_at,
    blocked: blockOf(row, call),
  }));
  return { rows: views, totalFen: views.reduce((sum, { amountFen }) => sum + amountFen, 0) };
};

/** The file of a batch as it went to the bank, opened. */
async function fileOf(call: Call, id: string): Promise<{ readonly bytes: Buffer; readonly count: number }> {
  const file = await reading(call.house.pool, scopeFor(call), (tx) => findPaymentFile(tx, id));
  if (!file) return stop(call, 'not_found', both('这个批次还没有送银行', 'This batch was not released yet'));
  return { bytes: call.house.vault.open(`payment_file/${id}`, file.sealed), count: file.line_count };
}

export const readBankFileHandler: Handler<Named['readBankFile']> = async (given) => {
  const call = given as Call;
  const file = await fileOf(call, given.params.id);
  await inTx(call.house.pool, scopeFor(call), async (tx) =>
    audit(tx, 'payment.download', given.params.id, { case: given.params.id, person: call.actor.person }),
  );
  return call.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="payment.csv"')
    .header('cache-control', 'private, no-store')
    .send(file.bytes);
};

const answerView = (row: BankAnswerRow): BankAnswerView => {
  const paid = row.lines.filter(({ isPaid }) => isPaid);
  const refusedLines = row.lines.filter(({ isPaid }) => !isPaid);
  const sum = (lines: readonly AnswerLine[]) => lines.reduce((total, { amount }) => total + amount, 0);
  return {
    id: row.id,
    fileName: row.file_name,
    uploadedAt: row.uploaded_at,
    paidCount: paid.length,
    paidFen: sum(paid),
    refusedCount: refusedLines.length,
    refusedFen: sum(refusedLines),
    exceptions: [...row.exceptions],
  };
};

/** Reads and matches the bank's answer and keeps what was found; nothing is booked before it is confirmed on the batch. */
export const uploadBankAnswerHandler: Handler<Named['uploadBankAnswer']> = async (given) => {
  const call = given as Call;
  const { house, actor } = call;
  const { id } = given.params;
  const file = await fileOf(call, id);
  const { fileName, bytes } = await takeUpload(call);
  const read = readBankAnswer(bytes, { hash: sentHash(file.bytes), count: file.count });
  return inTx(house.pool, scopeFor(call), async (tx) => {
    const ours = new Map((await batchPayables(tx, id)).map((line) => [line.reference, line]));
    const lines = read.lines.flatMap((line): AnswerLine[] => {
      const own = ours.get(line.reference);
      return own ? [{ ...line, payable: own.payable, kase: own.kase, amount: own.amountFen }] : [];
    });
    const strange = read.lines.filter(({ reference }) => !ours.has(reference)).map(({ reference }) => `${reference}不在本批次`);
    const row: BankAnswerRow = {
      id: randomUUID(),
      kase: id,
      file_name: fileName,
      lines: strange.length + read.exceptions.length > 0 ? [] : lines,
      exceptions: [...read.exceptions, ...strange],
      uploaded_at: house.clock.now(),
    };
    await insertBankAnswer(tx, { ...row, print: house.vault.print(sha256(bytes)), by: actor.person ?? '' });
    audit(tx, 'payment.answer', id, { case: id, answer: row.id, lines: row.lines.length, exceptions: row.exceptions.length });
    return answerView(row);
  });
};

export const listBankAnswersHandler: Handler<Named['listBankAnswers']> = async (given) => {
  const call = given as Call;
  const rows = await reading(call.house.pool, scopeFor(call), (tx) => bankAnswersOf(tx, given.params.id));
  return { rows: rows.map(answerView) };
};

export const makeDemoAnswerHandler: Handler<Named['makeDemoAnswer']> = async (given) => {
  const call = given as Call;
  const file = await fileOf(call, given.params.id);
  return call.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="bank-answer.csv"')
    .send(answerTo(file.bytes, given.query.refuse));
};
