import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type PostgresTools, postgresTools } from './embedded-tools.ts';
import { storedSecret } from './stored-secret.ts';

/** A PostgreSQL server of our own, reachable on this machine only, held by this process alone. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** True when a server left behind by a killed program was found running and taken over. */
  readonly isReused: boolean;
  /** Connection string of the superuser for one database of this server. */
  url(database: string): string;
  /** Stops the server and gives the data folder back; may be called more than once. */
  stop(): Promise<void>;
}

/** `isDurable: false` gives speed for crash safety (tests only); `port` is chosen free when left out. */
export interface EmbeddedOptions {
  isDurable?: boolean;
  port?: number;
}

interface Cluster extends PostgresTools {
  readonly dataDir: string;
  readonly dir: string;
  readonly log: string;
  readonly secret: string;
  readonly isDurable: boolean;
}

const isWindows = process.platform === 'win32';
const SUPERUSER = 'postgres';
const INSTANCE_LOCK = 20_200_901;
/** Below the range from which Linux picks the ports of outgoing connections, so that none of them can sit on ours. */
const PORTS = { first: 20_000, count: 12_000 };
/** As long as the address of a socket may be on every system we know. */
const SOCKET_PATH_MOST = 103;
/** No process can have this number; see `disown`. */
const NOBODY_PID = 2_147_483_646;

/** Starts (creating it when new) the PostgreSQL under `dataDir`. @throws Error if another program holds the folder or the server cannot start. */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(path.resolve(dataDir), options.isDurable ?? true);
  let failure = '';
  for (let attempt = 1; attempt <= 3; attempt++) {
    const taken = await holdRunning(cluster, true);
    if (taken) return taken;
    failure = await launch(cluster, options.port ?? (await freePort()));
    const held = failure ? undefined : await holdRunning(cluster, false);
    if (held) return held;
    await delay(500);
  }
  throw new Error(`内置 PostgreSQL 无法启动，日志在 ${cluster.log}：\n${failure || '启动后随即退出'}`);
}

async function openCluster(dataDir: string, isDurable: boolean): Promise<Cluster> {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const tools = await postgresTools(dataDir);
  const isNew = !fs.existsSync(path.join(dataDir, 'pg/PG_VERSION'));
  if (!isNew && !fs.existsSync(path.join(dataDir, 'pg-secret')))
    throw new Error(`找不到 ${dataDir}/pg-secret（数据库的口令），请恢复这个文件`);
  const cluster: Cluster = {
    ...tools,
    dataDir,
    dir: path.join(dataDir, 'pg'),
    log: path.join(dataDir, 'postgresql.log'),
    secret: storedSecret(path.join(dataDir, 'pg-secret')),
    isDurable,
  };
  if (isNew) await createCluster(cluster);
  return cluster;
}

/** Builds the cluster aside and renames it into place: a half-made one is never mistaken for a whole one. */
async function createCluster(cluster: Cluster): Promise<void> {
  const draft = `${cluster.dir}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, cluster.secret, { mode: 0o600 });
  cluster.own(draft);
  cluster.own(passwordFile);
  const encoding = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const speed = cluster.isDurable ? [] : ['--no-sync'];
  const made = await cluster.run('initdb', ['-D', draft, ...encoding, ...access, '--data-checksums', '--no-instructions', ...speed]);
  fs.rmSync(passwordFile);
  try {
    if (made.code !== 0) throw new Error(`内置 PostgreSQL 无法建立数据目录：\n${made.output.slice(-1500)}`);
    if (isWindows && fs.existsSync(cluster.dir)) fs.rmdirSync(cluster.dir);
    fs.renameSync(draft, cluster.dir);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(path.join(cluster.dir, 'PG_VERSION'))) throw error; // else another start was quicker, use its cluster
  }
}

/** Returns what went wrong, an empty text when the server accepts connections. */
async function launch(cluster: Cluster, port: number): Promise<string> {
  if (fs.existsSync(cluster.log) && fs.statSync(cluster.log).size > 20_000_000) fs.renameSync(cluster.log, `${cluster.log}.1`);
  fs.appendFileSync(cluster.log, '', { mode: 0o600 });
  cluster.own(cluster.log);
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    max_connections: 100,
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    ...(isWindows ? {} : { unix_socket_directories: '.', unix_socket_permissions: '0700' }), // in the data folder
    ...(cluster.isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const done = await cluster.run('pg_ctl', ['start', '-w', '-s', '-t', '120', '-D', cluster.dir, '-l', cluster.log, '-o', flags.join(' ')]);
  return done.code === 0 ? '' : `${done.output.slice(-500)}\n${fs.readFileSync(cluster.log, 'utf8').slice(-1500)}`;
}

/** The server already running on this cluster, connected to; waits for one that is still starting, recovering or stopping. */
async function findRunning(cluster: Cluster): Promise<pg.Client | undefined> {
  for (let i = 0; i < 600; i++) {
    const { pid, door } = readPidFile(cluster);
    if (!pid) return undefined;
    const state = processState(pid);
    if (state === 'foreign') disown(cluster);
    if (state !== 'alive') return undefined;
    const client = door ? await connect(cluster, door) : undefined;
    if (client) return client;
    await delay(100);
  }
  throw new Error(`数据目录 ${cluster.dir} 中的 PostgreSQL 一分钟内没有应答，请查看 ${cluster.log}`);
}

/** Where a server listens; one that an older program left running has no socket. */
type Door = { readonly port: number; readonly hasSocket: boolean };

function readPidFile(cluster: Cluster): { pid?: number; door?: Door } {
  try {
    const [pid, , , port, socketDir] = fs.readFileSync(path.join(cluster.dir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), ...(port ? { door: { port: Number(port), hasSocket: socketDir === '.' } } : {}) };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return {};
    throw error;
  }
}

/** `foreign`: the number now belongs to something else, or to the unreaped remains of a killed server. */
function processState(pid: number): 'alive' | 'gone' | 'foreign' {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0) ? 'alive' : 'gone';
    const [, name, state] = /\((.*)\) (\S)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === 'postgres' && state !== 'Z' ? 'alive' : 'foreign';
  } catch {
    return 'gone';
  }
}

/**
 * PostgreSQL refuses to start while the number in postmaster.pid is taken by anybody, which after a restart of a
 * container is often the case. Only the number is replaced: the rest lets PostgreSQL find surviving workers itself.
 */
function disown(cluster: Cluster): void {
  const file = path.join(cluster.dir, 'postmaster.pid');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^-?\d+/, String(NOBODY_PID)));
}

/** A socket in the data folder spares both sides the network stack, a good part of a short statement. */
function urlOf({ secret, dir }: Cluster, { port, hasSocket }: Door, database: string): string {
  const isReached = hasSocket && Buffer.byteLength(path.join(dir, `.s.PGSQL.${port}`)) <= SOCKET_PATH_MOST;
  const host = isReached ? `?host=${encodeURIComponent(dir)}` : '';
  return `postgres://${SUPERUSER}:${secret}@127.0.0.1:${port}/${database}${host}`;
}

async function connect(cluster: Cluster, door: Door): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, door, 'postgres'),
    application_name: `jixia ${process.pid}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', () => {}); // the server went away; whoever queries next reports it
  try {
    await client.connect();
    const shown = await client.query<{ data_directory: string }>('show data_directory');
    if (fs.realpathSync(shown.rows[0]?.data_directory ?? '/') === fs.realpathSync(cluster.dir)) return client;
  } catch (error) {
    if (hasCode(error, '28P01')) throw new Error(`${cluster.dataDir}/pg-secret 与数据库的口令不符，请恢复原来的文件`, { cause: error });
  }
  await client.end().catch(() => {});
  return undefined;
}

/**
 * Makes this process the only one on the data folder: the lock lives as long as the connection, so a killed program
 * leaves none. Nothing when the server stopped meanwhile.
 */
async function holdRunning(cluster: Cluster, isReused: boolean): Promise<EmbeddedPostgres | undefined> {
  const client = await findRunning(cluster);
  if (!client) return undefined;
  const answer = await lockInstance(client).catch(() => 'lost' as const);
  if (answer !== 'held') await client.end().catch(() => {});
  if (answer === 'lost') return undefined;
  if (answer !== 'held')
    throw new Error(
      `数据目录 ${cluster.dataDir} 正由另一个稷下程序使用（${answer.holder}）。请先停止它，或用环境变量 DATA_DIR 指定别的目录。`,
    );
  const { pid, door } = readPidFile(cluster);
  if (!door) return undefined;
  clearRemains(cluster, door);
  let stopping: Promise<void> | undefined;
  const shutDown = async () => {
    const isOurs = readPidFile(cluster).pid === pid && processState(pid ?? 0) === 'alive';
    const done = isOurs
      ? await cluster.run('pg_ctl', ['stop', '-w', '-s', '-t', '60', '-m', 'fast', '-D', cluster.dir])
      : { code: 0, output: '' };
    await client.end().catch(() => {});
    if (done.code !== 0) throw new Error(`内置 PostgreSQL 没有停下来：\n${done.output.slice(-500)}`);
  };
  return {
    port: client.port,
    isReused,
    url: (database) => urlOf(cluster, door, database),
    stop: () => (stopping ??= shutDown()),
  };
}

/** What killed programs and servers left lying about; only for whoever holds the folder. */
function clearRemains({ dataDir, dir }: Cluster, { port }: Door): void {
  for (const name of fs.readdirSync(dataDir))
    if (name.startsWith('pg.new-')) fs.rmSync(path.join(dataDir, name), { recursive: true, force: true });
  for (const name of fs.readdirSync(dir))
    if (name.startsWith('.s.PGSQL.') && !name.startsWith(`.s.PGSQL.${port}`)) fs.rmSync(path.join(dir, name), { force: true });
}

async function lockInstance(client: pg.Client): Promise<'held' | { holder: string }> {
  for (let i = 0; i < 20; i++) {
    const tried = await client.query<{ isHeld: boolean }>(`select pg_try_advisory_lock(${INSTANCE_LOCK}, 1) as "isHeld"`);
    if (tried.rows[0]?.isHeld) return 'held';
    await delay(100); // the server may not have noticed yet that a killed program is gone
  }
  const found = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and classid = ${INSTANCE_LOCK}`,
  );
  return { holder: found.rows[0]?.name.replace('jixia', '进程') ?? '进程号未知' };
}

async function freePort(): Promise<number> {
  for (let i = 0; i < 50; i++) {
    const port = PORTS.first + (randomBytes(2).readUInt16BE() % PORTS.count);
    if (await isFree(port)) return port;
  }
  throw new Error('找不到空闲的端口给内置 PostgreSQL 使用');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
