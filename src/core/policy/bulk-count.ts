/** One test of a row's column: equal, at least, below, or above a number. Dates are whole numbers such as 20210824. */
export type ColumnTest = readonly [column: string, is: '===' | '>=' | '<' | '>', value: number];

/** A measure counted from rows: how many pass, or the sum of a column, each row no more than `atMost`. */
export type RowMeasure = {
  readonly measure: string;
  readonly when: readonly ColumnTest[];
  readonly add?: { readonly column: string; readonly atMost: number };
};

/** How one kind of row is counted: the tests every measure shares, then each measure's own. `subject` is the column of the subject's number. */
export type CountPlan = { readonly subject: string; readonly when: readonly ColumnTest[]; readonly measures: readonly RowMeasure[] };

/** Counts row objects into one array per measure, indexed by subject. */
export type RowCounter = (rows: readonly object[], out: readonly Float64Array[]) => void;

/** The same from columns. */
export type ColumnCounter = (columns: Readonly<Record<string, ArrayLike<number>>>, count: number, out: readonly Float64Array[]) => void;

const named = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new RangeError(`not a name of a column: ${name}`);
  return name;
};

/** Compiles the count over row objects. Server only (`new Function`). */
export const compileRowCount = (plan: CountPlan): RowCounter =>
  new Function('rows', 'out', `${outputs(plan)}for(const r of rows){${bodyOf(plan, (column) => `r.${named(column)}`)}}`) as RowCounter;

/** Compiles the count over columns. Server only (`new Function`). */
export function compileColumnCount(plan: CountPlan): ColumnCounter {
  const columns = [...new Set([plan.subject, ...columnsOf(plan)])];
  const head = columns.map((column) => `const k_${named(column)}=columns.${column};`).join('');
  const body = bodyOf(plan, (column) => `k_${named(column)}[i]`);
  return new Function('columns', 'count', 'out', `${outputs(plan)}${head}for(let i=0;i<count;i++){${body}}`) as ColumnCounter;
}

const columnsOf = ({ when, measures }: CountPlan): readonly string[] => [
  ...when.map(([column]) => column),
  ...measures.flatMap((measure) => [...measure.when.map(([column]) => column), ...(measure.add ? [measure.add.column] : [])]),
];

const outputs = ({ measures }: CountPlan): string => measures.map((_, i) => `const m${i}=out[${i}];`).join('');

function bodyOf(plan: CountPlan, read: (column: string) => string): string {
  const shared = plan.when.map((test) => `if(!(${testText(test, read)}))continue;`).join('');
  const adds = plan.measures.map((measure, i) => {
    const tests = measure.when.map((test) => testText(test, read));
    const guard = tests.length > 0 ? `if(${tests.join('&&')})` : '';
    if (!measure.add) return `${guard}m${i}[s]++;`;
    const value = read(measure.add.column);
    return `${guard}m${i}[s]+=${value}<${measure.add.atMost}?${value}:${measure.add.atMost};`;
  });
  return `${shared}const s=${read(plan.subject)};${adds.join('')}`;
}

function testText([column, is, value]: ColumnTest, read: (column: string) => string): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
  return `${read(column)}${is}${value}`;
}
