/**
 * Whole populations at once: one record of counted measures per subject and year in, amounts (fen) and one reason
 * byte per rule out. The rules are the same closed kinds as data; here they are compiled to one straight function.
 * Only numbers and checked names reach the compiled text.
 */
export type Measures = { readonly [measure: string]: number };

/** A measure that must be above zero, else the rule gives nothing for this reason. */
export type Need = { readonly measure: string; readonly code: string };

/** One rule over measures. */
export type BulkRule = {
  readonly key: string;
  readonly cite: string;
  /** Must be above zero. */
  readonly needs?: Need;
  /** Must be zero. */
  readonly bars?: Need;
} & (
  | { readonly kind: 'perItem'; readonly count: string; readonly each: number }
  | { readonly kind: 'capped'; readonly sum: string; readonly cap: number }
  | { readonly kind: 'tier'; readonly count: string; readonly minimums: readonly number[]; readonly sums: readonly number[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly { readonly measure: string; readonly sum: number }[];
      /** The highest row present, each row present once, or each row as often as it occurs. */
      readonly times: 'highest' | 'distinct' | 'each';
    }
);

/** All rules of a plan over one record, the gate before them, and pairs of which only the higher stands. */
export type BulkRules = {
  /** Measure that is 0 where the gate is open, else the number of its refusal in `gateCodes`, from 1. */
  readonly gate: string;
  readonly gateCodes: readonly string[];
  readonly rules: readonly BulkRule[];
  readonly higherOf: readonly (readonly [string, string])[];
};

/** Reason bytes shared by all rules; needs, bars and gates follow after them. */
const commonCodes = ['NOTHING', 'OK', 'OK_CAPPED', 'BELOW_THRESHOLD', 'ONCE_ONLY'] as const;

/** Meaning of every reason byte of a rule set. */
export const reasonsOf = ({ rules, gateCodes }: BulkRules): readonly string[] => [
  ...new Set([
    ...commonCodes,
    ...rules.flatMap(({ needs, bars }) => [needs?.code, bars?.code].flatMap((code) => code ?? [])),
    ...gateCodes,
  ]),
];

/** Decides many records into `amounts` (rules + 1 columns, the last is the sum) and `reasons` (one byte per rule). */
export type BulkWalk = (records: readonly Measures[], amounts: Float64Array, reasons: Uint8Array, numbers: Float64Array) => void;

/** A compiled rule set; `numbers` are its figures in the order the walk reads them, to be varied for what-if runs. */
export type CompiledBulk = { readonly walk: BulkWalk; readonly numbers: Float64Array; readonly reasons: readonly string[] };

const checkedName = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new RangeError(`not a name of a measure: ${name}`);
  return name;
};

type Writer = { readonly isVaried: boolean; readonly number: (value: number) => string; readonly reason: (code: string) => number };

/**
 * Compiles a rule set. `isVaried` takes every figure from the vector, so that one function serves all variants.
 * Needs `new Function`: the server only; `interpretBulk` does the same without it.
 */
export function compileBulk(set: BulkRules, isVaried = false): CompiledBulk {
  const numbers: number[] = [];
  const reasons = reasonsOf(set);
  const writer: Writer = {
    isVaried,
    number: (value) => {
      if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
      numbers.push(value);
      return isVaried ? `p${numbers.length - 1}` : String(value);
    },
    reason: (code) => reasons.indexOf(code),
  };
  const body = bodyText(set, writer);
  const head = isVaried ? numbers.map((_, i) => `const p${i}=numbers[${i}];`).join('') : '';
  const walk = new Function('records', 'amounts', 'reasons', 'numbers', head + body) as BulkWalk;
  return { walk, numbers: Float64Array.from(numbers), reasons };
}

function bodyText(set: BulkRules, writer: Writer): string {
  const size = set.rules.length;
  const firstGate = writer.reason(set.gateCodes[0] ?? 'NOTHING') - 1;
  const shut = `${set.rules.map((_, i) => `amounts[o+${i}]=0;reasons[w+${i}]=q;`).join('')}amounts[o+${size}]=0;`;
  const decided = set.rules.map((rule, i) => ruleText(rule, i, writer)).join('');
  const stored = set.rules.map((_, i) => `amounts[o+${i}]=a${i};reasons[w+${i}]=c${i};`).join('');
  return (
    `for(let i=0,o=0,w=0;i<records.length;i++,o+=${size + 1},w+=${size}){const f=records[i];` +
    `const g=f.${checkedName(set.gate)};if(g!==0){const q=g+${firstGate};${shut}continue;}` +
    `${decided}${set.higherOf.map((pair) => higherText(set, pair, writer)).join('')}${stored}` +
    `amounts[o+${size}]=${set.rules.map((_, i) => `a${i}`).join('+')};}`
  );
}

function ruleText(rule: BulkRule, i: number, writer: Writer): string {
  const refuse = (need: Need, test: string) => `if(f.${checkedName(need.measure)}${test}0)c${i}=${writer.reason(need.code)};else `;
  const needs = rule.needs ? refuse(rule.needs, '<=') : '';
  const bars = rule.bars ? refuse(rule.bars, '>') : '';
  return `let a${i}=0,c${i}=0;${sumText(rule, i, writer, needs + bars)}`;
}

function sumText(rule: BulkRule, i: number, writer: Writer, guard: string): string {
  switch (rule.kind) {
    case 'perItem':
      return `{const n=f.${checkedName(rule.count)};if(n>0){${guard}{a${i}=n*${writer.number(rule.each)};c${i}=1;}}}`;
    case 'capped': {
      const cap = writer.number(rule.cap);
      return `{const s=f.${checkedName(rule.sum)};if(s>0){${guard}{if(s>${cap}){a${i}=${cap};c${i}=2;}else{a${i}=s;c${i}=1;}}}}`;
    }
    case 'tier':
      return tierText(rule, i, writer, guard);
    case 'table':
      return tableText(rule, i, writer, guard);
  }
}

function tierText(rule: Extract<BulkRule, { kind: 'tier' }>, i: number, writer: Writer, guard: string): string {
  const minimums = rule.minimums.map(writer.number);
  const sums = rule.sums.map(writer.number);
  const steps = minimums.map((minimum, k) => `n>=${minimum}?${sums[k]}:`).reverse();
  return `{const n=f.${checkedName(rule.count)};if(n>0){if(n<${minimums[0]})c${i}=3;else ${guard}{a${i}=${steps.join('')}0;c${i}=1;}}}`;
}

function tableText(rule: Extract<BulkRule, { kind: 'table' }>, i: number, writer: Writer, guard: string): string {
  const rows = rule.rows.map(({ measure, sum }) => ({ name: `f.${checkedName(measure)}`, sum: writer.number(sum), height: sum }));
  const give = `if(v>0){${guard}{a${i}=v;c${i}=1;}}`;
  if (rule.times === 'highest' && !writer.isVaried) {
    const falling = [...rows].sort((a, b) => b.height - a.height);
    return `{const v=${falling.map(({ name, sum }) => `${name}>0?${sum}:`).join('')}0;${give}}`;
  }
  const add = {
    highest: rows.map(({ name, sum }) => `if(${name}>0&&${sum}>v)v=${sum};`),
    distinct: rows.map(({ name, sum }) => `if(${name}>0)v+=${sum};`),
    each: rows.map(({ name, sum }) => `v+=${name}*${sum};`),
  }[rule.times];
  return `{let v=0;${add.join('')}${give}}`;
}

function higherText({ rules }: BulkRules, [first, second]: readonly [string, string], writer: Writer): string {
  const [a, b] = [first, second].map((key) => rules.findIndex((rule) => rule.key === key));
  const once = writer.reason('ONCE_ONLY');
  return `if(a${a}>=a${b}){if(a${b}>0){a${b}=0;c${b}=${once};}}else if(a${a}>0){a${a}=0;c${a}=${once};}`;
}

/** The same walk without generated code, rule by rule: the measure against which the compiled one is tested. */
export function interpretBulk(set: BulkRules, record: Measures): readonly Decided[] {
  const gate = record[set.gate] ?? 0;
  if (gate !== 0) return set.rules.map(() => ({ amount: 0, code: set.gateCodes[gate - 1] ?? 'NOTHING' }));
  const decided = new Map(set.rules.map((rule) => [rule.key, interpretRule(rule, record)]));
  const sum = (key: string) => (decided.get(key) as Decided).amount;
  for (const [first, second] of set.higherOf) {
    const loser = sum(first) >= sum(second) ? second : first;
    if (sum(loser) > 0) decided.set(loser, { amount: 0, code: 'ONCE_ONLY' });
  }
  return [...decided.values()];
}

/** Amount in fen and reason of one rule over one record. */
export type Decided = { readonly amount: number; readonly code: string };

function interpretRule(rule: BulkRule, record: Measures): Decided {
  const wanted = wantedOf(rule, record);
  if (wanted.code !== 'OK' && wanted.code !== 'OK_CAPPED') return wanted;
  if (rule.needs && (record[rule.needs.measure] ?? 0) <= 0) return { amount: 0, code: rule.needs.code };
  if (rule.bars && (record[rule.bars.measure] ?? 0) > 0) return { amount: 0, code: rule.bars.code };
  return wanted;
}

const given = (amount: number): Decided => ({ amount, code: amount > 0 ? 'OK' : 'NOTHING' });

function wantedOf(rule: BulkRule, record: Measures): Decided {
  const of = (measure: string) => record[measure] ?? 0;
  switch (rule.kind) {
    case 'perItem':
      return given(of(rule.count) * rule.each);
    case 'capped':
      return of(rule.sum) > rule.cap ? { amount: rule.cap, code: 'OK_CAPPED' } : given(of(rule.sum));
    case 'tier': {
      const step = rule.minimums.findLastIndex((minimum) => of(rule.count) >= minimum);
      if (step >= 0) return given(rule.sums[step] ?? 0);
      return { amount: 0, code: of(rule.count) > 0 ? 'BELOW_THRESHOLD' : 'NOTHING' };
    }
    case 'table': {
      const rows = rule.rows.map(({ measure, sum }) => ({ n: of(measure), sum }));
      const present = rows.filter(({ n }) => n > 0);
      if (rule.times === 'highest') return given(Math.max(0, ...present.map(({ sum }) => sum)));
      return given(present.reduce((total, { n, sum }) => total + (rule.times === 'each' ? n * sum : sum), 0));
    }
  }
}
