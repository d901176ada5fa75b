import { Readable } from 'node:stream';
import type { NamedEndpoints } from '#contract/index.ts';
import type { WorkloadRow } from '#contract/workload.ts';
import { businessDate } from '#core/kernel/dates.ts';
import type { Language } from '#core/kernel/words.ts';
import { workdayTotals } from '#core/kernel/workdays.ts';
import { countyWork } from '#server/cases/county-work.ts';
import { processNamed } from '#server/cases/present.ts';
import { districtList, districtName } from '#server/cases/words.ts';
import { reading } from '#server/db/transaction.ts';
import { handledCases, type WorkloadAsked, type WorkloadRow as StoredRow, workloadRows } from '#server/stores/workload.ts';
import { type Call, type Handler, scopeFor } from './call.ts';
import { csvLine } from './csv.ts';
import { cursorAfter, readCursor } from './cursor.ts';

type Named = NamedEndpoints;
type Query = { readonly year: number; readonly process?: string | undefined; readonly district?: string | undefined };

/** The plan begins in 2020; nothing was reviewed before. */
const firstDay = businessDate('2020-01-01');

function askedOf(call: Call, { year, process, district }: Query): WorkloadAsked {
  const today = call.house.clock.today();
  const span = (Date.parse(today) - Date.parse(firstDay)) / 86_400_000;
  return {
    today,
    year,
    district: district ?? null,
    work: countyWork.filter(({ process: name }) => process === undefined || name === process),
    days: { first: firstDay, totals: workdayTotals(call.house.calendar, firstDay, span + 1) },
  };
}

/** A share of the cases received, in hundredths of a per cent. */
const shareOf = (part: number, whole: number): number => Math.round((part * 10_000) / whole);
const oneDecimal = (days: number | null): number | null => (days === null ? null : Math.round(days * 10) / 10);

const rowView = (row: StoredRow, language: Language): WorkloadRow => ({
  district: row.district,
  districtName: districtName(row.district, language) ?? row.district,
  process: row.process,
  processTitle: processNamed(row.process).title[language],
  received: row.received,
  open: row.open,
  medianDays: oneDecimal(row.median_days),
  p90Days: oneDecimal(row.p90_days),
  overdue: row.overdue,
  overdueShare: shareOf(row.overdue, row.received),
  returned: row.returned,
  returnShare: shareOf(row.returned, row.received),
  objected: row.objected,
  objectionShare: shareOf(row.objected, row.received),
});

async function rowsFor(call: Call, query: Query): Promise<WorkloadRow[]> {
  const asked = askedOf(call, query);
  const rows = await reading(call.house.pool, scopeFor(call), (tx) => workloadRows(tx, asked));
  return rows.map((row) => rowView(row, call.language));
}

export const readWorkloadHandler: Handler<Named['readWorkload']> = async (call) => ({
  year: call.query.year,
  rows: await rowsFor(call as Call, call.query),
  processes: countyWork.map(({ process }) => ({ name: process, title: processNamed(process).title[call.language] })),
  districts: districtList(call.language),
});

const head = ['年度', '区县', '程序', '受理件数', '在办', '审核工作日中位数', '审核工作日第90百分位', '超期率', '退回率', '异议成立率'];
const percent = (share: number): string => `${(share / 100).toFixed(2)}%`;

export const exportWorkloadHandler: Handler<Named['exportWorkload']> = async (given) => {
  const call = given as Call;
  const { year } = given.query;
  const lines = (await rowsFor(call, given.query)).map((row) =>
    csvLine([
      String(year),
      row.districtName,
      row.processTitle,
      String(row.received),
      String(row.open),
      String(row.medianDays ?? ''),
      String(row.p90Days ?? ''),
      percent(row.overdueShare),
      percent(row.returnShare),
      percent(row.objectionShare),
    ]),
  );
  return call.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="workload-${year}.csv"`)
    .send(Readable.from([`\uFEFF${csvLine(head)}`, ...lines]));
};

export const listWorkloadCasesHandler: Handler<Named['listWorkloadCases']> = async (given) => {
  const call = given as Call;
  const { about, after, limit } = given.query;
  const [day = '', id = ''] = readCursor(call, after, 2) ?? [];
  const rows = await reading(call.house.pool, scopeFor(call), (tx) =>
    handledCases(tx, askedOf(call, given.query), { about, after: id === '' ? null : { day, id }, limit: limit + 1 }),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      number: row.number,
      process: row.process,
      processTitle: processNamed(row.process).title[call.language],
      districtName: districtName(row.district, call.language) ?? row.district,
      summary: row.summary,
      receivedOn: row.received_on,
      leftOn: row.left_on,
      days: row.days,
      isOverdue: row.is_overdue,
      isReturned: row.is_returned,
      isObjected: row.is_objected,
    })),
    next: rows.length > limit && last ? cursorAfter(last.received_on, last.id) : null,
  };
};
