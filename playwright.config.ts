import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/browser.ts';

/** The workers read this file again: what the first reading chose comes to them through the environment. */
if (!process.env.JIXIA_E2E_PORT) {
  const data = mkdtempSync(path.join(tmpdir(), 'jixia-e2e-'));
  process.env.JIXIA_E2E_DATA = data;
  process.env.JIXIA_E2E_PORT = String(await freePort());
  process.on('exit', () => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
}
const port = process.env.JIXIA_E2E_PORT;
const { executablePath, env } = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'node_modules/.cache/e2e-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  workers: 1,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    },
  },
  projects: [
    { name: 'desktop', grepInvert: /@clock|@year/, use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', grepInvert: /@desktop|@clock|@year/, use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } },
    // Moves the demonstration clock, after which other matters are overdue: it runs last.
    { name: 'clock', grep: /@clock/, use: { viewport: { width: 1280, height: 800 } } },
    // Goes on to the next year: after everything else.
    { name: 'year', grep: /@year/, use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: `"${process.execPath}" src/server/main.ts`,
    // Ready is not enough: the first start then still loads the city.
    wait: { stdout: /稷下已就绪/ },
    env: { PORT: port, DATA_DIR: process.env.JIXIA_E2E_DATA ?? '', JIXIA_DEMO: '1', npm_lifecycle_event: '' },
    timeout: 360_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 3456));
    });
  });
}
