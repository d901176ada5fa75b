import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '#core/kernel/money.ts';
import { answerColumns, bankBody, controlLine } from '#core/ledger/bank-file.ts';
import { answerTo, readBankAnswer } from './bank-answer.ts';

const names = ['甲公司', '乙“公司”, 有限', '丙"公司"'];
const body = bankBody(
  names.map((name, i) => ({
    reference: `DF-1-000${i + 1}`,
    name,
    bank: '齐商银行',
    account: `622200000000000${i}`,
    amount: fen(100_000 + i),
  })),
);
const hash = createHash('sha256').update(body).digest();
const sent = { hash, count: names.length };
const file = Buffer.from(`${body}\r\n${controlLine(3, fen(300_003), hash.toString('hex'))}\r\n`);
const good = answerTo(file, 1);

/** Every character of two or four bytes that the tests use, as GB18030 writes it: the platform reads the encoding but does not write it. */
const gbBytes = new Map<string, readonly number[]>([['𠮷', [0x95, 0x34, 0xb2, 0x35]]]);
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if ([...character].length === 1 && !gbBytes.has(character)) gbBytes.set(character, [lead, trail]);
  }
}
const inGb = (text: string): Buffer =>
  Buffer.from([...text].flatMap((one) => (one < '\u0080' ? one.charCodeAt(0) : (gbBytes.get(one) ?? []))));

const read = (text: string | Buffer) => readBankAnswer(Buffer.from(text), sent);
const lines = (): string[] => good.split('\r\n').filter((line) => line !== '');
const changed = '回单中我方的内容与发出的文件不一致（有改动、换行或重复），整份拒收';
const refusal = (text: string | Buffer): string => {
  const { exceptions } = read(text);
  expect(exceptions.length, 'it passes').toBeGreaterThan(0);
  return exceptions.join('；');
};

describe('The bank’s answer', () => {
  it('is our own file with a result behind each line', () => {
    expect(read(good)).toEqual({
      lines: [
        { reference: 'DF-1-0001', isPaid: false, bankReference: '', note: expect.any(String) },
        { reference: 'DF-1-0002', isPaid: true, bankReference: expect.any(String), note: expect.any(String) },
        { reference: 'DF-1-0003', isPaid: true, bankReference: expect.any(String), note: expect.any(String) },
      ],
      exceptions: [],
    });
  });

  it('is read with or without a byte-order mark, with Unix line ends, and with our control line behind', () => {
    const control = file.toString().split('\r\n').at(-2);
    for (const text of [`\uFEFF${good}`, good.replaceAll('\r\n', '\n'), `${lines().join('\r\n')}\r\n${control}\r\n`, `${good}\r\n\r\n`])
      expect(read(text)).toEqual(read(good));
  });

  it('is read in the bank’s own GBK or GB18030 bytes too, and refused there like everywhere when something of ours is another', () => {
    expect(inGb('甲公司,成功\r\n€𠮷').toString('hex')).toBe('bcd7b9abcbbe2cb3c9b9a60d0aa2e39534b235');
    expect(read(inGb(good))).toEqual(read(good));
    expect(read(inGb(good)).lines[0]?.note).toBe('户名与账号不符');
    expect(refusal(inGb(good.replace('甲公司', '申公司')))).toBe(changed);
    expect(refusal(inGb(good.replace('1000.01', '1000.02')))).toBe(changed);
    expect(refusal(Buffer.concat([inGb(good), Buffer.from([0xff])]))).not.toBe('');
  });

  it('is refused whole when one byte of ours is another', () => {
    const own = new Set<number>();
    const bytes = Buffer.from(good);
    let at = 0;
    for (const line of lines()) {
      const length = Buffer.byteLength(line);
      const added = Buffer.byteLength(line.split(',').slice(-answerColumns.length).join(',')) + 1;
      for (let i = at; i < at + length - added; i += 1) own.add(i);
      at += length + 2;
    }
    const place = fc.constantFrom(...own);
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (index, by) => {
        const other = Buffer.from(bytes);
        other[index] = ((other[index] ?? 0) + by) % 256;
        const { lines: booked, exceptions } = readBankAnswer(other, sent);
        expect(booked).toEqual([]);
        expect(exceptions).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
    expect(own.size).toBeGreaterThan(100);
  });

  it.each([
    ['two lines swapped', ([head, a, b, c]: string[]) => [head, b, a, c]],
    ['a line copied', ([head, a, b, c]: string[]) => [head, a, b, b, c]],
    ['a line copied over another', ([head, a, b]: string[]) => [head, a, b, b]],
    ['a line missing', ([head, a, b]: string[]) => [head, a, b]],
    ['a line more', ([head, a, b, c]: string[]) => [head, a, b, c, 'DF-9-0001,丁,银行,6222,1.00,成功,B-1,']],
    ['no head', (rows: string[]) => rows.slice(1)],
    ['only a head', ([head]: string[]) => [head]],
    ['a foreign reference', (rows: string[]) => rows.map((row) => row.replace('DF-1-0002', 'DF-2-0002'))],
    ['an amount one fen higher', (rows: string[]) => rows.map((row) => row.replace('1000.01', '1000.02'))],
    ['an amount in another spelling', (rows: string[]) => rows.map((row) => row.replace('1000.01', '1000.010'))],
    ['another account', (rows: string[]) => rows.map((row) => row.replace('6222000000000001', '6222000000000009'))],
    ['a column more', (rows: string[]) => rows.map((row) => `${row},`)],
    ['a column less', (rows: string[]) => rows.map((row) => row.slice(0, row.lastIndexOf(',')))],
  ] as const)('is refused with %s', (_name, change) => {
    expect(refusal((change as (rows: string[]) => string[])(lines()).join('\r\n'))).toBe(changed);
  });

  it.each([
    ['a result that is neither', /,成功,/, ',处理中,', '结果应为“成功”或“失败”'],
    ['a success without the bank’s number', /,成功,[^,]*,/, ',成功,,', '成功的没有银行流水号'],
    ['a failure without a word why', /,失败,([^,]*),.*$/m, ',失败,$1,', '失败的没有说明'],
    ['no result', /,成功,/, ',,', '结果应为“成功”或“失败”'],
  ])('is not booked with %s, and says in which line', (_name, from, to, says) => {
    const told = refusal(good.replace(from, to));
    expect(told).toContain(says);
    expect(told).toMatch(/第\d行（DF-1-000\d）/);
  });

  it('whose control line stands elsewhere, answered like a payment, is read without it', () => {
    const [head = '', ...rest] = lines();
    for (const extra of ['合计,3,3000.03,SHA-256,x', '合计,3,3000.03,SHA-256,x,成功,B-1,'])
      expect(read([head, extra, ...rest].join('\r\n'))).toEqual(read(good));
  });

  it.each([
    ['nothing', ''],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['a quote that never ends', `${good}"`],
    ['our own file without answers', file],
    ['the same in another encoding', Buffer.from(good, 'utf16le')],
  ])('is refused when it is %s', (_name, text) => {
    expect(refusal(text)).not.toBe('');
    expect(read(text).lines).toEqual([]);
  });
});
