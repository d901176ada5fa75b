// Mutation testing of the policy engine. Stryker is installed here on demand: nobody else needs it.
// `--mutate FILE` looks at one file; `--testRunner vitest` judges by vitest itself, six times slower (docs/mutation.md).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = 'tests/mutation';
const run = (command, args, cwd = '.') => {
  const done = spawnSync(command, args, { stdio: 'inherit', cwd });
  if (done.status !== 0) process.exit(done.status ?? 1);
};
if (!existsSync(`${folder}/node_modules/@stryker-mutator/core`))
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
run('node', ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', `${folder}/write-corpus.ts`]);
run('node', [
  `${folder}/node_modules/@stryker-mutator/core/bin/stryker.js`,
  'run',
  `${folder}/stryker.config.json`,
  ...process.argv.slice(2),
]);
