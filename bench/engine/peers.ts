import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type BulkRules, compileBulk } from '#core/policy/bulk.ts';
import type { AgencyYear } from '#policy/zibo-2020/09-population.ts';
import { compare } from './rounds.ts';
import type { BenchResult } from './run.ts';
import { sizes, type World } from './world.ts';

const folder = new URL('./peers/node_modules/', import.meta.url);

/** Loads a peer from its own folder; undefined where it is not installed (`npm install --prefix bench/engine/peers`). */
async function load(entry: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const file = new URL(entry, folder);
  return existsSync(file) ? ((await import(pathToFileURL(file.pathname).href)) as Readonly<Record<string, unknown>>) : undefined;
}

type Total = (year: AgencyYear) => number;

/** Workload A by rule engines of npm, amounts only, beside our walk with reasons. Peers not installed are left out. */
export async function runPeers({ agencies }: World, set: BulkRules): Promise<readonly BenchResult[]> {
  const { walk, numbers } = compileBulk(set);
  const size = set.rules.length;
  const out = new Float64Array(sizes.agencies * (size + 1));
  const reasons = new Uint8Array(sizes.agencies * size);
  const peers = (await Promise.all([jsonLogic(set), cel(set)])).flatMap((peer) => peer ?? []);
  if (peers.length === 0) return [];
  const entries = peers.map(({ name, total }) => {
    const sums = new Float64Array(sizes.agencies);
    return { name, sums, run: () => agencies.forEach((year, i) => void (sums[i] = total(year))) };
  });
  const timings = compare({ name: '规则引擎', run: () => walk(agencies, out, reasons, numbers) }, entries, 5);
  return timings.map(({ name, ratio, ms }, i) => {
    const wrong = entries[i]?.sums.findIndex((sum, k) => sum !== out[k * (size + 1) + size]) ?? -1;
    if (wrong >= 0) throw new Error(`${name}: total differs at ${wrong}`);
    return {
      work: 'A 六千家机构，同类引擎',
      name,
      measured: ratio,
      unit: '×',
      limit: null,
      isMet: null,
      note: `${ms.toFixed(1)} ms；本引擎为1×`,
    };
  });
}

type Peer = { readonly name: string; readonly total: Total };

/** 第九条 as one JSON-logic formula, compiled by json-logic-engine. */
async function jsonLogic(set: BulkRules): Promise<Peer | undefined> {
  const peer = await load('json-logic-engine/dist/esm/index.js');
  const Engine = peer?.['LogicEngine'] as (new () => { build(rule: unknown): Total }) | undefined;
  if (!Engine) return undefined;
  const v = (name: string) => ({ var: name });
  const sums = set.rules.map((rule) => guarded(rule, sumLogic(rule)));
  const [tier, campaign] = [sums[6], sums[7]];
  const total = { '+': [...sums.slice(0, 6), { if: [{ '>=': [tier, campaign] }, tier, campaign] }] };
  return { name: 'json-logic-engine 5.0.7（编译，只算金额）', total: new Engine().build({ if: [{ '===': [v('gate'), 0] }, total, 0] }) };
}

const positive = (name: string) => ({ '>': [{ var: name }, 0] });

function guarded({ needs, bars }: BulkRules['rules'][number], sum: unknown): unknown {
  const needed = needs ? { if: [positive(needs.measure), sum, 0] } : sum;
  return bars ? { if: [positive(bars.measure), 0, needed] } : needed;
}

function sumLogic(rule: BulkRules['rules'][number]): unknown {
  switch (rule.kind) {
    case 'perItem':
      return { '*': [{ var: rule.count }, rule.each] };
    case 'capped':
      return { min: [{ var: rule.sum }, rule.cap] };
    case 'tier':
      return {
        if: [
          ...rule.minimums
            .flatMap((minimum, k) => [[{ '>=': [{ var: rule.count }, minimum] }, rule.sums[k]]])
            .reverse()
            .flat(),
          0,
        ],
      };
    case 'table':
      return { if: [...rule.rows.flatMap(({ measure, sum }) => [positive(measure), sum]), 0] };
  }
}

/** 第九条 as one CEL expression, parsed once by cel-js. */
async function cel(set: BulkRules): Promise<Peer | undefined> {
  const peer = await load('@marcbachmann/cel-js/lib/index.js');
  const parse = peer?.['parse'] as ((text: string) => (context: unknown) => unknown) | undefined;
  if (!parse) return undefined;
  const sums = set.rules.map((rule) => celGuarded(rule, celSum(rule)));
  const pair = `(${sums[6]} >= ${sums[7]} ? ${sums[6]} : ${sums[7]})`;
  const evaluate = parse(`gate != 0.0 ? 0.0 : ${sums.slice(0, 6).join(' + ')} + ${pair}`);
  return { name: '@marcbachmann/cel-js 8.0.0（预解析，只算金额）', total: (year) => Number(evaluate(year)) };
}

const figure = (value: number | undefined): string => `${value ?? 0}.0`;

function celGuarded({ needs, bars }: BulkRules['rules'][number], sum: string): string {
  const needed = needs ? `(${needs.measure} > 0.0 ? ${sum} : 0.0)` : sum;
  return bars ? `(${bars.measure} > 0.0 ? 0.0 : ${needed})` : needed;
}

function celSum(rule: BulkRules['rules'][number]): string {
  switch (rule.kind) {
    case 'perItem':
      return `${rule.count} * ${figure(rule.each)}`;
    case 'capped':
      return `(${rule.sum} < ${figure(rule.cap)} ? ${rule.sum} : ${figure(rule.cap)})`;
    case 'tier':
      return `(${rule.minimums
        .map((minimum, k) => `${rule.count} >= ${figure(minimum)} ? ${figure(rule.sums[k])} : `)
        .reverse()
        .join('')}0.0)`;
    case 'table':
      return `(${rule.rows.map(({ measure, sum }) => `${measure} > 0.0 ? ${figure(sum)} : `).join('')}0.0)`;
  }
}
