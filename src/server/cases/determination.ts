import type { BusinessDate, Instant } from '#core/kernel/dates.ts';
import { type Answer, determineCase } from '#policy/zibo-2020/answer.ts';
import { type CaseFileInput, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { supportClauses, zibo2020 } from '#policy/zibo-2020/index.ts';
import type { Tx } from '#server/db/transaction.ts';
import { type FactRow, factsOfYear, standingOf } from '#server/stores/facts.ts';
import { readingsOn } from '#server/stores/readings.ts';

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

/** The case file of one agency and year, from what was known at `at`. */
async function caseFileOf(
  tx: Tx,
  agency: string,
  year: number,
  at: { readonly now: Instant; readonly today: BusinessDate },
): Promise<CaseFileInput> {
  const rows = await factsOfYear(tx, agency, year, at.now);
  const { memberships, qualifications } = await standingOf(tx, agency);
  const readings = await readingsOn(tx, zibo2020.id, at.today);
  const clients = rows.filter(({ kind }) => kind === 'litigation').map(({ data }) => (data as unknown as Win).clientCode);
  const enterprises = await tx.rows<{ code: string; zone: string }>(
    `select distinct on (c.code) c.code, z.id as zone from unnest($1::text[]) c(code) join zone z on c.code = any (z.enterprise_codes) order by c.code, z.designated_on`,
    [clients],
  );
  const overrides = Object.fromEntries(readings.map(({ key, value }) => [key, value]));
  return {
    year,
    asOf: at.today,
    overrides,
    zones: memberships
      .map(({ zone, district, designated_on }) => ({
        id: zone,
        district,
        statusHistory: [{ from: designated_on, status: 'designated' as const }],
      }))
      .filter((zone, i, all) => all.findIndex(({ id }) => id === zone.id) === i)
      .concat(
        enterprises
          .filter(({ zone }) => !memberships.some((one) => one.zone === zone))
          .map(({ zone }) => ({ id: zone, district: '', statusHistory: [] })),
      ),
    agencies: [
      {
        id: agency,
        patentQualification: qualifications,
        zoneMembership: memberships.map(({ zone, from, to }) => ({ zone, from, to })),
      },
    ],
    enterprises: enterprises.map(({ code, zone }) => ({ id: code, zone, city: '370300' })),
    facts: [...grantFacts(agency, rows), ...caseFacts(agency, rows)],
  };
}

/** What 第九条 gives an agency in a year on what is known now, with every reason. Nothing is stored. */
export async function determineAgency(
  tx: Tx,
  agency: string,
  year: number,
  at: { readonly now: Instant; readonly today: BusinessDate },
): Promise<Answer> {
  const read = readCaseFile(await caseFileOf(tx, agency, year, at));
  if (!read.ok) throw new Error(`the stored facts of ${agency} make no case file: ${JSON.stringify(read.faults.slice(0, 3))}`);
  return determineCase(read.file, { explain: true });
}
