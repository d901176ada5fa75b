import type { Child } from './child.ts';
import type { Hits, Shot, Volley } from './http/load.ts';
import { median, plain, printTable, quantile, spread, verdict } from './report.ts';

export type Side = 'ours' | 'bare';

/** Two servers on one database, and the program that sends requests to both; `shots` makes those of one volley. */
export type Duel = {
  readonly load: Child;
  readonly servers: Readonly<Record<Side, Child>>;
  readonly ports: Readonly<Record<Side, number>>;
  readonly shots: (connections: number) => readonly Shot[];
  /** How long a volley goes on, for requests that may be repeated; else every shot is sent once. */
  readonly ms?: number;
};

/** What a volley came to, with the processor time of the server process for one request. */
type Hit = Hits & { readonly cpuMs: number };

/** One volley against one side; an answer that is not a success ends the measurement. */
export async function volley({ load, servers, ports, shots, ms }: Duel, side: Side, connections: number): Promise<Hit> {
  const order: Volley = { port: ports[side], connections, shots: shots(connections), ...(ms === undefined ? {} : { ms }) };
  const before = await servers[side].ask<number>('cpuMs');
  const hits = await load.ask<Hits>('fire', order);
  if (hits.faults > 0) throw new Error(`${side}: ${hits.faults} faults, such as\n${hits.fault}`);
  return { ...hits, cpuMs: ((await servers[side].ask<number>('cpuMs')) - before) / hits.count };
}

/** Rounds in alternation, each side first in turn, so that a busy moment of the machine meets both. */
async function compare(duel: Duel, connections: number, rounds: number): Promise<Record<Side, Hit[]>> {
  const hits: Record<Side, Hit[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
      hits[side].push(await volley(duel, side, connections));
  }
  return hits;
}

const rates = (hits: readonly Hit[]) => hits.map(({ perSecond }) => perSecond);
const middle = (hits: readonly Hit[], key: 'p50' | 'p99' | 'cpuMs') => plain(median(hits.map((one) => one[key])), 2);

type Terms = { readonly title: string; readonly widths: readonly number[]; readonly rounds: number; readonly target: number };

/** Measures at each number of connections and prints the table. */
export async function fight(duel: Duel, { title, widths, rounds, target }: Terms): Promise<void> {
  const rows: string[][] = [];
  for (const connections of widths) {
    const { ours, bare } = await compare(duel, connections, rounds);
    const ratio = median(rates(ours)) / median(rates(bare));
    const pairs = ours.map((one, at) => one.perSecond / (bare[at]?.perSecond ?? Number.NaN)).sort((a, b) => a - b);
    rows.push([
      String(connections),
      spread(rates(ours), 0),
      spread(rates(bare), 0),
      `${plain(ratio, 2)}（${plain(quantile(pairs, 0), 2)}–${plain(quantile(pairs, 1), 2)}）`,
      verdict(ratio >= target),
      `${middle(ours, 'p50')} / ${middle(ours, 'p99')}`,
      `${middle(bare, 'p50')} / ${middle(bare, 'p99')}`,
      `${middle(ours, 'cpuMs')} / ${middle(bare, 'cpuMs')}`,
    ]);
  }
  console.log(`${title}（目标：不低于裸 node:http + pg 的 ${target} 倍；${rounds} 轮交替，倍数为中位数之比，括号内为逐轮最小–最大）`);
  printTable(
    ['连接数', '稷下 次/秒', '裸 次/秒', '倍数', '目标', '稷下 p50/p99 毫秒', '裸 p50/p99 毫秒', '进程每次占用 稷下/裸 毫秒'],
    rows,
  );
}
