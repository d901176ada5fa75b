import { good } from './caller.ts';
import { appropriated, determined, filed, payee, sheet, won, year } from './claims.ts';
import { readyForFacts } from './facts.ts';
import type { Kase } from './story.ts';
import type { World } from './world.ts';
import { placeZone } from './zone.ts';

/** What an officer writes into every recovery of these stories. */
export const findings = { findings: '经查判决书系伪造，申领不实。', documentNumber: '淄知追〔2021〕1号' };

export const lawsuit = (n: number): string => `（2021）鲁03民初${n}号`;
export const matter = (n: number) => ({ kind: 'litigation', matter: lawsuit(n) });

const tables = ['claim_bar', 'claim_bar_end', 'fact_finding', 'fact_finding_end'] as const;

/** How many bars, ends of bars, findings and ends of findings there are. */
export async function counts(world: World): Promise<readonly number[]> {
  const sql = tables.map((table) => `select count(*)::int as n from ${table}`).join(' union all ');
  return (await world.owner.query<{ n: number }>(sql)).rows.map(({ n }) => n);
}

/** Two agencies in one zone with an account each, and money on the line; gives the accounts. */
export async function twoAgencies(world: World): Promise<readonly [string, string]> {
  await readyForFacts(world);
  await placeZone(world);
  await world.owner.query(
    `insert into zone_membership (id, agency, zone, from_day, known_from) select gen_random_uuid(), $1, id, '2020-11-02', '-infinity' from zone`,
    [world.orgs.second.id],
  );
  await appropriated(world, '9.4', 1_000_000);
  return [await payee(world), await payee(world, 'agency2')];
}

/** A won case of the agency by its number; its fee is as many thousands of yuan. */
export const suit = (world: World, n: number): Promise<string> => won(world, lawsuit(n), { agencyFeeYuan: n * 1_000 });

/** A claim on everything the agency has on record, determined and not paid yet. */
export async function determinedClaim(world: World, account: string): Promise<Kase> {
  const kase = await filed(world, '9.4', [account]);
  await kase.do('officer', 'check', await sheet(kase));
  await kase.do('officer', 'propose_computed');
  await determined(kase);
  return kase;
}

export const offersOf = async (world: World) => good(await (await world.as('agency')).call('listOffers', { query: { year } }));

/** Uploads a list of one won case. */
export async function listOf(world: World, n: number) {
  const head = '案号,委托企业,委托企业信用代码,生效日期,是否专利案件,是否涉外,是否具有重大影响,结果,裁判是否已生效,实付代理费';
  const row = `${lawsuit(n)},丙新材料股份有限公司,${world.orgs.plant.creditCode},2021-02-10,是,是,否,胜诉,是,2000`;
  const file = { name: '案件.csv', bytes: new TextEncoder().encode(`${head}\r\n${row}`) };
  return good(await (await world.as('agency')).call('checkImport', { query: { kind: 'litigation' }, file }));
}
