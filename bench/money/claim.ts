import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Moved } from '#contract/cases.ts';
import { type City, inCity, morning, type SmallWorld } from '../../tests/reliability/city.ts';
import { type Copy, copyAgency } from '../../tests/reliability/copies.ts';
import { appropriated, declaration, opened, payee, won } from '../../tests/support/claims.ts';
import type { World } from '../../tests/support/world.ts';
import { type Child, startChild } from '../child.ts';
import type { Hits, Shot, Volley } from '../http/load.ts';
import type { Sent } from '../http/replay.ts';
import { median, plain, printTable, quantile, spread, verdict } from '../report.ts';
import type { BareOrders } from './bare.ts';
import type { Slots } from './replay.ts';

type Side = 'ours' | 'bare';
const target = 0.7;
const filings: Readonly<Record<number, number>> = { 1: 40, 16: 120 };
const amountYuan = 32_000;

async function ready(small: SmallWorld) {
  const world = small as World;
  const fact = await won(world, '（2021）鲁03民初TALLY号', { agencyFeeYuan: amountYuan });
  const account = await payee(world);
  await appropriated(world, '9.4', 900_000_000);
  return { fact, account, kase: (await opened(world, '9.4')).id };
}

/** What of a claim the recorded statements name. */
const slotsOf = ({ organisation, person, payee: account, facts, kases, cookie, serial }: Copy): Slots => ({
  id: kases[0] ?? '',
  organisation,
  person,
  payee: account,
  fact: facts[0] ?? '',
  session: createHash('sha256').update(cookie.slice('jixia='.length)).digest('hex'),
  matter: `民初${serial}号`,
});

function shotOf(copy: Copy): Shot {
  const key = randomUUID();
  const headers = {
    cookie: copy.cookie,
    accept: 'application/json',
    'accept-language': 'zh-CN',
    'if-match': '"1"',
    'idempotency-key': key,
    // Header lines are bytes: what is not ASCII goes escaped.
    'x-slots': JSON.stringify({ ...slotsOf(copy), key }).replaceAll(
      /[^\x20-\x7e]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  };
  return { method: 'POST', path: `/api/cases/claim/${copy.kases[0]}/file`, headers, body: JSON.stringify(declaration([copy.payee])) };
}

type Stage = {
  readonly load: Child;
  readonly servers: Readonly<Record<Side, Child>>;
  readonly ports: Readonly<Record<Side, number>>;
  readonly take: (count: number) => readonly Copy[];
};

async function ask(port: number, { path: at, headers, body }: Shot): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${at}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: body ?? '',
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${at}: ${response.status} ${text}`);
  return text;
}

/** Lets our server file one claim while it writes down what it sends to the database. */
async function recordOne(served: Child, port: number, copy: Copy): Promise<Omit<BareOrders, 'url'>> {
  const shot = shotOf(copy);
  await served.ask('record');
  const body = await ask(port, shot);
  const sent = await served.ask<Sent[]>('recorded');
  const { receipt } = JSON.parse(body) as Moved;
  const journal = sent.find(({ text }) => text.includes('app.post_entry'))?.values[0];
  if (typeof journal !== 'string' || !receipt) throw new Error('the filing reserved nothing or gave no receipt');
  return { sent, body, slots: { ...slotsOf(copy), key: shot.headers['idempotency-key'] ?? '', code: receipt.code, journal } };
}

type Hit = Hits & { readonly cpuMs: number };

async function volley({ load, servers, ports, take }: Stage, side: Side, connections: number): Promise<Hit> {
  const order: Volley = { port: ports[side], connections, shots: take(filings[connections] ?? 0).map(shotOf) };
  const before = await servers[side].ask<number>('cpuMs');
  const hits = await load.ask<Hits>('fire', order);
  if (hits.faults > 0) throw new Error(`${side}: ${hits.faults} faults, such as\n${hits.fault}`);
  return { ...hits, cpuMs: ((await servers[side].ask<number>('cpuMs')) - before) / hits.count };
}

async function compare(stage: Stage, connections: number, rounds: number): Promise<Record<Side, Hit[]>> {
  const hits: Record<Side, Hit[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
      hits[side].push(await volley(stage, side, connections));
  }
  return hits;
}

const rates = (hits: readonly Hit[]) => hits.map(({ perSecond }) => perSecond);
const middle = (hits: readonly Hit[], key: 'p50' | 'p99' | 'cpuMs') => plain(median(hits.map((one) => one[key])), 2);

async function measure(stage: Stage, rounds: number): Promise<void> {
  const rows: string[][] = [];
  for (const connections of Object.keys(filings).map(Number)) {
    const { ours, bare } = await compare(stage, connections, rounds);
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
  console.log(
    `提交申领，含审计、幂等与预留（目标：不低于裸 node:http + pg 的 ${target} 倍；${rounds} 轮交替，倍数为中位数之比，括号内为逐轮最小–最大）`,
  );
  printTable(
    ['连接数', '稷下 次/秒', '裸 次/秒', '倍数', '目标', '稷下 p50/p99 毫秒', '裸 p50/p99 毫秒', '进程每次占用 稷下/裸 毫秒'],
    rows,
  );
}

async function profile({ servers, ...stage }: Stage, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const side of ['ours', 'bare'] as const) {
    await servers[side].ask('profile');
    for (let round = 0; round < 4; round += 1) await volley({ servers, ...stage }, side, 16);
    await servers[side].ask('profiled', path.join(folder, `claim-${side}.cpuprofile`));
  }
}

/** Both servers on one database with enough claims that are ready to be filed. */
async function prepare(city: City & { readonly told: Awaited<ReturnType<typeof ready>> }, ours: Child, count: number): Promise<Stage> {
  const { fact, account, kase } = city.told;
  const copies = [
    ...(await copyAgency(city.owner, city.template({ facts: [fact], kases: [kase], payee: account }), { count, marker: 'TALLY' })),
  ];
  await city.owner.query('vacuum analyze');
  await city.owner.query('checkpoint');
  const take = (some: number) => copies.splice(0, some);
  const port = await ours.ask<number>('open', { url: city.url, files: city.files, at: morning });
  for (const copy of take(2)) await ask(port, shotOf(copy)); // the first on a connection also prepares its statements
  const [copy] = take(1);
  if (!copy) throw new Error('no claims to file');
  const recorded = await recordOne(ours, port, copy);
  console.log(`提交一件申领：${recorded.sent.length} 次往返，回答 ${Buffer.byteLength(recorded.body)} 字节`);
  if (process.argv.includes('--statements'))
    for (const { text } of recorded.sent) console.log(`    ${text.replaceAll(/\s+/g, ' ').slice(0, 150)}`);
  const bare = startChild(new URL('bare.ts', import.meta.url));
  const barePort = await bare.ask<number>('listen', { url: city.url, ...recorded } satisfies BareOrders);
  return {
    load: startChild(new URL('../http/load.ts', import.meta.url)),
    servers: { ours, bare },
    ports: { ours: port, bare: barePort },
    take,
  };
}

/** Filing a claim against a bare server that sends the same statements. */
export async function measureClaims({
  isQuick,
  profileFolder,
}: {
  readonly isQuick: boolean;
  readonly profileFolder: string | undefined;
}): Promise<void> {
  const rounds = isQuick ? 3 : 9;
  const warmRounds = isQuick ? 2 : 4;
  const needed = 4 + 2 * (warmRounds + 4) * 120 + rounds * 2 * Object.values(filings).reduce((sum, one) => sum + one, 0);
  await inCity(ready, async (city, ours) => {
    const stage = await prepare(city, ours, needed);
    try {
      for (const side of ['ours', 'bare'] as const) for (let round = 0; round < warmRounds; round += 1) await volley(stage, side, 16);
      await (profileFolder === undefined ? measure(stage, rounds) : profile(stage, profileFolder));
    } finally {
      await Promise.all([stage.servers.bare.end(), stage.load.end()]);
    }
  });
}
