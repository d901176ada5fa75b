import type { Logger } from 'pino';
import type { Calendar } from '#core/kernel/workdays.ts';
import type { Config } from '#server/config.ts';
import type { MovableClock } from '#server/clock.ts';
import type { Pool } from '#server/db/pool.ts';
import type { FileStore } from '#server/files/store.ts';
import type { Vault } from '#server/vault/vault.ts';

/** Everything a handler may need that is made once at the start. */
export type House = {
  readonly config: Config;
  readonly pool: Pool;
  readonly clock: MovableClock;
  readonly calendar: Calendar;
  readonly files: FileStore;
  readonly vault: Vault;
  readonly log: Logger;
  /** Wakes the deadline and outbox jobs at once: after a command, and when the clock is moved. */
  readonly wakeJobs: () => void;
};
