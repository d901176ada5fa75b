import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../tests/support/browser.ts';

/** What one visit came to. Bytes are those on the wire, heads included; times are milliseconds since the navigation began. */
export type Visit = {
  readonly bytes: number;
  readonly requests: number;
  readonly scripts: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocking: number;
  /** Elements that fit the selector asked for, and when the last of them was there. */
  readonly found: number;
};

export type Wanted = {
  readonly url: string;
  readonly cookie?: string | undefined;
  /** What must be seen before the page counts as there. */ readonly selector: string;
};

export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath, env: { ...process.env, ...env } as Record<string, string>, args });
}

type Seen = { paint: number; largest: number; blocking: number };
declare global {
  // oxlint-disable-next-line no-var -- a global of the page
  var seenByBench: Seen;
}

/** Runs in the page before anything else; the page's own policy does not stop it. */
function watch(): void {
  const seen: Seen = { paint: 0, largest: 0, blocking: 0 };
  globalThis.seenByBench = seen;
  const on = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.paint = startTime;
  });
  on('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime;
  });
  on('longtask', ({ duration }) => {
    seen.blocking += Math.max(0, duration - 50);
  });
}

/** One visit with an empty cache over 4 Mbit/s with 100 ms, on a processor four times slower. */
export async function visit(browser: Browser, { url, cookie, selector }: Wanted): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1280, height: 800 } });
  try {
    if (cookie) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: new URL(url).origin, sameSite: 'Lax' }]);
    }
    const page = await context.newPage();
    await page.addInitScript(watch);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    const rate = (4 * 1000 * 1000) / 8;
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 100, downloadThroughput: rate, uploadThroughput: rate });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let bytes = 0;
    const types: string[] = [];
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    cdp.on('Network.responseReceived', ({ type }) => types.push(type));
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.locator(selector).first().waitFor({ timeout: 10_000 });
    await delay(600);
    const inline = await page.locator('script:not([src])').count();
    const seen = await page.evaluate(() => globalThis.seenByBench);
    return {
      bytes,
      requests: types.length,
      scripts: types.filter((type) => type === 'Script').length + inline,
      firstPaint: seen.paint,
      largestPaint: seen.largest,
      blocking: seen.blocking,
      found: await page.locator(selector).count(),
    };
  } finally {
    await context.close();
  }
}
