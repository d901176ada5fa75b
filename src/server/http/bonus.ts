import { Readable } from 'node:stream';
import writeXlsxFile from 'write-excel-file/node';
import type { BonusRowView } from '#contract/bonus.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { bonusView } from '#server/cases/bonus-view.ts';
import { reading } from '#server/db/transaction.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { csvLine } from './csv.ts';

type Named = NamedEndpoints;

const viewOf = (call: Call, year: number) =>
  reading(call.house.pool, scopeFor(call), (tx) =>
    bonusView(tx, year, { today: call.house.clock.today(), now: call.house.clock.now(), language: call.language }),
  );

export const readDistrictBonusHandler: Handler<Named['readDistrictBonus']> = (given) => viewOf(given as Call, given.query.year);

const head = ['序号', '区县', '示范区个数', '示范区（编号、名称、等次）', '加分'];
const zoneWords = ({ zones }: BonusRowView): string =>
  zones.map(({ number, name, gradeTitle }) => `${number} ${name}（${gradeTitle ?? '当年未认定'}）`).join('；');

/** The lines of a confirmed version; numbers stay numbers. */
async function linesOf(call: Call, { year, version }: { readonly year: number; readonly version: number }) {
  const found = (await viewOf(call, year)).versions.find((one) => one.version === version);
  if (!found) return stop(call, 'not_found');
  const rows = found.rows.map((row, index) => [index + 1, row.districtName, row.zones.length, zoneWords(row), row.points]);
  const foot = [
    [`${year}年度第${version}版　${found.documentNumber}　审定于${found.confirmedOn}`],
    [
      `口径：${found.ruleTitle}（12月31日）；每区优秀${found.points.excellent}分、其他${found.points.other}分，上限${found.points.maximum}分`,
    ],
    [`核验码（SHA-256）：${found.hash}`],
  ];
  return [head, ...rows, ...foot];
}

const nameOf = ({ year, version }: { readonly year: number; readonly version: number }, ending: string) =>
  `attachment; filename="district-bonus-${year}-${version}.${ending}"`;

export const exportDistrictBonusCsvHandler: Handler<Named['exportDistrictBonusCsv']> = async (given) => {
  const call = given as Call;
  const lines = await linesOf(call, given.query);
  return call.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', nameOf(given.query, 'csv'))
    .send(Readable.from(['\uFEFF', ...lines.map((line) => csvLine(line.map(String)))]));
};

const columns = [{ width: 6 }, { width: 16 }, { width: 12 }, { width: 60 }, { width: 8 }];

export const exportDistrictBonusXlsxHandler: Handler<Named['exportDistrictBonusXlsx']> = async (given) => {
  const call = given as Call;
  const lines = await linesOf(call, given.query);
  const cells = lines.map((line, row) =>
    line.map((value) => ({ value, ...(row === 0 ? { fontWeight: 'bold' as const } : {}), alignVertical: 'top' as const, wrap: true })),
  );
  const bytes = await writeXlsxFile(cells, { columns, sheet: `${given.query.year}年度` }).toBuffer();
  return call.reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', nameOf(given.query, 'xlsx'))
    .send(bytes);
};
