import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import pino from 'pino';
import { afterAll } from 'vitest';
import type { Instant } from '#core/kernel/dates.ts';
import { calendarOf } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';
import { buildApp } from '#server/app.ts';
import { clockFrom } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { openPool } from '#server/db/pool.ts';
import { diskStore } from '#server/files/disk.ts';
import type { FileStore } from '#server/files/store.ts';
import type { House } from '#server/http/house.ts';
import { fireCausedEvents } from '#server/jobs/caused-events.ts';
import { fireDeadlines } from '#server/jobs/deadlines.ts';
import { deliverMessages } from '#server/jobs/outbox.ts';
import { endUnfitRecommendations } from '#server/jobs/unfit-recommendations.ts';
import { endExpiredVouchers } from '#server/jobs/vouchers.ts';
import { fundWaitingClaims } from '#server/jobs/waiting-claims.ts';
import { inTx, systemScope } from '#server/db/transaction.ts';
import { hashToken, newToken } from '#server/sign-in/sessions.ts';
import { insertSession } from '#server/stores/sessions.ts';
import { type Caller, callerOf } from './caller.ts';
import { testDatabase } from './database.ts';
import { testVault } from './vault.ts';

/** Monday, 1 March 2021, nine in the morning in Zibo: within the plan's own year. */
export const firstMorning = '2021-03-01T01:00:00.000Z';

export type HouseOptions = {
  readonly config?: Readonly<Record<string, string>>;
  /** Changes the address the program reaches its database at: a proxy. */
  readonly route?: (appUrl: string) => string;
  readonly files?: FileStore;
  readonly poolSize?: number;
};

const calendar = calendarOf(calendars);

/** A log that keeps what was logged as an error: a test may ask that nothing was. */
function listeningLog() {
  const faults: string[] = [];
  const sink = new Writable({
    write(line: Buffer, _encoding, done) {
      const entry = JSON.parse(line.toString()) as { level: number; msg: string; err?: { message: string; stack: string } };
      if (entry.level >= 50 && entry.err) faults.push(`${entry.msg}: ${entry.err.stack}`);
      done();
    },
  });
  return { faults, log: pino({ level: 'error' }, sink) };
}

/** Connects as the owner of the database: for looking where the program may not, and for breaking things on purpose. */
async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the database is dropped under it at the end
  await client.connect();
  return client;
}

/** Loading the program holds the event loop up; until that is forgotten it answers "busy". */
async function untilCalm(app: FastifyInstance): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await app.inject({ url: '/healthz' })).statusCode === 200) return;
    await pause(100);
  }
}

/** The whole program on a database of its own, with a clock that only tests move. */
export type TestHouse = Awaited<ReturnType<typeof openHouse>>;

/** Builds the program for one test file; closes it after its last test. */
export async function openHouse(options: HouseOptions = {}) {
  const database = await testDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'jixia-files-'));
  const read = readConfig({ JIXIA_DEMO: '1', LOG_LEVEL: 'error', ...options.config });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const pool = openPool(options.route?.(database.appUrl) ?? database.appUrl, { size: options.poolSize ?? 12 });
  let machineMs = Date.parse(firstMorning);
  const clock = clockFrom(() => new Date(machineMs));
  const { faults, log } = listeningLog();
  const house: House = {
    config: read.config,
    pool,
    clock,
    calendar,
    files: options.files ?? diskStore(folder),
    vault: testVault,
    log,
    wakeJobs: () => {},
  };
  const app = await buildApp(house);
  const owner = await connectOwner(database.ownerUrl);
  await untilCalm(app);
  afterAll(async () => {
    await app.close();
    await pool.end();
    await owner.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const jobs = async () => {
    for (let fired = 1; fired > 0;) fired = (await fireDeadlines(house)) + (await fireCausedEvents(house));
    await endExpiredVouchers(house);
    await fundWaitingClaims(house);
    await endUnfitRecommendations(house);
    while ((await deliverMessages(pool, clock)) > 0);
  };

  return {
    house,
    app,
    database,
    owner,
    folder,
    faults,
    /** Somebody who has not signed in. */
    anybody: (address?: string): Caller => callerOf(app, address === undefined ? {} : { address }),
    /** Somebody with a session that is simply there: signing in has its own tests. */
    session: (person: string, office: string | null): Promise<Caller> =>
      openSession(house, person, office).then((cookie) => callerOf(app, { cookie })),
    /** Sets the time of the business; jobs do not run by themselves. */
    setNow: (at: string) => clock.setOffsetMs(Date.parse(at) - machineMs),
    now: (): Instant => clock.now(),
    /** Moves the machine's own time, by which sessions, limits and codes count. The time of the business moves along. */
    passMachine: (ms: number) => {
      machineMs += ms;
    },
    machine: () => new Date(machineMs),
    /** Fires every deadline that is due and delivers every message, now. */
    jobs,
  };
}

async function openSession(house: House, person: string, office: string | null): Promise<string> {
  const token = newToken();
  const now = house.clock.machine();
  await inTx(house.pool, systemScope, (tx) =>
    insertSession(tx, {
      tokenHash: hashToken(token),
      id: randomUUID(),
      person,
      office,
      now,
      expiresAt: new Date(now.getTime() + 12 * 3_600_000),
      address: '127.0.0.1',
      device: 'test',
    }),
  );
  return `jixia=${token}`;
}
