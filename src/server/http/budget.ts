import { Readable } from 'node:stream';
import type { NamedEndpoints } from '#contract/index.ts';
import type { BudgetLineView, OfferView, SupportView } from '#contract/money.ts';
import { fen, wholeYuan } from '#core/kernel/money.ts';
import type { Language } from '#core/kernel/words.ts';
import { type BudgetItem, budgetItems } from '#core/ledger/accounts.ts';
import { barFact, lineFact } from '#server/cases/money-facts.ts';
import { itemOfClause, moneyWords, possibleRate } from '#server/cases/money-words.ts';
import { type Offer, offersOf, unclaimedIn } from '#server/cases/offers.ts';
import { settingsOn } from '#server/cases/readings.ts';
import { ledgerWords } from '#server/cases/ledger-words.ts';
import { reading, systemScope, type Tx } from '#server/db/transaction.ts';
import {
  type ClaimOfClause,
  discretionGroups,
  discretionOutliers,
  supportHistory,
  supportPage,
  type SupportRow,
} from '#server/stores/claims.ts';
import { findCaseOwner } from '#server/stores/cases.ts';
import { journalOfCase } from '#server/stores/ledger.ts';
import { type SumRow, sumsOfCase } from '#server/stores/payments.ts';
import { roles } from '#core/people/roles.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { csvLine } from './csv.ts';

type Named = NamedEndpoints;

/** What is earned and not asked for yet, line by line, in fen. Sums alone: who has earned it is not everybody's to read who reads the budget. */
async function forecastOf(call: Call, year: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await reading(call.house.pool, systemScope, (tx) => unclaimedIn(tx, year));
  const sums = new Map<string, number>();
  for (const { clause, yuan } of rows) {
    const item = itemOfClause(clause) ?? '';
    sums.set(item, (sums.get(item) ?? 0) + yuan * 100);
  }
  return sums;
}

async function budgetOf(tx: Tx, year: number, title: (item: BudgetItem) => string): Promise<Omit<BudgetLineView, 'forecastFen'>[]> {
  const lines: Omit<BudgetLineView, 'forecastFen'>[] = [];
  for (const item of budgetItems) {
    const line = await lineFact(tx, { year, item });
    lines.push({
      year,
      item,
      title: title(item),
      appropriatedFen: line.appropriated,
      availableFen: line.available,
      reservedFen: line.reserved,
      spentFen: line.spent,
      unfundedFen: line.unfunded,
      waiting: line.waiting,
      rate: line.rate,
      possibleRate: possibleRate(line),
    });
  }
  return lines;
}

export const readBudgetHandler: Handler<Named['readBudget']> = async (call) => {
  const { year } = call.query;
  const [lines, forecast] = await Promise.all([
    reading(call.house.pool, scopeFor(call as Call), (tx) => budgetOf(tx, year, (item) => moneyWords.item(item, call.language))),
    forecastOf(call as Call, year),
  ]);
  return { year, lines: lines.map((line) => ({ ...line, forecastFen: forecast.get(line.item) ?? 0 })) };
};

const claimView = (claim: ClaimOfClause | undefined, call: Call): OfferView['claim'] =>
  claim
    ? {
        id: claim.id,
        number: claim.number,
        state: claim.state,
        stateTitle: moneyWords.claimState(claim.state, call.language),
      }
    : null;

const offerIn = <Row extends Pick<Offer, 'clause' | 'cite' | 'title' | 'says' | 'waits'>>(row: Row, language: Language) => ({
  ...row,
  cite: language === 'zh' ? row.cite : row.clause,
  title: row.title[language],
  says: row.says[language],
  waits: row.waits && row.waits[language],
});

export const listOffersHandler: Handler<Named['listOffers']> = async (given) => {
  const call = given as Call;
  const agency = call.actor.organisation ?? stop(call, 'not_allowed');
  const { clock, pool } = call.house;
  const { year } = given.query;
  const known = { now: clock.now(), today: clock.today() };
  const [rows, bar] = await reading(pool, scopeFor(call), (tx) =>
    Promise.all([offersOf(tx, agency, year, known), barFact({ tx, at: known.now, organisation: agency, kase: null, words: {} })]),
  );
  return {
    year,
    bar,
    rows: rows.map(({ claim, ...row }) => ({
      ...offerIn(row, call.language),
      agencyName: call.actor.organisationName,
      claim: claimView(claim, call),
    })),
  };
};

export const listUnclaimedHandler: Handler<Named['listUnclaimed']> = async (given) => {
  const call = given as Call;
  const { year } = given.query;
  const found = await reading(call.house.pool, scopeFor(call), (tx) => unclaimedIn(tx, year));
  return { year, run: found.run, asOf: found.asOf, rows: found.rows.map((row) => ({ ...offerIn(row, call.language), claim: null })) };
};

const supportView = (row: SupportRow, language: Language): SupportView => ({
  case: row.kase,
  number: row.number,
  agency: row.agency,
  agencyName: row.agency_name ?? '',
  clause: row.clause,
  clauseTitle: moneyWords.clause(row.clause, language),
  year: row.year,
  zoneName: row.zone_name,
  paidAs: row.paid_as,
  ceilingFen: row.ceiling,
  computedFen: row.computed,
  amountFen: row.amount,
  reason: row.reason,
  decidedOn: row.decided_on,
  ended: row.ended,
});

export const readSupportHistoryHandler: Handler<Named['readSupportHistory']> = async (given) => {
  const call = given as Call;
  const { agency, case: kase } = given.query;
  const rows = await reading(call.house.pool, scopeFor(call), async (tx) => {
    const own = call.actor.role === 'agency' ? call.actor.organisation : null;
    const whose = own ?? agency ?? (kase ? await findCaseOwner(tx, kase) : null);
    return whose ? supportHistory(tx, whose) : null;
  });
  return rows ? { rows: rows.map((row) => supportView(row, call.language)) } : stop(call, 'not_found');
};

const exportHead = [
  '编号',
  '机构',
  '条款',
  '年度',
  '示范区',
  '形式',
  '上限（元）',
  '计算（元）',
  '核定（元）',
  '低于计算的理由',
  '核定日期',
  '追回',
];

/** Streamed page by page: the first line leaves at once and memory stays flat. */
async function* supportLines(call: Call, year: number | null, clause: string | null): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(exportHead)}`;
  let after: { readonly on: string; readonly kase: string } | null = null;
  let count = 0;
  for (;;) {
    const rows: readonly SupportRow[] = await reading(call.house.pool, scopeFor(call), (tx) =>
      supportPage(tx, { year, clause, after, limit: 1000 }),
    );
    let page = '';
    for (const row of rows) {
      const view = supportView(row, 'zh');
      const money = [view.ceilingFen, view.computedFen, view.amountFen].map((amount) => String(wholeYuan(fen(amount))));
      const paid = view.paidAs === 'voucher' ? '服务券' : '资金';
      page += csvLine([
        view.number,
        view.agencyName,
        view.clauseTitle,
        String(view.year),
        view.zoneName ?? '',
        paid,
        ...money,
        view.reason ?? '',
        view.decidedOn,
        view.ended ?? '',
      ]);
    }
    count += rows.length;
    yield page;
    const last = rows.at(-1);
    if (!last || rows.length < 1000) break;
    after = { on: last.decided_on, kase: last.kase };
  }
  yield csvLine([`共${count}行`, `导出时间 ${call.house.clock.now()}`]);
}

export const exportSupportHandler: Handler<Named['exportSupport']> = async (given) => {
  const call = given as Call;
  return call.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="support.csv"')
    .send(Readable.from(supportLines(call, given.query.year ?? null, given.query.clause ?? null)));
};

export const listDiscretionHandler: Handler<Named['listDiscretion']> = async (given) => {
  const call = given as Call;
  const year = given.query.year ?? null;
  return reading(call.house.pool, scopeFor(call), async (tx) => {
    const { discretionApartPercent: apartPercent } = (await settingsOn(tx, call.house.clock.today())).values;
    return {
      apartPercent,
      rows: (await discretionOutliers(tx, year, apartPercent * 100)).map((row) => ({
        ...supportView(row, call.language),
        share: row.share,
        median: row.median,
      })),
      groups: (await discretionGroups(tx, year)).map((group) => ({
        ...group,
        clauseTitle: moneyWords.clause(group.clause, call.language),
      })),
    };
  });
};

/** An agency does not see batches, so a batch without a number is not shown to it. */
const sumView = (row: SumRow) => ({
  id: row.id,
  payeeName: row.payee_name,
  tail: row.tail,
  amountFen: row.amount,
  batch: row.batch && row.batch_number ? { id: row.batch, number: row.batch_number } : null,
  paidAt: row.paid_at,
  bankReference: row.bank_reference,
  isCancelled: row.cancelled_at !== null,
});

export const readJournalHandler: Handler<Named['readJournal']> = async (given) => {
  const call = given as Call;
  const { case: kase } = given.query;
  const { entries, sums } = await reading(call.house.pool, scopeFor(call), async (tx) => ({
    entries: await journalOfCase(tx, kase),
    sums: await sumsOfCase(tx, kase),
  }));
  return {
    sums: sums.map(sumView),
    entries: entries.map((entry) => ({
      id: entry.id,
      seq: entry.seq,
      kind: entry.kind,
      title: ledgerWords.entries[entry.kind][call.language],
      at: entry.at,
      officeTitle: (roles as Readonly<Record<string, { zh: string; en: string }>>)[entry.office]?.[call.language] ?? entry.office,
      reverses: entry.reverses,
      postings: entry.postings.map(({ account, side, amount }) => ({
        account,
        title: ledgerWords.account(account, call.language),
        side,
        amountFen: amount,
      })),
    })),
  };
};
