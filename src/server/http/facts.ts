import { createHash, randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { ImportView } from '#contract/facts.ts';
import { readCreditCode } from '#core/kernel/credit-code.ts';
import { businessDate } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { determineAgency, guideClauses, nearestForAgency } from '#server/cases/determination.ts';
import { audit } from '#server/cases/log.ts';
import { inTx, reading, type Tx } from '#server/db/transaction.ts';
import { checkGrants, rowInColumns } from '#server/imports/grants.ts';
import type { TableFault } from '#server/imports/read-table.ts';
import {
  countFacts,
  factsFromImport,
  findImport,
  type ImportRow,
  insertFact,
  insertImport,
  listFacts,
  listImports,
  lockImport,
  setImportState,
} from '#server/stores/facts.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';
import { cursorAfter, readCursor } from './cursor.ts';
import { takeUpload } from './upload.ts';

type Named = NamedEndpoints;

const importView = (row: ImportRow): ImportView => ({
  id: row.id,
  fileName: row.file_name,
  state: row.state,
  rowCount: row.row_count,
  goodCount: row.good_count,
  faults: row.faults.slice(0, 500).map((fault) => ({ ...fault })),
  sample: row.sample.map(rowInColumns),
  createdAt: row.created_at,
  confirmedAt: row.confirmed_at,
  version: row.version,
});

const agencyOf = (call: Call): string => call.actor.organisation ?? stop(call, 'not_allowed');

export const listImportsHandler: Handler<Named['listImports']> = async (call) =>
  (await reading(call.house.pool, scopeFor(call as Call), listImports)).map(importView);

export const readImportHandler: Handler<Named['readImport']> = async (call) => {
  const row = await reading(call.house.pool, scopeFor(call as Call), (tx) => findImport(tx, call.params.id));
  return row ? importView(row) : stop(call, 'not_found');
};

const faultWords: Readonly<Record<TableFault, ReturnType<typeof both>>> = {
  unreadable: both('文件无法读取，请用Excel或WPS另存为 .xlsx 或 .csv 再传', 'The file can not be read; save it again as .xlsx or .csv'),
  too_many_rows: both('超过100000行，请拆分后分次上传', 'More than 100,000 rows; split the file'),
  too_slow: both('文件过于复杂，读取超时；请另存为 .csv 再传', 'The file takes too long to read; save it as .csv'),
};

/** Checks every row and keeps the result; nothing becomes a fact before it is confirmed. */
export const checkImportHandler: Handler<Named['checkImport']> = async (given) => {
  const call = given as Call;
  const { house, actor } = call;
  const agency = agencyOf(call);
  const { fileName, bytes, type } = await takeUpload(call);
  const kind = fileName.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
  if (type !== 'text/csv' && kind === 'csv') return stop(call, 'wrong_file_type');
  if (!/\.(csv|xlsx)$/i.test(fileName))
    return stop(call, 'wrong_file_type', both('请上传 .xlsx 或 .csv 表格', 'Upload a .xlsx or .csv table'));
  const checked = await checkGrants(bytes, kind, house.clock.today());
  if (!checked.ok) return stop(call, 'unreadable_file', faultWords[checked.fault]);
  const { list } = checked;
  const id = randomUUID();
  const at = house.clock.now();
  const row = await inTx(house.pool, scopeFor(call), async (tx) => {
    await insertImport(tx, {
      id,
      agency,
      fileName,
      fileHash: createHash('sha256').update(bytes).digest(),
      rowCount: list.rowCount,
      faults: list.faults,
      rows: list.rows,
      createdBy: actor.person ?? '',
      at,
    });
    await audit(tx, 'import.check', agency, { id, fileName, rows: list.rowCount, good: list.rows.length });
    return findImport(tx, id);
  });
  return row ? importView(row) : stop(call, 'fault');
};

const gone = refused({ kind: 'not_found', code: 'not_found', clause: 'operational', says: both('没有找到，或无权查看', 'Not found') });
const refuseState = (code: string, zh: string, en: string): Refused =>
  refused({ kind: 'wrong_state', code, clause: 'operational', says: both(zh, en) });

async function openImport(tx: Tx, id: string, version: number | null): Promise<Refused | null> {
  const row = await lockImport(tx, id);
  if (!row) return gone;
  if (row.state !== 'checked')
    return refuseState('already_decided', '这份清单已经确认或放弃', 'This list was confirmed or discarded already');
  return row.version === version
    ? null
    : refused({
        kind: 'stale',
        code: 'stale_version',
        clause: 'operational',
        says: both('别处已有更新，请刷新', 'Changed meanwhile; reload'),
      });
}

export const confirmImportHandler: Handler<Named['confirmImport']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { id } = call.params;
    const misfit = await openImport(tx, id, call.version);
    if (misfit) return misfit;
    const row = await findImport(tx, id);
    if (row && row.faults.some(({ isWarning }) => !isWarning)) {
      return refuseState(
        'rows_at_fault',
        '清单还有错误行，整份都不导入；请改好后重新上传',
        'Some rows are wrong: nothing is imported; mend them and upload again',
      );
    }
    if (row?.good_count === 0) return refuseState('no_rows', '清单里没有可导入的行', 'There is nothing to import');
    const added = await factsFromImport(tx, id, call.actor.person ?? '', at);
    await setImportState(tx, id, 'confirmed', at);
    await audit(tx, 'import.confirm', agencyOf(call as Call), { id, added });
    const confirmed = await findImport(tx, id);
    return { status: 200, answer: confirmed && importView(confirmed) };
  });

export const discardImportHandler: Handler<Named['discardImport']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { id } = call.params;
    const misfit = await openImport(tx, id, call.version);
    if (misfit) return misfit;
    await setImportState(tx, id, 'discarded', at);
    await audit(tx, 'import.discard', agencyOf(call as Call), { id });
    const discarded = await findImport(tx, id);
    return { status: 200, answer: discarded && importView(discarded) };
  });

export const listFactsHandler: Handler<Named['listFacts']> = async (given) => {
  const call = given as Call;
  const agency = agencyOf(call);
  const { kind = null, year = null, after } = given.query;
  const [day = '', id = ''] = readCursor(call, after, 2) ?? [];
  const cursor = id === '' ? null : { day, id };
  const limit = 100;
  const { rows, counts } = await reading(call.house.pool, scopeFor(call), async (tx) => ({
    rows: await listFacts(tx, agency, { kind, year, after: cursor, limit: limit + 1 }),
    counts: await countFacts(tx, agency),
  }));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      matter: row.matter,
      validOn: row.valid_on,
      data: row.data as never,
      knownFrom: row.known_from,
    })),
    next: rows.length > limit && last ? cursorAfter(last.valid_on, last.id) : null,
    counts,
  };
};

/** Case numbers in one spelling: full-width brackets, no blanks. */
const caseNumber = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[([【〔]/g, '（')
    .replace(/[)\]】〕]/g, '）');

const wrongField = (kind: 'input' | 'conflict', code: string, field: string, says: Words): Refused =>
  refused({ kind, code, clause: kind === 'conflict' ? '9.6' : '9.4', field, says });

export const addFactHandler: Handler<Named['addFact']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { body, actor, house } = call;
    const agency = agencyOf(call as Call);
    if (body.effectiveDate > house.clock.today()) {
      return wrongField('input', 'invalid_input', 'effectiveDate', both('生效日期不能晚于今天', 'The day can not be in the future'));
    }
    const code = readCreditCode(body.clientCode);
    const { caseNo, effectiveDate, ...data } = body;
    const fact = {
      id: randomUUID(),
      agency,
      kind: 'litigation',
      matter: caseNumber(caseNo),
      validOn: businessDate(effectiveDate),
      data: { ...data, clientCode: code.ok ? code.value : body.clientCode },
      person: actor.person ?? '',
      at,
    };
    if ((await insertFact(tx, fact)) === 0) {
      return wrongField('conflict', 'duplicate_matter', 'caseNo', both('这个案号已经登记过', 'This case is on record already'));
    }
    await audit(tx, 'fact.add', agency, { id: fact.id, kind: fact.kind, matter: fact.matter });
    return { status: 201, answer: { id: fact.id } };
  });

export const readDeterminationHandler: Handler<Named['readDetermination']> = async (given) => {
  const call = given as Call;
  const agency = agencyOf(call);
  const { clock, pool } = call.house;
  const at = { now: clock.now(), today: clock.today() };
  const answer = await reading(pool, scopeFor(call), (tx) => determineAgency(tx, agency, given.query.year, at));
  return {
    year: given.query.year,
    asOf: at.today,
    answer: answer as never,
    clauses: guideClauses.map(({ key, cite, title, says, paidAs }) => ({ key, cite, title, says, paidAs })),
  };
};

export const readNearestHandler: Handler<Named['readNearest']> = async (given) => {
  const call = given as Call;
  const agency = agencyOf(call);
  const { clock, pool } = call.house;
  return reading(pool, scopeFor(call), (tx) => nearestForAgency(tx, agency, given.query.year, { now: clock.now(), today: clock.today() }));
};
