// Installs what is missing before another npm script runs. Plain JavaScript: it runs on the machine's own Node (18 or newer).
// What it says goes to standard error: standard output belongs to the script that runs after it.
// Argument: `start` (what running needs) or `all` (tools and tests as well).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MARK = 'node_modules/.installed';
const isWindows = process.platform === 'win32';
const scope = process.argv[2] === 'all' ? 'all' : 'start';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!isInstalled()) install();

function isInstalled() {
  if (!existsSync(MARK)) return isInstalledByHand();
  const [doneScope, doneLock] = readFileSync(MARK, 'utf8').trim().split(' ');
  return doneLock === lock && (doneScope === 'all' || doneScope === scope);
}

/** Somebody ran `npm ci` or `npm install` themselves: npm's own record of what lies in node_modules says whether it fits. */
function isInstalledByHand() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record) || !existsSync(scope === 'all' ? 'node_modules/vitest' : 'node_modules/fastify')) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const there = Object.entries(JSON.parse(readFileSync(record, 'utf8')).packages);
  return there.every(([place, { version }]) => wanted[place]?.version === version);
}

function install() {
  console.error(scope === 'all' ? '正在安装程序与测试工具（首次约一至两分钟）…' : '正在安装运行所需的软件包（首次约一分钟）…');
  const began = performance.now();
  // No package here needs an install script; engine warnings only repeat that the machine's own Node is not the one used later.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  if (scope === 'start') args.push('--omit=dev');
  const npm = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: isWindows });
  if (npm.status !== 0) fail(npm.error ? `无法启动 npm：${npm.error.message}` : `npm ci 以代码 ${npm.status} 退出，原因见上方`);
  requireNode();
  writeFileSync(MARK, `${scope} ${lock}\n`);
  console.error(`软件包已就绪，用时 ${Math.round((performance.now() - began) / 1000)} 秒。`);
}

/** Platforms without a packaged Node need a recent one of their own. */
function requireNode() {
  const used = spawnSync('node', ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `node_modules/.bin${isWindows ? ';' : ':'}${process.env.PATH}` },
  });
  const major = Number(/^v(\d+)/.exec(used.stdout ?? '')?.[1]);
  if (!(major >= 24))
    fail(`本平台没有可自动安装的 Node，且现有版本过低（${used.stdout?.trim() || '未找到'}），请安装 Node 24 或更新的版本`);
}

function fail(reason) {
  console.error(
    [
      `安装没有完成：${reason}。`,
      '请依次检查：',
      '  1. 能否访问 npm 仓库（npm ping；需要镜像或代理时用 npm config set registry / https-proxy 设置）；',
      '  2. 磁盘是否至少有 1.5 GB 空余，当前用户对本目录是否有写权限；',
      '  3. Node 不低于 18、npm 不低于 10（node --version，npm --version）；',
      '  4. 仍不成功时删除 node_modules 目录再执行一次。',
    ].join('\n'),
  );
  process.exit(1);
}
