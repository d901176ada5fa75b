import { expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';
import { planContent } from '../support/plan.ts';
import { good } from '../support/caller.ts';
import { reading } from '#server/db/transaction.ts';
import { scopeOfPerson } from '../support/raw.ts';
import { scorecardRows } from '#server/stores/scorecards.ts';

const world: World = await openWorld();
it('measures', async () => {
  const zone = await placeZone(world);
  const q = (sql: string, values: unknown[] = []) => world.owner.query(sql, values);
  await q(`create temp table z as select gen_random_uuid() as id, gen_random_uuid() as kase, n from generate_series(1, 3000) n`);
  await q(`insert into kase (id, number, process, state, data, version, summary, owner, opened_at, state_since, policy) select kase, 'X-' || n, 'ruling', 'drafted', '{}', 1, 'x', null, now(), now(), 'p' from z`);
  await q(`insert into zone select z.id, 'ZB-X-' || n, 'C' || n, z.kase, 'Z' || n, '370303', site_kind, boundary, industries, operator_name, operator, '{}', designated_on, known_from, status, status_since from z, zone o where o.id = $1`, [zone]);
  const content = planContent();
  await q(`insert into plan_version select id, 1, kase, $1, false, 2021, 'x', '2021-01-01', $2, now() from z`, [JSON.stringify(content), world.person('approver')]);
  await q(`insert into task_standing select id, t::text, '2021-01-01', '2021-12-31', (array['not_started','going_on','done'])[1 + (random()*2)::int], 0, null from z, generate_series(1,50) t`);
  await q(`insert into indicator_standing select id, t::text, 2021, case when t % 4 = 0 then 'invention_grants' else 'reported' end, 10, random()*12 from z, generate_series(1,17) t`);
  await q(`vacuum analyze`);
  const time = async (name: string, work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let i = 0; i < 7; i += 1) { const t = performance.now(); await work(); times.push(performance.now() - t); }
    times.sort((a, b) => a - b);
    console.log(name, times.map((t) => t.toFixed(0)).join(' '));
  };
  const scope = scopeOfPerson(world, 'officer');
  await time('seq', () => reading(world.house.pool, scope, async (tx) => [await tx.rows(`select count(*), count(state), max(ends) from task_standing`), await tx.rows(`select count(*), sum(actual / target) from indicator_standing`)]));
  await time('cards', () => reading(world.house.pool, scope, (tx) => scorecardRows(tx, 2021, '2021-03-01' as never)));

  const sql = (name: string, text: string) => time(name, () => reading(world.house.pool, scope, (tx) => tx.rows(text)));
  await sql('tasks 5 filters', `select zone, count(*)::int as n, (count(*) filter (where state = 'done'))::int as done, (count(*) filter (where state = 'going_on'))::int as going_on,
      (count(*) filter (where state <> 'done' and ends < '2021-03-01'))::int as overdue,
      (count(*) filter (where state = 'not_started' and starts < '2021-03-01' and ends >= '2021-03-01'))::int as late_start
    from task_standing where starts <= '2021-12-31' and not (ends < '2021-01-01' and state = 'done' and reported_on < '2021-01-01') group by zone`);
  await sql('tasks packed', `select zone, sum(case state when 'done' then 4097 when 'going_on' then case when ends < '2021-03-01' then 68736258049 else 16777217 end
     else case when ends < '2021-03-01' then 68719476737 when starts < '2021-03-01' then 281474976710657 else 1 end end) as n
    from task_standing where starts <= '2021-12-31' and (ends >= '2021-01-01' or state <> 'done' or reported_on >= '2021-01-01') group by zone`);
  await sql('tasks count only', `select zone, count(*) from task_standing group by zone`);
  await sql('tasks by state', `select zone, state, count(*) from task_standing group by zone, state`);
  await sql('indicators', `select zone, count(*)::int, sum(least(1, actual / target)) from indicator_standing where year = 2021 group by zone`);
  await sql('indicators joined', `select i.zone, count(*)::int, sum(least(1, coalesce(case when i.source = 'reported' then i.actual else c.value end, 0) / i.target)) from indicator_standing i left join (select * from app.zone_counts(null, 2021, '2021-03-01')) c on c.zone = i.zone and c.source = i.source where year = 2021 group by i.zone`);
  await sql('counts', `select count(*) from app.zone_counts(null, 2021, '2021-03-01')`);
  await sql('zones', `select id, name from zone where app.is_city() or id in (select app.own_zones())`);
  await sql('versions', `select distinct on (zone) zone, version from plan_version where counts_from <= 2021 order by zone, version desc`);
  expect(1).toBe(1);
}, 300_000);
