import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Where to prepare the database and as whom the program will use it. */
export interface PrepareOptions {
  /** Connection of the owner, who may create tables; with `database`, of any database on the same server. */
  ownerUrl: string;
  /** Database to prepare, created when missing; without it the one named in `ownerUrl`. */
  database?: string;
  /** Password given to the login role `jixia_app`; not used when `appUrl` is given. */
  appPassword: string;
  /** Connection of an application role kept by the operator (DATABASE_APP_URL); then no role is made here. */
  appUrl?: string;
  /** Folder of the migrations; the repository's own by default. */
  dir?: string;
}

interface Migration {
  name: string;
  text: string;
  sha256: string;
}

/** The login role of the running program: owns nothing, bypasses no policy. */
export const APP_ROLE = 'jixia_app';
const MIGRATION_LOCK = 20_200_902;
const REPOSITORY_MIGRATIONS = path.resolve(import.meta.dirname, '../../../db/migrations');

/**
 * Brings a database to the newest structure and returns the connection string the program must use.
 * @throws Error when an applied migration was changed, one fails, or the application role has too many rights.
 */
export async function prepareDatabase(options: PrepareOptions): Promise<string> {
  const { database, appPassword, dir = REPOSITORY_MIGRATIONS } = options;
  const ownerUrl = database ? databaseUrl(options.ownerUrl, database) : options.ownerUrl;
  if (database) await ensureDatabase(options.ownerUrl, database);
  await withClient(ownerUrl, async (owner) => {
    await lockStructure(owner);
    await (options.appUrl ? requireAppRole(owner) : ensureAppRole(owner, appPassword));
  });
  await migrate(ownerUrl, dir);
  const appUrl = options.appUrl ?? loginUrl(ownerUrl, appPassword);
  await withClient(appUrl, verifyAppRole);
  return appUrl;
}

/**
 * Applies the SQL files of `dir` that `ownerUrl` does not have yet, each in its own transaction, and returns their names.
 * @throws Error when an applied file was changed or removed, a new one is numbered before the last, or one fails.
 */
export async function migrate(ownerUrl: string, dir: string = REPOSITORY_MIGRATIONS): Promise<string[]> {
  const files = readMigrations(dir);
  return withClient(ownerUrl, async (owner) => {
    await lockStructure(owner);
    await owner.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const applied = await owner.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration order by name');
    const pending = pendingMigrations(files, applied.rows);
    for (const file of pending) await apply(owner, file);
    return pending.map((file) => file.name);
  });
}

/** The same connection string with another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir).filter((name) => name.endsWith('.sql'));
  const numbers = new Set<string>();
  for (const name of names) {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (!number) throw new Error(`数据库升级脚本 ${name} 的文件名应为 NNNN_name.sql（小写字母、数字、下划线）`);
    if (numbers.has(number)) throw new Error(`数据库升级脚本的编号 ${number} 重复`);
    numbers.add(number);
  }
  return names.sort().map((name) => {
    const text = readFileSync(path.join(dir, name), 'utf8').replaceAll('\r\n', '\n'); // git on Windows may change line ends
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

function pendingMigrations(files: Migration[], applied: { name: string; sha256: string }[]): Migration[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, sha256 } of applied) {
    const file = byName.get(name);
    if (!file) throw new Error(`数据库已执行过升级脚本 ${name}，而本程序没有这个文件：数据库可能属于更新的版本，请使用相应版本的程序。`);
    if (file.sha256 !== sha256)
      throw new Error(`升级脚本 ${name} 已经执行过，内容却与执行时不同。已执行的脚本不能修改，请恢复原文件，另写一个新脚本。`);
  }
  const last = applied.at(-1)?.name ?? '';
  const pending = files.filter((file) => !applied.some(({ name }) => name === file.name));
  const late = pending.find((file) => file.name < last);
  if (late) throw new Error(`升级脚本 ${late.name} 的编号早于已执行的 ${last}，请改用更大的编号。`);
  return pending;
}

async function apply(owner: pg.Client, file: Migration): Promise<void> {
  try {
    await owner.query('begin');
    await owner.query(file.text);
    await owner.query('reset role; reset all'); // a script may have changed who we are and where names are looked up
    await owner.query('insert into schema_migration (name, sha256) values ($1, $2)', [file.name, file.sha256]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw new Error(`数据库升级脚本 ${file.name}${lineOf(error, file.text)} 执行失败：${String(error)}`, { cause: error });
  }
}

function lineOf(error: unknown, text: string): string {
  if (!(error instanceof pg.DatabaseError) || !error.position) return '';
  return ` 第 ${text.slice(0, Number(error.position)).split('\n').length} 行`;
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
}

/** One start at a time: released when the connection ends. */
async function lockStructure(owner: pg.Client): Promise<void> {
  await owner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
}

async function hasAppRole(owner: pg.Client): Promise<boolean> {
  return (await owner.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])).rowCount === 1;
}

async function requireAppRole(owner: pg.Client): Promise<void> {
  if (!(await hasAppRole(owner)))
    throw new Error(`设置了 DATABASE_APP_URL，但数据库中没有角色 ${APP_ROLE}。请由管理员执行：create role ${APP_ROLE} login password '…'`);
}

/** Sends the password only as a SCRAM verifier, so that no log of the server can hold it. */
async function ensureAppRole(owner: pg.Client, password: string): Promise<void> {
  const verb = (await hasAppRole(owner)) ? 'alter' : 'create';
  try {
    await owner.query(`${verb} role ${APP_ROLE} with login password ${owner.escapeLiteral(scramVerifier(password))}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    throw new Error(`DATABASE_URL 的用户无权建立角色 ${APP_ROLE}。请由管理员建立该角色，并用 DATABASE_APP_URL 给出它的连接串。`, {
      cause: error,
    });
  }
}

function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256');
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(sign('Client Key')).digest('base64');
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${storedKey}:${sign('Server Key').toString('base64')}`;
}

function loginUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  if (url.username !== APP_ROLE)
    throw new Error('DATABASE_URL 应为 postgres://用户:口令@主机:端口/库名；其他写法请同时给出 DATABASE_APP_URL。');
  return url.href;
}

async function verifyAppRole(app: pg.Client): Promise<void> {
  const found = await app.query<{ name: string; isPrivileged: boolean }>(
    `select rolname as name,
       rolsuper or rolbypassrls or rolcreaterole or exists (select from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)' and pg_has_role(relowner, 'member')) as "isPrivileged"
     from pg_roles where rolname = current_user`,
  );
  const role = found.rows[0];
  if (!role || role.isPrivileged)
    throw new Error(`程序使用的数据库角色 ${role?.name ?? ''} 权限过大：它不得是超级用户、不得绕过行级安全、不得拥有任何表。`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'jixia-structure', connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // a query in flight reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
