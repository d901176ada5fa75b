import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a program of this folder prints as JSON, run in a process of its own. @throws Error if it fails. */
export function alone<Result>(name: string, given: readonly string[] = []): Result {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', file, ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${name} failed`);
  return JSON.parse(stdout) as Result;
}
