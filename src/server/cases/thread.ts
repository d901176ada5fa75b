import { Worker } from 'node:worker_threads';

/** The thread has too much to do, or a question took too long; the caller answers "busy". */
export class ThreadBusy extends Error {}

/** How many questions may wait, how long one may take, how much memory it may use. */
export type ThreadLimits = { readonly waiting: number; readonly timeMs: number; readonly memoryMb: number };

type Job<Question, Answer> = {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (why: Error) => void;
};

/**
 * Asks questions of a thread of its own, one after the other, so that long thinking does not hold up everybody else. The
 * thread starts with the first question and does not keep the program alive; one that takes too long, or fails, is replaced.
 */
export function openThread<Question, Answer>(entry: string | URL, limits: ThreadLimits) {
  const waiting: Job<Question, Answer>[] = [];
  let worker: Worker | undefined;
  let current: Job<Question, Answer> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const settle = (finish: (job: Job<Question, Answer>) => void): void => {
    const job = current;
    clearTimeout(timer);
    current = undefined;
    if (job) finish(job);
    next();
  };
  const replace = (why: Error): void => {
    void worker?.terminate();
    worker = undefined;
    settle(({ reject }) => reject(why));
  };
  const start = (): Worker => {
    const started = new Worker(entry, { execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } });
    started.unref();
    started.on('message', (answer: Answer) => worker === started && settle(({ resolve }) => resolve(answer)));
    started.on('error', (fault) => worker === started && replace(fault instanceof Error ? fault : new Error(String(fault))));
    return started;
  };
  function next(): void {
    if (current) return;
    current = waiting.shift();
    if (!current) return;
    worker ??= start();
    timer = setTimeout(() => replace(new ThreadBusy(`no answer within ${limits.timeMs} ms`)), limits.timeMs);
    worker.postMessage(current.question);
  }

  /** @throws ThreadBusy when too many wait or the answer does not come in time; whatever the thread threw. */
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= limits.waiting) return reject(new ThreadBusy(`${waiting.length} questions wait`));
      waiting.push({ question, resolve, reject });
      next();
    });
  return { ask };
}
