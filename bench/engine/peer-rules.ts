import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BulkRule, BulkRules } from '#core/policy/bulk.ts';
import type { BulkTrace } from '#core/policy/bulk-trace.ts';
import type { AgencyYear } from '#policy/zibo-2020/09-population.ts';

const folder = new URL('./peers/node_modules/', import.meta.url);

/** Loads a peer from its own folder; undefined where it is not installed (`npm install --prefix bench/engine/peers`). */
export async function load(entry: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const file = new URL(entry, folder);
  return existsSync(file) ? ((await import(pathToFileURL(file.pathname).href)) as Readonly<Record<string, unknown>>) : undefined;
}

/** A peer over the whole population: totals of all agencies, and what it kept as its trace. */
export type Peer = {
  readonly name: string;
  /** What trace it makes: none, one equal to ours written by hand as more rules, or the one built into it. */
  readonly trace: 'none' | 'equal' | 'builtin';
  readonly run: (years: readonly AgencyYear[], sums: Float64Array) => unknown;
  readonly rounds: number;
};

type Logic = (data: object) => unknown;
type Build = (rule: unknown) => Logic;

const v = (name: string) => ({ var: name });
const positive = (name: string) => ({ '>': [v(name), 0] });

/** 第九条 as JSON logic, compiled by json-logic-engine: amounts only, and with one object per clause like our traces. */
export async function jsonLogic(set: BulkRules): Promise<readonly Peer[]> {
  const peer = await load('json-logic-engine/dist/esm/index.js');
  const Engine = peer?.['LogicEngine'] as (new () => { build: Build }) | undefined;
  if (!Engine) return [];
  const engine = new Engine();
  const build: Build = (rule) => engine.build(rule);
  return [
    { name: 'json-logic-engine 5.0.7（编译，只算金额）', trace: 'none', rounds: 5, run: totals(build(amountLogic(set))) },
    { name: 'json-logic-engine 5.0.7（编译，理由另写成规则）', trace: 'equal', rounds: 5, run: tracing(set, build) },
  ];
}

const totals = (logic: Logic) => (years: readonly AgencyYear[], sums: Float64Array) =>
  years.forEach((year, i) => void (sums[i] = Number(logic(year))));

function amountLogic(set: BulkRules): unknown {
  const sums = set.rules.map((rule) => guarded(rule, sumLogic(rule), 0));
  const [tier, campaign] = [sums[6], sums[7]];
  const total = { '+': [...sums.slice(0, 6), { if: [{ '>=': [tier, campaign] }, tier, campaign] }] };
  return { if: [{ '===': [v('gate'), 0] }, total, 0] };
}

/** Three steps, as the library has no variables: amounts and codes, the pair of （五）, then the objects. */
function tracing(set: BulkRules, build: Build) {
  const first = build({
    eachKey: Object.fromEntries(
      set.rules.flatMap((rule, i) => [
        [`a${i}`, { if: [{ '===': [v('gate'), 0] }, guarded(rule, sumLogic(rule), 0), 0] }],
        [`c${i}`, { if: [{ '===': [v('gate'), 1] }, set.gateCodes[0], { '===': [v('gate'), 2] }, set.gateCodes[1], codeLogic(rule)] }],
      ]),
    ),
  });
  const lines = set.rules.map((rule, i) => build({ eachKey: lineLogic(rule, i) }));
  return (years: readonly AgencyYear[], sums: Float64Array): readonly (readonly BulkTrace[])[] =>
    years.map((year, i) => {
      const data = { ...year, ...(first(year) as object) };
      const traces = lines.map((line) => line(data) as BulkTrace);
      sums[i] = traces.reduce((sum, { amount }) => sum + amount, 0);
      return traces;
    });
}

function lineLogic(rule: BulkRule, i: number): object {
  const measures = [
    ...new Set([...ownMeasures(rule), ...(rule.needs ? [rule.needs.measure] : []), ...(rule.bars ? [rule.bars.measure] : [])]),
  ];
  const loses = i === 6 ? { '<': [v('a6'), v('a7')] } : i === 7 ? { '>=': [v('a6'), v('a7')] } : false;
  return {
    key: rule.key,
    cite: rule.cite,
    amount: { if: [loses, 0, v(`a${i}`)] },
    code: { if: [{ and: [loses, positive(`a${i}`)] }, 'ONCE_ONLY', v(`c${i}`)] },
    basis: { eachKey: Object.fromEntries(measures.map((name) => [name, v(name)])) },
  };
}

const ownMeasures = (rule: BulkRule): readonly string[] =>
  rule.kind === 'table' ? rule.rows.map(({ measure }) => measure) : [rule.kind === 'capped' ? rule.sum : rule.count];

/** A value where what the rule needs is there and what bars it is not. */
function guarded({ needs, bars }: BulkRule, value: unknown, zero: unknown): unknown {
  const needed = needs ? { if: [positive(needs.measure), value, zero] } : value;
  return bars ? { if: [positive(bars.measure), zero, needed] } : needed;
}

function sumLogic(rule: BulkRule): unknown {
  switch (rule.kind) {
    case 'perItem':
      return { '*': [v(rule.count), rule.each] };
    case 'capped':
      return { min: [v(rule.sum), rule.cap] };
    case 'tier':
      return {
        if: [
          ...rule.minimums
            .flatMap((minimum, k) => [[{ '>=': [v(rule.count), minimum] }, rule.sums[k]]])
            .reverse()
            .flat(),
          0,
        ],
      };
    case 'table':
      return { if: [...rule.rows.flatMap(({ measure, sum }) => [positive(measure), sum]), 0] };
  }
}

function codeLogic(rule: BulkRule): unknown {
  const ok = rule.kind === 'capped' ? { if: [{ '>': [v(rule.sum), rule.cap] }, 'OK_CAPPED', 'OK'] } : 'OK';
  const barred = rule.bars ? { if: [positive(rule.bars.measure), rule.bars.code, ok] } : ok;
  const needed = rule.needs ? { if: [positive(rule.needs.measure), barred, rule.needs.code] } : barred;
  const reached = rule.kind === 'tier' ? { if: [{ '<': [v(rule.count), rule.minimums[0]] }, 'BELOW_THRESHOLD', needed] } : needed;
  return { if: [{ or: ownMeasures(rule).map(positive) }, reached, 'NOTHING'] };
}

/** 第九条 as one CEL expression, parsed once by cel-js. */
export async function cel(set: BulkRules): Promise<readonly Peer[]> {
  const peer = await load('@marcbachmann/cel-js/lib/index.js');
  const parse = peer?.['parse'] as ((text: string) => Logic) | undefined;
  if (!parse) return [];
  const sums = set.rules.map((rule) => ruleText(rule, celDialect));
  const pair = `(${sums[6]} >= ${sums[7]} ? ${sums[6]} : ${sums[7]})`;
  const evaluate = parse(`gate != 0.0 ? 0.0 : ${sums.slice(0, 6).join(' + ')} + ${pair}`);
  return [{ name: '@marcbachmann/cel-js 8.0.0（预解析，只算金额）', trace: 'none', rounds: 5, run: totals(evaluate) }];
}

/** How a language writes figures and choices. */
export type Dialect = { readonly number: (value: number) => string; readonly pick: (test: string, yes: string, no: string) => string };

const celDialect: Dialect = { number: (value) => `${value}.0`, pick: (test, yes, no) => `(${test} ? ${yes} : ${no})` };

/** What a rule gives, in the words of a language. */
export function ruleText(rule: BulkRule, dialect: Dialect): string {
  const { needs, bars } = rule;
  const { number, pick } = dialect;
  const sum = sumText(rule, dialect);
  const needed = needs ? pick(`${needs.measure} > ${number(0)}`, sum, number(0)) : sum;
  return bars ? pick(`${bars.measure} > ${number(0)}`, number(0), needed) : needed;
}

function sumText(rule: BulkRule, { number, pick }: Dialect): string {
  switch (rule.kind) {
    case 'perItem':
      return `${rule.count} * ${number(rule.each)}`;
    case 'capped':
      return pick(`${rule.sum} < ${number(rule.cap)}`, rule.sum, number(rule.cap));
    case 'tier':
      return rule.minimums.reduce(
        (rest, minimum, k) => pick(`${rule.count} >= ${number(minimum)}`, number(rule.sums[k] ?? 0), rest),
        number(0),
      );
    case 'table':
      return rule.rows.reduceRight((rest, { measure, sum }) => pick(`${measure} > ${number(0)}`, number(sum), rest), number(0));
  }
}
