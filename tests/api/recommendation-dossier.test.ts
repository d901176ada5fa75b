import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { good } from '../support/caller.ts';
import * as story from '../support/recommendation.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 }); // documents are laid out for real: a second of work each, more on a busy machine
const world: World = await openWorld();
let zone = '';

beforeAll(async () => {
  world.setNow('2021-03-01T01:00:00.000Z');
  zone = await story.gradedZone(world, 'south', { parts: [55, 22, 12] });
});

describe('The dossier', () => {
  const download = async (kase: Kase, n: number, who: Username = 'auditor') =>
    (await world.as(who)).call('downloadDossier', { params: { id: kase.id, n } });

  it('is one package whose hash is kept and proves the file that was sent; equal records give equal bytes', async () => {
    const kase = await story.suppliedRecommendation(world, 'south', zone);
    const made = await story.madeDossier(world, kase);
    const again = await story.madeDossier(world, kase);
    expect([again.n, again.hash, again.size]).toEqual([2, made.hash, made.size]);
    const reply = await download(kase, made.n);
    expect(reply.bytes.length).toBe(made.size);
    expect(createHash('sha256').update(reply.bytes).digest('hex')).toBe(made.hash);
    await kase.do('officer', 'propose', story.proposal());
    await kase.do('approver', 'send', story.sending());
    const { rows } = await world.owner.query(
      `select encode(sha256(body), 'hex') as h, convert_from(body, 'UTF8') as body from audit where kind = 'recommendation.sent' and subject = $1`,
      [kase.id],
    );
    expect(rows[0]?.body).toContain(made.hash);
    const told = good(await (await world.as('auditor')).call('readDossier', { params: { id: kase.id } }));
    expect(told.dossiers).toMatchObject([
      { n: 2, hash: made.hash, isSent: true, files: 4 },
      { n: 1, hash: made.hash, isSent: false },
    ]);
  });

  it('holds a Word document, a PDF, an index, and the evidence under its own hash', async () => {
    const { id } = (await (await world.as('officer')).list('recommendation', { state: 'sent' })).data.rows[0] ?? { id: '' };
    const zip = unzipSync((await download({ id } as Kase, 1)).bytes);
    const names = Object.keys(zip);
    expect(names.slice(0, 3)).toEqual(['推荐材料.docx', '推荐材料.pdf', '目录.json']);
    expect(names[3]).toBe('证明材料/001 文件.pdf');
    const index = JSON.parse(strFromU8(zip['目录.json'] as Uint8Array)) as { files: { path: string; sha256: string }[] };
    expect(index.files.map(({ path }) => path)).toEqual(names.filter((name) => name !== '目录.json'));
    for (const { path, sha256 } of index.files) {
      expect(
        createHash('sha256')
          .update(zip[path] as Uint8Array)
          .digest('hex'),
        path,
      ).toBe(sha256);
    }
    expect(strFromU8((zip['推荐材料.pdf'] as Uint8Array).slice(0, 5), true)).toBe('%PDF-');
    const word = strFromU8(unzipSync(zip['推荐材料.docx'] as Uint8Array)['word/document.xml'] as Uint8Array);
    for (const figure of ['south示范区', '89.00', '愿意申报省级集聚发展区', index.files[2]?.sha256 ?? 'missing'])
      expect(word).toContain(figure);
  });

  it('tells every figure with its source, as counted by hand', async () => {
    const { id } = (await (await world.as('officer')).list('recommendation', { state: 'sent' })).data.rows[0] ?? { id: '' };
    const { sections } = good(await (await world.as('approver')).call('readDossier', { params: { id } }));
    expect(sections).toHaveLength(12);
    for (const { source } of sections) expect(source.length).toBeGreaterThan(5);
    const table = (title: string) => sections.find((one) => one.title.includes(title))?.table.rows ?? [];
    expect(table('历年年度认定')[0]?.slice(0, 6)).toEqual(['2020', '优秀', '55.00', '22.00', '12.00', '89.00']);
    expect(table('任务完成情况').map((row) => row[3])).toEqual(['已完成', '已完成']);
    expect(table('指标完成情况').map((row) => row.slice(3, 6))).toEqual([
      ['10', '10', '100.00%'],
      ['10', '10', '100.00%'],
    ]);
    expect(table('区内服务机构').map((row) => row[3])).toEqual(['未登记']);
  });

  it('is kept from everybody but centre and auditor, and made by the officer alone', async () => {
    const { id } = (await (await world.as('officer')).list('recommendation', { state: 'sent' })).data.rows[0] ?? { id: '' };
    for (const who of ['south', 'reviewer', 'agency', 'expert1', 'finance'] as const) {
      expect((await download({ id } as Kase, 1, who)).status, who).toBe(403);
    }
    expect((await (await world.as('approver')).call('makeDossier', { params: { id } })).status).toBe(403);
    expect((await download({ id } as Kase, 9)).status).toBe(404);
  });
});
