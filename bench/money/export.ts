import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { type City, inCity, morning } from '../../tests/reliability/city.ts';
import type { Child } from '../child.ts';
import { median, plain, printTable, spread, verdict } from '../report.ts';
import { placeSupport } from './seed.ts';

const targetMs = 300;

type Taken = { readonly firstMs: number; readonly wholeMs: number; readonly bytes: number; readonly lines: number };

/** Takes the whole file and notes when its first byte came. */
const take = (port: number, cookie: string, encoding: string): Promise<Taken> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    let [firstMs, bytes, lines] = [0, 0, 0];
    const request = get(
      { port, host: '127.0.0.1', path: '/api/support.csv', headers: { cookie, 'accept-encoding': encoding } },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
        response.on('data', (chunk: Buffer) => {
          if (bytes === 0) firstMs = performance.now() - began;
          bytes += chunk.length;
          for (const byte of chunk) if (byte === 0x0a) lines += 1;
        });
        response.on('end', () => resolve({ firstMs, wholeMs: performance.now() - began, bytes, lines }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
  });

async function measure(city: City, served: Child, { count, rounds }: { readonly count: number; readonly rounds: number }): Promise<void> {
  await placeSupport(city, count);
  const port = await served.ask<number>('open', { url: city.url, files: city.files, at: morning });
  const { cookie } = city.members.officer;
  await take(port, cookie, 'identity');
  const rows: string[][] = [];
  for (const encoding of ['identity', 'br']) {
    const taken: Taken[] = [];
    const memory: { beforeMb: number; peakMb: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await served.ask('watch');
      taken.push(await take(port, cookie, encoding));
      memory.push(await served.ask('watched'));
    }
    const wrong = taken.find(({ lines }) => encoding === 'identity' && lines !== count + 2);
    if (wrong) throw new Error(`${wrong.lines} lines instead of ${count + 2}`);
    const first = median(taken.map(({ firstMs }) => firstMs));
    rows.push([
      encoding === 'identity' ? '不压缩' : 'brotli（浏览器）',
      spread(
        taken.map(({ firstMs }) => firstMs),
        0,
      ),
      verdict(first < targetMs),
      spread(taken.map(({ wholeMs }) => wholeMs / 1000)),
      plain((taken[0]?.bytes ?? 0) / 2 ** 20, 1),
      memory.map(({ beforeMb, peakMb }) => `${plain(beforeMb, 0)}→${plain(peakMb, 0)}`).join('，'),
    ]);
    console.log(`  ${rows.at(-1)?.join('｜')}`);
  }
  console.log(`导出${count}行支持清单（目标：首字节 ${targetMs} 毫秒内，内存平稳）`);
  printTable(['', '首字节 毫秒', '目标', '全部 秒', 'MB', '服务进程内存 起→最高 MB'], rows);
}

/** Exporting every support there is. */
export const measureExport = ({ isQuick }: { readonly isQuick: boolean }): Promise<void> =>
  inCity(
    async () => null,
    (city, served) => measure(city, served, isQuick ? { count: 10_000, rounds: 2 } : { count: 100_000, rounds: 5 }),
  );
