import type { BulkRule, BulkRules } from '#core/policy/bulk.ts';
import type { AgencyYear } from '#policy/zibo-2020/09-population.ts';
import { type Dialect, load, type Peer, ruleText } from './peer-rules.ts';

type Evaluated = { readonly result: Readonly<Record<string, unknown>>; readonly trace?: unknown };
type Decision = { evaluate(data: unknown, options?: object): Promise<Evaluated> };

const dialect: Dialect = { number: String, pick: (test, yes, no) => `(${test} ? ${yes} : ${no})` };

const node = (id: string, type: string, more: object = {}) => ({ id, type, name: id, position: { x: 0, y: 0 }, ...more });

/** 第九条 as one expression node of GoRules ZEN; the whole population in one call, its fastest way with and without trace. */
export async function zen(set: BulkRules): Promise<readonly Peer[]> {
  const peer = await load('@gorules/zen-engine/index.js');
  const module = (peer?.['default'] ?? peer) as Readonly<Record<string, unknown>> | undefined;
  const Engine = module?.['ZenEngine'] as (new () => { createDecision(graph: unknown): Decision }) | undefined;
  if (!Engine) return [];
  const expressions = [
    ...set.rules.map((rule, i) => [`x${i}`, `gate == 0 ? ${ruleText(rule, dialect)} : 0`]),
    ['total', `${[0, 1, 2, 3, 4, 5].map((i) => `$.x${i}`).join(' + ')} + ($.x6 >= $.x7 ? $.x6 : $.x7)`],
  ].map(([key, value]) => ({ id: key, key, value }));
  const content = { expressions, inputField: 'list', outputPath: 'list', executionMode: 'loop' };
  const decision = new Engine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [node('in', 'inputNode'), node('rules', 'expressionNode', { content }), node('out', 'outputNode')],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  });
  const run = (options?: object) => async (years: readonly AgencyYear[], sums: Float64Array) => {
    const { result, trace } = await decision.evaluate({ list: years }, options);
    (result['list'] as readonly { readonly total: number }[]).forEach(({ total }, i) => void (sums[i] = total));
    return trace;
  };
  return [
    { name: 'GoRules ZEN 0.54.0（一次调用，只算金额）', trace: 'none', rounds: 3, run: run() },
    { name: 'GoRules ZEN 0.54.0（一次调用，自带轨迹）', trace: 'builtin', rounds: 3, run: run({ trace: 'string' }) },
  ];
}

type Event = { readonly params: { readonly i: number; readonly sum: number; readonly per?: string; readonly cap?: number } };
type RulesEngine = new (rules: readonly object[]) => {
  run(facts: object): Promise<{ readonly events: readonly Event[]; readonly results: unknown; readonly failureResults: unknown }>;
};

/** 第九条 as rules of json-rules-engine; it has no arithmetic, so the host multiplies, caps and takes the higher. */
export async function jsonRules(set: BulkRules): Promise<readonly Peer[]> {
  const peer = await load('json-rules-engine/dist/index.js');
  const module = (peer?.['default'] ?? peer) as Readonly<Record<string, unknown>> | undefined;
  const Engine = module?.['Engine'] as RulesEngine | undefined;
  if (!Engine) return [];
  const engine = new Engine(set.rules.flatMap(eventRules));
  const totalOf = (events: readonly Event[], facts: Readonly<Record<string, number>>): number => {
    const sums = set.rules.map(() => 0);
    for (const { params } of events) {
      const sum = params.per ? params.sum * (facts[params.per] ?? 0) : params.sum;
      sums[params.i] = Math.max(sums[params.i] ?? 0, Math.min(sum, params.cap ?? sum));
    }
    return sums.slice(0, 6).reduce((sum, one) => sum + one, 0) + Math.max(sums[6] ?? 0, sums[7] ?? 0);
  };
  const run = async (years: readonly AgencyYear[], sums: Float64Array) => {
    const kept: unknown[] = [];
    for (const [i, year] of years.entries()) {
      const { events, results, failureResults } = await engine.run(year);
      sums[i] = totalOf(events, year as Readonly<Record<string, number>>);
      kept[i % 500] = [results, failureResults];
    }
    return kept;
  };
  return [{ name: 'json-rules-engine 7.3.1（自带结果与未满足条件，留最后500家）', trace: 'builtin', rounds: 3, run }];
}

function eventRules(rule: BulkRule, i: number): readonly object[] {
  const is = (fact: string, operator: string, value: number) => ({ fact, operator, value });
  const guard = [
    is('gate', 'equal', 0),
    ...(rule.needs ? [is(rule.needs.measure, 'greaterThan', 0)] : []),
    ...(rule.bars ? [is(rule.bars.measure, 'equal', 0)] : []),
  ];
  const make = (test: object, params: object) => ({
    conditions: { all: [...guard, test] },
    event: { type: rule.key, params: { i, ...params } },
  });
  switch (rule.kind) {
    case 'perItem':
      return [make(is(rule.count, 'greaterThan', 0), { sum: rule.each, per: rule.count })];
    case 'capped':
      return [make(is(rule.sum, 'greaterThan', 0), { sum: 1, per: rule.sum, cap: rule.cap })];
    case 'tier':
      return rule.minimums.map((minimum, k) => make(is(rule.count, 'greaterThanInclusive', minimum), { sum: rule.sums[k] ?? 0 }));
    case 'table':
      return rule.rows.map(({ measure, sum }) => make(is(measure, 'greaterThan', 0), { sum }));
  }
}
