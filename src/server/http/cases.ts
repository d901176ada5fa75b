import { Readable } from 'node:stream';
import type { Duty } from '#contract/cases.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { both } from '#core/kernel/words.ts';
import { advance } from '#server/cases/advance.ts';
import { audit } from '#server/cases/log.ts';
import { describeProcesses } from '#server/cases/describe.ts';
import { presentRow, processNamed, readCase, summaryParts } from '#server/cases/present.ts';
import { rankingOf, readJudged, readScoreDraft } from '#server/cases/scores.ts';
import { inTx, reading, scopeOf } from '#server/db/transaction.ts';
import { type CaseFilter, findProcessOf, listCases } from '#server/stores/cases.ts';
import { listDuties } from '#server/stores/duties.ts';
import { findFiling } from '#server/stores/events.ts';
import { saveScoreDraft } from '#server/stores/experts.ts';
import { findCall } from '#server/stores/published.ts';
import { type Call, type Handler, readerOf, refuse, scopeFor, stop } from './call.ts';
import { csvLine } from './csv.ts';
import { cursorAfter, readCursor } from './cursor.ts';

type Named = NamedEndpoints;

type ListQuery = { state?: string; district?: string; q?: string; parent?: string; after?: string; limit?: number };

const given = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());

function filterOf(call: Call, limit: number): CaseFilter {
  const { state, district, q, parent, after } = (call.query ?? {}) as ListQuery;
  const [at = '', id = ''] = readCursor(call, after, 2) ?? [];
  return {
    process: call.endpoint.process ?? '',
    states: given(state)?.split(',') ?? null,
    district: given(district),
    text: given(q),
    parent: given(parent),
    before: id === '' ? null : { at, id },
    limit,
    parts: summaryParts(call.language, [processNamed(call.endpoint.process ?? '')]),
  };
}

/** A page of a process's cases. */
async function list(call: Call) {
  const limit = (call.query as ListQuery).limit ?? 50;
  const rows = await reading(call.house.pool, scopeFor(call), (tx) => listCases(tx, filterOf(call, limit + 1)));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => presentRow(row, readerOf(call))),
    next: rows.length > limit && last ? cursorAfter(last.opened_at, last.id) : null,
  };
}

const exportHead = ['编号', '名称', '状态', '区县', '单位', '提起时间', '进入本状态', '期限'];

/** The same rows as the list shows, streamed in batches: the first line leaves at once and memory stays flat. */
async function* exportRows(call: Call): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(exportHead)}`;
  let filter = filterOf(call, 500);
  for (;;) {
    const rows = await reading(call.house.pool, scopeFor(call), (tx) => listCases(tx, filter));
    for (const row of rows) {
      const shown = presentRow(row, readerOf(call));
      yield csvLine([
        shown.number,
        shown.summary,
        shown.stateTitle,
        shown.districtName ?? '',
        shown.ownerName ?? '',
        shown.openedAt,
        shown.stateSince,
        shown.deadline?.day ?? '',
      ]);
    }
    const last = rows.at(-1);
    if (!last || rows.length < filter.limit) return;
    filter = { ...filter, before: { at: last.opened_at, id: last.id } };
  }
}

async function command(call: Call) {
  const { endpoint, house } = call;
  const result = await advance(house, {
    process: processNamed(endpoint.process ?? ''),
    event: endpoint.event ?? '',
    kase: (call.params as { id?: string } | undefined)?.id ?? null,
    input: call.body,
    actor: call.actor,
    version: call.version,
    key: call.key,
    requestId: call.requestId,
    language: call.language,
  });
  if (result.outcome === 'refused') return refuse(call, result.refused);
  if (result.outcome === 'unknown') {
    house.log.error({ err: result.error, requestId: call.requestId }, 'outcome of a command is unknown');
    return stop(call, 'outcome_unknown');
  }
  house.wakeJobs();
  return call.reply.code(result.value.status).type('application/json; charset=utf-8').send(result.value.body);
}

/** Auditors see everything; who looked at what is in the log as well. */
const noteRead = ({ house, actor, endpoint }: Call, id: string) =>
  inTx(house.pool, scopeOf(actor), async (tx) => audit(tx, 'read', id, { case: id, process: endpoint.process, person: actor.person }));

/** Handles every endpoint that a process brought: list, export, read, and its commands. */
export async function handleProcess(call: Call) {
  const { endpoint, house } = call;
  if (endpoint.isCommand) return command(call);
  if (endpoint.givesFile) {
    return call.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${endpoint.process}.csv"`)
      .send(Readable.from(exportRows(call)));
  }
  if (!endpoint.params) return list(call);
  const { id } = call.params as { id: string };
  const view = await reading(house.pool, scopeFor(call), (tx) => readCase(tx, processNamed(endpoint.process ?? ''), id, readerOf(call)));
  if (!view) return stop(call, 'not_found');
  if (call.actor.role === 'auditor') await noteRead(call, id);
  call.reply.header('etag', `"${view.version}"`);
  return view;
}

export const listDutiesHandler: Handler<Named['listDuties']> = async (call) => {
  const { after, limit } = call.query;
  const cursor = readCursor(call as Call, after, 3);
  const from = cursor ? { due: cursor[0] ?? '', since: cursor[1] ?? '', id: cursor[2] ?? '' } : null;
  const rows = await reading(call.house.pool, scopeFor(call as Call), (tx) =>
    listDuties(tx, call.actor.role, { after: from, limit: limit + 1, parts: summaryParts(call.language) }),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row): Duty => ({
      ...presentRow(row, readerOf(call as Call)),
      event: row.event,
      eventTitle: processNamed(row.process).events[row.event]?.title[call.language] ?? row.event,
    })),
    next: rows.length > limit && last ? cursorAfter(last.deadline_at ?? 'infinity', last.state_since, last.id) : null,
    total: rows[0]?.total ?? 0,
  };
};

export const describeProcessesHandler: Handler<Named['describeProcesses']> = async ({ language }) => describeProcesses(language);

/** The part of the data that was filed: whoever may read it now may read it as it was filed. */
const filedPart: Readonly<Record<string, string>> = { application: 'form', plan: 'form', recognition: 'form', claim: 'entries' };

export const readFilingHandler: Handler<Named['readFiling']> = async (call) => {
  const { id, n } = call.params;
  const found = await reading(call.house.pool, scopeFor(call as Call), async (tx) => {
    const process = (await findProcessOf(tx, id)) ?? '';
    const part = filedPart[process];
    const view = part === undefined ? undefined : await readCase(tx, processNamed(process), id, readerOf(call as Call));
    return view && part !== undefined && part in view.data ? findFiling(tx, id, n) : undefined;
  });
  if (!found) return stop(call, 'not_found');
  return { n: found.n, at: found.at, hash: found.hash, form: JSON.parse(found.body.toString('utf8')) };
};

export const readScoreDraftHandler: Handler<Named['readScoreDraft']> = async (call) => {
  const found = await reading(call.house.pool, scopeFor(call as Call), (tx) => readScoreDraft(tx, call.params.id, readerOf(call as Call)));
  return found ?? stop(call, 'not_found');
};

export const saveScoreDraftHandler: Handler<Named['saveScoreDraft']> = async (call) => {
  const at = call.house.clock.now();
  const isMine = await inTx(call.house.pool, scopeFor(call as Call), async (tx) => {
    const judged = await readJudged(tx, call.params.id, readerOf(call as Call));
    if (judged?.view.state !== 'evaluation') return false;
    await saveScoreDraft(tx, call.params.id, call.body.sheet, at);
    return true;
  });
  return isMine ? { savedAt: at } : stop(call, 'not_found');
};

export const readRankingHandler: Handler<Named['readRanking']> = async (call) => {
  const found = await reading(call.house.pool, scopeFor(call as Call), async (tx) => {
    const row = await findCall(tx, call.params.id);
    return row && { title: row.title, places: row.places, rows: await rankingOf(tx, call.params.id, call.language) };
  });
  return found ?? stop(call, 'not_found', both('这个批次还没有发布', 'This call is not announced'));
};
