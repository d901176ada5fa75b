import { type Answer, answerOf } from '#policy/zibo-2020/answer.ts';
import { bestMix } from '#policy/zibo-2020/best-mix.ts';
import { type CaseFault, type CaseFileInput, clauseKeys, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { determine } from '#policy/zibo-2020/determine.ts';
import { supportClauses } from '#policy/zibo-2020/index.ts';
import { nearestFor } from '#policy/zibo-2020/nearest.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type ClientZone, clientZones, type FactRow, factsOfYear, standingOf } from '#server/stores/facts.ts';
import { type Knowing, type Rulings, rulingsOn, supportRulings } from './readings.ts';

/** The clauses of 第九条 with their worked examples, for guides and screens. */
export const guideClauses = supportClauses;

type CaseFacts = CaseFileInput['facts'];

type Grant = { readonly number: string; readonly ownerCity: string | null };

/** Grants of one day and one owner city are one fact of a case file: the engine counts numbers, not rows. */
function grantFacts(agency: string, rows: readonly FactRow[]): CaseFacts {
  const lists = new Map<string, { day: string; city: string | null; numbers: string[] }>();
  for (const row of rows.filter(({ kind }) => kind === 'invention_grant')) {
    const { number, ownerCity } = row.data as unknown as Grant;
    const key = `${row.valid_on}/${ownerCity ?? ''}`;
    const list = lists.get(key) ?? { day: row.valid_on, city: ownerCity, numbers: [] };
    list.numbers.push(number);
    lists.set(key, list);
  }
  return [...lists.values()].map(({ day, city, numbers }) => ({
    id: `授权${day}${city === '370300' ? '' : city === null ? '（地址待核）' : '（外地）'}`,
    type: 'invention_grant_list' as const,
    agency,
    grantDate: day,
    ...(city === null ? {} : { ownerCity: city }),
    patentNos: numbers,
  }));
}

type Win = {
  readonly clientCode: string;
  readonly isPatentCase: boolean;
  readonly isForeignRelated: boolean | null;
  readonly hasMajorInfluence: boolean | null;
  readonly outcome: 'won' | 'lost' | 'settled';
  readonly isFinal: boolean | null;
  readonly agencyFeeYuan: number | null;
};

const caseFacts = (agency: string, rows: readonly FactRow[]): CaseFacts =>
  rows
    .filter(({ kind }) => kind === 'litigation')
    .map((row) => {
      const win = row.data as unknown as Win;
      return {
        id: row.matter,
        type: 'litigation' as const,
        agency,
        client: win.clientCode,
        caseNo: row.matter,
        effectiveDate: row.valid_on,
        patentCase: win.isPatentCase,
        foreignRelated: win.isForeignRelated,
        majorInfluence: win.hasMajorInfluence,
        outcome: win.outcome,
        final: win.isFinal,
        agencyFeeYuan: win.agencyFeeYuan,
      };
    });

type Zone = CaseFileInput['zones'][number];

/** The zones a case file names: those the agency sits in, then those of its clients. */
function zonesOf(standing: Awaited<ReturnType<typeof standingOf>>, clients: readonly ClientZone[]): Zone[] {
  const own = standing.memberships.map(({ zone, district, designated_on }) => ({ id: zone, district, from: designated_on }));
  const others = clients.map(({ zone, district, from }) => ({ id: zone, district, from }));
  const byId = new Map([...others, ...own].map((zone) => [zone.id, zone]));
  return [...byId.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, district, from }) => ({ id, district, statusHistory: [{ from, status: 'designated' as const }] }));
}

/** The case file of one agency and year, from what was known at a moment. */
export async function caseFileOf(tx: Tx, agency: string, year: number, known: Knowing): Promise<CaseFileInput> {
  const rows = await factsOfYear(tx, agency, year, known.now);
  const standing = await standingOf(tx, agency, known.now);
  const codes = rows.filter(({ kind }) => kind === 'litigation').map(({ data }) => (data as unknown as Win).clientCode);
  const clients = codes.length > 0 ? await clientZones(tx, codes, known.now) : [];
  return {
    year,
    asOf: known.today,
    zones: zonesOf(standing, clients),
    agencies: [
      {
        id: agency,
        patentQualification: standing.qualifications,
        zoneMembership: standing.memberships.map(({ zone, from, to }) => ({ zone, from, to })),
      },
    ],
    enterprises: clients.map(({ code, zone }) => ({ id: code, zone, city: '370300' })),
    facts: [...grantFacts(agency, rows), ...caseFacts(agency, rows)],
  };
}

/** Decides a stored case file under the rulings in effect. @throws Error when stored facts make no case file: a fault of ours. */
export function decide(file: CaseFileInput, rulings: Rulings): Answer {
  const read = readCaseFile(file);
  if (!read.ok) throw new Error(`stored facts make no case file: ${JSON.stringify(read.faults.slice(0, 3))}`);
  return answerOf(determine(read.file, supportRulings(rulings)), { explain: true });
}

/** What 第九条 gives an agency in a year on what is known now, with every reason. Nothing is stored. */
export async function determineAgency(tx: Tx, agency: string, year: number, known: Knowing): Promise<Answer> {
  const file = await caseFileOf(tx, agency, year, known);
  return decide(file, await rulingsOn(tx, known.today, known.now));
}

type CaseFileAnswer = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly faults: readonly CaseFault[] };

/** Answers one case file or an array of them, as the command does; no database, no rulings but the file's own. */
export function answerCaseFile(value: unknown, explain: boolean): CaseFileAnswer {
  const readings = Array.isArray(value) ? value.map((one, i) => readCaseFile(one, `$[${i}]`)) : [readCaseFile(value)];
  const faults = readings.flatMap((read) => (read.ok ? [] : read.faults));
  if (faults.length > 0) return { ok: false, faults };
  const answers = readings.flatMap((read) => (read.ok ? [answerOf(determine(read.file), { explain })] : []));
  return { ok: true, answer: Array.isArray(value) ? answers : answers[0] };
}

/** What would earn an agency support or more of it this year, clause by clause, and what the best legal mix leaves out. */
export async function nearestForAgency(tx: Tx, agency: string, year: number, known: Knowing) {
  const stored = await caseFileOf(tx, agency, year, known);
  const rulings = supportRulings(await rulingsOn(tx, known.today, known.now));
  const overrides = Object.fromEntries(Object.entries(rulings).map(([key, { value }]) => [key, value]));
  const read = readCaseFile({ ...stored, overrides });
  if (!read.ok) throw new Error(`stored facts make no case file: ${JSON.stringify(read.faults.slice(0, 3))}`);
  return {
    nearest: clauseKeys.flatMap((clause) =>
      nearestFor(read.file, agency, clause)
        .slice(0, 2)
        .map((change) => ({ clause, ...change })),
    ),
    leftOut: bestMix(read.file).leftOut.map(({ clause, facts, yuan, says }) => ({ clause, facts: [...facts], yuan, says })),
  };
}
