import type { Instant } from '#core/kernel/dates.ts';
import { inTx, reading, systemScope } from '#server/db/transaction.ts';
import { type BulkRunRow, endBulk, isOfficeLive, openBulk, rowsToDo, setRow } from '#server/stores/bulk.ts';
import { dropHeldMessages } from '#server/stores/messages.ts';
import { advance, type Command, type Door } from './advance.ts';
import { processNamed } from './present.ts';

const batch = 50;

type Result = { readonly outcome: string; readonly says: string | null; readonly version: number };

type Chosen = { readonly kase: string; readonly version: number };

const commandFor = (run: BulkRunRow, { kase, version }: Chosen, isUndo: boolean): Command => ({
  process: processNamed(run.process),
  event: isUndo ? (run.undone_by ?? '') : run.event,
  kase,
  input: isUndo ? {} : run.input,
  actor: run.actor,
  version,
  key: `${isUndo ? 'undo' : 'bulk'}-${run.id}-${kase}`,
  requestId: `bulk-${run.id}`,
  language: 'zh',
  ...(run.undo_until ? { tellFrom: run.undo_until } : {}),
});

/** One case of a run, through the door like any command: refused ones keep their reason. */
async function decideOne(door: Door, run: BulkRunRow, row: Chosen, isUndo: boolean): Promise<Result> {
  const result = await advance(door, commandFor(run, row, isUndo));
  if (result.outcome === 'unknown') throw result.error;
  if (result.outcome === 'committed') return { outcome: isUndo ? 'undone' : 'done', says: null, version: row.version + 1 };
  const [why] = result.refused.refusals;
  return { outcome: isUndo ? 'kept' : 'refused', says: why ? why.says.zh : null, version: row.version };
}

const ended: Result = { outcome: 'refused', says: '下达时的职务已终止，未办理', version: 0 };

/**
 * Carries the oldest run on by a batch of cases; returns whether there was anything to do. A case is written off after it
 * was decided, under a key of its own: a program that was killed in between decides it no second time.
 */
export async function carryOnBulk(door: Door): Promise<boolean> {
  const { pool } = door;
  const found = await reading(pool, systemScope, async (tx) => {
    const run = await openBulk(tx);
    if (!run) return null;
    const isUndo = run.state === 'undoing';
    const rows = await rowsToDo(tx, run.id, isUndo ? 'undoing' : 'waiting', batch);
    return { run, rows, isUndo, isLive: await isOfficeLive(tx, run.office) };
  });
  if (!found) return false;
  const { run, rows, isUndo, isLive } = found;
  for (const row of rows) {
    const result = isLive ? await decideOne(door, run, row, isUndo) : { ...ended, version: row.version };
    await inTx(pool, systemScope, async (tx) => {
      await setRow(tx, run.id, row.kase, result);
      if (result.outcome === 'undone' && run.undo_until) await dropHeldMessages(tx, row.kase, run.undo_until);
    });
  }
  if (rows.length < batch) {
    const at: Instant = door.clock.now();
    await inTx(pool, systemScope, (tx) => endBulk(tx, run.id, isUndo ? 'undone' : 'done', at));
  }
  return true;
}
