import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a program prints as JSON, run in a process of its own. @throws Error if it fails. */
export function alone<Result>(program: URL, given: readonly string[] = []): Result {
  const file = fileURLToPath(program);
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', file, ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${file} failed`);
  return JSON.parse(stdout) as Result;
}
