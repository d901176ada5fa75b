import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

type Question = { readonly id: number; readonly name: string; readonly given: unknown };
type Answer = { readonly id: number; readonly value?: unknown; readonly fault?: string };

/** A process of ours that answers questions one after the other. */
export type Child = {
  readonly ask: <T>(name: string, given?: unknown) => Promise<T>;
  readonly end: () => Promise<void>;
};

/** Starts a program of the benchmark in a process of its own. */
export function startChild(file: URL): Child {
  const child: ChildProcess = fork(fileURLToPath(file), { serialization: 'advanced' });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (fault: Error) => void }>();
  child.on('message', ({ id, value, fault }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) asked?.resolve(value);
    else asked?.reject(new Error(fault));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${fileURLToPath(file)} ended with ${code}`));
  });
  let last = 0;
  return {
    ask: <T>(name: string, given?: unknown) =>
      new Promise<T>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id: last, name, given } satisfies Question);
      }),
    end: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

let session: Session | undefined;

/** What every child can be asked: the processor time it has used, in milliseconds, and a profile of what it does. */
const everyChild = {
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  profile: async () => {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
  },
  /** Writes the profile to the file; a browser's developer tools open it. */
  profiled: async (file: string) => {
    const done = await session?.post('Profiler.stop');
    writeFileSync(file, JSON.stringify(done?.profile));
    session?.disconnect();
  },
};

/** The child's side: answers every question by name, and ends when its parent lets go. */
export function answer(own: Readonly<Record<string, (given: never) => unknown>>): void {
  const handlers: typeof own = { ...everyChild, ...own };
  const reply = (message: Answer) => process.connected && process.send?.(message);
  process.on('message', ({ id, name, given }: Question) => {
    const handle = handlers[name] as ((given: unknown) => unknown) | undefined;
    Promise.resolve()
      .then(() => (handle ? handle(given) : Promise.reject(new Error(`no handler ${name}`))))
      .then(
        (value) => reply({ id, value }),
        (fault: unknown) => reply({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
