import { createHash, randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { ImportView } from '#contract/facts.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { foundFalseRefusal } from '#server/cases/fact-entry.ts';
import { audit } from '#server/cases/log.ts';
import { inTx, reading, type Tx } from '#server/db/transaction.ts';
import { type CheckedList, checkList, CutShort, type TableFault } from '#server/imports/check-list.ts';
import { agencyCard } from '#server/stores/facts.ts';
import { enteringFacts, findingInImport, foundFalse } from '#server/stores/false-claims.ts';
import {
  factsFromImport,
  findImport,
  type ImportRow,
  insertImport,
  insertImportRows,
  listImports,
  lockImport,
  setImportState,
} from '#server/stores/imports.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';
import { takeUpload } from './upload.ts';

type Named = NamedEndpoints;

const importView = (row: ImportRow): ImportView => ({
  id: row.id,
  kind: row.kind as ImportView['kind'],
  fileName: row.file_name,
  state: row.state,
  rowCount: row.row_count,
  goodCount: row.good_count,
  errorCount: row.error_count,
  warningCount: row.warning_count,
  faults: row.faults.slice(0, 500).map((fault) => ({ ...fault })),
  sample: row.sample.map((one) => ({ ...one })),
  createdAt: row.created_at,
  confirmedAt: row.confirmed_at,
  version: row.version,
});

const agencyOf = (call: Call): string => call.actor.organisation ?? stop(call, 'not_allowed');

export const listImportsHandler: Handler<Named['listImports']> = async (call) =>
  (await reading(call.house.pool, scopeFor(call as Call), (tx) => listImports(tx, call.query.kind ?? null))).map(importView);

export const readImportHandler: Handler<Named['readImport']> = async (call) => {
  const row = await reading(call.house.pool, scopeFor(call as Call), (tx) => findImport(tx, call.params.id));
  return row ? importView(row) : stop(call, 'not_found');
};

const faultWords: Readonly<Record<TableFault, ReturnType<typeof both>>> = {
  unreadable: both('文件无法读取，请用Excel或WPS另存为 .xlsx 或 .csv 再传', 'The file can not be read; save it again as .xlsx or .csv'),
  too_many_rows: both('超过100000行，请拆分后分次上传', 'More than 100,000 rows; split the file'),
  too_slow: both('文件过于复杂，读取超时；请另存为 .csv 再传', 'The file takes too long to read; save it as .csv'),
};

type Taken = { readonly fileName: string; readonly bytes: Buffer; readonly kind: ImportView['kind']; readonly agency: string };

/** Keeps a judged list: its summary, then its rows as they come, so that it is never in memory as a whole. */
async function keep(
  call: Call,
  list: CheckedList & { readonly ok: true },
  { fileName, bytes, kind, agency }: Taken,
): Promise<ImportRow | undefined> {
  const { house, actor } = call;
  const { summary } = list;
  const id = randomUUID();
  return inTx(house.pool, scopeFor(call), async (tx) => {
    await insertImport(tx, {
      id,
      agency,
      kind,
      file_name: fileName,
      fileHash: createHash('sha256').update(bytes).digest(),
      row_count: summary.rowCount,
      good_count: summary.goodCount,
      error_count: summary.errorCount,
      warning_count: summary.warningCount,
      faults: summary.faults,
      sample: summary.sample,
      createdBy: actor.person ?? '',
      created_at: house.clock.now(),
    });
    let n = 0;
    for await (const rows of list.stretches) {
      await insertImportRows(tx, id, n, rows);
      n += 1;
    }
    audit(tx, 'import.check', agency, { id, kind, fileName, rows: summary.rowCount, good: summary.goodCount });
    return findImport(tx, id);
  });
}

/** The format of an uploaded table, by its name and by what it is. */
function formatOf(call: Call, fileName: string, type: string): 'csv' | 'xlsx' {
  if (!/\.(csv|xlsx)$/i.test(fileName))
    return stop(call, 'wrong_file_type', both('请上传 .xlsx 或 .csv 表格', 'Upload a .xlsx or .csv table'));
  const format = fileName.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
  return type !== 'text/csv' && format === 'csv' ? stop(call, 'wrong_file_type') : format;
}

/** Checks every row and keeps the result; nothing becomes a fact before it is confirmed. */
export const checkImportHandler: Handler<Named['checkImport']> = async (given) => {
  const call = given as Call;
  const { house } = call;
  const agency = agencyOf(call);
  const { kind } = given.query;
  const { fileName, bytes, type } = await takeUpload(call);
  const format = formatOf(call, fileName, type);
  const known = await reading(house.pool, scopeFor(call), (tx) => Promise.all([agencyCard(tx, agency), foundFalse(tx, agency, kind)]));
  const [card, found] = known;
  const context = {
    today: house.clock.today(),
    qualifiedFrom: card?.qualified_from ?? null,
    creditCode: card?.credit_code ?? null,
    foundFalse: found,
  };
  const list = await checkList({ bytes, format, kind, context });
  if (!list.ok) return stop(call, 'unreadable_file', faultWords[list.fault]);
  try {
    const row = await keep(call, list, { fileName, bytes, kind, agency });
    return row ? importView(row) : stop(call, 'fault');
  } catch (error) {
    if (error instanceof CutShort) return stop(call, 'unreadable_file', faultWords.unreadable);
    throw error;
  } finally {
    list.end();
  }
};

const gone = refused({ kind: 'not_found', code: 'not_found', clause: 'operational', says: both('没有找到，或无权查看', 'Not found') });
const refuseState = (code: string, zh: string, en: string): Refused =>
  refused({ kind: 'wrong_state', code, clause: 'operational', says: both(zh, en) });

/** A checked import that nobody else has decided on or changed. */
async function openImport(tx: Tx, id: string, version: number | null): Promise<ImportRow | Refused> {
  const row = await lockImport(tx, id);
  if (!row) return gone;
  if (row.state !== 'checked')
    return refuseState('already_decided', '这份清单已经确认或放弃', 'This list was confirmed or discarded already');
  return row.version === version
    ? row
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
    const row = await openImport(tx, id, call.version);
    if ('refusals' in row) return row;
    if (row.error_count > 0) {
      return refuseState(
        'rows_at_fault',
        '清单还有错误行，整份都不导入；请改好后重新上传',
        'Some rows are wrong: nothing is imported; mend them and upload again',
      );
    }
    if (row.good_count === 0) return refuseState('no_rows', '清单里没有可导入的行', 'There is nothing to import');
    enteringFacts(tx, row.agency);
    const found = await findingInImport(tx, id);
    if (found) return foundFalseRefusal(found);
    const added = await factsFromImport(tx, id, call.actor.person ?? '', at);
    await setImportState(tx, id, 'confirmed', at);
    audit(tx, 'import.confirm', agencyOf(call as Call), { id, kind: row.kind, added });
    const confirmed = await findImport(tx, id);
    return { status: 200, answer: confirmed && importView(confirmed) };
  });

export const discardImportHandler: Handler<Named['discardImport']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { id } = call.params;
    const row = await openImport(tx, id, call.version);
    if ('refusals' in row) return row;
    await setImportState(tx, id, 'discarded', at);
    audit(tx, 'import.discard', agencyOf(call as Call), { id, kind: row.kind });
    const discarded = await findImport(tx, id);
    return { status: 200, answer: discarded && importView(discarded) };
  });
