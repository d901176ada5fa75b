import { type BulkRules, compileBulk } from '#core/policy/bulk.ts';
import { compileBulkTrace } from '#core/policy/bulk-trace.ts';
import type { AgencyYear } from '#policy/zibo-2020/09-population.ts';
import { jsonRules, zen } from './peer-engines.ts';
import { cel, jsonLogic, type Peer } from './peer-rules.ts';
import { type BenchResult, median } from './rounds.ts';
import { sizes } from './world.ts';

/** How much faster than a peer the engine with its reasons has to be, by the peer's trace. */
const least: Readonly<Record<Peer['trace'], number | null>> = { none: null, equal: 20, builtin: 1000 };

/** Workload A by rule engines of npm beside our walk with reasons, in one process. Peers not installed are left out. */
export async function runPeers(agencies: readonly AgencyYear[], set: BulkRules): Promise<readonly BenchResult[]> {
  const compiled = compileBulk(set);
  const size = set.rules.length;
  const amounts = new Float64Array(sizes.agencies * (size + 1));
  const reasons = new Uint8Array(sizes.agencies * size);
  const walk = () => compiled.walk(agencies, amounts, reasons, compiled.numbers);
  const peers = (await Promise.all([jsonLogic(set), cel(set), zen(set), jsonRules(set)])).flat();
  const results: BenchResult[] = [];
  for (const peer of peers) {
    const sums = new Float64Array(sizes.agencies);
    const kept = await peer.run(agencies, sums);
    walk();
    const wrong = sums.findIndex((sum, k) => sum !== amounts[k * (size + 1) + size]);
    if (wrong >= 0) throw new Error(`${peer.name}: total differs at ${wrong}`);
    if (peer.trace === 'equal') sameTraces(kept, agencies, (year, i) => compileBulkTrace(set, compiled)(year, amounts, reasons, i));
    results.push(await timed(peer, agencies, sums, walk));
  }
  return results;
}

function sameTraces(kept: unknown, agencies: readonly AgencyYear[], explain: (year: AgencyYear, i: number) => unknown): void {
  const wrong = (kept as readonly unknown[]).findIndex(
    (traces, i) => JSON.stringify(traces) !== JSON.stringify(explain(agencies[i] as AgencyYear, i)),
  );
  if (wrong >= 0) throw new Error(`trace differs at ${wrong}`);
}

async function timed(peer: Peer, agencies: readonly AgencyYear[], sums: Float64Array, walk: () => void): Promise<BenchResult> {
  const [times, ratios]: [number[], number[]] = [[], []];
  for (let round = 0; round < peer.rounds; round += 1) {
    const before = own(walk);
    const start = performance.now();
    await peer.run(agencies, sums);
    const time = performance.now() - start;
    times.push(time);
    ratios.push((2 * time) / (before + own(walk)));
  }
  const limit = least[peer.trace];
  const ratio = median(ratios);
  return {
    work: 'A 六千家机构，同类引擎（本引擎金额与理由码为1×）',
    name: peer.name,
    measured: ratio,
    unit: '×',
    limit,
    isAtLeast: true,
    isMet: limit === null ? null : ratio >= limit,
    note: `${median(times).toFixed(1)} ms`,
  };
}

/** Milliseconds of one walk, averaged over 100 in a row. */
function own(walk: () => void): number {
  const start = performance.now();
  for (let i = 0; i < 100; i += 1) walk();
  return (performance.now() - start) / 100;
}
