import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { calendarOf } from '#core/kernel/workdays.ts';
import { calendars } from '#policy/calendar/index.ts';
import { buildApp } from '#server/app.ts';
import { clockFrom } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { openPool } from '#server/db/pool.ts';
import { diskStore } from '#server/files/disk.ts';
import type { House } from '#server/http/house.ts';
import { testVault } from '../../tests/support/vault.ts';
import { answer } from '../child.ts';
import { record } from './replay.ts';

/** Where our server finds its database and files, and how far its business clock is moved. */
export type OurOrders = { readonly url: string; readonly files: string; readonly offsetMs: number };

/** The house as `main.ts` makes it, with the log level of production; its jobs do not run, so that only requests are measured. */
export function houseFor({ url, files, offsetMs }: OurOrders): House {
  const read = readConfig({ JIXIA_DEMO: '1' });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return {
    config: read.config,
    pool: openPool(url),
    clock: clockFrom(() => new Date(), offsetMs),
    calendar: calendarOf(calendars),
    files: diskStore(files),
    vault: testVault,
    log: pino({ level: 'info', redact: ['req.headers.cookie', 'req.headers.authorization', '*.password'] }),
    wakeJobs: () => {},
  };
}

async function listen(orders: OurOrders): Promise<number> {
  const app = await buildApp(houseFor(orders));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  await delay(1200); // a start that took long looks like an overloaded server for a second
  return Number(new URL(address).port);
}

let stop = record();
stop();

if (process.send)
  answer({
    listen,
    record: () => {
      stop = record();
    },
    recorded: () => stop(),
  });
