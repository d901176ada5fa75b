import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** A browser to drive and the environment it needs on this machine. */
export interface Browser {
  executablePath: string;
  env: Record<string, string>;
}

const { resolve } = createRequire(import.meta.url);

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Finds a browser in this order: CHROMIUM_PATH, one installed on the machine, Playwright's own download, the one shipped through npm. */
export async function findBrowser(): Promise<Browser> {
  const env: Record<string, string> = process.platform === 'linux' ? { FONTCONFIG_FILE: chineseFonts() } : {};
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH 指向的文件不存在：${named}`);
  const installed = [named, ...USUAL_PLACES, chromium.executablePath()].find((place) => place && existsSync(place));
  return installed ? { executablePath: installed, env } : packagedBrowser(env);
}

/** Gives Chinese glyphs to machines without a CJK font; the returned file is for FONTCONFIG_FILE. */
function chineseFonts(): string {
  const fonts = path.join(path.dirname(resolve('@embedpdf/fonts-sc')), '../fonts');
  const dir = path.join(tmpdir(), `jixia-fonts-${process.getuid?.() ?? 0}`);
  const file = path.join(dir, 'fonts.conf');
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fonts}</dir><cachedir>${dir}/cache</cachedir></fontconfig>`,
  );
  return file;
}

/** Chromium from npm; its own bundle brings the libraries (nss, nspr, expat) that a bare machine lacks. */
async function packagedBrowser(env: Record<string, string>): Promise<Browser> {
  const packaged = await import('@sparticuz/chromium');
  const executablePath = await packaged.default.executablePath();
  await packaged.inflate(path.join(path.dirname(resolve('@sparticuz/chromium')), '../bin/al2023.tar.br'));
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: path.join(tmpdir(), 'al2023/lib') } };
}
