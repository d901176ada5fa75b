import { z } from 'zod';
import type { CaseRow, CaseView } from '#contract/cases.ts';
import { type BusinessDate, businessDateOf, type Instant } from '#core/kernel/dates.ts';
import type { Language, Words } from '#core/kernel/words.ts';
import { type Calendar, workdaysBetween } from '#core/kernel/workdays.ts';
import { faultsOf } from '#core/form/draft.ts';
import type { Actor } from '#core/people/actor.ts';
import { isRelated } from '#core/people/relations.ts';
import { type Role, roles } from '#core/people/roles.ts';
import type { AnyProcess, Case, Sight } from '#core/process/define.ts';
import { limitInWords } from '#core/process/describe.ts';
import { actionsFor, factsForActions, sightOf, stateOf } from '#core/process/step.ts';
import { processes } from '#processes/index.ts';
import type { Tx } from '#server/db/transaction.ts';
import { findCase, type ListedCase } from '#server/stores/cases.ts';
import { filingsOf, receiptsOf, timelineOf, type TimelineRow } from '#server/stores/events.ts';
import { filesInCase } from '#server/stores/files.ts';
import { findOrganisation } from '#server/stores/people.ts';
import { noticesOfCase, zoneOfCase } from '#server/stores/published.ts';
import { gather } from './facts.ts';
import { districtName } from './words.ts';

/** Who reads, when, in which language. */
export type Reader = {
  readonly actor: Actor;
  readonly at: Instant;
  readonly language: Language;
  readonly calendar: Calendar;
};

/** The process of that name, if there is one. */
export const findProcess = (name: string): AnyProcess | undefined =>
  Object.hasOwn(processes, name) ? (processes as unknown as Readonly<Record<string, AnyProcess>>)[name] : undefined;

const allProcesses = Object.values(processes) as unknown as readonly AnyProcess[];

/** The process of that name. @throws Error for a name no process has: routes are made from the registry. */
export function processNamed(name: string): AnyProcess {
  const process = findProcess(name);
  if (!process) throw new Error(`no process ${name}`);
  return process;
}

type Dated = Pick<ListedCase, 'state' | 'deadline_at' | 'deadline_day' | 'deadline_is_provisional' | 'deadline_workdays'>;

/** The deadline of a stored row in the reader's days and words; null where there is none. */
export function deadlineView(process: AnyProcess, row: Dated, { at, calendar, language }: Reader): CaseRow['deadline'] {
  const limit = stateOf(process, row.state).deadline;
  if (row.deadline_at === null || row.deadline_day === null || !limit) return null;
  return {
    at: row.deadline_at,
    day: row.deadline_day,
    isProvisional: row.deadline_is_provisional,
    workdays: row.deadline_workdays,
    source: limitInWords(limit, row.deadline_workdays)[language],
    workdaysLeft: workdaysBetween(calendar, businessDateOf(at), row.deadline_day as BusinessDate),
  };
}

/** The parts of case data that lists in a language read to name their cases; Chinese lines are stored as they are. */
export const summaryParts = (language: Language, among: readonly AnyProcess[] = allProcesses): readonly string[] | null =>
  language === 'zh' ? null : [...new Set(among.flatMap(({ summary }) => summary.reads))];

const summaryIn = ({ summary, told }: ListedCase, process: AnyProcess, language: Language): string =>
  told && process.summary.reads.length > 0 ? process.summary.says(told)[language] : summary;

/** A stored list row in the reader's words. */
export function presentRow(row: ListedCase, reader: Reader): CaseRow {
  const process = processNamed(row.process);
  const state = stateOf(process, row.state);
  const { language } = reader;
  return {
    id: row.id,
    number: row.number,
    process: row.process,
    processTitle: process.title[language],
    summary: summaryIn(row, process, language),
    state: row.state,
    stateTitle: state.title[language],
    isFinal: state.isFinal === true,
    district: row.district,
    districtName: districtName(row.district, language),
    ownerName: row.owner_name,
    openedAt: row.opened_at,
    stateSince: row.state_since,
    deadline: deadlineView(process, row, reader),
  };
}

const isReader = (process: AnyProcess, kase: Case, actor: Actor) =>
  process.readers.some((who) => isRelated(who, actor, kase)) &&
  !(stateOf(process, kase.state).isPrivate && actor.organisation !== kase.owner);

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** The parts of the data this reader may see, and the names of those kept back. */
export function visibleParts(process: AnyProcess, sight: Sight<unknown>): { data: Record<string, unknown>; hidden: string[] } {
  const { kase, actor } = sight;
  const data: Record<string, unknown> = {};
  const hidden: string[] = [];
  for (const [part, value] of Object.entries(kase.data as Record<string, unknown>)) {
    const rules = (process.sees ?? []).filter((rule) => rule.part === part);
    const isOpen =
      rules.length === 0 ||
      rules.some(
        ({ who, inStates, when }) =>
          who.some((one) => isRelated(one, actor, kase)) && (!inStates || inStates.includes(kase.state)) && (!when || when(sight)),
      );
    if (isOpen) data[part] = value;
    else if (!isEmpty(value)) hidden.push(part);
  }
  return { data, hidden };
}

const schemas = new Map<string, unknown>();

/** The JSON Schema of an event's input, made once. */
export function inputSchema(process: AnyProcess, event: string): unknown {
  const key = `${process.name}.${event}`;
  let schema = schemas.get(key);
  if (schema === undefined) {
    const source = event === 'open' ? process.opens.input : process.events[event]?.input;
    schema = source ? z.toJSONSchema(source, { io: 'input', unrepresentable: 'any' }) : {};
    schemas.set(key, schema);
  }
  return schema;
}

/** The case with the facts its checklist and actions turn on, as this reader meets it. */
async function sightFor(tx: Tx, process: AnyProcess, kase: Case, { actor, at, calendar }: Reader): Promise<Sight<unknown>> {
  const today = businessDateOf(at);
  const subject = process.parent?.(kase.data) ?? null;
  const asking = { tx, actor, at, today, policy: kase.policy, kase, words: {}, subject };
  const facts = await gather(factsForActions(process, kase, actor), asking);
  return sightOf(kase, actor, { at, calendar, facts, seed: '' }, today);
}

/** A case as its reader may see it; undefined when it is not there for them, whatever the reason. */
export async function readCase(tx: Tx, process: AnyProcess, id: string, reader: Reader): Promise<CaseView | undefined> {
  const kase = await findCase(tx, process.name, id);
  if (!kase || !isReader(process, kase, reader.actor)) return undefined;
  // In one breath: nothing here waits for the answer to another.
  const [sight, owner, timeline, filings, files, receipts, notices, zone] = await Promise.all([
    sightFor(tx, process, kase, reader),
    ownerName(tx, kase),
    presentTimeline(tx, process, kase, reader),
    filingsOf(tx, kase.id),
    filesInCase(tx, kase.id),
    receiptsOf(tx, kase.id),
    presentNotices(tx, kase.id),
    zoneOfCase(tx, kase.id),
  ]);
  const { data, hidden } = visibleParts(process, sight);
  const isFormShown = !process.form || 'form' in data;
  const state = stateOf(process, kase.state);
  const actions = presentActions(process, sight, reader.language);
  return {
    ...presentRow(rowOf(kase, process.summary.says(kase.data)[reader.language], owner), reader),
    version: kase.version,
    clause: process.clause,
    awaits: state.awaits ? state.awaits[reader.language] : null,
    policy: kase.policy,
    data: data as CaseView['data'],
    hidden,
    faults: process.form && isFormShown && actions.some(isWriting) ? [...faultsOf(process.form, data.form as never)] : [],
    checks: isFormShown ? checksOf(process, sight, reader.language) : [],
    actions,
    timeline,
    filings,
    files: Object.fromEntries(files.filter(({ part }) => Object.hasOwn(data, part)).map(({ hash, file_name }) => [hash, file_name])),
    receipts,
    notices,
    zone: zone ?? null,
  };
}

const presentNotices = async (tx: Tx, kase: string): Promise<CaseView['notices']> =>
  (await noticesOfCase(tx, kase)).map(({ id, title, first_day, last_day, ended_at }) => ({
    id,
    title,
    firstDay: first_day,
    lastDay: last_day,
    isOver: ended_at !== null,
  }));

/** Whoever may still change fields is told what is wrong with them; nobody else needs it. */
const isWriting = ({ manner }: CaseView['actions'][number]): boolean => manner === 'quiet';

async function ownerName(tx: Tx, { owner }: Case): Promise<string | null> {
  const row = owner === null ? undefined : await findOrganisation(tx, owner);
  return row ? row.name : null;
}

const rowOf = (kase: Case, summary: string, ownerName: string | null): ListedCase => ({
  id: kase.id,
  number: kase.number,
  process: kase.process,
  state: kase.state,
  summary,
  told: null,
  district: kase.district,
  owner_name: ownerName,
  opened_at: kase.openedAt,
  state_since: kase.stateSince,
  deadline_at: kase.deadline?.at ?? null,
  deadline_day: kase.deadline?.day ?? null,
  deadline_is_provisional: kase.deadline?.isProvisional ?? false,
  deadline_workdays: kase.deadline?.workdays ?? null,
});

const checksOf = (process: AnyProcess, sight: Sight<unknown>, language: Language): CaseView['checks'] =>
  (process.checklist?.(sight) ?? []).map(({ clause, title, status, explains, source, about = [] }) => ({
    clause,
    status,
    title: title[language],
    explains: explains[language],
    source: source[language],
    about: [...about],
  }));

const presentActions = (process: AnyProcess, sight: Sight<unknown>, language: Language): CaseView['actions'] =>
  actionsFor(process, sight).map(({ event, refusals }) => {
    const definition = process.events[event];
    if (!definition) throw new Error(`${process.name} has no event ${event}`);
    return {
      event,
      title: definition.title[language],
      clause: definition.clause,
      manner: definition.manner ?? 'plain',
      refusals: refusals.map(({ code, clause, says }) => ({ code, clause, says: says[language] })),
      input: inputSchema(process, event) as never,
    };
  });

/** Experts' names stay out of the timeline for everybody but the centre: the owner reads it too. */
const nameShown = (process: AnyProcess, office: string, actor: Actor): boolean =>
  office !== 'expert' || !process.events.seal_sheet || ['centre_officer', 'centre_approver', 'auditor'].includes(actor.role);

async function presentTimeline(tx: Tx, process: AnyProcess, kase: Case, reader: Reader): Promise<CaseView['timeline']> {
  const rows = await timelineOf(tx, kase.id);
  return rows.map((row) => timelineEntry(process, row, reader));
}

function timelineEntry(process: AnyProcess, row: TimelineRow, { actor, language }: Reader): CaseView['timeline'][number] {
  const source = row.event === 'open' ? process.opens : process.events[row.event];
  const office = roles[row.office as Role] as Words | undefined;
  const state = process.states[row.to_state];
  return {
    seq: row.seq,
    at: row.at,
    event: row.event,
    title: source ? source.title[language] : row.event,
    clause: source ? source.clause : '',
    personName: nameShown(process, row.office, actor) ? row.person_name : '',
    officeTitle: office ? office[language] : row.office,
    organisationName: row.organisation_name,
    toTitle: state ? state.title[language] : row.to_state,
    note: null,
  };
}
