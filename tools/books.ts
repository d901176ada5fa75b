import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/server/db/embedded.ts';

/** One thing that must hold of the books, as a query for the rows where it does not. */
export interface BookCheck {
  readonly name: string;
  readonly title: string;
  /** Gives one text `fault` a row; no row when all is well. */
  readonly sql: string;
}

/** What the queries know of accounts, said once more and not taken from the database's own functions. */
const withRules = `with rule (kind, book, side) as (values
    ('appropriated', 'budget', 'credit'), ('available', 'budget', 'debit'), ('reserved', 'budget', 'debit'), ('spent', 'budget', 'debit'),
    ('granted', 'financial', 'debit'), ('receivable', 'financial', 'debit'), ('payable', 'financial', 'credit'), ('voucher', 'financial', 'credit'),
    ('presented', 'financial', 'credit'), ('in_transit', 'financial', 'credit'), ('treasury', 'financial', 'credit')),
  account as (select a.id, a.key, a.balance, r.kind, r.book, r.side, split_part(a.key, '/', 2) as year, split_part(a.key, '/', 3) as item,
      (a.kind, a.book, a.side) as stored
    from ledger_account a left join rule r on r.kind = split_part(a.key, '/', 1)),
  line as (select p.id, p.journal, p.account, p.balance_after, a.key, a.book, p.side, p.amount,
      case when p.side = 'debit' then p.amount else -p.amount end as signed,
      case when p.side = a.side then p.amount else -p.amount end as change
    from posting p join account a on a.id = p.account)`;

const sumOf = (...kinds: readonly string[]) =>
  `coalesce((select sum(balance) from account where kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})), 0)`;

/** Every invariant of the books, in plain SQL over the stored rows alone. */
export const bookChecks: readonly BookCheck[] = [
  {
    name: 'I1',
    title: '每笔分录在每本账内借贷相等，两本账金额一致',
    sql: `${withRules},
      entry as (select journal, coalesce(sum(signed) filter (where book = 'budget'), 0) as budget, coalesce(sum(signed) filter (where book = 'financial'), 0) as financial,
          sum(amount) filter (where book = 'budget' and side = 'debit') as spends, sum(amount) filter (where book = 'financial' and side = 'debit') as owes
        from line group by journal)
      select format('分录%s（%s）', j.seq, j.kind) || case
          when e.journal is null then '没有记账行'
          when e.budget <> 0 or e.financial <> 0 then format('借贷不等：预算账相差%s分，财务账相差%s分', e.budget, e.financial)
          else format('两本账金额不同：预算账%s分，财务账%s分', e.spends, e.owes) end as fault
        from journal j left join entry e on e.journal = j.id
        where e.journal is null or e.budget <> 0 or e.financial <> 0 or e.spends <> e.owes order by j.seq`,
  },
  {
    name: 'I2',
    title: '下达指标＝可用＋预留＋已支出，均不为负',
    sql: `${withRules}
      select format('%s年%s：下达%s分，可用、预留、已支出合计%s分', year, item, sum(balance) filter (where kind = 'appropriated'), sum(balance) filter (where kind <> 'appropriated')) as fault
        from account where book = 'budget' group by year, item
        having coalesce(sum(balance) filter (where kind = 'appropriated'), 0) <> coalesce(sum(balance) filter (where kind <> 'appropriated'), 0)
      union all select format('账户%s余额为负：%s分', key, balance) from account where balance < 0`,
  },
  {
    name: 'I3',
    title: '每个账户余额等于其记账行之和，逐行余额相接',
    sql: `${withRules}
      select format('账户%s余额%s分，记账行合计%s分', a.key, a.balance, coalesce(sum(l.change), 0)) as fault
        from account a left join line l on l.account = a.id group by a.id, a.key, a.balance having a.balance <> coalesce(sum(l.change), 0)
      union all select format('账户%s第%s行后余额%s分，应为%s分', key, id, balance_after, expected) from (
        select key, id, balance_after, sum(change) over (partition by account order by id) as expected from line) r where balance_after <> expected
      union all select format('账户%s的类别、账簿或方向不对', key) from account where stored is distinct from (kind, book, side)`,
  },
  {
    name: 'R',
    title: '冲销与原分录逐行相抵，不重复冲销',
    sql: `${withRules}
      select format('分录%s没有抵消所冲销的分录：账户%s相差%s分', j.seq, l.key, sum(l.signed)) as fault
        from journal j join line l on l.journal in (j.id, j.reverses) where j.reverses is not null
        group by j.id, l.key having sum(l.signed) <> 0
      union all select format('分录%s被冲销%s次', o.seq, count(*)) from journal j join journal o on o.id = j.reverses group by o.id having count(*) > 1
      union all select format('分录%s冲销的又是冲销', j.seq) from journal j join journal o on o.id = j.reverses where o.reverses is not null
      union all select format('分录%s（%s）与冲销标记不符', seq, kind) from journal where (kind = 'reversal') <> (reverses is not null)`,
  },
  {
    name: 'T',
    title: '应付＋服务券＋待兑付＋在途＋已付＝已核定＋应收退款',
    sql: `${withRules}
      select format('应付等合计%s分，已核定与应收退款合计%s分', owed, granted) as fault from (select
        ${sumOf('payable', 'voucher', 'presented', 'in_transit', 'treasury')} as owed, ${sumOf('granted', 'receivable')} as granted) s where owed <> granted`,
  },
  {
    name: 'B',
    title: '两本账相符：已支出＝已核定＋应收退款',
    sql: `${withRules}
      select format('预算账已支出%s分，财务账%s分', spent, granted) as fault from (select
        ${sumOf('spent')} as spent, ${sumOf('granted', 'receivable')} as granted) s where spent <> granted`,
  },
];

const lineKinds = ['appropriated', 'available', 'reserved', 'spent', 'granted'] as const;
const otherKinds = ['payable', 'voucher', 'presented', 'in_transit', 'treasury', 'receivable'] as const;

/** Amounts as text, in yuan with fen: what the database adds up never passes through a floating-point number. */
const yuan = (sum: string) => `to_char(coalesce(${sum}, 0) / 100.0, 'FM999999999999990.00')`;

const totalsSql = `${withRules} select year, item, ${lineKinds
  .map((kind) => `${yuan(`sum(balance) filter (where kind = '${kind}')`)} as ${kind}`)
  .join(', ')} from account where year <> '' and item <> '' group by rollup ((year, item)) order by year nulls last, item`;

const othersSql = `${withRules} select ${otherKinds.map((kind) => `${yuan(sumOf(kind))} as ${kind}`).join(', ')}, (select count(*) from journal)::text as entries, (select count(*) from posting)::text as postings`;

type TextRow = Readonly<Record<string, string | null>>;
type Asker = Pick<pg.ClientBase, 'query'>;

/** One check with the rows at fault. */
export type BookResult = BookCheck & { readonly faults: readonly string[] };

/** Runs every check on one connection, in whatever transaction it is in. */
export async function checkBooks(client: Asker): Promise<readonly BookResult[]> {
  const results: BookResult[] = [];
  for (const check of bookChecks) {
    const { rows } = await client.query<{ fault: string }>(check.sql);
    results.push({ ...check, faults: rows.map(({ fault }) => fault) });
  }
  return results;
}

/** Adds one fen to an account past the ledger: what every run of the checks must notice. Only inside a transaction that is rolled back. */
export async function plantDrift(client: Asker): Promise<void> {
  await client.query(`insert into ledger_account (key) values ('treasury') on conflict do nothing`);
  await client.query(`select set_config('app.posting', gen_random_uuid()::text, true)`);
  await client.query(
    `update ledger_account set balance = balance + 1 where id = (select id from ledger_account order by random() limit 1)`,
  );
}

/** Chinese characters are two columns wide. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/u.test(sign) ? 2 : 1), 0);

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(widthOf)));
  const cell = (text: string, column: number) => ' '.repeat((widths[column] ?? 0) - widthOf(text)) + text;
  for (const row of [head, ...rows]) console.log(`  ${row.map(cell).join('  ')}`);
}

async function printTotals(client: Asker): Promise<void> {
  const lines = (await client.query<TextRow>(totalsSql)).rows;
  console.log('预算指标（元）');
  printTable(
    ['年度', '事项', '下达', '可用', '预留', '已支出', '已核定'],
    lines.map((row) => [row['year'] ?? '合计', row['item'] ?? '', ...lineKinds.map((kind) => row[kind] ?? '')]),
  );
  const [others = {}] = (await client.query<TextRow>(othersSql)).rows;
  console.log('往来（元）');
  printTable(['应付', '服务券', '待兑付', '在途', '已付净额', '应收退款'], [otherKinds.map((kind) => others[kind] ?? '')]);
  console.log(`分录 ${others['entries']} 笔，记账行 ${others['postings']} 行\n`);
}

/** @returns the exit status: 0 when every check holds, 1 when one does not, 2 when there are no books to check. */
async function run(client: pg.Client, isBroken: boolean): Promise<number> {
  const found = await client.query(`select 1 where to_regclass('posting') is null`);
  if (found.rowCount) {
    console.error('这个数据库还没有账簿，请先启动一次程序以升级数据库。');
    return 2;
  }
  await client.query(`begin isolation level repeatable read${isBroken ? '' : ' read only'}`);
  try {
    if (isBroken) {
      console.log('破坏试验：将一个账户的余额改动1分（随后撤销），下面的核对应当不通过。\n');
      await plantDrift(client);
    }
    await printTotals(client);
    const results = await checkBooks(client);
    for (const { title, faults } of results) {
      console.log(`${faults.length === 0 ? '✓' : '✗'} ${title}`);
      for (const fault of faults) console.log(`    ${fault}`);
    }
    return results.some(({ faults }) => faults.length > 0) ? 1 : 0;
  } finally {
    await client.query('rollback');
  }
}

interface Reached {
  readonly client: pg.Client;
  readonly leave: () => Promise<void>;
}

/** Connects to DATABASE_URL; else to the program's own PostgreSQL, which is started for the purpose when it does not run. */
async function reach(): Promise<Reached | string> {
  const given = process.env['DATABASE_URL'];
  if (given) return connected(given, async () => {});
  const dataDir = path.resolve(import.meta.dirname, '..', process.env['DATA_DIR'] || 'data');
  if (!existsSync(path.join(dataDir, 'pg/PG_VERSION'))) return `${dataDir} 里没有数据库，请先启动一次程序，或用 DATABASE_URL 指定数据库。`;
  const running = runningUrl(dataDir);
  if (running) {
    const reached = await connected(running, async () => {}).catch(() => undefined);
    if (reached) return reached;
  }
  const embedded = await startEmbedded(dataDir);
  return connected(embedded.url('jixia'), embedded.stop);
}

async function connected(url: string, after: () => Promise<void>): Promise<Reached> {
  const client = new pg.Client({ connectionString: url, application_name: 'jixia-books', connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    await after();
    throw error;
  }
  const leave = async () => {
    await client.end();
    await after();
  };
  return { client, leave };
}

/** Where a server that is up on this data folder listens, for its owner; nothing when its own note of it is missing. */
export function runningUrl(dataDir: string): string | undefined {
  const note = path.join(dataDir, 'pg/postmaster.pid');
  if (!existsSync(note)) return undefined;
  const port = readFileSync(note, 'utf8').split('\n')[3]?.trim();
  const secret = readFileSync(path.join(dataDir, 'pg-secret'), 'utf8').trim();
  return port ? `postgres://postgres:${secret}@127.0.0.1:${port}/jixia` : undefined;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--break')) {
    console.error('用法：npm run -s books -- [--break]');
    return 2;
  }
  const reached = await reach();
  if (typeof reached === 'string') {
    console.error(reached);
    return 2;
  }
  try {
    return await run(reached.client, args.includes('--break'));
  } finally {
    await reached.leave();
  }
}

if (import.meta.main)
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(`账簿核对没有完成：${error instanceof Error ? error.message : String(error)}`);
    return 2;
  });
