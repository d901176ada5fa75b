import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedCsv, readCsv } from './read-csv.ts';

const read = (text: string, most = 1000) => readCsv(text, most);

describe('A CSV text', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\uFEFFa,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [' a ,\t"b" ,c', [['a', 'b', 'c']]],
    ['"a,1","他说""好""","x\ny"', [['a,1', '他说"好"', 'x\ny']]],
    ['a,,\r\n', [['a', '', '']]],
    [',', [['', '']]],
    ['\r\n\r\na\r\n   \r\n', [['a']]],
    ['', []],
    ['5" 管,b', [['5" 管', 'b']]],
  ])('%j', (text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it.each(['"a', '"a"b,c', 'x,"'])('%j is no table', (text) => {
    expect(() => read(text)).toThrow(MalformedCsv);
  });

  it('is read no further than asked', () => {
    expect(read('a\nb\nc\n"', 3)).toEqual([['a'], ['b'], ['c']]);
  });

  it('is read as the usual reader reads it, whatever stands in its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '中', '1'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    fc.assert(
      fc.property(table, fc.constantFrom('\r\n', '\n'), (rows, lineEnd) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(lineEnd);
        const usual = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true, record_delimiter: lineEnd });
        expect(read(text)).toEqual((usual as string[][]).map((row) => row.map((value) => value.trim())));
      }),
      { numRuns: 300 },
    );
  });
});
