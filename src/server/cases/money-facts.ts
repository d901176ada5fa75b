import { readCreditCode } from '#core/kernel/credit-code.ts';
import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import { type Fen, fen } from '#core/kernel/money.ts';
import { budgetItems, type BudgetLine, subjectAccount } from '#core/ledger/accounts.ts';
import type { Actor } from '#core/people/actor.ts';
import type { BankAnswerFact, FactMap, LineFact, PayableFact, PayeeFact } from '#core/process/facts.ts';
import { keyOf } from '#policy/zibo-2020/fact-kinds/fact-kind.ts';
import { itemOf, isClause } from '#processes/claim/clauses.ts';
import type { Tx } from '#server/db/transaction.ts';
import { countOwnClaims, disputedMatters, similarShares } from '#server/stores/claims.ts';
import { demandByLine, findCommitment } from '#server/stores/commitments.ts';
import { barOn } from '#server/stores/false-claims.ts';
import { balanceOf, budgetLines } from '#server/stores/ledger.ts';
import { casesHandledBy, findBankAnswer, listPayees, payablesOfCase, processesOf, readyPayables } from '#server/stores/payments.ts';
import { areRelated, invoiceUse, organisationByCode, voucherByCode } from '#server/stores/vouchers.ts';

/** What the gatherers of money look at: the case's data, or the words of an opening or event. */
export type MoneyAsking = {
  readonly tx: Tx;
  readonly at: Instant;
  readonly organisation: string | null;
  readonly kase: { readonly id: string; readonly owner: string | null; readonly data: unknown } | null;
  readonly words: unknown;
};

type Words = Readonly<Record<string, unknown>>;
const wordsOf = (value: unknown): Words => (typeof value === 'object' && value !== null ? (value as Words) : {});

/** What the case or, before there is one, its opening says. */
const told = ({ kase, words }: MoneyAsking): Words => wordsOf(kase ? kase.data : words);

const zero = fen(0);

const nothingHeld = { appropriated: zero, available: zero, reserved: zero, spent: zero };
const nothingAsked = { unfunded: 0, asked: 0, asked_fixed: 0, waiting: 0, rate: null };

/** How a line stands: what the ledger has, and what live claims ask of it. */
export async function lineFact(tx: Tx, line: BudgetLine): Promise<LineFact> {
  const { appropriated, available, reserved, spent } =
    (await budgetLines(tx, line.year)).find(({ item }) => item === line.item) ?? nothingHeld;
  const [demand = nothingAsked] = await demandByLine(tx, line.year, line.item);
  return {
    line,
    appropriated,
    available,
    reserved,
    spent,
    unfunded: fen(demand.unfunded),
    asked: fen(demand.asked),
    askedFixed: fen(demand.asked_fixed),
    waiting: demand.waiting,
    rate: demand.rate,
  };
}

/** A year as far as one can be looked up: facts are gathered before the words are checked. */
const isYear = (year: unknown): year is number => typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2999;

function lineOf(words: Words): BudgetLine | null {
  const { year, item, clause } = words;
  if (!isYear(year)) return null;
  if (isClause(clause)) return { year, item: itemOf(clause) };
  const known = budgetItems.find((one) => one === item);
  return known ? { year, item: known } : null;
}

export async function budgetLineFact(asking: MoneyAsking): Promise<FactMap['budgetLine']> {
  const line = lineOf(told(asking));
  return lineFact(asking.tx, line ?? { year: 2000, item: '9.1' });
}

export const disputesFact = async ({ tx, kase }: MoneyAsking): Promise<FactMap['disputes']> => {
  const rows = kase ? await disputedMatters(tx, kase.id) : [];
  return [...new Map(rows.map(({ kind, matter }) => [`${kind}/${matter}`, { kind, matter }])).values()];
};

export async function ownClaimsFact(asking: MoneyAsking): Promise<FactMap['ownClaims']> {
  const { clause, year } = told(asking);
  const owner = asking.kase ? asking.kase.owner : asking.organisation;
  if (owner === null || !isClause(clause) || !isYear(year)) return 0;
  return countOwnClaims(asking.tx, { owner, clause, year, except: asking.kase?.id ?? null });
}

export async function barFact({ tx, kase, organisation, at }: MoneyAsking): Promise<FactMap['bar']> {
  const agency = kase ? kase.owner : organisation;
  const row = agency === null ? undefined : await barOn(tx, agency, businessDateOf(at));
  return row ? { until: row.until, documentNumber: row.document_number, number: row.number } : null;
}

export async function commitmentFact({ tx, kase }: MoneyAsking): Promise<FactMap['commitment']> {
  const row = kase ? await findCommitment(tx, kase.id) : undefined;
  return row?.state === 'live' ? { asked: fen(row.asked), reserved: fen(row.reserved) } : null;
}

export async function similarFact(asking: MoneyAsking): Promise<FactMap['similar']> {
  const { clause, year } = told(asking);
  const none = { count: 0, lowest: 0, median: 0, highest: 0 };
  if (!isClause(clause) || !isYear(year)) return none;
  return (await similarShares(asking.tx, clause, year)) ?? none;
}

/** Accounts that can be chosen: not ended, not replaced. One that is changed is listed, but waits. */
export async function payeesFact(asking: MoneyAsking): Promise<FactMap['payees']> {
  const owner = asking.kase ? asking.kase.owner : asking.organisation;
  const rows = owner === null ? [] : await listPayees(asking.tx, owner);
  const replaced = new Set(rows.flatMap(({ replaces }) => (replaces === null ? [] : [replaces])));
  return rows
    .filter(({ id, ended_at }) => ended_at === null && !replaced.has(id))
    .map((row): PayeeFact => ({
      id: row.id,
      name: row.name,
      bank: row.bank,
      tail: row.tail,
      isPerson: row.is_person,
      isWaiting: row.active_from > asking.at,
    }));
}

const sum = (amounts: readonly number[]): Fen => fen(amounts.reduce((total, one) => total + one, 0));

export async function paymentsFact({ tx, kase }: MoneyAsking): Promise<FactMap['payments']> {
  if (!kase) return { open: zero, paid: zero, demanded: zero, isHeld: false };
  const rows = (await payablesOfCase(tx, kase.id)).filter(({ cancelled_at }) => cancelled_at === null);
  return {
    open: sum(rows.filter(({ paid_at }) => paid_at === null).map(({ amount }) => amount)),
    paid: sum(rows.filter(({ paid_at }) => paid_at !== null).map(({ amount }) => amount)),
    demanded: await balanceOf(tx, subjectAccount('receivable', kase.id)),
    isHeld: rows.some(({ is_held, paid_at }) => is_held && paid_at === null),
  };
}

const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Sums that can be paid now: owed, not held, not in a batch, into an account that has waited its time. */
export async function payablesFact({ tx, at, words }: MoneyAsking): Promise<FactMap['payables']> {
  const { payables } = wordsOf(words);
  const ids = Array.isArray(payables) ? payables.filter(isId) : null;
  return (await readyPayables(tx, at, ids))
    .filter(({ is_held, is_waiting }) => !is_held && !is_waiting)
    .map((row): PayableFact => ({
      id: row.id,
      kase: row.kase,
      title: row.title,
      payee: row.payee_id,
      payeeName: row.payee_name,
      bank: row.bank,
      tail: row.tail,
      amount: fen(row.amount),
    }));
}

export async function handledBeforeFact(asking: MoneyAsking & { readonly actor: Actor }): Promise<FactMap['handledBefore']> {
  const { payables, lines } = told(asking);
  const named = Array.isArray(payables) ? payables : (Array.isArray(lines) ? lines : []).map((line) => wordsOf(line).payable);
  const { person } = asking.actor;
  return person === null ? [] : (await casesHandledBy(asking.tx, person, named.filter(isId))).map(({ number }) => number);
}

export async function bankAnswerFact({ tx, kase, words }: MoneyAsking): Promise<FactMap['bankAnswer']> {
  const { answer } = wordsOf(words);
  const row = isId(answer) ? await findBankAnswer(tx, answer) : undefined;
  if (!row || row.kase !== kase?.id) return null;
  const processes = await processesOf(tx, [...new Set(row.lines.map(({ kase: origin }) => origin))]);
  const lines = row.lines.map((line) => ({
    ...line,
    process: processes.get(line.kase) ?? '',
    amount: fen(line.amount),
  })) satisfies BankAnswerFact['lines'];
  return { id: row.id, lines, exceptions: row.exceptions };
}

export async function clientFact({ tx, words }: MoneyAsking): Promise<FactMap['client']> {
  const { clientCode } = wordsOf(words);
  const read = typeof clientCode === 'string' ? readCreditCode(clientCode) : null;
  const row = read?.ok ? await organisationByCode(tx, read.value) : undefined;
  return row?.kind === 'enterprise' ? { id: row.id, name: row.name } : null;
}

/** Letters and digits of a code, however it was typed or scanned. */
const codeAsKept = (typed: string): string => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return plain.match(/.{1,4}/g)?.join('-') ?? '';
};

/** The invoice number among the words, as it is compared; null where there is none. */
export const invoiceNamed = (words: unknown): string | null => {
  const { invoiceNumber } = wordsOf(words);
  return typeof invoiceNumber === 'string' && invoiceNumber.length <= 100 ? keyOf(invoiceNumber) : null;
};

export async function invoiceFact({ tx, organisation, words }: MoneyAsking): Promise<FactMap['invoice']> {
  const number = invoiceNamed(words);
  if (organisation === null || number === null) return { totalFen: null, usedFen: zero };
  const { total, used } = await invoiceUse(tx, organisation, number);
  return { totalFen: total === null ? null : fen(total), usedFen: fen(used) };
}

export async function voucherFact(asking: MoneyAsking): Promise<FactMap['voucher']> {
  const { tx, organisation, words } = asking;
  const { code } = wordsOf(words);
  const row = typeof code === 'string' ? await voucherByCode(tx, codeAsKept(code)) : undefined;
  if (!row) return null;
  const client = await clientFact(asking);
  const isRelated =
    organisation !== null &&
    ((await areRelated(tx, organisation, row.holder)) || (client !== null && (await areRelated(tx, organisation, client.id))));
  return {
    id: row.id,
    number: row.number,
    holder: row.holder,
    holderName: row.holder_name,
    balance: fen(row.balance),
    validTo: row.valid_to,
    isEnded: row.ended_at !== null,
    titleEnded: row.title_ended_on === null ? null : { on: row.title_ended_on, isDeceit: row.is_deceit },
    isRelated,
  };
}
