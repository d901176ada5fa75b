import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** How one check ended; `output` is what to show when it failed or was skipped. */
export interface CheckResult {
  name: string;
  state: 'passed' | 'failed' | 'skipped';
  seconds: number;
  output: string;
}

interface Check {
  name: string;
  run(): Promise<Omit<CheckResult, 'name' | 'seconds'>>;
}

const root = path.join(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');

/**
 * Two checks share the machine as it is, each on a core of its own. Both compilers are written in Go and would start a checker for
 * every core they see (four at least), each of which works out the same types of the same packages again: one checker takes half
 * the processor time. The collector runs seldom; a gigabyte is enough.
 */
const ONE_CORE = { GOMAXPROCS: '1', GOGC: '400' };

/** Longest first, so that two cores finish together. */
const CHECKS: Check[] = [
  { name: '多余的文件与导出 knip', run: () => program('knip', '--no-progress') },
  { name: '规则 oxlint', run: () => program('oxlint', '--type-aware', '--deny-warnings') },
  { name: '类型 tsc', run: () => program('tsc', '--project', '.', '--pretty', 'false', '--checkers', '1') },
  { name: '引用关系 dependency-cruiser', run: () => program('depcruise', ...cruised()) },
  { name: '文档与程序一致 write-docs', run: docs },
  { name: '格式 oxfmt', run: () => program('oxfmt', '--check') },
  { name: '时钟只在 main.ts 读取', run: clock },
];

/** Runs every check, two at a time, printing one line for each as it ends. */
export async function runChecks(): Promise<CheckResult[]> {
  const waiting = [...CHECKS];
  const results: CheckResult[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await report(check));
  };
  await Promise.all([lane(), lane()]);
  return results;
}

async function report(check: Check): Promise<CheckResult> {
  const began = performance.now();
  const ended = await check.run();
  const seconds = (performance.now() - began) / 1000;
  const sign = { passed: '✓', failed: '✗', skipped: '–' }[ended.state];
  console.log(`${sign} ${check.name}  ${seconds.toFixed(1)} 秒${ended.state === 'skipped' ? `（跳过：${ended.output}）` : ''}`);
  if (ended.state === 'failed') console.log(ended.output.trimEnd());
  return { name: check.name, seconds, ...ended };
}

function program(command: string, ...args: string[]): ReturnType<Check['run']> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...ONE_CORE, PATH: `${bin}${path.delimiter}${process.env.PATH}`, NO_COLOR: '1', FORCE_COLOR: '0' };
    const child = spawn(command, args, { cwd: root, env, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => resolve({ state: 'failed', output: error.message }));
    child.on('close', (code) => resolve({ state: code === 0 ? 'passed' : 'failed', output }));
  });
}

/** What exists of the folders and files whose imports are checked. */
function cruised(): string[] {
  return globSync(['src', 'tools', 'tests', 'bench', '*.config.ts'], { cwd: root });
}

async function docs(): ReturnType<Check['run']> {
  if (!existsSync(path.join(root, 'tools/write-docs.ts'))) return { state: 'skipped', output: 'tools/write-docs.ts 尚不存在' };
  return program('node', 'tools/write-docs.ts', '--check');
}

/** Everyone else is handed the time; what the linter can not express (`new Date()` without arguments) is searched for here. */
async function clock(): ReturnType<Check['run']> {
  const found: string[] = [];
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root })) {
    if (path.normalize(file) === path.normalize('src/server/main.ts')) continue;
    for (const [index, line] of readFileSync(path.join(root, file), 'utf8').split('\n').entries())
      if (/new Date\b(?!\s*\(\s*[^)\s])|\bDate\.now\b|\bDate\(\)|Temporal\.Now\b/.test(line) && !/^\s*(\*|\/[/*])/.test(line))
        found.push(`${file}:${index + 1}: ${line.trim()}`);
  }
  return { state: found.length > 0 ? 'failed' : 'passed', output: found.join('\n') };
}

if (import.meta.main) {
  const results = await runChecks();
  if (results.some(({ state }) => state === 'failed')) process.exitCode = 1;
}
