import { randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { taskStateTitles } from '#contract/plans.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { unknownFiles } from '#server/cases/attachments.ts';
import { audit } from '#server/cases/log.ts';
import { missing, ownPlan, taskFault, valueFault } from '#server/cases/plan-reports.ts';
import { reading, type Tx } from '#server/db/transaction.ts';
import {
  type IndicatorReportRow,
  indicatorReports,
  insertIndicatorReport,
  insertTaskReport,
  insertZoneFiles,
  type TaskReportRow,
  taskReports,
} from '#server/stores/plans.ts';
import { seenZone } from '#server/stores/zone-records.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';

type Named = NamedEndpoints;

const reportView = (row: TaskReportRow | IndicatorReportRow) => ({
  id: row.id,
  on: row.on_day,
  note: row.note,
  personName: row.person_name,
  knownFrom: row.known_from,
  files: row.files,
});

export const listTaskReportsHandler: Handler<Named['listTaskReports']> = async (given) => {
  const call = given as Call;
  const { id, no } = given.params;
  const rows = await reading(call.house.pool, scopeFor(call), async (tx) => ((await seenZone(tx, id)) ? taskReports(tx, id, no) : null));
  if (!rows) return stop(call, 'not_found');
  return {
    rows: rows.map((row) => ({
      ...reportView(row),
      state: row.state,
      stateTitle: taskStateTitles[row.state][call.language],
      spentYuan: row.spent_yuan,
    })),
  };
};

export const listIndicatorReportsHandler: Handler<Named['listIndicatorReports']> = async (given) => {
  const call = given as Call;
  const { id, no } = given.params;
  const rows = await reading(call.house.pool, scopeFor(call), async (tx) =>
    (await seenZone(tx, id)) ? indicatorReports(tx, id, no) : null,
  );
  if (!rows) return stop(call, 'not_found');
  return { rows: rows.map((row) => ({ ...reportView(row), year: row.year, value: row.value, unit: row.unit })) };
};

type Evidence = { readonly evidence: readonly { readonly attachment: string }[] };
type Told = { readonly zone: string; readonly no: string; readonly body: Evidence; readonly at: Instant };
type Reporter = { readonly id: string; readonly person: string; readonly personName: string; readonly at: Instant };

/** Writes one report down with its files and the audit entry; `insert` puts the row where it belongs. */
async function report(tx: Tx, call: Call, told: Told, insert: (by: Reporter) => Promise<number>) {
  const { zone, no, body, at } = told;
  const strangers = await unknownFiles(tx, body);
  if (strangers.length > 0) return refused(...strangers);
  const id = randomUUID();
  const person = call.actor.person ?? '';
  await insert({ id, person, personName: call.actor.name, at });
  const hashes = body.evidence.map(({ attachment }) => attachment);
  if (hashes.length > 0) await insertZoneFiles(tx, { entry: id, zone, person, isPublic: false, hashes });
  audit(tx, `plan.${call.endpoint.path.includes('/tasks/') ? 'report_task' : 'report_indicator'}`, zone, { id, no, ...body });
  return { status: 201, answer: { id } };
}

type Done = { readonly status: number; readonly answer: unknown };

export const reportTaskHandler: Handler<Named['reportTask']> = (given) =>
  runCommand(given as Call<Endpoint>, async (tx, at): Promise<Done | Refused> => {
    const call = given as Call;
    const { params, body } = given;
    const plan = await ownPlan(tx, params.id, call.actor.organisation);
    if ('refusals' in plan) return plan;
    const task = plan.content.tasks.rows.find(({ no }) => no === params.no);
    if (!task) return missing;
    const { state, on, spentYuan, note } = body;
    const fault = taskFault(body, call.house.clock.today());
    if (fault) return fault;
    const told = { zone: params.id, no: task.no, body, at };
    return report(tx, call, told, (by) =>
      insertTaskReport(tx, { ...by, zone: params.id, no: task.no, version: plan.version, state, on, spentYuan, note }),
    );
  });

export const reportIndicatorHandler: Handler<Named['reportIndicator']> = (given) =>
  runCommand(given as Call<Endpoint>, async (tx, at): Promise<Done | Refused> => {
    const call = given as Call;
    const { params, body } = given;
    const plan = await ownPlan(tx, params.id, call.actor.organisation);
    if ('refusals' in plan) return plan;
    const indicator = plan.content.indicators.rows.find(({ no }) => no === params.no);
    if (!indicator) return missing;
    const { year, value, unit, on, note } = body;
    const fault = valueFault(indicator, body, call.house.clock.today());
    if (fault) return fault;
    const told = { zone: params.id, no: indicator.no, body, at };
    return report(tx, call, told, (by) =>
      insertIndicatorReport(tx, { ...by, zone: params.id, no: indicator.no, version: plan.version, year, value, unit, on, note }),
    );
  });
