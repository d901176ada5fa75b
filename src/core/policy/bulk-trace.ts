import type { BulkRule, BulkRules, CompiledBulk, Measures } from './bulk.ts';

/** Why one rule gave what it gave, rebuilt from the record and the reason byte. */
export type BulkTrace = {
  readonly key: string;
  readonly cite: string;
  readonly amount: number;
  readonly code: string;
  /** The measures the rule looked at. */
  readonly basis: Measures;
};

/** Rebuilds the traces of the record at `index` from what a walk stored. */
export type BulkExplainer = (record: Measures, amounts: Float64Array, reasons: Uint8Array, index: number) => readonly BulkTrace[];

const measuresOf = (rule: BulkRule): readonly string[] => {
  const own = rule.kind === 'table' ? rule.rows.map(({ measure }) => measure) : [rule.kind === 'capped' ? rule.sum : rule.count];
  return [...new Set([...own, ...(rule.needs ? [rule.needs.measure] : []), ...(rule.bars ? [rule.bars.measure] : [])])];
};

/** Compiles the explainer of a rule set: object literals of fixed shape, reasons looked up by byte. Server only. */
export function compileBulkTrace(set: BulkRules, { reasons }: Pick<CompiledBulk, 'reasons'>): BulkExplainer {
  const size = set.rules.length;
  const parts = set.rules.map((rule, i) => {
    const basis = measuresOf(rule).map((name) => {
      if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new RangeError(`not a name of a measure: ${name}`);
      return `${name}:f.${name}`;
    });
    const words = `key:${JSON.stringify(rule.key)},cite:${JSON.stringify(rule.cite)}`;
    return `{${words},amount:a[o+${i}],code:R[c[w+${i}]],basis:{${basis.join(',')}}}`;
  });
  const text = `return (f,a,c,k)=>{const o=k*${size + 1},w=k*${size};return [${parts.join(',')}];}`;
  return (new Function('R', text) as (names: readonly string[]) => BulkExplainer)(reasons);
}

/** One trace as a Chinese sentence; `labelOf` gives the words of codes and measures. */
export function bulkSentence(trace: BulkTrace, labelOf: (name: string) => string): string {
  let basis = '';
  for (const name in trace.basis) basis += `${basis ? '，' : ''}${labelOf(name)} ${trace.basis[name]}`;
  return `${trace.cite}：${basis}；${labelOf(trace.code)}；上限 ${Math.floor(trace.amount / 100)} 元。`;
}
