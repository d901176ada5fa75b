import { type BulkRules, compileBulk } from '#core/policy/bulk.ts';
import { compileColumnCount, compileRowCount, type CountPlan } from '#core/policy/bulk-count.ts';
import { bulkSentence, compileBulkTrace } from '#core/policy/bulk-trace.ts';
import { resolveSettings } from '#core/policy/settings.ts';
import { populationRules } from '#policy/zibo-2020/09-population.ts';
import { determineCase } from '#policy/zibo-2020/answer.ts';
import { readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { codeLabel } from '#policy/zibo-2020/codes.ts';
import { exampleCase } from '#policy/zibo-2020/example-world.ts';
import { supportClauses } from '#policy/zibo-2020/index.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { alone } from './alone.ts';
import { duckTotals } from './duck.ts';
import { growth } from './growth.ts';
import { type Figures, handAmounts, handFromColumns, handFromRows, handParametric, noCounts, withCounts } from './hand.ts';
import { type BenchResult, compare, median, type Timing } from './rounds.ts';
import { city, makeWorld, sizes, type World, yearFrom, yearUntil } from './world.ts';

const rules = (): BulkRules => populationRules(resolveSettings(supportSettings).values);

/** Measures the engine against loops written by hand, in one process; throws if any amount differs. */
export async function run(): Promise<readonly BenchResult[]> {
  const world = makeWorld();
  const set = rules();
  const results = [...amounts(world, set), ...traces(), ...explanation(world, set), ...aggregation(world, set), ...whatIf(world, set)];
  const all = [
    ...results,
    ...growth(),
    ...door(),
    ...(await duck(world, set)),
    ...alone<readonly BenchResult[]>(new URL('./peers-alone.ts', import.meta.url)),
  ];
  console.log(tableOf(all));
  return all;
}

const ratioOf = (work: string, { name, ratio, low, high, ms }: Timing, limit: number | null): BenchResult => ({
  work,
  name,
  measured: ratio,
  unit: '×',
  limit,
  isMet: limit === null ? null : ratio <= limit,
  note: `${ms.toFixed(3)} ms，各轮 ${low.toFixed(2)}–${high.toFixed(2)}`,
});

function same(a: Float64Array, b: Float64Array, what: string): void {
  const at = a.findIndex((value, i) => value !== b[i]);
  if (at >= 0 || a.length !== b.length) throw new Error(`${what}: amounts differ at ${at}: ${a[at]} and ${b[at]}`);
}

const buffers = (set: BulkRules) => ({
  hand: new Float64Array(sizes.agencies * (set.rules.length + 1)),
  own: new Float64Array(sizes.agencies * (set.rules.length + 1)),
  reasons: new Uint8Array(sizes.agencies * set.rules.length),
});

function amounts({ agencies }: World, set: BulkRules): readonly BenchResult[] {
  const { hand, own, reasons } = buffers(set);
  const { walk, numbers } = compileBulk(set);
  const timings = compare({ name: '手写循环，只算金额', run: () => handAmounts(agencies, hand) }, [
    { name: '规则引擎：金额与理由码', run: () => walk(agencies, own, reasons, numbers) },
  ]);
  same(hand, own, 'amounts');
  return timings.map((timing) => ratioOf('A 六千家机构，第九条全部', timing, 3));
}

/** Measured in a process of its own, see there. */
function traces(): readonly BenchResult[] {
  const { ratio, low, high, handMs, ms } = alone<Readonly<Record<'ratio' | 'low' | 'high' | 'handMs' | 'ms', number>>>(
    new URL('./traces.ts', import.meta.url),
  );
  return [
    {
      work: 'A 六千家机构，理由对象',
      name: '规则引擎：金额、理由码并全部展开为对象',
      measured: ratio,
      unit: '×',
      limit: 1.3,
      isMet: ratio <= 1.3,
      note: `${ms.toFixed(2)} ms，手写 ${handMs.toFixed(2)} ms；101轮处理器时间，中间一半 ${low.toFixed(2)}–${high.toFixed(2)}`,
    },
  ];
}

function explanation({ agencies }: World, set: BulkRules): readonly BenchResult[] {
  const { own, reasons } = buffers(set);
  const compiled = compileBulk(set);
  const explain = compileBulkTrace(set, compiled);
  compiled.walk(agencies, own, reasons, compiled.numbers);
  let length = 0;
  const start = performance.now();
  agencies.forEach((year, i) => {
    for (const trace of explain(year, own, reasons, i)) length += bulkSentence(trace, codeLabel).length;
  });
  const micros = ((performance.now() - start) * 1000) / agencies.length;
  return [
    {
      work: 'A 一家机构的说明',
      name: '八句中文',
      measured: micros,
      unit: 'µs',
      limit: 50,
      isMet: micros <= 50,
      note: `平均 ${Math.round(length / agencies.length)} 字`,
    },
  ];
}

const inYear = [
  ['date', '>=', yearFrom],
  ['date', '<', yearUntil],
] as const;
const grantPlan: CountPlan = {
  subject: 'agency',
  when: [...inYear, ['city', '===', city]],
  measures: [
    { measure: 'grants', when: [['kind', '===', 1]] },
    { measure: 'findings', when: [['flag', '>', 0]] },
    { measure: 'maliciousFindings', when: [['flag', '===', 2]] },
  ],
};
const dealPlan: CountPlan = {
  subject: 'agency',
  when: inYear,
  measures: [
    { measure: 'securitizations', when: [['kind', '===', 1]] },
    {
      measure: 'localLoans',
      when: [
        ['kind', '===', 0],
        ['local', '===', 1],
      ],
    },
    {
      measure: 'loans',
      when: [
        ['kind', '===', 0],
        ['local', '===', 1],
        ['insured', '===', 1],
      ],
    },
  ],
};
const casePlan: CountPlan = {
  subject: 'agency',
  when: [...inYear, ['won', '===', 1], ['weighty', '===', 1], ['clientInZone', '===', 1]],
  measures: [{ measure: 'winFen', when: [], add: { column: 'fee', atMost: 5_000_000 } }],
};

/** Workload B by our engine: from row objects or from columns to amounts with reasons. */
function settling(world: World, set: BulkRules): { readonly own: Float64Array; readonly decide: (useColumns: boolean) => void } {
  const { own, reasons } = buffers(set);
  const compiled = compileBulk(set);
  const [fromRows, fromColumns] = [compileRowCount(grantPlan), compileColumnCount(grantPlan)];
  const [deals, cases] = [compileRowCount(dealPlan), compileRowCount(casePlan)];
  const decide = (useColumns: boolean) => {
    const c = noCounts();
    const grants = [c.grants, c.findings, c.maliciousFindings];
    if (useColumns) fromColumns(world.columns, world.grants.length, grants);
    else fromRows(world.grants, grants);
    deals(world.deals, [c.securitizations, c.localLoans, c.loans]);
    cases(world.cases, [c.winFen]);
    compiled.walk(withCounts(world, c), own, reasons, compiled.numbers);
  };
  return { own, decide };
}

/** DuckDB on one thread beside our engine from columns, taking turns; processor time of all threads. */
async function duck(world: World, set: BulkRules): Promise<readonly BenchResult[]> {
  const totals = await duckTotals(world, set);
  if (!totals) return [];
  const { own, decide } = settling(world, set);
  const ratios: number[] = [];
  for (let round = 0; round < 21; round += 1) {
    const start = process.cpuUsage();
    const sums = await totals();
    const theirs = process.cpuUsage(start);
    const middle = process.cpuUsage();
    decide(true);
    const ours = process.cpuUsage(middle);
    ratios.push((theirs.user + theirs.system) / (ours.user + ours.system));
    same(
      sums,
      sums.map((_, i) => own[i * (set.rules.length + 1) + set.rules.length] ?? -1),
      'DuckDB',
    );
  }
  const measured = median(ratios);
  const work = 'B 百万授权、两万贷款、五千案件（本引擎按列为1×）';
  return [
    {
      work,
      name: 'DuckDB 1.5.6，一个线程，表在内存',
      measured,
      unit: '×',
      limit: 3,
      isAtLeast: true,
      isMet: measured >= 3,
      note: '21轮处理器时间',
    },
  ];
}

function aggregation(world: World, set: BulkRules): readonly BenchResult[] {
  const { hand } = buffers(set);
  const { own, decide } = settling(world, set);
  const timings = compare({ name: '手写：行对象', run: () => handAmounts(handFromRows(world), hand) }, [
    { name: '规则引擎：行对象', run: () => decide(false) },
    { name: '规则引擎：列', run: () => decide(true) },
    { name: '手写：列', run: () => handAmounts(handFromColumns(world), new Float64Array(hand.length)) },
  ]);
  for (const useColumns of [false, true]) {
    decide(useColumns);
    same(hand, own, 'aggregation');
  }
  const limits = [1.1, 0.7, null];
  return timings.map((timing, i) => ratioOf('B 百万授权、两万贷款、五千案件', timing, limits[i] ?? null));
}

/** 200 variants of eight figures, drawn around the plan's own. */
const variants: readonly Figures[] = Array.from({ length: 200 }, (_, i) => [
  61 + (i % 20),
  111 + (i % 20),
  190 + (i % 20),
  1_000_000 + i * 1000,
  3_000_000 + i * 1000,
  5_000_000 + i * 1000,
  20_000_000 - i * 10_000,
  1_000_000 + i * 500,
]);

function withFigures(set: BulkRules, [t1, t2, t3, a1, a2, a3, cap, each]: Figures): BulkRules {
  return {
    ...set,
    rules: set.rules.map((rule) => {
      if (rule.kind === 'tier') return { ...rule, minimums: [t1, t2, t3], sums: [a1, a2, a3] };
      if (rule.kind === 'capped') return { ...rule, cap };
      return rule.kind === 'perItem' && rule.count === 'loans' ? { ...rule, each } : rule;
    }),
  };
}

function whatIf({ agencies }: World, set: BulkRules): readonly BenchResult[] {
  const { hand, own, reasons } = buffers(set);
  const { walk } = compileBulk(set, true);
  const vectors = variants.map((figures) => compileBulk(withFigures(set, figures), true).numbers);
  const timings = compare(
    { name: '手写循环，数字作参数', run: () => variants.forEach((figures) => handParametric(agencies, hand, figures)) },
    [{ name: '规则引擎：一个函数，数字作向量', run: () => vectors.forEach((vector) => walk(agencies, own, reasons, vector)) }],
    7,
  );
  variants.forEach((figures, i) => {
    handParametric(agencies, hand, figures);
    walk(agencies, own, reasons, vectors[i] as Float64Array);
    same(hand, own, `variant ${i}`);
  });
  return timings.map((timing) => ratioOf('假设 200种数字 × 六千家机构', timing, 3));
}

/** The case-file door itself: checking and deciding a small case, with and without its full explanation. */
function door(): readonly BenchResult[] {
  const facts = supportClauses.flatMap((clause, k) =>
    (clause.examples[0]?.input.facts ?? []).map((fact, i) => ({ ...fact, id: `${k}-${i}` })),
  );
  const input = exampleCase({ facts });
  const timeOf = (explain: boolean): number => {
    const once = () => {
      const reading = readCaseFile(input);
      if (reading.ok) determineCase(reading.file, { explain });
    };
    for (let i = 0; i < 200; i += 1) once();
    const start = performance.now();
    for (let i = 0; i < 500; i += 1) once();
    return ((performance.now() - start) * 1000) / 500;
  };
  return [false, true].map((explain) => ({
    work: `案情文件，${facts.length}条事实`,
    name: explain ? '校验、核算并逐条说明' : '校验、核算',
    measured: timeOf(explain),
    unit: 'µs' as const,
    limit: null,
    isMet: null,
    note: '',
  }));
}

/** The results as a Markdown table. */
export const tableOf = (results: readonly BenchResult[]): string =>
  [
    '| 工作 | 做法 | 实测 | 目标 | 达到 | 备注 |',
    '| --- | --- | ---: | ---: | --- | --- |',
    ...results.map(({ work, name, measured, unit, limit, isAtLeast, isMet, note }) => {
      const figure = `${measured < 10 ? measured.toFixed(2) : measured.toFixed(0)}${unit}`;
      return `| ${work} | ${name} | ${figure} | ${limit === null ? '—' : `${isAtLeast ? '≥' : '≤'}${limit}${unit}`} | ${isMet === null ? '—' : isMet ? '是' : '否'} | ${note} |`;
    }),
  ].join('\n');

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').slice(-2).join('/'))) await run();
