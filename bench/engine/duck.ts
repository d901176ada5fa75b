import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkRules } from '#core/policy/bulk.ts';
import { type Dialect, load, ruleText } from './peer-rules.ts';
import { city, type World, yearFrom, yearUntil } from './world.ts';

type Reader = { getColumns(): readonly (readonly unknown[])[] };
type Connection = { run(sql: string): Promise<unknown>; runAndReadAll(sql: string): Promise<Reader> };
type Duck = { readonly DuckDBInstance: { create(path: string, options: object): Promise<{ connect(): Promise<Connection> }> } };

const inYear = `date >= ${yearFrom} and date < ${yearUntil}`;

/** Workload B in DuckDB on one thread, its tables in memory: totals of all agencies in order. Undefined if not installed. */
export async function duckTotals(world: World, set: BulkRules): Promise<(() => Promise<Float64Array>) | undefined> {
  const peer = await load('@duckdb/node-api/lib/index.js');
  const duck = (peer?.['default'] ?? peer) as Duck | undefined;
  if (!duck) return undefined;
  const connection = await (await duck.DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await fill(connection, world);
  const query = queryOf(set);
  return async () => Float64Array.from((await connection.runAndReadAll(query)).getColumns()[0] ?? [], Number);
}

async function fill(connection: Connection, world: World): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jixia-duck-'));
  const tables: Readonly<Record<string, readonly object[]>> = {
    grants: world.grants,
    deals: world.deals,
    cases: world.cases,
    agencies: world.agencies.map((agency, id) => ({ id, ...agency })),
  };
  for (const [name, rows] of Object.entries(tables)) {
    const file = join(folder, name);
    const columns = Object.keys(rows[0] ?? {});
    writeFileSync(file, rows.map((row) => Object.values(row).join(',')).join('\n'));
    await connection.run(`create table ${name} (${columns.map((column) => `${column} integer`).join(', ')})`);
    await connection.run(`copy ${name} from '${file}' (format csv, header false)`);
  }
  rmSync(folder, { recursive: true });
}

const sql: Dialect = { number: String, pick: (test, yes, no) => `case when ${test} then ${yes} else ${no} end` };

function queryOf(set: BulkRules): string {
  const counted = `
    select a.* replace (coalesce(g.grants, 0) as grants, coalesce(g.findings, 0) as findings, coalesce(g.malicious, 0) as maliciousFindings,
      coalesce(d.loans, 0) as loans, coalesce(d.localLoans, 0) as localLoans, coalesce(d.securitizations, 0) as securitizations,
      coalesce(c.fees, 0) as winFen)
    from agencies a
    left join (select agency, count(*) filter (where kind = 1) as grants, count(*) filter (where flag > 0) as findings,
        count(*) filter (where flag = 2) as malicious from grants where ${inYear} and city = ${city} group by agency) g on g.agency = a.id
    left join (select agency, count(*) filter (where kind = 1) as securitizations, count(*) filter (where kind = 0 and local = 1) as localLoans,
        count(*) filter (where kind = 0 and local = 1 and insured = 1) as loans from deals where ${inYear} group by agency) d on d.agency = a.id
    left join (select agency, sum(least(fee, 5000000)) as fees from cases
        where ${inYear} and won = 1 and weighty = 1 and clientInZone = 1 group by agency) c on c.agency = a.id`;
  const sums = set.rules.map((rule, i) => `${ruleText(rule, sql)} as x${i}`).join(', ');
  return `with f as (${counted}), x as (select id, gate, ${sums} from f)
    select case when gate = 0 then x0 + x1 + x2 + x3 + x4 + x5 + greatest(x6, x7) else 0 end from x order by id`;
}
