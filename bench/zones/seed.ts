import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** How much there is: every zone has as many tasks, and as many indicators for as many years. */
export type Size = {
  readonly zones: number;
  readonly tasks: number;
  readonly indicators: number;
  readonly years: number;
  readonly grants: number;
};

/** The year all zones are in the middle of. */
export const year = 2021;

const builders = `insert into organisation (id, kind, name, credit_code, agency_code, district, address, is_invented, created_at)
  select gen_random_uuid(), 'builder', '园区' || n, null, null, '370303', '', true, now() from generate_series(1, $1::int) n returning id`;

/** A version of a plan as it is kept, with its tasks, indicators and money. */
function contentOf({ tasks, indicators, years }: Size): object {
  return {
    general: { from: `${year}-01-01`, to: `${year + years - 1}-12-31`, goals: '聚集服务机构，完善服务链。' },
    tasks: {
      rows: Array.from({ length: tasks }, (_, n) => {
        const at = year + (n % years);
        return {
          no: `${(n % 7) + 1}.${Math.floor(n / 7) + 1}`,
          chapter: 'matching',
          title: `任务${n + 1}`,
          content: '按季组织供求对接，登记需求并回访，年底汇总成效。',
          responsible: '企业服务中心',
          start: `${at}-0${(n % 9) + 1}-01`,
          end: `${at}-12-1${n % 9}`,
          milestones: [],
          moneyYuan: 100_000,
          evidenceExpected: '台账和签到表',
        };
      }),
    },
    withoutTasks: {},
    indicators: {
      rows: Array.from({ length: indicators }, (_, n) => ({
        no: `A${n + 1}`,
        name: `指标${n + 1}`,
        unit: n === 0 ? '家' : n === 1 ? '件' : '场',
        baseValue: 1,
        baseDate: `${year - 1}-12-31`,
        targets: Array.from({ length: years }, (_unused, k) => ({ year: year + k, value: 10 + n })),
        source: n === 0 ? 'agencies' : n === 1 ? 'invention_grants' : 'reported',
      })),
    },
    funding: { rows: Array.from({ length: years }, (_, k) => ({ source: 'district', year: year + k, yuan: 1_000_000 })) },
    organisation: { leader: '主任', rules: '管理办法', preferences: '房租减免' },
    risk: { risks: '招引不足，提前对接。' },
  };
}

/** Zones of builders of their own, each with a consented plan; a case of any kind stands behind each. */
async function placeZones(owner: pg.Client, size: Size, person: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(builders, [size.zones]);
  const operators = rows.map(({ id }) => id);
  await owner.query(
    `insert into kase (id, number, process, state, data, version, summary, owner, district, opened_at, state_since, policy)
     select gen_random_uuid(), p || '-' || n, p, s, '{}', 1, '', o, '370303', now(), now(), 'zibo-2020'
     from unnest($1::uuid[]) with ordinality t(o, n), (values ('application', 'designated'), ('plan', 'consented')) v(p, s)`,
    [operators],
  );
  await owner.query(
    `insert into zone (id, number, certificate, kase, name, district, site_kind, boundary, industries, operator_name, operator, designated_on, known_from, status_since)
     select gen_random_uuid(), 'Z-' || k.number, 'C-' || k.number, k.id, '示范区' || k.number, '370303', 'park', '东至甲路', '{新材料}', '园区', k.owner, $1, $1::date, $1
     from kase k where k.process = 'application'`,
    [`${year - 1}-11-02`],
  );
  await owner.query(
    `update kase k set data = jsonb_build_object('zone', z.id) from zone z where z.operator = k.owner and k.process = 'plan' and k.data = '{}'`,
  );
  await owner.query(
    `insert into plan_version (zone, version, kase, content, is_editorial, counts_from, document_number, consented_on, consented_by, known_from)
     select z.id, 1, k.id, $1, false, $2, 'x', $3::date, $4, $3::date from zone z join kase k on k.owner = z.operator and k.process = 'plan' where z.number like 'Z-%'`,
    [JSON.stringify(contentOf(size)), year, `${year - 1}-12-01`, person],
  );
}

/** How tasks and indicators stand, in no order: as reports of many zones come in. */
async function placeStanding(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into task_standing (zone, no, starts, ends, state, spent_yuan, reported_on)
     select v.zone, t.no, t.start, t."end", (array['not_started', 'going_on', 'done'])[1 + floor(random() * 3)::int], floor(random() * 100000)::bigint, $1
     from plan_version v, jsonb_to_recordset(v.content#>'{tasks,rows}') as t(no text, start date, "end" date) order by random()`,
    [`${year}-09-01`],
  );
  await owner.query(
    `insert into indicator_standing (zone, no, year, source, target, actual)
     select v.zone, i.no, y.year, i.source, y.value, case when i.source = 'reported' then floor(random() * 15) end
     from plan_version v, jsonb_to_recordset(v.content#>'{indicators,rows}') as i(no text, source text, targets jsonb), jsonb_to_recordset(i.targets) as y(year int, value double precision)
     order by random()`,
  );
}

/** An agency in every zone, and grants that count for its zone's indicator. */
async function placeAgencies(owner: pg.Client, { grants }: Size): Promise<void> {
  await owner.query(
    `with made as (insert into organisation (id, kind, name, credit_code, agency_code, district, address, is_invented, created_at)
       select gen_random_uuid(), 'agency', '机构' || z.number, null, null, '370303', '', true, now() from zone z returning id, name)
     insert into zone_membership (id, agency, zone, from_day, known_from)
       select gen_random_uuid(), m.id, z.id, z.designated_on, '-infinity' from made m join zone z on m.name = '机构' || z.number`,
  );
  if (grants === 0) return;
  await owner.query(
    `insert into fact (id, agency, kind, matter, valid_on, data, known_from)
     select gen_random_uuid(), a.agency, 'invention_grant', 'G' || n, make_date($2, 1, 1) + (n % 240)::int, '{}', now()
     from generate_series(1, $1::int) n join (select agency, row_number() over () - 1 as place, count(*) over () as all_of from zone_membership where agency is not null) a on a.place = n % a.all_of`,
    [grants, year],
  );
}

/** Fills a database; gives the id of one zone and of the person behind everything. */
export async function placeRegister(owner: pg.Client, size: Size): Promise<{ readonly person: string; readonly zones: readonly string[] }> {
  const person = randomUUID();
  await owner.query(
    `insert into person (id, username, name, password_hash, is_invented, created_at) values ($1, 'bench', 'bench', 'none', true, now())`,
    [person],
  );
  await placeZones(owner, size, person);
  await placeStanding(owner);
  await placeAgencies(owner, size);
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  const { rows } = await owner.query<{ id: string }>(`select id from zone where number like 'Z-%' order by id`);
  return { person, zones: rows.map(({ id }) => id) };
}
