import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { ImportView } from '#contract/facts.ts';
import { composePatentNumber, printPatentNumber } from '#core/kernel/patent-number.ts';
import { type City, inCity } from '../../tests/reliability/city.ts';
import type { Child } from '../child.ts';
import { median, plain, printTable, spread, verdict } from '../report.ts';
import { copyCell, copyIn } from './copy-in.ts';

const target = 4;
const june = '2021-06-01T01:00:00.000Z';

/** A list as the patent office exports it; every row is good. */
function listOf(count: number): Buffer {
  const lines = ['申请号,名称,申请人,地址,授权公告日,代理机构'];
  for (let serial = 1; serial <= count; serial += 1) {
    const number = printPatentNumber(composePatentNumber(2019, 1, serial));
    lines.push(`${number},一种新材料第${serial}号,丙新材料股份有限公司,山东省淄博市张店区产业园路1号,2021-04-06,甲知识产权代理有限公司`);
  }
  return Buffer.from(lines.join('\r\n'));
}

type Asker = { readonly address: string; readonly cookie: string };

async function answerOf(sent: Promise<Response>): Promise<ImportView> {
  const response = await sent;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as ImportView;
}

/** Checks a list and confirms it, as the page does. Returns the milliseconds of both steps. */
async function importList({ address, cookie }: Asker, list: Buffer): Promise<{ readonly checkMs: number; readonly confirmMs: number }> {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(list)], { type: 'text/csv' }), '授权清单.csv');
  const began = performance.now();
  const checked = await answerOf(
    fetch(`${address}/api/fact-imports?kind=invention_grant`, { method: 'POST', headers: { cookie }, body: form }),
  );
  const between = performance.now();
  if (checked.errorCount > 0) throw new Error(JSON.stringify(checked.faults.slice(0, 3)));
  const headers = { cookie, 'if-match': `"${checked.version}"`, 'idempotency-key': randomUUID() };
  await answerOf(fetch(`${address}/api/fact-imports/${checked.id}/confirm`, { method: 'POST', headers }));
  return { checkMs: between - began, confirmMs: performance.now() - between };
}

const columns = 'id, agency, kind, matter, valid_on, data, import_id, entered_by, known_from, counterparties';

/** The rows the import left, as `copy` takes them, in pieces of a few hundred kilobytes. */
async function rowsAsText({ owner }: City): Promise<readonly Buffer[]> {
  const { rows } = await owner.query<Record<string, string | null>>(
    `select ${columns
      .split(', ')
      .map((name) => `${name}::text`)
      .join(', ')} from fact order by matter`,
  );
  const lines = rows.map((row) => Object.values(row).map(copyCell).join('\t'));
  const pieces: Buffer[] = [];
  for (let at = 0; at < lines.length; at += 1000) pieces.push(Buffer.from(`${lines.slice(at, at + 1000).join('\n')}\n`));
  return pieces;
}

async function copyBare({ owner }: City, pieces: readonly Buffer[]): Promise<number> {
  await owner.query('drop table if exists fact_bare; create table fact_bare (like fact including all); checkpoint');
  const began = performance.now();
  await copyIn(owner, `copy fact_bare (${columns}) from stdin`, pieces);
  const ms = performance.now() - began;
  const { rows } = await owner.query<{ same: boolean }>('select (select count(*) from fact) = (select count(*) from fact_bare) as same');
  if (rows[0]?.same !== true) throw new Error('the copy lost rows');
  return ms;
}

const seconds = (values: readonly number[]) =>
  spread(
    values.map((ms) => ms / 1000),
    2,
  );

async function measure(city: City, served: Child, { count, rounds }: { readonly count: number; readonly rounds: number }): Promise<void> {
  const port = await served.ask<number>('open', { url: city.url, files: city.files, at: june });
  const asker = { address: `http://127.0.0.1:${port}`, cookie: city.members.agency.cookie };
  const list = listOf(count);
  await importList(asker, listOf(2000)); // the program has answered before
  const checks: number[] = [];
  const confirms: number[] = [];
  const copies: number[] = [];
  const memory: { beforeMb: number; peakMb: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await city.owner.query('delete from fact; delete from fact_import_rows; delete from fact_import');
    await city.owner.query('vacuum analyze fact');
    await city.owner.query('checkpoint');
    await served.ask('watch');
    const { checkMs, confirmMs } = await importList(asker, list);
    memory.push(await served.ask('watched'));
    checks.push(checkMs);
    confirms.push(confirmMs);
    copies.push(await copyBare(city, await rowsAsText(city)));
    console.log(
      `  第${round + 1}轮：核对${plain(checkMs / 1000)}秒，确认${plain(confirmMs / 1000)}秒；裸 COPY ${plain((copies.at(-1) ?? 0) / 1000)}秒`,
    );
  }
  const whole = checks.map((ms, at) => ms + (confirms[at] ?? 0));
  const ratio = median(whole) / median(copies);
  const pairs = whole.map((ms, at) => ms / (copies[at] ?? Number.NaN));
  console.log(
    `导入${count}件授权（上传、逐行核对、确认入库；目标：不超过裸 COPY 同样行的 ${target} 倍；裸 COPY 的表有同样的索引与约束，没有行级安全与外键）`,
  );
  printTable(
    ['', '稷下 秒', '其中核对', '其中确认', '裸 COPY 秒', '倍数', '目标', '服务进程内存 起→最高 MB'],
    [
      [
        `${count}行`,
        seconds(whole),
        seconds(checks),
        seconds(confirms),
        seconds(copies),
        `${plain(ratio)}（${plain(Math.min(...pairs))}–${plain(Math.max(...pairs))}）`,
        verdict(ratio <= target),
        memory.map(({ beforeMb, peakMb }) => `${plain(beforeMb, 0)}→${plain(peakMb, 0)}`).join('，'),
      ],
    ],
  );
}

/** Importing a long list against a bare copy of the same rows. */
export const measureImport = ({ isQuick }: { readonly isQuick: boolean }): Promise<void> =>
  inCity(
    async () => null,
    (city, served) => measure(city, served, isQuick ? { count: 20_000, rounds: 2 } : { count: 100_000, rounds: 4 }),
  );
