import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['src/{web,portal,contract,core,policy,processes}/**/*', 'vite.config.ts', 'package.json', 'package-lock.json'];

process.chdir(path.join(import.meta.dirname, '..'));
const mark = 'dist/web/.built';
const wanted = hashOfSources();
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  const began = performance.now();
  const { build } = await import('vite');
  await build({ configFile: 'vite.config.ts', configLoader: 'native', logLevel: 'warn' });
  writeFileSync(mark, wanted);
  console.log(`网页已构建，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒。`);
}

/** The portal is hashed too, because the style sheet is built from the class names it uses. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES).sort())
    if (!file.endsWith('.test.ts') && statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
