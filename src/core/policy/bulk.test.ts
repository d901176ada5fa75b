import { describe, expect, test } from 'vitest';
import { compileColumnCount, compileRowCount, type ColumnTest, type CountPlan } from './bulk-count.ts';
import { bulkSentence, compileBulkTrace } from './bulk-trace.ts';
import { type BulkRule, type BulkRules, compileBulk, interpretBulk, type Measures, reasonsOf } from './bulk.ts';

const perItem: BulkRule = { key: 'each', cite: '一', kind: 'perItem', count: 'n', each: 300 };
const capped: BulkRule = { key: 'cap', cite: '二', kind: 'capped', sum: 's', cap: 500 };
const tier: BulkRule = { key: 'tier', cite: '三', kind: 'tier', count: 'n', minimums: [2, 4], sums: [100, 900] };
const rows = [
  { measure: 'low', sum: 100 },
  { measure: 'high', sum: 700 },
  { measure: 'middle', sum: 400 },
];
const table = (times: 'highest' | 'distinct' | 'each'): BulkRule => ({ key: 'table', cite: '四', kind: 'table', rows, times });
const setOf = (rules: readonly BulkRule[], higherOf: BulkRules['higherOf'] = []): BulkRules => ({
  gate: 'gate',
  gateCodes: ['OUT', 'UNFIT'],
  rules,
  higherOf,
});

/** Decides records in all three ways, which have to agree, and gives sums and reasons rule by rule. */
function decide(set: BulkRules, records: readonly Measures[]): readonly (readonly (readonly [number, string])[])[] {
  const size = set.rules.length;
  const full = records.map((record) => ({ gate: 0, n: 0, s: 0, low: 0, middle: 0, high: 0, ok: 0, bad: 0, ...record }));
  const plain = full.map((record) => interpretBulk(set, record).map(({ amount, code }) => [amount, code] as const));
  for (const compiled of [compileBulk(set), compileBulk(set, true)]) {
    const amounts = new Float64Array(full.length * (size + 1)).fill(-1);
    const reasons = new Uint8Array(full.length * size).fill(255);
    compiled.walk(full, amounts, reasons, compiled.numbers);
    full.forEach((_, i) => {
      const own = set.rules.map((__, k) => [amounts[i * (size + 1) + k], compiled.reasons[reasons[i * size + k] ?? -1]]);
      expect(own).toEqual(plain[i]);
      expect(amounts[i * (size + 1) + size]).toBe(plain[i]?.reduce((sum, [amount]) => sum + amount, 0));
    });
  }
  return plain;
}
const one = (rule: BulkRule, record: Measures) => decide(setOf([rule]), [record])[0]?.[0];

describe('one rule over counted years', () => {
  test('so much for each', () => {
    expect([0, 1, 3].map((n) => one(perItem, { n }))).toEqual([
      [0, 'NOTHING'],
      [300, 'OK'],
      [900, 'OK'],
    ]);
  });

  test('a sum up to its cap, the cap itself not cut', () => {
    expect([0, 499, 500, 501].map((s) => one(capped, { s }))).toEqual([
      [0, 'NOTHING'],
      [499, 'OK'],
      [500, 'OK'],
      [500, 'OK_CAPPED'],
    ]);
  });

  test('steps at their minimums', () => {
    expect([0, 1, 2, 3, 4, 5].map((n) => one(tier, { n }))).toEqual([
      [0, 'NOTHING'],
      [0, 'BELOW_THRESHOLD'],
      [100, 'OK'],
      [100, 'OK'],
      [900, 'OK'],
      [900, 'OK'],
    ]);
  });

  test('a table: the highest row present, each row once, or as often as it occurs', () => {
    const record = { low: 3, middle: 2 };
    expect((['highest', 'distinct', 'each'] as const).map((times) => one(table(times), record)?.[0])).toEqual([400, 500, 1100]);
    expect(one(table('highest'), { high: 1, low: 1, middle: 1 })).toEqual([700, 'OK']);
    expect(one(table('highest'), { low: 1 })).toEqual([100, 'OK']);
    for (const times of ['highest', 'distinct', 'each'] as const) expect(one(table(times), {})).toEqual([0, 'NOTHING']);
  });

  test('what it needs must be there, what bars it must not, and the lack is named first', () => {
    const guarded: BulkRule = { ...perItem, needs: { measure: 'ok', code: 'LACKS' }, bars: { measure: 'bad', code: 'BARRED' } };
    expect(one(guarded, { n: 1, ok: 1 })).toEqual([300, 'OK']);
    expect(one(guarded, { n: 1, bad: 1 })).toEqual([0, 'LACKS']);
    expect(one(guarded, { n: 1, ok: 1, bad: 1 })).toEqual([0, 'BARRED']);
    expect(one(guarded, { n: 0, bad: 1 })).toEqual([0, 'NOTHING']);
    for (const rule of [capped, tier, table('each')]) {
      const barred: BulkRule = { ...rule, bars: { measure: 'bad', code: 'BARRED' } };
      for (const s of [9, 501]) expect(one(barred, { n: 9, s, low: 1, bad: 2 })).toEqual([0, 'BARRED']);
    }
    expect(one({ ...tier, bars: { measure: 'bad', code: 'BARRED' } }, { n: 1, bad: 1 })).toEqual([0, 'BELOW_THRESHOLD']);
  });

  test('a measure that a record lacks counts as nothing when walked without generated code', () => {
    for (const rule of [perItem, capped, tier, table('each')])
      expect(interpretBulk(setOf([rule]), {})).toEqual([{ amount: 0, code: 'NOTHING' }]);
    const needs = { ...perItem, needs: { measure: 'ok', code: 'LACKS' } } as const;
    expect(interpretBulk(setOf([needs]), { n: 1 })).toEqual([{ amount: 0, code: 'LACKS' }]);
    const bars = { ...perItem, bars: { measure: 'bad', code: 'BARRED' } } as const;
    expect(interpretBulk(setOf([bars]), { n: 1 })).toEqual([{ amount: 300, code: 'OK' }]);
  });
});

describe('all rules of a plan', () => {
  test('a shut gate refuses every rule with its own reason, and the next record is not touched by it', () => {
    const set = setOf([perItem, capped]);
    expect(
      decide(set, [
        { gate: 1, n: 1, s: 1 },
        { n: 1, s: 1 },
        { gate: 2, n: 1 },
      ]),
    ).toEqual([
      [
        [0, 'OUT'],
        [0, 'OUT'],
      ],
      [
        [300, 'OK'],
        [1, 'OK'],
      ],
      [
        [0, 'UNFIT'],
        [0, 'UNFIT'],
      ],
    ]);
  });

  test('of a pair only the higher stands, at equal sums the first; a half that gives nothing keeps its reason', () => {
    const set = setOf([perItem, capped], [['each', 'cap']]);
    const pair = (n: number, s: number) => decide(set, [{ n, s }])[0];
    expect(pair(1, 301)).toEqual([
      [0, 'ONCE_ONLY'],
      [301, 'OK'],
    ]);
    expect(pair(1, 300)).toEqual([
      [300, 'OK'],
      [0, 'ONCE_ONLY'],
    ]);
    expect(pair(1, 0)).toEqual([
      [300, 'OK'],
      [0, 'NOTHING'],
    ]);
    expect(pair(0, 1)).toEqual([
      [0, 'NOTHING'],
      [1, 'OK'],
    ]);
    expect(pair(0, 0)).toEqual([
      [0, 'NOTHING'],
      [0, 'NOTHING'],
    ]);
  });

  test('every pair is settled, one after the other', () => {
    const set = setOf(
      [perItem, capped, tier],
      [
        ['each', 'cap'],
        ['cap', 'tier'],
      ],
    );
    expect(decide(set, [{ n: 4, s: 1 }])[0]).toEqual([
      [1200, 'OK'],
      [0, 'ONCE_ONLY'],
      [900, 'OK'],
    ]);
  });

  test('a gate that has no reason of its own refuses with nothing to say', () => {
    expect(decide({ ...setOf([perItem]), gateCodes: [] }, [{ gate: 1, n: 1 }])).toEqual([[[0, 'NOTHING']]]);
  });

  test('a plain walk has its figures built in and reads none from the vector', () => {
    const amounts = new Float64Array(2);
    compileBulk(setOf([perItem])).walk([{ gate: 0, n: 1 }], amounts, new Uint8Array(1), Float64Array.from([7]));
    expect([...amounts]).toEqual([300, 300]);
  });

  test('reasons are numbered once each: common ones, needs and bars, gates', () => {
    const rule: BulkRule = { ...perItem, needs: { measure: 'ok', code: 'LACKS' }, bars: { measure: 'bad', code: 'BARRED' } };
    expect(reasonsOf(setOf([rule, rule, capped]))).toEqual([
      'NOTHING',
      'OK',
      'OK_CAPPED',
      'BELOW_THRESHOLD',
      'ONCE_ONLY',
      'LACKS',
      'BARRED',
      'OUT',
      'UNFIT',
    ]);
  });

  test('figures are handed out in the order the walk reads them, and a changed one changes the result', () => {
    const set = setOf([perItem, capped, tier, table('highest')]);
    const { walk, numbers } = compileBulk(set, true);
    expect([...numbers]).toEqual([300, 500, 2, 4, 100, 900, 100, 700, 400]);
    const amounts = new Float64Array(5);
    walk(
      [{ gate: 0, n: 1, s: 0, low: 1, middle: 0, high: 0 }],
      amounts,
      new Uint8Array(4),
      numbers.map((n) => n + 1),
    );
    expect([...amounts]).toEqual([301, 0, 0, 101, 402]);
  });

  test('a varied table gives the highest sum of its present rows, in whatever order the changed figures stand', () => {
    const { walk } = compileBulk(setOf([table('highest')]), true);
    const amounts = new Float64Array(2);
    walk([{ gate: 0, low: 1, middle: 1, high: 1 }], amounts, new Uint8Array(1), Float64Array.from([900, 100, 400]));
    expect([...amounts]).toEqual([900, 900]);
  });

  test('nothing but plain names and real figures reaches generated code', () => {
    for (const name of ['a-b', '1a', '', 'a b', 'a;b', 'a1)']) {
      expect(() => compileBulk(setOf([{ ...perItem, count: name }]))).toThrow(`not a name of a measure: ${name}`);
      expect(() => compileBulkTrace(setOf([{ ...perItem, count: name }]), { reasons: [] })).toThrow(`not a name of a measure: ${name}`);
      expect(() => compileRowCount({ subject: name, when: [], measures: [] })).toThrow(`not a name of a column: ${name}`);
      expect(() => compileColumnCount({ subject: name, when: [], measures: [] })).toThrow(`not a name of a column: ${name}`);
    }
    for (const figure of [Number.NaN, Infinity]) {
      expect(() => compileBulk(setOf([{ ...perItem, each: figure }]))).toThrow(`not a figure: ${figure}`);
      expect(() => compileRowCount({ subject: 'a', when: [['b', '<', figure]], measures: [] })).toThrow(`not a figure: ${figure}`);
    }
    expect(() => compileBulk(setOf([{ ...perItem, count: 'aB9' }]))).not.toThrow();
  });
});

describe('reasons as data and as sentences', () => {
  test('a trace shows what each rule looked at, once each', () => {
    const rule: BulkRule = { ...tier, needs: { measure: 'ok', code: 'LACKS' }, bars: { measure: 'n', code: 'BARRED' } };
    const set = setOf([perItem, { ...capped, bars: { measure: 'low', code: 'BARRED' } }, rule, table('each')]);
    const explain = compileBulkTrace(set, { reasons: ['NOTHING', 'OK'] });
    const record = { n: 1, s: 2, ok: 3, low: 4, high: 5, middle: 6 };
    const amounts = Float64Array.from([0, 0, 0, 0, 0, 10, 20, 30, 40, 100]);
    expect(explain(record, amounts, Uint8Array.from([0, 0, 0, 0, 1, 0, 1, 0]), 1)).toEqual([
      { key: 'each', cite: '一', amount: 10, code: 'OK', basis: { n: 1 } },
      { key: 'cap', cite: '二', amount: 20, code: 'NOTHING', basis: { s: 2, low: 4 } },
      { key: 'tier', cite: '三', amount: 30, code: 'OK', basis: { n: 1, ok: 3 } },
      { key: 'table', cite: '四', amount: 40, code: 'NOTHING', basis: { low: 4, high: 5, middle: 6 } },
    ]);
  });

  test('a sentence names what was counted, the reason and the whole yuan', () => {
    const trace = { key: 'k', cite: '第九条', amount: 1_000_099, code: 'OK', basis: { a: 2, b: 0 } };
    expect(bulkSentence(trace, (name) => `<${name}>`)).toBe('第九条：<a> 2，<b> 0；<OK>；上限 10000 元。');
  });
});

describe('counting rows', () => {
  const records = [
    { who: 0, day: 9, kind: 1, fee: 700 },
    { who: 1, day: 10, kind: 1, fee: 300 },
    { who: 1, day: 10, kind: 2, fee: 500 },
    { who: 1, day: 11, kind: 1, fee: 501 },
    { who: 1, day: 12, kind: 1, fee: 1 },
  ];
  const count = (plan: CountPlan): readonly number[][] => {
    const empty = () => plan.measures.map(() => new Float64Array(2));
    const [fromRows, fromColumns] = [empty(), empty()];
    compileRowCount(plan)(records, fromRows);
    const column = (name: 'who' | 'day' | 'kind' | 'fee') => records.map((record) => record[name]);
    const columns = { who: column('who'), day: column('day'), kind: column('kind'), fee: column('fee') };
    compileColumnCount(plan)(columns, records.length, fromColumns);
    expect(fromColumns).toEqual(fromRows);
    return fromRows.map((one) => [...one]);
  };
  const when: readonly ColumnTest[] = [
    ['day', '>=', 10],
    ['day', '<', 12],
  ];

  test('only rows that pass all shared tests count, each measure by its own tests', () => {
    const plan: CountPlan = {
      subject: 'who',
      when,
      measures: [
        { measure: 'all', when: [] },
        { measure: 'first', when: [['kind', '===', 1]] },
        {
          measure: 'both',
          when: [
            ['kind', '>', 0],
            ['fee', '>', 300],
          ],
        },
      ],
    };
    expect(count(plan)).toEqual([
      [0, 3],
      [0, 2],
      [0, 2],
    ]);
    expect(count({ ...plan, when: [] })[0]).toEqual([1, 4]);
  });

  test('a sum takes each row up to its most', () => {
    const add = { column: 'fee', atMost: 500 };
    expect(count({ subject: 'who', when, measures: [{ measure: 'fees', when: [], add }] })).toEqual([[0, 1300]]);
    expect(count({ subject: 'who', when, measures: [{ measure: 'fees', when: [['kind', '===', 1]], add }] })).toEqual([[0, 800]]);
  });
});
