import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Every test of reliability by name: its program, what it shows, its flags with their usual values. */
const tests: Readonly<Record<string, { readonly file: URL; readonly about: string; readonly flags: string }>> = {
  'last-yuan': {
    file: new URL('../tests/reliability/last-yuan.ts', import.meta.url),
    about: '最后一元：许多机构同时申领，资金只够其中若干家；不得超支，不得少留',
    flags: '--claimants 500 --rounds 20 --seed N --break',
  },
  voucher: {
    file: new URL('../tests/reliability/voucher.ts', import.meta.url),
    about: '同一张服务券同时出示许多次，到期前后各一遍；恰好兑用一次',
    flags: '--parallel 200 --vouchers 9 --break（完整：--parallel 1000 --vouchers 100）',
  },
  'dup-fact': {
    file: new URL('../tests/reliability/dup-fact.ts', import.meta.url),
    about: '两家机构同时用不同写法申领同一事项；都列为争议，谁也看不出对方',
    flags: '--races 99 --seed N --break',
  },
  'model-night': {
    file: new URL('../tests/reliability/model-night.ts', import.meta.url),
    about: '账簿与模型对照：随机命令、崩溃、重发、并发',
    flags: '--commands 1000000 --seed N --break=名称 | --mutants | --list',
  },
};

function printUsage(): void {
  console.log(
    '用法：npm run -s reliability -- 名称 [选项]\n每项打印一行JSON；不符时退出码为1。--break 装入一处故意的错误，此时必须不符。\n',
  );
  for (const [name, { about, flags }] of Object.entries(tests)) console.log(`  ${name.padEnd(12)} ${about}\n  ${' '.repeat(12)} ${flags}`);
}

const isBreak = (word: string) => word === '--break' || word.startsWith('--break=');

/** Runs a test, shows what it prints, and tells whether it itself says that something does not hold: a crash says nothing. */
async function run(file: URL, rest: readonly string[]): Promise<{ readonly code: number; readonly isMiss: boolean }> {
  const child = spawn(process.execPath, [fileURLToPath(file), ...rest], { stdio: ['inherit', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    printed += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 2, isMiss: code === 1 && /^\{"test":"[^"]*","ok":false/m.test(printed) };
}

/** @returns the exit status: 0 when all is well, 1 on a miss, 2 when the test could not be run, 3 when a broken variant goes unnoticed. */
async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  const test = tests[name];
  if (!test) {
    printUsage();
    return name === '' ? 0 : 2;
  }
  const { code, isMiss } = await run(test.file, rest);
  if (code === 1 && !isMiss) {
    console.error('测试没有跑完：程序出错退出，不能说明什么。');
    return 2;
  }
  if (!rest.some(isBreak) || code > 1) return code;
  console.error(isMiss ? '破坏试验：错误已被发现，如期不符。' : '破坏试验没有不符：这项检查抓不住这个错误！');
  return isMiss ? 1 : 3;
}

process.exitCode = await main(process.argv.slice(2));
