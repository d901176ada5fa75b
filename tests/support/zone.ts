import { randomUUID } from 'node:crypto';
import { good } from './caller.ts';
import { listedEnterprise } from './form.ts';
import type { World } from './world.ts';

/** A ruling as an officer drafts it. */
export const draftOf = (key: string, value: unknown, more: object = {}) => ({
  key,
  value,
  documentNumber: '淄知解〔2021〕1号',
  decidedOn: '2021-03-01',
  effectiveFrom: '2021-03-01',
  text: '测试用的解释：理由不少于十个字。',
  ...more,
});

/** Puts a zone that holds its title straight into the register, with the first agency and the listed enterprise inside. */
export async function placeZone(world: World, from = '2020-11-02'): Promise<string> {
  const id = randomUUID();
  // A zone belongs to a case; any case will do here.
  const { id: kase } = good(await (await world.as('officer')).open('ruling', draftOf('panelMinimum', 5)));
  await world.owner.query(
    `insert into zone (id, number, certificate, kase, name, district, site_kind, boundary, industries, operator_name, operator, designated_on, known_from, status_since)
     values ($1, 'ZB-2020-900', '淄知集聚2020第900号', $2, '东园', '370303', 'park', '东至甲路', '{新材料}', '东园管理委员会', $3, $4, '-infinity', $4)`,
    [id, kase, world.orgs.east.id, from],
  );
  await world.owner.query(`insert into zone_membership (id, agency, zone, from_day, known_from) values ($1, $2, $3, $4, '-infinity')`, [
    randomUUID(),
    world.orgs.first.id,
    id,
    from,
  ]);
  await placeEnterprise(world, id, from);
  return id;
}

/** Puts other agencies of the world into the one zone there is, as known from the beginning. */
export async function placeAgencies(world: World, ...names: readonly ('second' | 'outside')[]): Promise<void> {
  for (const name of names)
    await world.owner.query(
      `insert into zone_membership (id, agency, zone, from_day, known_from) select gen_random_uuid(), $1, id, '2020-11-02', '-infinity' from zone`,
      [world.orgs[name].id],
    );
}

/** Puts the listed enterprise into a zone, as known from the beginning. */
export const placeEnterprise = (world: World, zone: string, from: string) =>
  world.owner.query(
    `insert into zone_membership (id, zone, credit_code, name, from_day, known_from) values ($1, $2, $3, $4, $5, '-infinity')`,
    [randomUUID(), zone, listedEnterprise.creditCode, listedEnterprise.name, from],
  );
