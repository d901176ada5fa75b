import { randomUUID } from 'node:crypto';
import { good } from './caller.ts';
import type { Username, World } from './world.ts';

/** Puts a zone of the western park beside one that is there, without a plan. */
export async function placeBareZone(world: World, like: string): Promise<string> {
  const id = randomUUID();
  const call = { title: '另一批次', year: 2021, places: 1, firstDay: '2021-03-01', lastDay: '2021-03-31' };
  const { id: kase } = good(await (await world.as('officer')).open('call', call));
  await world.owner.query(
    `insert into zone (id, number, certificate, kase, name, district, site_kind, boundary, industries, operator_name, operator, designated_on, known_from, status, status_since)
     select $1, 'ZB-2020-901', '淄知集聚2020第901号', $2, '西园', '370302', site_kind, boundary, industries, operator_name, $3, designated_on, known_from, status, status_since
     from zone where id = $4`,
    [id, kase, world.orgs.west.id, like],
  );
  return id;
}

/** What a building unit reports on the plan of a zone, and how that is read. */
export function reportsOn(world: World, zone: string) {
  const report = async (no: string, more: object = {}, who: Username = 'east') =>
    (await world.as(who)).call('reportTask', {
      params: { id: zone, no },
      body: { state: 'going_on', on: '2021-03-01', spentYuan: 10_000, ...more } as never,
    });
  const value = async (no: string, more: object = {}, who: Username = 'east') =>
    (await world.as(who)).call('reportIndicator', {
      params: { id: zone, no },
      body: { year: 2021, value: 4, unit: '场', on: '2021-03-01', ...more } as never,
    });
  const record = async (who: Username, body: object) =>
    (await world.as(who)).call('addZoneRecord', { params: { id: zone }, body: body as never });
  const card = async (who: Username = 'east', year = 2021) =>
    good(await (await world.as(who)).call('readScorecard', { params: { id: zone }, query: { year } }));
  const row = async (year = 2021) =>
    good(await (await world.as('officer')).call('listScorecards', { query: { year } })).rows.find((one) => one.zone === zone);
  return {
    report,
    value,
    record,
    card,
    row,
    task: async (no: string) => (await card()).tasks.find((one) => one.no === no),
    measure: async (no: string, year = 2021) => (await card('east', year)).indicators.find((one) => one.no === no),
  };
}
