import { printLoad, printMachine } from './report.ts';

/** Every measurement by name. Each prints its own tables; none of them fails because something is slow. */
const benches: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<{ run: () => unknown }> }>> = {
  http: { about: '读案卷、报送申报，与裸 node:http + pg 同一次运行对比', load: () => import('./http/index.ts') },
  pages: { about: '每个页面：传输、绘出、阻塞（4 Mbit/s，100 毫秒，处理器÷4）', load: () => import('./pages/index.ts') },
  start: { about: '第二次启动、空闲内存、安装体积', load: () => import('./start/index.ts') },
  money: { about: '申领、导入、导出、查重、批量决定', load: () => import('./money/index.ts') },
  zones: { about: '三千个示范区的进展与预测，对比读一遍记录；一个示范区的页面', load: () => import('./zones/index.ts') },
  engine: { about: '条款引擎', load: () => import('./engine/run.ts') },
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench) {
  printMachine();
  await (await bench.load()).run();
  printLoad();
} else {
  console.log('用法：npm run bench -- 名称');
  for (const [known, { about }] of Object.entries(benches)) console.log(`  ${known.padEnd(7)} ${about}`);
  process.exitCode = name === '' ? 0 : 2;
}
