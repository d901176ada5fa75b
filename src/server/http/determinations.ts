import { randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { RunView } from '#contract/determinations.ts';
import { businessDate, businessDateOf, instant } from '#core/kernel/dates.ts';
import { refused } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { answerCaseFile } from '#server/cases/determination.ts';
import { audit } from '#server/cases/log.ts';
import { listReadings, planId, rulingsOn, versionOf } from '#server/cases/readings.ts';
import { reading } from '#server/db/transaction.ts';
import { findRun, insertRun, listDeterminations, listRuns, type RunRow } from '#server/stores/determinations.ts';
import { type Call, type Handler, publicScope, refuse, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';

type Named = NamedEndpoints;

/** The case-file door over HTTP: the same schema, the same answer, faults with their JSON paths. */
export const determineCaseHandler: Handler<Named['determineCase']> = async (call) => {
  const result = answerCaseFile(call.body, call.query.explain === '1');
  if (result.ok) return result.answer as never;
  const refusals = result.faults.map(({ path, message }) => ({
    kind: 'input' as const,
    code: 'invalid_case_file',
    clause: '9',
    field: path,
    says: both(`${path}：${message}`, `${path}: ${message}`),
  }));
  return refuse(call, refused(...refusals));
};

export const listReadingsHandler: Handler<Named['listReadings']> = async (call) => {
  const today = call.house.clock.today();
  const rulings = await reading(call.house.pool, publicScope, (tx) => rulingsOn(tx, today));
  return listReadings(rulings) as never;
};

export const startRunHandler: Handler<Named['startRun']> = (call) =>
  runCommand(call as Call<Endpoint>, async (tx, at) => {
    const { body, actor } = call;
    const knownAt = body.knownAt ? instant(body.knownAt) : at;
    const asOf = body.asOf ? businessDate(body.asOf) : businessDateOf(knownAt);
    if (knownAt > at)
      return refused({
        kind: 'input',
        code: 'invalid_input',
        clause: '9.6',
        field: 'knownAt',
        says: both('不能按将来的所知核算', 'What will be known later can not be used'),
      });
    const rulings = await rulingsOn(tx, asOf, knownAt);
    const id = randomUUID();
    await insertRun(tx, {
      id,
      policy: planId,
      year: body.year,
      as_of: asOf,
      known_at: knownAt,
      readings: rulings,
      readings_version: versionOf(rulings),
      started_at: at,
      started_by: actor.person ?? '',
    });
    audit(tx, 'determination.start', id, { id, year: body.year, asOf, knownAt, readings: versionOf(rulings) });
    return { status: 201, answer: { id } };
  });

const runView = (row: RunRow): RunView => ({
  id: row.id,
  year: row.year,
  asOf: row.as_of,
  knownAt: row.known_at,
  readingsVersion: row.readings_version,
  state: row.state,
  agencies: row.agencies,
  done: row.done,
  digest: row.digest,
  startedAt: row.started_at,
  endedAt: row.ended_at,
});

export const listRunsHandler: Handler<Named['listRuns']> = async (call) =>
  (await reading(call.house.pool, scopeFor(call as Call), listRuns)).map(runView);

type StoredItem = {
  readonly clause: string;
  readonly cite: string;
  readonly eligible: boolean | null;
  readonly ceilingYuan: number;
  readonly kind: string;
  readonly code: string;
};

export const readRunHandler: Handler<Named['readRun']> = async (call) => {
  const { id } = call.params;
  const found = await reading(call.house.pool, scopeFor(call as Call), async (tx) => {
    const run = await findRun(tx, id);
    return run && { run, rows: await listDeterminations(tx, id) };
  });
  if (!found) return stop(call, 'not_found');
  return {
    ...runView(found.run),
    rows: found.rows.map((row) => ({
      agency: row.agency,
      name: row.name,
      cashYuan: row.cash_yuan,
      voucherYuan: row.voucher_yuan,
      openCount: row.open_count,
      items: (JSON.parse(row.answer.toString('utf8')) as { items: StoredItem[] }).items.map(
        ({ clause, cite, eligible, ceilingYuan, kind, code }) => ({
          clause,
          cite,
          eligible,
          ceilingYuan,
          kind,
          code,
        }),
      ),
    })),
  };
};
