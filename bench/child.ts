import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Question = { readonly id: number; readonly name: string; readonly given: unknown };
type Answer = { readonly id: number; readonly value?: unknown; readonly fault?: string };

/** A process of ours that answers questions one after the other. */
export type Child = {
  readonly ask: <T>(name: string, given?: unknown) => Promise<T>;
  readonly end: () => Promise<void>;
};

/** Starts a program of the benchmark in a process of its own. With a profile folder, its processor profile is left there. */
export function startChild(file: URL, profileTo?: string): Child {
  const execArgv = profileTo ? ['--cpu-prof', '--cpu-prof-interval=200', `--cpu-prof-dir=${profileTo}`] : [];
  const child: ChildProcess = fork(fileURLToPath(file), { execArgv, serialization: 'advanced' });
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

/** The child's side: answers every question by name, and ends when its parent lets go. */
export function answer(handlers: Readonly<Record<string, (given: never) => unknown>>): void {
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
