import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import { calendarOf } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';
import { demoAccounts, loadDemonstrationCity } from '#demo/load.ts';
import { buildApp } from './app.ts';
import { checkStates } from './cases/check-states.ts';
import { clockFrom, type MovableClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { type EmbeddedPostgres, startEmbedded } from './db/embedded.ts';
import { prepareDatabase } from './db/migrate.ts';
import { openPool, type Pool } from './db/pool.ts';
import { storedSecret } from './db/stored-secret.ts';
import { inTx, systemScope } from './db/transaction.ts';
import { diskStore } from './files/disk.ts';
import { s3Store } from './files/s3.ts';
import type { House } from './http/house.ts';
import { startJobs } from './jobs/jobs.ts';
import { createFirstAdministrator } from './sign-in/first-administrator.ts';
import { type DemoState, readDemo, saveCityState } from './stores/demo.ts';
import { openVault } from './vault/open-vault.ts';
import type { Vault } from './vault/vault.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const say = (line: string) => process.stdout.write(`${line}\n`);

type Database = { readonly embedded: EmbeddedPostgres | undefined; readonly ownerUrl: string; readonly appUrl: string };

async function openDatabase(config: Config, dataDir: string): Promise<Database> {
  const appPassword = storedSecret(path.join(dataDir, 'app-secret'));
  if (config.DATABASE_URL) {
    const appUrl = config.DATABASE_APP_URL;
    return {
      embedded: undefined,
      ownerUrl: config.DATABASE_URL,
      appUrl: await prepareDatabase({ ownerUrl: config.DATABASE_URL, appPassword, ...(appUrl ? { appUrl } : {}) }),
    };
  }
  const embedded = await startEmbedded(dataDir);
  const appUrl = await prepareDatabase({ ownerUrl: embedded.url('postgres'), database: 'jixia', appPassword });
  return { embedded, ownerUrl: embedded.url('jixia'), appUrl };
}

/** Opens the vault as the owner of the database, who alone may seal what older versions left plain. */
async function unlock(config: Config, ownerUrl: string, dataDir: string): Promise<Vault> {
  const owner = openPool(ownerUrl, { size: 1, statementMs: 0 });
  try {
    return await openVault(owner, { ...config, dataDir });
  } finally {
    await owner.end();
  }
}

/** The machine's clock; in demonstration mode moved by what was configured or chosen before. */
async function openClock(config: Config, pool: Pool): Promise<MovableClock> {
  const machine = () => new Date();
  if (!config.JIXIA_DEMO) return clockFrom(machine);
  if (config.JIXIA_CLOCK) return clockFrom(machine, Date.parse(config.JIXIA_CLOCK) - Date.now());
  return clockFrom(machine, (await inTx(pool, systemScope, readDemo)).offset_ms);
}

const filesOf = (config: Config, dataDir: string) =>
  config.S3_ENDPOINT
    ? s3Store({
        endpoint: config.S3_ENDPOINT,
        bucket: config.S3_BUCKET ?? '',
        accessKey: config.S3_ACCESS_KEY ?? '',
        secretKey: config.S3_SECRET_KEY ?? '',
      })
    : diskStore(path.join(dataDir, 'files'));

const markCity = ({ pool }: House, city: DemoState['city']) => inTx(pool, systemScope, (tx) => saveCityState(tx, city));

/**
 * Loads the invented city into an empty database, through the public API like any other caller. A load that was cut off
 * is taken up again at the next start; it repeats nothing.
 */
async function loadCity(house: House, address: string, adminPassword: string): Promise<void> {
  say('正在载入虚构的示范城市……');
  await loadDemonstrationCity({ baseUrl: address, administrator: { username: 'admin', password: adminPassword }, say });
  await markCity(house, 'loaded');
}

/** Whether the city is to be loaded: into a new database, or where a load was cut off. */
async function isCityWanted({ config, pool }: House, isNew: boolean): Promise<boolean> {
  if (!config.JIXIA_DEMO || !config.JIXIA_DEMO_LOAD) return false;
  return isNew || (await inTx(pool, systemScope, readDemo)).city === 'loading';
}

function printWelcome(config: Config, address: string): void {
  say(`\n稷下已就绪：${config.PUBLIC_URL ?? address}\n`);
  if (!config.JIXIA_DEMO) return;
  say('演示账号（数据均为虚构）：');
  for (const { username, password, role, organisation, tries } of demoAccounts)
    say(`  ${username.padEnd(18)} ${password}  ${role}｜${organisation}｜${tries}`);
  say('\n按 Ctrl-C 停止；数据保存在 data 目录。');
}

type Running = { readonly close: () => Promise<void>; readonly log: Logger };

async function start(config: Config): Promise<Running> {
  const dataDir = path.resolve(repository, config.DATA_DIR);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const level = config.LOG_LEVEL ?? (config.JIXIA_DEMO ? 'warn' : 'info'); // a person reads the demonstration's terminal
  const log = pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization', '*.password'] });
  const { embedded, ownerUrl, appUrl } = await openDatabase(config, dataDir);
  const vault = await unlock(config, ownerUrl, dataDir);
  const pool = openPool(appUrl);
  await checkStates(pool);
  const adminPassword = config.JIXIA_ADMIN_PASSWORD ?? (config.JIXIA_DEMO ? 'jixia-demo-2026' : randomUUID());
  const clock = await openClock(config, pool);
  const isNew = await createFirstAdministrator(pool, clock, adminPassword);
  const calendar = calendarOf(calendars);
  const door = { pool, clock, calendar, vault };
  const jobs = startJobs(door, log);
  const house: House = {
    config,
    pool,
    clock,
    calendar,
    files: filesOf(config, dataDir),
    vault,
    log,
    wakeJobs: jobs.wake,
  };
  const isLoading = await isCityWanted(house, isNew);
  if (isLoading) await markCity(house, 'loading'); // not ready before the city stands
  const app = await buildApp(house);
  const address = await app.listen({ port: config.PORT, host: config.HOST });
  if (isLoading) await loadCity(house, address, adminPassword);
  else if (isNew && !config.JIXIA_ADMIN_PASSWORD) say(`首个系统管理员：admin，初始密码 ${adminPassword}（请登录后立即修改）`);
  printWelcome(config, address);
  return {
    log,
    close: async () => {
      await app.close();
      await jobs.stop();
      await pool.end();
      await embedded?.stop();
    },
  };
}

/** npm does not pass signals on to what it starts: when it is gone, so are we. */
function watchParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

const read = readConfig(process.env);
if (!read.ok) {
  for (const fault of read.faults) process.stderr.write(`${fault}\n`);
  process.exit(2);
}
const running = await start(read.config).catch((error: unknown) => {
  process.stderr.write(`启动失败：${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
let isStopping = false;
const stop = async () => {
  if (isStopping) return;
  isStopping = true;
  say('正在停止……');
  setTimeout(() => process.exit(1), 15_000).unref();
  await running.close();
  process.exit(0);
};
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
watchParent(() => void stop());
