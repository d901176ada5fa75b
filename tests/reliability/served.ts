import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import { calendarOf } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';
import { buildApp } from '#server/app.ts';
import { carryOnBulk } from '#server/cases/bulk.ts';
import { clockFrom, type MovableClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { openPool } from '#server/db/pool.ts';
import { diskStore } from '#server/files/disk.ts';
import type { House } from '#server/http/house.ts';
import { endExpiredVouchers } from '#server/jobs/vouchers.ts';
import { answer } from '../../bench/child.ts';
import { record } from '../../bench/http/replay.ts';
import { testVault } from '../support/vault.ts';

/** Where the program finds its database and files, and at which moment of the business it stands still. */
export type ServedOrders = { readonly url: string; readonly files: string; readonly at: string };

/** A clock of the business that stands until it is set: a run at the last millisecond stays there. Sessions run by the machine's. */
function standingClock(at: string): MovableClock & { readonly set: (at: string) => void } {
  let now = at as Instant;
  const machine = clockFrom(() => new Date());
  return {
    ...machine,
    now: () => now,
    today: () => businessDateOf(now),
    set: (moment) => {
      now = moment as Instant;
    },
  };
}

let shown = 0;

/** Of what goes wrong the first few lines say enough; a broken variant would fill the screen. */
function showFew(line: string): void {
  shown += 1;
  if (shown <= 2) process.stderr.write(`${line.slice(0, 700)}\n`);
}

/** The house as `main.ts` makes it, with a clock that stands. Its jobs do not run by themselves. */
export function houseAt({ url, files, at }: ServedOrders): House & { readonly clock: ReturnType<typeof standingClock> } {
  const read = readConfig({ JIXIA_DEMO: '1' });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return {
    config: read.config,
    pool: openPool(url),
    clock: standingClock(at),
    calendar: calendarOf(calendars),
    files: diskStore(files),
    vault: testVault,
    log: pino({ level: 'error' }, { write: showFew }),
    wakeJobs: () => {},
  };
}

/** Loading the program holds the event loop up: seen a second later, and until it is forgotten the answer is "busy". */
export async function untilCalm(app: Awaited<ReturnType<typeof buildApp>>): Promise<void> {
  await pause(1200);
  while ((await app.inject({ url: '/healthz' })).statusCode !== 200) await pause(100);
}

type Open = { readonly house: ReturnType<typeof houseAt>; readonly app: Awaited<ReturnType<typeof buildApp>> };
let open: Open | undefined;
let watch: { readonly timer: NodeJS.Timeout; readonly before: number; peak: number } | undefined;

const opened = (): Open => {
  if (!open) throw new Error('the program is not open');
  return open;
};

let stopRecording: ReturnType<typeof record> = () => [];

const handlers = {
  /** Opens the program on a database; gives the port it listens on. */
  open: async (orders: ServedOrders): Promise<number> => {
    const house = houseAt(orders);
    const app = await buildApp(house);
    open = { house, app };
    await untilCalm(app);
    return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  },
  close: async () => {
    const { app, house } = opened();
    await app.close();
    await house.pool.end();
    open = undefined;
  },
  /** Begins and ends writing down what is sent to the database. */
  record: () => {
    stopRecording = record();
  },
  recorded: () => stopRecording(),
  setNow: (at: string) => opened().house.clock.set(at),
  /** Ends every voucher that is over, as the job does. */
  expire: async () => {
    while ((await endExpiredVouchers(opened().house)) > 0);
  },
  /** Carries one decision on many cases on by a batch, as the worker does; says whether there was anything to do. */
  carryOn: () => carryOnBulk(opened().house),
  /** Begins to look at how much memory this process holds. */
  watch: () => {
    globalThis.gc?.();
    const { rss } = process.memoryUsage();
    const timer = setInterval(() => {
      if (watch) watch.peak = Math.max(watch.peak, process.memoryUsage().rss);
    }, 20);
    watch = { timer, before: rss, peak: rss };
  },
  /** How many MiB it held at first and at most. */
  watched: () => {
    clearInterval(watch?.timer);
    return { beforeMb: (watch?.before ?? 0) / 2 ** 20, peakMb: Math.max(watch?.peak ?? 0, process.memoryUsage().rss) / 2 ** 20 };
  },
  /** For a broken variant: letters are compared as they were typed, full width is not half width. */
  breakNormalize: () => {
    // oxlint-disable-next-line no-extend-native -- the fault is built in on purpose, in a process made for it
    String.prototype.normalize = function normalize() {
      return String(this);
    };
  },
};

/** What the process of the program can be asked, beside what every child can be. */
export type Served = typeof handlers;

if (process.send) answer(handlers);
