import type { Logger } from 'pino';
import type { Door } from '#server/cases/advance.ts';
import { carryOnBulk } from '#server/cases/bulk.ts';
import { carryOnRun } from '#server/cases/runs.ts';
import { fireCausedEvents } from './caused-events.ts';
import { fireDeadlines } from './deadlines.ts';
import { deliverMessages } from './outbox.ts';
import { endUnfitRecommendations } from './unfit-recommendations.ts';
import { endExpiredVouchers } from './vouchers.ts';
import { fundWaitingClaims } from './waiting-claims.ts';
import { startWorker, type Worker } from './worker.ts';

const soon = 5_000;

/** Everything the program does by itself: each job looks for work every few seconds, and at once when woken. */
export function startJobs(door: Door, log: Logger): Worker {
  const { pool, clock } = door;
  const outbox = startWorker('outbox', soon, log, async () => {
    while ((await deliverMessages(pool, clock)) === 200);
  });
  const workers = [
    outbox,
    startWorker('deadlines', soon, log, async () => {
      while ((await fireDeadlines(door)) > 0) outbox.wake();
    }),
    startWorker('caused events', soon, log, async () => {
      while ((await fireCausedEvents(door)) > 0) outbox.wake();
    }),
    startWorker('vouchers', soon, log, async () => {
      while ((await endExpiredVouchers(door)) === 100);
    }),
    startWorker('bulk decisions', soon, log, async () => {
      while (await carryOnBulk(door));
    }),
    startWorker('waiting claims', soon, log, () => fundWaitingClaims(door)),
    startWorker('unfit recommendations', soon, log, () => endUnfitRecommendations(door)),
    startWorker('runs', soon, log, async () => {
      while (await carryOnRun(pool, clock));
    }),
  ];
  return {
    wake: () => {
      for (const worker of workers) worker.wake();
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
