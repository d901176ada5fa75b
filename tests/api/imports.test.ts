import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { ImportView } from '#contract/facts.ts';
import { composePatentNumber, printPatentNumber } from '#core/kernel/patent-number.ts';
import { type Caller, good } from '../support/caller.ts';
import { movedIn } from '../support/residence.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
let agency: Caller;
let second: Caller;

beforeAll(async () => {
  const zone = await story.designated(world, 'east', await story.announcedCall(world));
  world.setNow('2021-06-01T01:00:00.000Z');
  agency = await world.as('agency');
  second = await world.as('agency2');
  const { id } = (await zone.view('east')).zone ?? { id: '' };
  for (const one of ['first', 'second'] as const) await movedIn(world, { builder: 'east', agency: one, zone: id, from: '2021-03-10' });
});

const head = ['申请号', '名称', '申请人', '地址', '授权公告日', '代理机构'];
type Row = readonly string[];
const grant = (serial: number, more: Partial<Record<'number' | 'owner' | 'address' | 'date', string>> = {}): Row => [
  more.number ?? printPatentNumber(composePatentNumber(2019, 1, serial)),
  `一种新材料，“第${serial}号”`,
  more.owner ?? '丙新材料股份有限公司',
  more.address ?? '山东省淄博市张店区产业园路1号',
  more.date ?? '2021-04-06',
  '甲知识产权代理有限公司',
];
const grants = (count: number, from = 1): Row[] => Array.from({ length: count }, (_, n) => grant(from + n));

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = (rows: readonly Row[]) => [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
const bytes = (text: string) => new TextEncoder().encode(text);

/** Text in GB18030, two bytes a Chinese letter: what the patent office's own export is written in. */
function gb18030(text: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder('gb18030');
  const byLetter = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) byLetter.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((letter) => (letter.charCodeAt(0) < 128 ? [letter.charCodeAt(0)] : [...(byLetter.get(letter) ?? [0x3f])])),
  );
}

const xlsxOf = async (rows: readonly Row[]): Promise<Uint8Array<ArrayBuffer>> => {
  const cells = [head, ...rows].map((row) => row.map((value) => ({ value, type: String })));
  return new Uint8Array(await writeXlsxFile(cells).toBuffer());
};

const upload = (caller: Caller, name: string, content: Uint8Array<ArrayBuffer>) =>
  caller.call('checkImport', { file: { name, bytes: content } });
const confirm = (caller: Caller, { id, version }: ImportView, key: string = randomUUID()) =>
  caller.call('confirmImport', { params: { id }, version, key });
const factsOf = async (name: 'first' | 'second') =>
  (
    await world.owner.query<{ matter: string }>(`select matter from fact where agency = $1 and kind = 'invention_grant' order by matter`, [
      world.orgs[name].id,
    ])
  ).rows;

describe('A list of grants', () => {
  it.each([
    ['UTF-8', async () => bytes(csvOf(grants(3))), 'csv'],
    ['UTF-8 with its mark', async () => bytes(`\uFEFF${csvOf(grants(3))}`), 'csv'],
    ['GB18030', async () => gb18030(csvOf(grants(3))), 'csv'],
    ['Excel', () => xlsxOf(grants(3)), 'xlsx'],
  ] as const)('is read the same from %s', async (_name, make, ending) => {
    const view = good(await upload(agency, `清单.${ending}`, await make()));
    expect(view).toMatchObject({ state: 'checked', rowCount: 3, goodCount: 3, faults: [] });
    expect(view.sample[0]).toEqual({
      申请号: composePatentNumber(2019, 1, 1),
      名称: '一种新材料，“第1号”',
      申请人: '丙新材料股份有限公司',
      地址: '山东省淄博市张店区产业园路1号',
      授权公告日: '2021-04-06',
      代理机构: '甲知识产权代理有限公司',
    });
    expect(await factsOf('first')).toEqual([]);
  });

  it('has its faults told row by row, and none of its rows is imported', async () => {
    const rows = [
      grant(1),
      grant(2, { number: '201911000002.5' }),
      grant(3, { number: printPatentNumber(composePatentNumber(2019, 2, 3)) }),
      grant(4, { number: 'CN110000001B' }),
      grant(5, { number: '2019110000' }),
      grant(1),
      grant(7, { date: '2021-02-30' }),
      grant(8, { date: '2021-07-06' }),
      grant(9, { owner: '' }),
      grant(10, { address: '山东省济南市历下区' }),
      grant(11, { address: '1号楼' }),
      grant(12, { date: '2021-04-07' }),
    ];
    const view = good(await upload(agency, '有错.csv', bytes(csvOf(rows))));
    const told = view.faults.map(({ row, column, says, isWarning }) => `${row} ${column} ${isWarning ? '提示' : '错误'} ${says}`);
    expect(told).toEqual([
      '3 申请号 错误 申请号校验位不符，请逐位核对',
      '4 申请号 错误 不是发明专利（类型位应为1或8），不计入',
      '5 申请号 错误 这是公布（公告）号，请填写申请号',
      '6 申请号 错误 申请号应为12位数字加校验位（2003年10月以前为8位加校验位）',
      '7 申请号 错误 与第2行重复',
      '8 授权公告日 错误 日期不存在，请写成 2021-04-06',
      '9 授权公告日 错误 授权公告日晚于今天',
      '10 申请人 错误 申请人为空',
      '11 地址 提示 第一专利权人不在本市，不计入数量',
      '12 地址 提示 看不出所在城市，是否本市专利待核',
      '13 授权公告日 提示 授权公告通常在周二或周五，请核对',
    ]);
    expect(view).toMatchObject({ rowCount: 12, goodCount: 4 });
    expect((await confirm(agency, view)).problem).toMatchObject({ status: 409, code: 'rows_at_fault' });
    expect(await factsOf('first')).toEqual([]);
    expect(good(await agency.call('discardImport', { params: { id: view.id }, version: view.version })).state).toBe('discarded');
    expect((await confirm(agency, { ...view, version: view.version + 1 })).problem.code).toBe('already_decided');
  });

  it.each([
    ['of another type', '清单.pdf', bytes('%PDF-1.4'), '请上传 .xlsx 或 .csv 表格'],
    [
      'that is no Excel file inside',
      '清单.xlsx',
      new Uint8Array([0x50, 0x4b, 3, 4, ...bytes('[Content_Types].xml xl/workbook.xml')]),
      '文件无法读取，请用Excel或WPS另存为 .xlsx 或 .csv 再传',
    ],
  ] as const)('%s is not taken', async (...[, name, content, says]) => {
    const reply = await upload(agency, name, content);
    expect(reply.problem.detail).toBe(says);
    expect(await factsOf('first')).toEqual([]);
  });

  it.each([
    ['without a column', '申请号,名称\r\n1,2'],
    ['that is empty', '\r\n'],
  ])('%s has nothing to confirm', async (_name, text) => {
    const view = good(await upload(agency, '清单.csv', bytes(text)));
    expect(view).toMatchObject({ goodCount: 0, faults: [{ row: 1, isWarning: false }] });
    expect((await confirm(agency, view)).status).toBe(409);
    expect(await factsOf('first')).toEqual([]);
  });

  it('is foreign to every other agency, byte for byte as if it were not there', async () => {
    const view = good(await upload(agency, '清单.csv', bytes(csvOf(grants(3)))));
    const nowhere = randomUUID();
    const shape = async (id: string) => {
      const reply = await second.call('readImport', { params: { id } });
      return [reply.status, reply.text.replaceAll(reply.problem.requestId, '')];
    };
    expect(await shape(view.id)).toEqual(await shape(nowhere));
    expect((await confirm(second, view)).status).toBe(404);
    expect(good(await second.call('listImports'))).toEqual([]);
  });

  it('is imported once, however often it is confirmed, and then stands among the facts', async () => {
    const view = good(await upload(agency, '清单.csv', bytes(csvOf(grants(70)))));
    const key = randomUUID();
    const replies = await Promise.all([confirm(agency, view, key), confirm(agency, view, key), confirm(agency, view)]);
    expect(replies.map(({ status }) => status)).toContain(200);
    expect(replies[0]?.text).toBe(replies[1]?.text);
    expect(await factsOf('first')).toHaveLength(70);
    const again = good(await upload(agency, '清单再来.csv', bytes(csvOf(grants(70)))));
    expect((await confirm(agency, again)).status).toBe(200);
    expect(await factsOf('first')).toHaveLength(70);
    const page = good(await agency.call('listFacts', { query: { year: 2021, kind: 'invention_grant' } }));
    expect(page.rows).toHaveLength(70);
    expect(page.counts).toEqual([{ year: 2021, kind: 'invention_grant', count: 70 }]);
    expect(good(await second.call('listFacts')).rows).toEqual([]);
  });
});

type Item = { clause: string; code: string; ceilingYuan: number; eligible: boolean | null };
const determined = async (caller: Caller): Promise<(clause: string) => Item | undefined> => {
  const { items } = good(await caller.call('readDetermination', { query: { year: 2021 } })).answer as unknown as { items: Item[] };
  return (clause) => items.find((item) => item.clause === clause);
};

describe('The determination over the stored facts', () => {
  it('gives nothing for 70 grants and ten thousand yuan for 71, with its reasons', async () => {
    expect((await determined(agency))('9.5.tier')).toMatchObject({ code: 'BELOW_THRESHOLD', ceilingYuan: 0, eligible: false });
    const view = good(await upload(agency, '又一件.csv', bytes(csvOf(grants(1, 71)))));
    expect((await confirm(agency, view)).status).toBe(200);
    const item = (await determined(agency))('9.5.tier');
    expect(item).toMatchObject({ code: 'OK', ceilingYuan: 10_000, eligible: true });
    expect(JSON.stringify(item)).toContain('71');
  });

  it('does not count grants of other cities', async () => {
    const rows = [...grants(70, 1000), grant(1070, { address: '山东省济南市历下区' })];
    const view = good(await upload(second, '清单.csv', bytes(csvOf(rows))));
    expect((await confirm(second, view)).status).toBe(200);
    expect((await determined(second))('9.5.tier')).toMatchObject({ code: 'BELOW_THRESHOLD', ceilingYuan: 0 });
  });

  const win = (more: object = {}) => ({
    kind: 'litigation' as const,
    data: {
      caseNo: '（2021）鲁03民初1号',
      clientName: world.orgs.plant.name,
      clientCode: world.orgs.plant.creditCode ?? '',
      effectiveDate: '2021-05-10',
      isPatentCase: true,
      isForeignRelated: true,
      hasMajorInfluence: false,
      outcome: 'won' as const,
      isFinal: true,
      agencyFeeYuan: 80_000,
      ...more,
    },
  });

  it('gives at most fifty thousand yuan for a case that was won, and takes a case number once', async () => {
    expect((await agency.call('addFact', { body: win() })).status).toBe(201);
    expect((await agency.call('addFact', { body: win({ caseNo: '(2021) 鲁03民初1号' }) })).problem).toMatchObject({
      status: 409,
      code: 'duplicate_matter',
    });
    expect((await determined(agency))('9.4')).toMatchObject({ code: 'OK', ceilingYuan: 50_000, eligible: true });
    expect((await second.call('addFact', { body: win() })).status).toBe(201);
  });

  it('leaves a case open while it is not known whether it was foreign or major', async () => {
    expect((await second.call('addFact', { body: win({ caseNo: '（2021）鲁03民初2号', isForeignRelated: null }) })).status).toBe(201);
    const item = (await determined(second))('9.4') as Item & { lines: { fact: string; code: string }[] };
    expect(item.lines.find(({ fact }) => fact === '（2021）鲁03民初2号')?.code).toBe('UNKNOWN');
  });

  it.each([
    ['a case of tomorrow', { effectiveDate: '2021-06-02' }, 'effectiveDate', '生效日期不能晚于今天'],
    ['a day that does not exist', { effectiveDate: '2021-02-30' }, 'effectiveDate', '日期不存在，请按 年-月-日 填写'],
    ['a fee with fractions', { agencyFeeYuan: 1.5 }, 'agencyFeeYuan', '请填写整数元'],
    ['a client whose code is wrong', { clientCode: '91350100M000100Y44' }, 'clientCode', '统一社会信用代码校验位不符，请核对证照逐位重输'],
  ])('takes no %s', async (_name, more, field, says) => {
    const reply = await agency.call('addFact', { body: win({ caseNo: `（2021）鲁03民初${field}号`, ...more }) });
    expect(reply.problem).toMatchObject({ status: 422, refusals: [{ field, says }] });
  });

  it('ended in no fault', () => {
    expect(world.faults).toEqual([]);
  });
});
