import { randomUUID } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { ZoneRecordBody, ZoneRecordView } from '#contract/zone-records.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both, type Language, type Words } from '#core/kernel/words.ts';
import { kindTitle, mayRecord, zoneFormsFor } from '#server/cases/zone-record-kinds.ts';
import { unknownFiles } from '#server/cases/attachments.ts';
import { audit } from '#server/cases/log.ts';
import { dayFault, missing, titleGone } from '#server/cases/plan-reports.ts';
import { reading, type Tx } from '#server/db/transaction.ts';
import { insertZoneFiles } from '#server/stores/plans.ts';
import {
  endZoneRecord,
  findZoneRecord,
  insertZoneRecord,
  isInside,
  listZoneRecords,
  seenZone,
  type ZoneRecordRow,
} from '#server/stores/zone-records.ts';
import { zoneAgencies, zoneEnterprises } from '#server/stores/residence.ts';
import { type Call, type Handler, publicScope, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';
import { cursorAfter, readCursor } from './cursor.ts';

type Named = NamedEndpoints;

const no = (
  kind: 'not_found' | 'guard' | 'input' | 'wrong_state',
  code: string,
  says: Words,
  more: { clause: string; field?: string },
): Refused => refused({ kind, code, says, ...more });

/** Why a record can not be made, beyond what its form says. */
async function faultOf(tx: Tx, call: Call, zone: { id: string; status: string }, body: ZoneRecordBody): Promise<Refused | null> {
  if (zone.status === 'revoked') return titleGone;
  const early = dayFault(body.on, call.house.clock.today());
  if (early) return early;
  if (body.kind === 'staff' && !(await isInside(tx, zone.id, body.agency, body.on))) {
    return no('input', 'not_inside', both('该机构这一天不在本示范区内', 'The agency is not inside on that day'), {
      clause: '6.2',
      field: 'agency',
    });
  }
  const strangers = await unknownFiles(tx, body);
  return strangers.length > 0 ? refused(...strangers) : null;
}

/** What of a record stands in columns of its own, and the rest. */
function rowOf(body: ZoneRecordBody) {
  const { kind, on, evidence, ...data } = body as ZoneRecordBody & {
    readonly year?: number;
    readonly yuan?: number | null;
    readonly agency?: string;
  };
  const {
    year = Number(on.slice(0, 4)),
    yuan = null,
    agency = null,
    ...rest
  } = data as { year?: number; yuan?: number | null; agency?: string };
  return { row: { kind, on, year, yuan, agency, data: rest }, hashes: evidence.map(({ attachment }) => attachment) };
}

export const describeZoneFormsHandler: Handler<Named['describeZoneForms']> = async (given) => {
  const { actor, language } = given as Call;
  return zoneFormsFor(actor.role, language);
};

/** What a store tells of a zone, to whom the zone concerns. */
async function ofZone<Row>(call: Call, id: string, read: (tx: Tx, zone: string) => Promise<readonly Row[]>): Promise<Row[]> {
  const found = await reading(call.house.pool, scopeFor(call), async (tx) => ((await seenZone(tx, id)) ? read(tx, id) : null));
  return found ? [...found] : stop(call, 'not_found');
}

export const listZoneAgenciesHandler: Handler<Named['listZoneAgencies']> = (given) => ofZone(given as Call, given.params.id, zoneAgencies);

export const listZoneEnterprisesHandler: Handler<Named['listZoneEnterprises']> = (given) =>
  ofZone(given as Call, given.params.id, zoneEnterprises);

export const addZoneRecordHandler: Handler<Named['addZoneRecord']> = (given) => {
  const call = given as Call;
  const { params, body } = given;
  if (!mayRecord(call.actor.role, body.kind)) return stop(call, 'not_allowed');
  return runCommand(given as Call<Endpoint>, async (tx, at) => {
    const zone = await seenZone(tx, params.id);
    if (!zone) return missing;
    const fault = await faultOf(tx, call, { id: params.id, status: zone.status }, body);
    if (fault) return fault;
    const id = randomUUID();
    const { row, hashes } = rowOf(body);
    const { person, name, organisationName } = call.actor;
    await insertZoneRecord(tx, { id, zone: params.id, ...row, person: person ?? '', personName: name, organisationName, at });
    const isPublic = row.kind === 'measure' || row.kind === 'preference';
    if (hashes.length > 0) await insertZoneFiles(tx, { entry: id, zone: params.id, person: person ?? '', isPublic, hashes });
    audit(tx, 'zone_record.add', params.id, { id, ...body });
    return { status: 201, answer: { id } };
  });
};

export const withdrawZoneRecordHandler: Handler<Named['withdrawZoneRecord']> = (given) =>
  runCommand(given as Call<Endpoint>, async (tx, at) => {
    const call = given as Call;
    const row = await findZoneRecord(tx, given.params.id);
    if (!row || !(await seenZone(tx, row.zone)) || !mayRecord(call.actor.role, row.kind)) return missing;
    const { reason } = given.body;
    if ((await endZoneRecord(tx, { record: row.id, reason, person: call.actor.person ?? '', at })) === 0) {
      return no('wrong_state', 'already_withdrawn', both('该登记已撤销', 'It was withdrawn before'), { clause: 'operational' });
    }
    audit(tx, 'zone_record.withdraw', row.zone, { id: row.id, reason });
    return { status: 204, answer: undefined };
  });

const recordView = (row: ZoneRecordRow, language: Language): ZoneRecordView => ({
  id: row.id,
  kind: row.kind,
  kindTitle: kindTitle(row.kind, language),
  on: row.on_day,
  year: row.year,
  yuan: row.yuan,
  agency: row.agency,
  data: row.data as ZoneRecordView['data'],
  personName: row.person_name,
  organisationName: row.organisation_name,
  knownFrom: row.known_from,
  withdrawnBecause: row.ended_because,
  files: row.files,
});

const pageSize = 100;

const pageOf = (rows: readonly ZoneRecordRow[]) => {
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { page, next: rows.length > pageSize && last ? cursorAfter(last.on_day, last.id) : null };
};

const placeOf = (call: Call, after: string | undefined) => {
  const [day = '', id = ''] = readCursor(call, after, 2) ?? [];
  return id === '' ? null : { day, id };
};

export const listZoneRecordsHandler: Handler<Named['listZoneRecords']> = async (given) => {
  const call = given as Call;
  const { kind, year = null, withdrawn, after } = given.query;
  const filter = { kinds: kind ? [kind] : null, year, withEnded: withdrawn === '1', after: placeOf(call, after), limit: pageSize + 1 };
  const rows = await reading(call.house.pool, scopeFor(call), async (tx) =>
    (await seenZone(tx, given.params.id)) ? listZoneRecords(tx, given.params.id, filter) : null,
  );
  if (!rows) return stop(call, 'not_found');
  const { page, next } = pageOf(rows);
  return { rows: page.map((row) => recordView(row, call.language)), next };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A measure or preferential term in the reader's words; only what is published. */
export const measureView = ({ id, kind, on_day, data }: ZoneRecordRow, language: Language) => ({
  id,
  kind,
  kindTitle: kindTitle(kind, language),
  title: textOf(data.title),
  documentNumber: textOf(data.documentNumber),
  on: on_day,
  summary: textOf(data.summary),
});

/** Which records of a zone are published. */
export const publishedRecords = { kinds: ['measure', 'preference'], year: null, withEnded: false } as const;

export const listZoneMeasuresHandler: Handler<Named['listZoneMeasures']> = async (given) => {
  const call = given as Call;
  const filter = { ...publishedRecords, after: placeOf(call, given.query.after), limit: pageSize + 1 };
  const rows = await reading(call.house.pool, publicScope, (tx) => listZoneRecords(tx, given.params.id, filter));
  const { page, next } = pageOf(rows);
  return { rows: page.map((row) => measureView(row, call.language)), next };
};
