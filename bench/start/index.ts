import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { plain, printTable, spread } from '../report.ts';
import { root, startProgram } from '../program.ts';
import { memoryOf, type Memory } from './memory.ts';
import { installedSizes } from './size.ts';

const starts = 5;
const restMs = 15_000;

/** How long a command takes that has nothing left to do. */
function timed(script: string, ...args: string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  return performance.now() - began;
}

async function measureStarts(data: string): Promise<{ first: number; second: number[]; rest: Memory; busy: Memory }> {
  const one = await startProgram(data);
  const first = one.firstAnswerMs;
  await one.ready;
  await delay(1000);
  const busy = memoryOf(one.pid, data);
  await one.stop();
  const second: number[] = [];
  let rest: Memory | undefined;
  for (let n = 0; n < starts; n += 1) {
    const again = await startProgram(data);
    second.push(again.firstAnswerMs);
    if (n === starts - 1) {
      await delay(restMs);
      rest = memoryOf(again.pid, data);
    }
    await again.stop();
  }
  if (!rest) throw new Error('nothing was measured');
  return { first, second, rest, busy };
}

/** Second start, memory at rest, and what a new clone installs. */
export async function run(): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'jixia-bench-'));
  const megabytes = (bytes: number) => plain(bytes / 2 ** 20, 0);
  try {
    const { first, second, rest, busy } = await measureStarts(path.join(dir, 'data'));
    timed('tools/build-web.ts'); // whatever it had to build is built now
    const checks = Array.from({ length: starts }, () => timed('tools/install.mjs', 'all') + timed('tools/build-web.ts'));
    console.log('启动（毫秒；中位数，括号内为最小–最大）');
    printTable(
      ['', '毫秒'],
      [
        ['空目录首次启动到首页第一次应答（建库、升级结构；不含安装与载入城市）', plain(first, 0)],
        [`第二次启动到首页第一次应答（${starts} 次）`, spread(second, 0)],
        ['npm start 之前的两项检查（已装好、网页已构建）', spread(checks, 0)],
      ],
    );
    console.log('内存（MB；PostgreSQL 为各进程按份分摊后的和，程序为常驻内存）');
    const row = (title: string, { program, postgres, processes }: Memory) => [
      title,
      megabytes(program),
      megabytes(postgres),
      String(processes),
      megabytes(program + postgres),
    ];
    printTable(
      ['', '程序', 'PostgreSQL', 'PostgreSQL 进程数', '合计'],
      [row(`第二次启动后静置 ${restMs / 1000} 秒`, rest), row('载入示范城市之后一秒', busy)],
    );
    const { all, production, largest } = installedSizes();
    console.log('新克隆安装的体积（MB，本平台；按锁文件区分，按盘上占用计算）');
    printTable(
      ['', 'MB'],
      [
        ['npm ci --omit=dev（npm start 所装）', megabytes(production)],
        ['npm ci（npm test 所装）', megabytes(all)],
        ...largest.map(({ name, bytes, isDev }) => [`　${name}${isDev ? '（仅测试）' : ''}`, megabytes(bytes)]),
      ],
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
