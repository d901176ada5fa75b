import type { CaseRow } from '#contract/cases.ts';
import type { VoucherView } from '#contract/money.ts';
import type { BankAnswerView, PayableView } from '#contract/payments.ts';
import { accountOf, act, type City, type Dossier, dossierOf, openCase, readCase, recordOf } from './city.ts';
import { budget, type ToldClaim } from './claims-told.ts';
import { certified } from './facts-told.ts';
import type { Account } from './http.ts';
import { enterprises, organisationOf } from './organisations.ts';
import { paperOf } from './steps-facts.ts';
import type { Year } from './steps-claims.ts';

type Appropriation = { readonly key: string; readonly year: number; readonly item: string; readonly yuan: number };

/** An officer drafts an appropriation; it counts once an approver has put it in force. */
async function draftAppropriation(city: City, { key, year, item, yuan }: Appropriation, reason: string): Promise<Dossier> {
  const input = { year, item, direction: 'add', yuan, documentNumber: `虚构财预〔${year}〕${item.replace('.', '')}号`, reason };
  return openCase(city, { process: 'appropriation', key, as: await accountOf(city, 'officer1'), input });
}

/** The budget of both years. */
export async function appropriate(city: City, { main }: Year): Promise<void> {
  for (const { of, item, yuan } of budget) {
    const year = of === 'main' ? main : main - 1;
    const dossier = await draftAppropriation(city, { key: `budget-${of}-${item}`, year, item, yuan }, '年度预算安排（演示）。');
    await act(city, dossier, { as: await accountOf(city, 'approver2'), event: 'put_in_force' });
  }
}

/** More money for the short line is asked for; an approver has still to put it in force. */
export async function askForMore(city: City, { main }: Year): Promise<void> {
  await draftAppropriation(
    city,
    { key: 'budget-more-9.3', year: main, item: '9.3', yuan: 180_000 },
    '品牌资质申领超出预算，拟追加（演示）。',
  );
}

/** The other way out of a short line: one share for all, drafted and not published. */
export async function draftSettlement(city: City, { main }: Year, rate: number): Promise<void> {
  const input = {
    year: main,
    item: '9.3',
    rate,
    documentNumber: `虚构结算〔${main}〕1号`,
    reason: '本项预算不足，拟按同一比例结算（演示）。',
  };
  await openCase(city, { process: 'settlement', key: 'settlement-9.3', as: await accountOf(city, 'officer1'), input });
}

/** Agencies that have an account to be paid into, and persons that have one for their certificates. */
export const payeeNames: readonly { readonly key: string; readonly agency: string; readonly name: string; readonly isPerson: boolean }[] = [
  ...[1, 2, 3, 4, 5, 11, 12].map((n) => {
    const key = `agency${n}`;
    return { key, agency: key, name: organisationOf(key).name, isPerson: false };
  }),
  ...Object.entries(certified).map(([key, { agency, name }]) => ({ key, agency, name, isPerson: true })),
];

/** Accounts of one agency. Their numbers begin with 9990: no card or account does. */
export async function addPayees(city: City, agency: string): Promise<void> {
  const as = await accountOf(city, agency, 'agency');
  for (const [n, payee] of payeeNames.entries()) {
    if (payee.agency !== agency) continue;
    const { name, isPerson } = payee;
    const body = { name, isPerson, bank: '稷门村镇银行（虚构）', account: `9990370300${String(n + 1).padStart(8, '0')}` };
    const answer = await city.client.ask<{ readonly id: string }>({
      method: 'POST',
      path: '/payees',
      as,
      key: `demo-payee-${payee.key}`,
      body,
    });
    city.records.set(`payee-${payee.key}`, answer.body.id);
  }
}

type Use = {
  readonly key: string;
  /** The claim that gave the voucher. */
  readonly of: ToldClaim;
  readonly provider: string;
  readonly client: string;
  readonly service: string;
  readonly yuan: number;
};

/** A provider hands in a part of another agency's voucher for a service to a company. */
export async function present(city: City, { key, of, provider, client, service, yuan }: Use): Promise<void> {
  const holder = await accountOf(city, of.agency, 'agency');
  const { body } = await city.client.ask<{ readonly rows: readonly VoucherView[] }>({ path: '/vouchers', as: holder });
  const voucher = body.rows.find((one) => one.case === dossierOf(city, of.key).id);
  if (!voucher?.code) throw new Error(`${of.key} brought no voucher`);
  const as = await accountOf(city, provider, 'agency');
  const input = {
    code: voucher.code,
    clientCode: enterprises.find((one) => one.key === client)?.creditCode,
    service,
    amountFen: yuan * 100,
    contractNumber: `虚构服务合同-${key}`,
    invoiceNumber: `虚构发票-${key}`,
    invoiceFen: yuan * 100,
    contractFile: await paperOf(city, as, 'contract'),
    invoiceFile: await paperOf(city, as, 'record'),
    proofFile: await paperOf(city, as, 'record'),
    payee: recordOf(city, `payee-${provider}`),
  };
  await openCase(city, { process: 'redemption', key, as, input });
}

/** What the company or the centre says to a voucher that was handed in. */
export async function answerUse(city: City, key: string, by: string, [event, input]: readonly [string, unknown?]): Promise<void> {
  await act(city, dossierOf(city, key), { as: await accountOf(city, by), event, ...(input === undefined ? {} : { input }) });
}

type Line = { readonly payable: string; readonly kase: string };

/** The sums owed for some cases: those still free, and those an earlier run took into a batch already. */
async function payablesOf(city: City, as: Account, keys: readonly string[]): Promise<readonly string[]> {
  const cases = new Set(keys.map((key) => dossierOf(city, key).id));
  const { body: free } = await city.client.ask<{ readonly rows: readonly PayableView[] }>({ path: '/payables', as });
  const { body: batches } = await city.client.ask<{ readonly rows: readonly CaseRow[] }>({ path: '/cases/payment', as });
  const taken: Line[] = [];
  for (const { id } of batches.rows) {
    const { data } = await readCase(city, { process: 'payment', id, key: '', number: '', version: 0, acts: 0 }, as);
    taken.push(...(data.lines as unknown as readonly Line[]));
  }
  const all = [...free.rows.map(({ id, case: kase }) => ({ payable: id, kase })), ...taken];
  return [...new Set(all.filter(({ kase }) => cases.has(kase)).map(({ payable }) => payable))].sort();
}

/** A batch is made of everything owed for some cases. */
export async function makeBatch(city: City, key: string, of: readonly string[]): Promise<void> {
  const as = await accountOf(city, 'finance');
  await openCase(city, { process: 'payment', key, as, input: { payables: await payablesOf(city, as, of) } });
}

/** A second person counts again. */
export async function checkBatch(city: City, key: string): Promise<void> {
  const as = await accountOf(city, 'finance2');
  const dossier = dossierOf(city, key);
  const { data } = await readCase(city, dossier, as);
  const { lines, totalFen } = data as unknown as { readonly lines: readonly Line[]; readonly totalFen: number };
  await act(city, dossier, { as, event: 'check', input: { count: lines.length, totalFen } });
}

/** A third sends it to the bank. */
export async function releaseBatch(city: City, key: string): Promise<void> {
  await act(city, dossierOf(city, key), { as: await accountOf(city, 'finance3'), event: 'release' });
}

/** The bank paid everything: its answer is uploaded, unless an earlier run did, and booked. */
export async function settleBatch(city: City, key: string): Promise<void> {
  const as = await accountOf(city, 'finance');
  const dossier = dossierOf(city, key);
  const base = `/payments/${dossier.id}`;
  const { body: known } = await city.client.ask<{ readonly rows: readonly BankAnswerView[] }>({ path: `${base}/answers`, as });
  const answer = known.rows[0] ?? (await uploadAnswer(city, as, base));
  await act(city, dossier, { as, event: 'record_answer', input: { answer: answer.id } });
}

async function uploadAnswer({ client }: City, as: Account, base: string): Promise<BankAnswerView> {
  const { body: csv } = await client.ask<string>({ path: `${base}/demo-answer.csv`, as });
  const file = { name: '银行回单（演示）.csv', type: 'text/csv', bytes: new TextEncoder().encode(csv) };
  const { body } = await client.ask<BankAnswerView>({ method: 'POST', path: `${base}/answers`, as, file });
  return body;
}
