import type { Logger } from 'pino';

/** A job that looks for work again and again, at once when woken, and can be stopped cleanly. */
export type Worker = { readonly wake: () => void; readonly stop: () => Promise<void> };

/** Runs `work` every `everyMs` and after each wake, never twice at once. A fault is logged and tried again. */
export function startWorker(name: string, everyMs: number, log: Logger, work: () => Promise<void>): Worker {
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  const round = async () => {
    try {
      await work();
    } catch (error) {
      if (!isStopped) log.error({ err: error, job: name }, 'a job failed; it is tried again');
    }
  };
  const next = () => {
    if (isStopped || current) return;
    clearTimeout(timer);
    isWanted = false;
    current = round().finally(() => {
      current = undefined;
      if (isStopped) return;
      if (isWanted) next();
      else timer = setTimeout(next, everyMs);
    });
  };
  timer = setTimeout(next, 50);
  return {
    wake: () => {
      isWanted = true;
      next();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
