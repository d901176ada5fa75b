import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import { readConfig } from '#server/config.ts';
import { diskStore } from '#server/files/disk.ts';
import { good, pathOf } from '../support/caller.ts';
import { openHouse } from '../support/house.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
const dataKey = Buffer.alloc(32, 7).toString('base64');
const plain = await openHouse({ config: { JIXIA_DEMO: '0', JIXIA_DATA_KEY: dataKey, PUBLIC_URL: 'https://zone.example.cn' } });
const cutOff = await openHouse({ route: () => 'postgres://jixia_app:x@127.0.0.1:9/none' });
const noFiles = await openHouse({ files: { ...diskStore('/nowhere'), isReady: async () => false } });

let zone = '';
let receipt = '';

beforeAll(async () => {
  const kase = await story.designated(world, 'east', await story.announcedCall(world));
  const view = await kase.view('east');
  zone = view.zone?.id ?? '';
  receipt = view.receipts[0]?.code ?? '';
});

describe('The configuration', () => {
  it.each([
    [{ PORT: 'abc' }, '配置 PORT：应为数字'],
    [{ PORT: '70000' }, '配置 PORT：应为0至65535'],
    [{ PORT: '80.5' }, '配置 PORT：应为整数'],
    [{ PUBLIC_URL: 'zone.example.cn' }, '配置 PUBLIC_URL：应为完整网址，如 https://zone.example.cn'],
    [{ DATABASE_URL: 'mysql://x' }, '配置 DATABASE_URL：应为 postgres://用户:口令@主机:端口/库名'],
    [{ DATABASE_APP_URL: 'postgres://x' }, '配置 DATABASE_APP_URL：须与 DATABASE_URL 一起给出'],
    [{ LOG_LEVEL: 'loud' }, '配置 LOG_LEVEL：应为 fatal、error、warn、info、debug 或 silent'],
    [{ JIXIA_DEMO: 'yes' }, '配置 JIXIA_DEMO：只能是0或1'],
    [{ JIXIA_CLOCK: '2021-03-01' }, '配置 JIXIA_CLOCK：应为带时区的时刻，如 2021-03-01T09:00:00+08:00'],
    [
      { JIXIA_DEMO: '0', JIXIA_DATA_KEY: dataKey, JIXIA_CLOCK: '2021-03-01T09:00:00+08:00' },
      '配置 JIXIA_CLOCK：只有演示模式（JIXIA_DEMO=1）可以拨动时钟',
    ],
    [
      { JIXIA_DEMO: '0' },
      '配置 JIXIA_DATA_KEY：正式模式须给出收款账号的密钥（或用 JIXIA_DATA_KEY_FILE 指定密钥文件），可用 openssl rand -base64 32 生成，须与数据库分开备份',
    ],
    [
      { JIXIA_DATA_KEY: 'secret' },
      '配置 JIXIA_DATA_KEY：应为32字节的密钥（base64，或64位十六进制；可用 openssl rand -base64 32 生成），换密钥时新的在前、原来的在后，用逗号分开',
    ],
    [{ JIXIA_DATA_KEY: dataKey, JIXIA_DATA_KEY_FILE: '/etc/jixia/key' }, '配置 JIXIA_DATA_KEY_FILE：不能与 JIXIA_DATA_KEY 同时给出'],
    [{ JIXIA_ADMIN_PASSWORD: 'short' }, '配置 JIXIA_ADMIN_PASSWORD：不少于12位'],
    [{ UPLOAD_MAX_MB: '0' }, '配置 UPLOAD_MAX_MB：至少1'],
    [{ UPLOAD_MAX_MB: '1.5' }, '配置 UPLOAD_MAX_MB：应为整数'],
    [{ S3_ENDPOINT: 'http://127.0.0.1:9000' }, '配置 S3_ENDPOINT：须同时给出 S3_BUCKET、S3_ACCESS_KEY 和 S3_SECRET_KEY'],
  ])('%j is told in one sentence', (environment, sentence) => {
    expect(readConfig(environment)).toEqual({ ok: false, faults: [sentence] });
  });

  it('names the offices that may need a second factor, and tells every fault, not only the first', () => {
    const read = readConfig({ SECOND_FACTOR_ROLES: 'administrator,boss', PORT: 'x' });
    expect(read.ok ? [] : read.faults).toEqual([
      '配置 PORT：应为数字',
      expect.stringMatching(/^配置 SECOND_FACTOR_ROLES\.1：只能是以下身份：applicant、/),
    ]);
  });

  it('is complete without a word, and takes empty words for none', () => {
    expect(readConfig({ PORT: '', JIXIA_CLOCK: '' })).toMatchObject({
      ok: true,
      config: { PORT: 3000, JIXIA_DEMO: true, SECOND_FACTOR_ROLES: [], UPLOAD_MAX_MB: 20 },
    });
    expect(readConfig({ JIXIA_CLOCK: '2021-03-01T09:00:00+08:00' }).ok).toBe(true);
  });
});

describe('Outside demonstration mode', () => {
  it('nobody moves the clock, pages say nothing of a demonstration, and cookies travel on https only', async () => {
    const moved = await plain.anybody().call('moveClock', { body: { workdays: 1 } });
    expect(moved.problem).toMatchObject({ status: 404, code: 'no_such_route' });
    const home = await plain.anybody().ask({ url: '/' });
    expect(home.text).not.toContain('示范数据');
    expect(home.headers['strict-transport-security']).toContain('max-age=31536000');
    const { JIXIA_DEMO: isDemo } = plain.house.config;
    expect(isDemo).toBe(false);
  });
});

describe('The demonstration clock', () => {
  it('moves by working days and to a moment, and never before something that has happened', async () => {
    const anybody = world.anybody();
    world.setNow('2021-04-30T01:00:00.000Z');
    expect(good(await anybody.call('moveClock', { body: { workdays: 5 } })).today).toBe('2021-05-11');
    expect(good(await anybody.call('moveClock', { body: { to: '2021-06-01T09:00:00+08:00' } })).now).toBe('2021-06-01T01:00:00.000Z');
    const back = await anybody.call('moveClock', { body: { to: '2021-01-01T09:00:00+08:00' } });
    expect(back.problem.detail).toContain('时钟不能拨到已发生的事情');
  });
});

describe('For whoever runs it', () => {
  it('says that it lives, is ready, and how it fares', async () => {
    const anybody = world.anybody();
    expect(await anybody.ask({ url: '/healthz' })).toMatchObject({ status: 200, text: 'ok' });
    expect(await anybody.ask({ url: '/readyz' })).toMatchObject({ status: 200, text: 'ready' });
    const { text, headers } = await anybody.ask({ url: '/metrics' });
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('jixia_http_seconds_count{method="GET",route="/healthz",status="200"}');
    expect(text).toContain('route="/api/cases/application/:id"');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('is not ready without database or file store, but lives, and shows no stack', async () => {
    expect(await cutOff.anybody().ask({ url: '/healthz' })).toMatchObject({ status: 200 });
    expect(await cutOff.anybody().ask({ url: '/readyz' })).toMatchObject({ status: 503, text: 'not ready' });
    expect(await noFiles.anybody().ask({ url: '/readyz' })).toMatchObject({ status: 503, text: 'not ready' });
    const api = await cutOff.anybody().call('listZones');
    expect(api.problem).toMatchObject({ status: 500, code: 'fault', detail: '系统出错，已记录；请凭编号联系管理员' });
    const page = await cutOff.anybody().ask({ url: '/zones' });
    expect(page.status).toBe(500);
    for (const { text } of [api, page]) expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|node_modules|at /);
    expect(page.text).toContain(String(page.headers['x-request-id']));
  });

  it('answers on a real port, with the request’s number in every answer', async () => {
    const address = await world.app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}/api/session`);
    expect([answer.status, await answer.json()]).toEqual([200, null]);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('serves its contract as OpenAPI 3.1 with every route, and every route of it exists', async () => {
    const { data } = await world
      .anybody()
      .ask<{ openapi: string; paths: Record<string, Record<string, unknown>> }>({ url: '/openapi.json' });
    expect(data.openapi).toBe('3.1.0');
    const listed = Object.entries(data.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(
      Object.values(contract)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
    for (const route of listed) {
      const [method, path] = route.split(' ') as ['GET', string];
      const url = `/api${path.replace(/\{\w+\}/g, ':x').replaceAll('{', '')}`.replaceAll(':x', '1');
      expect((await world.anybody().ask({ method, url, ...(method === 'GET' ? {} : { body: {} }) })).problem?.code, route).not.toBe(
        'no_such_route',
      );
    }
    expect((await world.anybody().ask({ url: `/api${pathOf('/nothing', {})}` })).problem.code).toBe('no_such_route');
  });
});

describe('The public pages', () => {
  const pages = () => [
    '/',
    '/zones',
    '/zones?district=370303',
    `/zones/${zone}`,
    '/calls',
    '/notices',
    '/verify',
    `/verify?code=${receipt}`,
    `/verify/${receipt}`,
    '/how-it-works',
    '/policy',
    '/developers',
  ];

  it('answer in both languages without script, small, and under a policy that lets none run', async () => {
    for (const page of pages()) {
      for (const lang of ['zh', 'en']) {
        const url = `${page}${page.includes('?') ? '&' : '?'}lang=${lang}`;
        const { status, text, headers } = await world.anybody().ask({ url });
        expect(status, url).toBe(200);
        expect(text, url).toContain(`<html lang="${lang === 'en' ? 'en' : 'zh'}`);
        expect(text, url).not.toContain('<script');
        expect(gzipSync(text).length, url).toBeLessThan(40_000);
        expect(headers['content-security-policy'], url).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'/);
        expect(headers['x-content-type-options']).toBe('nosniff');
      }
    }
  });

  it('follow the browser’s language when none is chosen', async () => {
    const { text } = await world.anybody().ask({ url: '/', headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect(text).toContain('<html lang="en"');
  });

  it('say on a page of their own that something does not exist', async () => {
    for (const url of [
      '/nothing',
      '/zones/1',
      '/zones/00000000-0000-4000-8000-000000000000',
      '/notices/x',
      '/verify/AAAA-BBBB-CCCC-DDDD',
    ]) {
      const { status, text } = await world.anybody().ask({ url });
      expect(status, url).toBe(404);
      expect(text, url).toContain('<main');
    }
  });
});

describe('The objection form, without script', () => {
  const form = (fields: Record<string, string>) => ({
    raw: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const right = {
    key: '7d8a9f04-6a54-4a11-9d0f-0a7f8a7c1d11',
    name: '某某',
    contact: '13900001234',
    facts: '所列机构未实际入驻，见现场照片。',
  };
  let notice = '';
  const countOf = async () =>
    (await world.owner.query<{ n: number }>(`select count(*)::int as n from kase where process = 'objection'`)).rows[0]?.n;

  beforeAll(async () => {
    world.setNow('2021-06-01T01:00:00.000Z');
    const kase = await story.onNotice(world, 'west', await story.announcedCall(world, { lastDay: '2021-06-30' }));
    notice = (await world.owner.query<{ id: string }>(`select id from public_notice where kase = $1`, [kase.id])).rows[0]?.id ?? '';
  });

  it('gives a receipt, and one objection when it is sent twice', async () => {
    const page = await world.anybody().ask({ url: `/notices/${notice}` });
    expect(/<form\s+method="post"\s+action="[^"]+"\s*>\s*<input\s+type="hidden"\s+name="key"\s+value="[0-9a-f-]{36}"/.test(page.text)).toBe(
      true,
    );
    const sent = await world.anybody().ask({ method: 'POST', url: `/notices/${notice}/objection`, ...form(right) });
    expect(sent.status).toBe(200);
    const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(sent.text)?.[0] ?? '';
    const again = await world.anybody().ask({ method: 'POST', url: `/notices/${notice}/objection`, ...form(right) });
    expect(again.text).toContain(code);
    expect(await countOf()).toBe(1);
    expect(good(await world.anybody().call('checkReceipt', { params: { code } })).isGenuine).toBe(true);
  });

  it('that is wrong says so at the field, keeps what was typed, and runs nothing of it', async () => {
    const typed = { ...right, key: '', name: '<script>alert(1)</script>', contact: '12', facts: '短' };
    const { status, text } = await world.anybody().ask({ method: 'POST', url: `/notices/${notice}/objection`, ...form(typed) });
    expect(status).toBe(422);
    const holds = (part: string) => text.includes(part);
    expect([holds('请填写11位手机号，或区号-座机号'), holds('&lt;script&gt;alert(1)&lt;/script&gt;'), holds('<script')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await countOf()).toBe(1);
  });

  it('can not be broken by letters that can not be stored, nor by half of its fields', async () => {
    const nul = await world
      .anybody()
      .ask({ method: 'POST', url: `/notices/${notice}/objection`, ...form({ ...right, key: '', facts: `${right.facts}\0\ud800` }) });
    expect(nul.status).toBe(200);
    expect((await world.anybody().ask({ method: 'POST', url: `/notices/${notice}/objection`, ...form({}) })).status).toBe(422);
    expect((await world.anybody().ask({ method: 'POST', url: '/notices/1/objection', ...form(right) })).status).toBe(404);
    expect(world.faults).toEqual([]);
  });

  it('is taken twenty times an hour from one address, by page and by interface', async () => {
    for (const ask of [
      { method: 'POST', url: `/notices/${notice}/objection`, ...form({}) },
      { method: 'POST', url: '/api/cases/objection', body: {}, key: 'same-key-again' },
    ] as const) {
      const caller = world.anybody();
      const statuses: number[] = [];
      for (let n = 0; n < 21; n += 1) statuses.push((await caller.ask(ask)).status);
      expect(new Set(statuses.slice(0, 20)), ask.url).toEqual(new Set([422]));
      expect(statuses[20], ask.url).toBe(429);
    }
  });
});

describe('What is stored on disk', () => {
  it('lies under its own hash', async () => {
    const store = diskStore(world.folder);
    const bytes = Buffer.from('%PDF-1.4');
    const hash = createHash('sha256').update(bytes).digest('hex');
    await Promise.all([store.put(hash, bytes, 'application/pdf'), store.put(hash, bytes, 'application/pdf')]);
    const parts: Buffer[] = [];
    for await (const part of await store.get(hash)) parts.push(part as Buffer);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    await expect(store.get('0'.repeat(64))).rejects.toThrow('ENOENT');
  });
});
