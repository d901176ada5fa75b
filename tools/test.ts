import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runChecks } from './check.ts';

/** How many checks or tests of one stage ended which way. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const root = path.join(import.meta.dirname, '..');
const reports = path.join(root, 'node_modules/.cache/reports');
const { resolve } = createRequire(import.meta.url);
/** A stage that left no report. */
const broken: Tally = { passed: 0, failed: 1, skipped: 0 };

const stages: { title: string; run(): Promise<Tally> }[] = [
  { title: '检查', run: checks },
  { title: '单元与接口测试', run: vitest },
  { title: '构建网页', run: build },
  { title: '浏览器测试', run: playwright },
];

process.chdir(root);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const sum: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const { title, run } of stages) {
  const began = performance.now();
  console.log(`\n== ${title}`);
  const tally = await run();
  for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += tally[key];
  console.log(`== ${title}：通过 ${tally.passed}，失败 ${tally.failed}，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`);
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 ? 1 : 0;

async function checks(): Promise<Tally> {
  const results = await runChecks();
  const count = (state: string) => results.filter((result) => result.state === state).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

async function vitest(): Promise<Tally> {
  const report = path.join(reports, 'vitest.json');
  const program = path.join(path.dirname(resolve('vitest/package.json')), 'vitest.mjs');
  const code = await node(program, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const read = readReport(report) as
    | { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
    | undefined;
  if (!read) return broken;
  return honest(code, { passed: read.numPassedTests, failed: read.numFailedTests, skipped: read.numPendingTests + read.numTodoTests });
}

/** Counts only when it fails: it tests nothing, but without pages there is nothing to test. */
async function build(): Promise<Tally> {
  const code = await node('tools/build-web.ts');
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function playwright(): Promise<Tally> {
  if (globSync('tests/e2e/**/*.spec.ts').length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const report = path.join(reports, 'playwright.json');
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  const program = path.join(path.dirname(resolve('@playwright/test/package.json')), 'cli.js');
  const code = await node(program, 'test', '--reporter=list,json');
  const read = readReport(report) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | undefined;
  if (!read) return broken;
  const { expected, unexpected, flaky, skipped } = read.stats;
  return honest(code, { passed: expected, failed: unexpected + flaky, skipped });
}

/** A stage that ended badly without a failed test (a file that does not load, a server that does not start) is a failure too. */
function honest(code: number, tally: Tally): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function node(program: string, ...args: string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => done(-1));
    child.on('close', (code) => done(code ?? -1));
  });
}
