import { randomUUID } from 'node:crypto';
import type { BulkRunView } from '#contract/bulk.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { instant } from '#core/kernel/dates.ts';
import { refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import type { AnyEvent } from '#core/process/define.ts';
import { audit } from '#server/cases/log.ts';
import { findProcess, processNamed } from '#server/cases/present.ts';
import { reading } from '#server/db/transaction.ts';
import {
  beginUndo,
  type BulkFilter,
  type BulkRule,
  type BulkRunRow,
  countBulk,
  countRows,
  findBulk,
  insertBulk,
  refusedRows,
  sampleBulk,
} from '#server/stores/bulk.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';

type Named = NamedEndpoints;

/** How long a bulk decision can be undone; until then nobody is told. */
const undoMinutes = 15;

type Order = {
  readonly process: string;
  readonly event: string;
  readonly filter: { state?: string; district?: string; q?: string; parent?: string };
};
type Plan = { readonly event: AnyEvent<string, unknown>; readonly filter: BulkFilter; readonly rule: BulkRule };

const given = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());

/** What the order means: an event that may be decided in bulk, by somebody who may decide it at all. */
function planOf(call: Call, { process, event, filter }: Order): Plan {
  const definition = findProcess(process)?.events[event];
  if (!definition?.inBulk) return stop(call, 'not_found', both('这个事项不能批量办理', 'This can not be decided in bulk'));
  const who = definition.who.find(({ role, relation }) => role === call.actor.role && relation === 'any');
  if (!who) return stop(call, 'not_allowed');
  return {
    event: definition,
    filter: filterOf(filter),
    rule: { from: definition.from, notWho: who.notWho ?? [], person: call.actor.person ?? '' },
  };
}

const filterOf = ({ state, district, q, parent }: Order['filter']): BulkFilter => ({
  states: given(state)?.split(',') ?? null,
  district: given(district),
  text: given(q),
  parent: parent ?? null,
});

export const previewBulkHandler: Handler<Named['previewBulk']> = async (given_) => {
  const call = given_ as Call;
  const { process } = given_.body;
  const { event, filter, rule } = planOf(call, given_.body);
  const { states } = processNamed(process);
  const { counts, sample } = await reading(call.house.pool, scopeFor(call), async (tx) => ({
    counts: await countBulk(tx, process, filter, rule),
    sample: await sampleBulk(tx, process, filter, rule),
  }));
  const sum = (rows: typeof counts) => rows.reduce((total, { count }) => total + count, 0);
  const wrong = counts.filter((row) => !row.is_right_state);
  const mine = counts.filter((row) => row.is_right_state && row.is_barred);
  return {
    total: sum(counts),
    ready: sum(counts.filter((row) => row.is_right_state && !row.is_barred)),
    skipped: [
      ...wrong.map(({ state, count }) => ({ says: `处于“${states[state]?.title[call.language] ?? state}”`, count })),
      ...(mine.length > 0
        ? [{ says: both('前面的环节由您本人办理', 'You handled an earlier step')[call.language], count: sum(mine) }]
        : []),
    ],
    sample,
    isUndoable: event.inBulk?.undoneBy !== null,
  };
};

export const startBulkHandler: Handler<Named['startBulk']> = (given_) => {
  const call = given_ as Call;
  const { event, filter, rule } = planOf(call, given_.body);
  return runCommand(given_ as Call<Endpoint>, async (tx, at) => {
    const { house, actor, session } = call;
    const until = new Date(house.clock.machine().getTime() + undoMinutes * 60_000).toISOString();
    const run = {
      id: randomUUID(),
      process: given_.body.process,
      event: given_.body.event,
      input: given_.body.input,
      actor,
      office: session?.office ?? '',
      undone_by: event.inBulk?.undoneBy ?? null,
      started_at: at,
      undo_until: event.inBulk?.undoneBy ? instant(until) : null,
    };
    const total = await insertBulk(tx, run, filter, rule);
    if (total === 0) {
      return refused({
        kind: 'wrong_state',
        code: 'nothing_to_do',
        clause: 'operational',
        says: both('没有可办理的案卷', 'There is nothing to decide'),
      });
    }
    audit(tx, 'bulk.start', run.id, { process: run.process, event: run.event, filter, total });
    return { status: 201, answer: { id: run.id } };
  });
};

function runView(run: BulkRunRow, counts: Readonly<Record<string, number>>, refusals: BulkRunView['refusals'], call: Call): BulkRunView {
  const count = (...outcomes: readonly string[]) => outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  return {
    id: run.id,
    process: run.process,
    event: run.event,
    title: processNamed(run.process).events[run.event]?.title[call.language] ?? run.event,
    state: run.state,
    total: Object.values(counts).reduce((sum, one) => sum + one, 0),
    waiting: count('waiting', 'undoing'),
    done: count('done', 'kept'),
    refused: count('refused'),
    undone: count('undone'),
    refusals,
    startedAt: run.started_at,
    endedAt: run.ended_at,
    undoUntil: run.undo_until,
  };
}

export const readBulkHandler: Handler<Named['readBulk']> = async (given_) => {
  const call = given_ as Call;
  const found = await reading(call.house.pool, scopeFor(call), async (tx) => {
    const run = await findBulk(tx, given_.params.id);
    return run && { run, counts: await countRows(tx, run.id), refusals: await refusedRows(tx, run.id) };
  });
  if (!found) return stop(call, 'not_found');
  return runView(found.run, Object.fromEntries(found.counts.map(({ outcome, count }) => [outcome, count])), found.refusals, call);
};

export const undoBulkHandler: Handler<Named['undoBulk']> = (given_) => {
  const call = given_ as Call;
  return runCommand(given_ as Call<Endpoint>, async (tx) => {
    const run = await findBulk(tx, given_.params.id);
    if (!run)
      return refused({ kind: 'not_found', code: 'not_found', clause: 'operational', says: both('没有找到，或无权查看', 'Not found') });
    if (run.undo_until === null) {
      return refused({
        kind: 'wrong_state',
        code: 'not_undoable',
        clause: 'operational',
        says: both('这类决定下达即生效，公示和通知已经发出，不能撤销', 'It took effect at once: notices are out, it can not be undone'),
      });
    }
    const isLate = run.undo_until <= call.house.clock.machine().toISOString() || run.state !== 'done';
    if (isLate) {
      return refused({
        kind: 'wrong_state',
        code: 'too_late_to_undo',
        clause: 'operational',
        says: both(
          '不能撤销：还在办理、已撤销，或已过15分钟、通知已发出',
          'It can not be undone: still running, undone already, or people were told',
        ),
      });
    }
    await beginUndo(tx, run.id);
    audit(tx, 'bulk.undo', run.id, { run: run.id });
    return { status: 200, answer: { id: run.id } };
  });
};
