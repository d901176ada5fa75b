import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const SOURCES = [
  'src/{web,portal,contract,core,policy,processes}/**/*',
  'vite.config.ts',
  'tools/build-web.ts',
  'package.json',
  'package-lock.json',
];

process.chdir(path.join(import.meta.dirname, '..'));
const mark = 'dist/web/.built';
const wanted = hashOfSources();
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  const began = performance.now();
  const { build } = await import('vite');
  await build({ configFile: 'vite.config.ts', configLoader: 'native', logLevel: 'warn' });
  for (const file of globSync('dist/web/**/*.{js,css,html,svg,json}')) compress(file);
  writeFileSync(mark, wanted);
  console.log(`网页已构建，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒。`);
}

/** Compresses once here, as hard as it goes, so that no start of the server has to. */
function compress(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

/** The portal is hashed too, because the style sheet is built from the class names it uses. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES).sort())
    if (!file.endsWith('.test.ts') && statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
