import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { root, startProgram } from '../program.ts';
import { median, plain, printTable, spread, verdict } from '../report.ts';
import { openBrowser, type Visit, visit } from './browser.ts';
import { type Page, pagesOf } from './city.ts';

const visits = process.argv.includes('--quick') ? 1 : 5;

type Target = { readonly kilobytes: number; readonly paint: number; readonly blocking: number; readonly scripts: number };
const targets: Readonly<Record<Page['group'], Target | undefined>> = {
  public: { kilobytes: 40, paint: 500, blocking: Number.POSITIVE_INFINITY, scripts: 0 },
  queue: { kilobytes: 160, paint: 1300, blocking: 200, scripts: Number.POSITIVE_INFINITY },
  office: undefined,
};

const middle = (some: readonly Visit[], key: keyof Visit) => median(some.map((one) => one[key]));
const range = (some: readonly Visit[], key: keyof Visit) =>
  spread(
    some.map((one) => one[key]),
    0,
  );

/** What was missed, in words; empty when nothing was. */
function misses(target: Target, some: readonly Visit[]): string[] {
  const { kilobytes, paint, blocking, scripts } = target;
  return [
    middle(some, 'bytes') / 1024 < kilobytes ? '' : `超过 ${kilobytes} KB`,
    middle(some, 'scripts') <= scripts ? '' : '有脚本',
    middle(some, 'largestPaint') < paint ? '' : `绘出晚于 ${paint} 毫秒`,
    middle(some, 'blocking') < blocking ? '' : `阻塞超过 ${blocking} 毫秒`,
  ].filter(Boolean);
}

function rowOf(page: Page, some: readonly Visit[]): string[] {
  const target = targets[page.group];
  const missed = target ? misses(target, some) : [];
  return [
    `${page.title} ${page.path.replace(/[0-9a-f-]{36}/, '…')}`,
    plain(middle(some, 'bytes') / 1024, 1),
    plain(middle(some, 'requests'), 0),
    plain(middle(some, 'scripts'), 0),
    range(some, 'firstPaint'),
    range(some, 'largestPaint'),
    range(some, 'blocking'),
    page.group === 'queue' ? plain(middle(some, 'found'), 0) : '',
    target ? (missed.length > 0 ? missed.join('，') : verdict(true)) : '–',
  ];
}

/** Whole rounds over all pages, so that a busy moment of the machine does not meet one page alone. */
async function visitAll(browser: Browser, address: string, pages: readonly Page[]): Promise<ReadonlyMap<Page, readonly Visit[]>> {
  const seen = new Map<Page, Visit[]>(pages.map((page) => [page, []]));
  const [home] = pages;
  if (home) await visit(browser, { url: new URL(home.path, address).href, selector: home.selector }); // warm
  for (let round = 0; round < visits; round += 1) {
    for (const page of pages) {
      const wanted = { url: new URL(page.path, address).href, cookie: page.as?.cookie, selector: page.selector };
      const one = await visit(browser, wanted).catch((error: unknown) => {
        if (round === 0) console.log(`${page.title} ${page.path}：${String(error).split('\n')[0]}`);
      });
      if (one) seen.get(page)?.push(one);
    }
  }
  return seen;
}

/** Every page in a headless browser on a slow line and a slow processor. */
export async function run(): Promise<void> {
  const built = spawnSync(process.execPath, ['tools/build-web.ts'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the web app could not be built');
  const dir = mkdtempSync(path.join(tmpdir(), 'jixia-bench-'));
  const data = path.join(dir, 'data');
  const program = await startProgram(data);
  const browser = await openBrowser();
  try {
    await program.ready;
    const pages = await pagesOf(program.address, data);
    const seen = await visitAll(browser, program.address, pages);
    console.log(
      `${browser.browserType().name()} ${browser.version()}，4 Mbit/s，延迟 100 毫秒，处理器 ÷4，空缓存，${visits} 次取中位数（括号内为最小–最大）；绘出与阻塞为毫秒`,
    );
    console.log('目标：公众页面无脚本、小于 40 KB、500 毫秒内绘出；待办（50 行）小于 160 KB、1300 毫秒内绘出、阻塞小于 200 毫秒\n');
    printTable(
      ['页面', '传输 KB', '请求', '脚本', '首次绘出', '最大绘出', '阻塞', '行', '目标'],
      [...seen].filter(([, some]) => some.length > 0).map(([page, some]) => rowOf(page, some)),
    );
  } finally {
    await browser.close();
    await program.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
