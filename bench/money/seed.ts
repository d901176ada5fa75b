import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { City } from '../../tests/reliability/city.ts';

/** Bare claims of one agency, by SQL: as many as wanted, with nothing in them. */
const insertClaims = `insert into kase (id, number, process, state, data, version, summary, owner, opened_at, state_since, policy)
  select gen_random_uuid(), $2 || '-' || n, 'claim', 'paid', '{}', 9, '甲知识产权代理有限公司：2021年度第九条（四）维权胜诉', $1, now(), now(), 'zibo-2020'
  from generate_series(1, $3::int) n returning id`;

/** Puts so many claims on record that were paid long ago. Gives their ids. */
export async function placeClaims(owner: pg.Client, agency: string, count: number): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(insertClaims, [agency, randomUUID().slice(0, 8), count]);
  return rows.map(({ id }) => id);
}

/** Puts so many decided supports on record, each of a claim of its own. */
export async function placeSupport({ owner, members }: City, count: number): Promise<void> {
  const kases = await placeClaims(owner, members.agency.organisation, count);
  await owner.query(
    `insert into support (kase, agency, clause, year, item, zone, paid_as, ceiling, computed, amount, reason, facts, determination, decided_on, decided_by, proposed_by, known_from)
     select id, $2, '9.4', 2021, '9.4', (select z.id from zone z limit 1), 'cash', 3200000, 3200000, 3200000 - (n % 7) * 100,
       case when n % 7 > 0 then '案情简单，酌情核定' end, array['（2021）鲁03民初' || n || '号'], '\\x00', date '2021-03-01' + (n % 250)::int, $3, $3, now()
     from unnest($1::uuid[]) with ordinality t(id, n)`,
    [kases, members.agency.organisation, members.officer.person],
  );
  await owner.query('vacuum analyze');
}

/** Puts so many held matters on record: a hundred of each of many claims of one agency. */
export async function placeHolds({ owner, members }: City, count: number): Promise<void> {
  const kases = await placeClaims(owner, members.agency.organisation, count / 100);
  await owner.query(
    `insert into matter_hold (kase, agency, clause, kind, matter, held_at)
     select id, $2, '9.5.tier', 'invention_grant', '2019' || lpad((n * 100 + m)::text, 9, '0'), now()
     from unnest($1::uuid[]) with ordinality t(id, n), generate_series(0, 99) m`,
    [kases, members.agency.organisation],
  );
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
}
