import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import type { AnyProcess } from '#core/process/define.ts';
import { roleNames } from '#core/people/roles.ts';
import { processes } from '#processes/index.ts';
import { DeadlineView } from './deadline.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const Json = z.json();

/** A row of a list of cases. */
export const CaseRow = z.object({
  id: z.string(),
  number: z.string(),
  process: z.string(),
  processTitle: z.string(),
  summary: z.string(),
  state: z.string(),
  stateTitle: z.string(),
  isFinal: z.boolean(),
  district: z.string().nullable(),
  districtName: z.string().nullable(),
  ownerName: z.string().nullable(),
  openedAt: z.string(),
  stateSince: z.string(),
  deadline: DeadlineView.nullable(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** A case in which the reader has something to do. */
export const Duty = CaseRow.extend({ event: z.string(), eventTitle: z.string() });
export type Duty = z.infer<typeof Duty>;

const RefusalView = z.object({ code: z.string(), clause: z.string(), says: z.string() });

/** An action of the reader: the dialog's input as JSON Schema, and why it can not be done now, if so. */
export const ActionView = z.object({
  event: z.string(),
  title: z.string(),
  clause: z.string(),
  manner: z.enum(['next', 'plain', 'grave', 'quiet']),
  refusals: z.array(RefusalView),
  input: Json,
});
export type ActionView = z.infer<typeof ActionView>;

/** A case trimmed to what its reader may see. */
export const CaseView = CaseRow.extend({
  version: z.int(),
  clause: z.string(),
  awaits: z.string().nullable(),
  policy: z.string(),
  data: z.record(z.string(), Json),
  hidden: z.array(z.string()),
  faults: z.array(z.object({ path: z.string(), says: z.string() })),
  checks: z.array(
    z.object({
      clause: z.string(),
      title: z.string(),
      status: z.enum(['met', 'not_met', 'to_be_judged']),
      explains: z.string(),
      source: z.string(),
      /** Matters it names, as `kind/matter`. */
      about: z.array(z.string()),
    }),
  ),
  actions: z.array(ActionView),
  timeline: z.array(
    z.object({
      seq: z.int(),
      at: z.string(),
      event: z.string(),
      title: z.string(),
      clause: z.string(),
      personName: z.string(),
      officeTitle: z.string(),
      organisationName: z.string(),
      toTitle: z.string(),
      note: z.string().nullable(),
    }),
  ),
  filings: z.array(z.object({ n: z.int(), at: z.string(), hash: z.string() })),
  /** Names of the files in the parts shown, by their hash. */
  files: z.record(z.string(), z.string()),
  receipts: z.array(z.object({ code: z.string(), number: z.string(), title: z.string(), at: z.string(), hash: z.string() })),
  /** Public notices of the case, newest first. */
  notices: z.array(z.object({ id: z.string(), title: z.string(), firstDay: z.string(), lastDay: z.string(), isOver: z.boolean() })),
  zone: z.object({ id: z.string(), number: z.string(), certificate: z.string() }).nullable(),
});
export type CaseView = z.infer<typeof CaseView>;

/** What a command answers: where the case now stands, and the receipt if one was given. */
export const Moved = z.object({
  id: z.string(),
  number: z.string(),
  process: z.string(),
  version: z.int(),
  state: z.string(),
  stateTitle: z.string(),
  at: z.string(),
  receipt: z.object({ code: z.string(), hash: z.string() }).nullable(),
});
export type Moved = z.infer<typeof Moved>;

const ById = z.object({ id: z.uuid() });
const ListQuery = z.object({
  state: z.string().max(400).optional(),
  district: z.string().max(20).optional(),
  q: z.string().max(100).optional(),
  parent: z.uuid().optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const Page = z.object({ rows: z.array(CaseRow), next: z.string().nullable() });

const readersOf = (process: AnyProcess) => [...new Set(process.readers.map(({ role }) => role))];

/** The endpoints a process brings: list, export, open, read, and one per event. Nobody writes these by hand. */
function endpointsOf(process: AnyProcess): Record<string, Endpoint> {
  const base = `/${process.name}` as const;
  const path = (rest: string) => `/cases${base}${rest}` as `/${string}`;
  const owned = { process: process.name, clause: process.clause };
  const opening = [...new Set(process.opens.who.map(({ role }) => role))].filter((role) => role !== 'clock');
  return {
    [`${process.name}.list`]: {
      ...owned,
      method: 'GET',
      path: path(''),
      summary: both(`${process.title.zh}列表`, `List: ${process.title.en}`),
      who: readersOf(process),
      query: ListQuery,
      answer: Page,
    },
    [`${process.name}.export`]: {
      ...owned,
      method: 'GET',
      path: path('/export.csv'),
      summary: both(`${process.title.zh}导出`, `Export: ${process.title.en}`),
      who: readersOf(process),
      query: ListQuery.omit({ after: true, limit: true }),
      givesFile: true,
    },
    [`${process.name}.open`]: {
      ...owned,
      event: 'open',
      method: 'POST',
      path: path(''),
      summary: process.opens.title,
      clause: process.opens.clause,
      who: opening.includes('public') ? 'anyone' : opening,
      body: process.opens.input,
      answer: Moved,
      status: 201,
      isCommand: true,
    },
    [`${process.name}.read`]: {
      ...owned,
      method: 'GET',
      path: path('/{id}'),
      summary: both(`查看${process.title.zh}`, `Read: ${process.title.en}`),
      who: readersOf(process),
      params: ById,
      answer: CaseView,
    },
    ...eventEndpoints(process),
  };
}

/** One endpoint per event that people may bring about. */
const eventEndpoints = (process: AnyProcess): Record<string, Endpoint> =>
  Object.fromEntries(
    Object.entries(process.events)
      .filter(([, event]) => event.who.some(({ role }) => role !== 'clock'))
      .map(([name, event]): [string, Endpoint] => [
        `${process.name}.${name}`,
        {
          process: process.name,
          event: name,
          method: 'POST',
          path: `/cases/${process.name}/{id}/${name.replaceAll('_', '-')}`,
          summary: event.title,
          clause: event.clause,
          who: [...new Set(event.who.map(({ role }) => role))],
          params: ById,
          body: event.input,
          answer: Moved,
          isCommand: true,
          namesVersion: true,
        },
      ]),
  );

/** All endpoints that come from processes, by `process.event`. */
export const processEndpoints: Readonly<Record<string, Endpoint>> = Object.assign(
  {},
  ...Object.values(processes).map((process) => endpointsOf(process as AnyProcess)),
);

const people = roleNames.filter((role) => role !== 'public' && role !== 'clock');

export const caseEndpoints = {
  listDuties: endpoint({
    method: 'GET',
    path: '/duties',
    summary: both('我的待办', 'My duties'),
    who: people,
    query: z.object({ after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    answer: z.object({ rows: z.array(Duty), next: z.string().nullable(), total: z.int() }),
  }),
  describeProcesses: endpoint({
    method: 'GET',
    path: '/processes',
    summary: both('流程说明', 'The processes'),
    who: 'anyone',
    answer: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        clause: z.string(),
        states: z.array(z.object({ name: z.string(), title: z.string() })),
        opens: z.object({ title: z.string(), roles: z.array(z.string()), input: Json }),
        readers: z.array(z.string()),
        form: Json.nullable(),
        /** What may be decided on many cases at once, and by whom. */
        bulk: z.array(z.object({ event: z.string(), title: z.string(), roles: z.array(z.string()) })),
      }),
    ),
  }),
  readFiling: endpoint({
    method: 'GET',
    path: '/filings/{id}/{n}',
    summary: both('报送时的原件', 'The form as filed'),
    clause: '7.2',
    who: people,
    params: z.object({ id: z.uuid(), n: z.coerce.number().int().min(1).max(10_000) }),
    answer: z.object({ n: z.int(), at: z.string(), hash: z.string(), form: z.record(z.string(), Json) }),
  }),
  readScoreDraft: endpoint({
    method: 'GET',
    path: '/scores/{id}/draft',
    summary: both('我的评分草稿', 'My score draft'),
    clause: '8.2',
    who: ['expert'],
    params: ById,
    answer: z.object({
      process: z.string(),
      status: z.string(),
      sheet: z.record(z.string(), Json),
      savedAt: z.string().nullable(),
      input: Json,
      groups: Json,
    }),
  }),
  saveScoreDraft: endpoint({
    method: 'PUT',
    path: '/scores/{id}/draft',
    summary: both('保存评分草稿', 'Save my score draft'),
    clause: '8.2',
    who: ['expert'],
    params: ById,
    body: z.object({ sheet: z.record(z.string().max(40), Json) }),
    answer: z.object({ savedAt: z.string() }),
  }),
  readRanking: endpoint({
    method: 'GET',
    path: '/calls/{id}/ranking',
    summary: both('遴选排名', 'Ranking of a call'),
    clause: '8.2',
    who: ['centre_officer', 'centre_approver', 'auditor'],
    params: ById,
    answer: z.object({
      title: z.string(),
      places: z.int(),
      rows: z.array(
        z.object({
          case: z.string(),
          number: z.string(),
          name: z.string(),
          districtName: z.string().nullable(),
          state: z.string(),
          stateTitle: z.string(),
          rank: z.int().nullable(),
          score: z.number().nullable(),
          planScore: z.number().nullable(),
          lowest: z.number().nullable(),
          highest: z.number().nullable(),
          isSelected: z.boolean().nullable(),
          inspection: z.string().nullable(),
        }),
      ),
    }),
  }),
} as const;
