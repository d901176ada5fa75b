import { randomUUID } from 'node:crypto';
import type { Moved } from '#contract/cases.ts';
import { good } from './caller.ts';
import { type Builder, placedPlan, placedZone } from './recognition.ts';
import { Kase } from './story.ts';
import type { World } from './world.ts';

/** Writes a result into the register as a decided recognition would; points of the parts with two decimals. */
export async function placedGrade(
  world: World,
  zone: string,
  {
    year = 2020,
    grade = 'excellent',
    parts = [56, 22, 12],
  }: { year?: number; grade?: string; parts?: readonly [number, number, number] } = {},
): Promise<void> {
  const kase = randomUUID();
  const [one, two, three] = parts.map((points) => Math.round(points * 100)) as [number, number, number];
  await world.owner.query(
    `insert into kase (id, number, process, state, data, version, summary, owner, district, opened_at, state_since, policy)
     select $1, 'RD-' || z.number || '-' || $3::int, 'recognition', 'decided', jsonb_build_object('zone', z.id, 'year', $3::int), 1, z.name, z.operator, z.district, '2021-02-01', '2021-02-01', 'zibo-2020'
     from zone z where z.id = $2`,
    [kase, zone, year],
  );
  await world.owner.query(
    `insert into recognition (zone, year, kase, plan_version, part_one, part_two, part_three, total, computed, grade, vetoes, reason, decided_on, proposed_by, decided_by, known_from)
     values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $8, '{}', null, $9, $10, $11, '2021-02-20T01:00:00Z')`,
    [zone, year, kase, one, two, three, one + two + three, grade, `${year + 1}-02-20`, world.person('officer'), world.person('approver')],
  );
}

/** A zone with a plan in force, carried out, and a result of 2020. */
export async function gradedZone(world: World, builder: Builder, result: Parameters<typeof placedGrade>[2] = {}): Promise<string> {
  const zone = await placedZone(world, builder);
  await placedPlan(world, zone, 'all');
  await placedGrade(world, zone, result);
  return zone;
}

export const opening = (zone: string, more: object = {}) => ({ zone, level: 'province', orderReason: '', ...more });
export const unitPart = (more: object = {}) => ({
  statement: '两年来引进服务机构十二家，愿意申报省级集聚发展区。',
  contact: '赵一',
  annexes: [],
  consents: true,
  ...more,
});
export const proposal = (more: object = {}) => ({ opinion: '成效显著，排名第一，建议推荐。', orderReason: '', ...more });
export const sending = (more: object = {}) => ({ documentNumber: '淄知推〔2021〕3号', sentOn: '2021-03-01', ...more });

/** Opened by an officer for the zone. */
export const openedRecommendation = async (world: World, zone: string, more: object = {}): Promise<Kase> =>
  new Kase(world, good(await (await world.as('officer')).open('recommendation', opening(zone, more))) as Moved);

/** With the building unit's part. */
export async function suppliedRecommendation(world: World, builder: Builder, zone: string): Promise<Kase> {
  const kase = await openedRecommendation(world, zone);
  const annexes = [{ title: '园区荣誉证书', attachment: await world.paper(builder) }];
  await kase.do(builder, 'supply', unitPart({ annexes }));
  return kase;
}

/** Notes a package of one empty file, for stories in which its content does not matter. */
export const placedDossier = (world: World, kase: Kase, n = 1) =>
  world.owner.query(
    `insert into recommendation_dossier (kase, n, hash, size, entries, made_by, made_by_name, made_at)
     values ($1, $2::int, sha256(('package ' || $2)::bytea), 1, '[]', $3, 'x', $4)`,
    [kase.id, n, world.person('officer'), world.now()],
  );

/** Makes the dossier as an officer. */
export const madeDossier = async (world: World, kase: Kase) =>
  good(await (await world.as('officer')).call('makeDossier', { params: { id: kase.id } }));

/** With a dossier, proposed. */
export async function proposedRecommendation(world: World, builder: Builder, zone: string): Promise<Kase> {
  const kase = await suppliedRecommendation(world, builder, zone);
  await placedDossier(world, kase);
  await kase.do('officer', 'propose', proposal());
  return kase;
}
