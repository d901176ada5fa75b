import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbedded } from '#server/db/embedded.ts';
import { databaseUrl, prepareDatabase } from '#server/db/migrate.ts';
import { type Child, startChild } from '../child.ts';
import { median, plain, printTable, quantile, spread, verdict } from '../report.ts';
import type { BareOrders, Recorded } from './bare.ts';
import type { Hits, Shot, Volley } from './load.ts';
import { houseFor } from './ours.ts';
import type { Sent } from './replay.ts';
import { businessMorning, copyDrafts, copyFiled, makeWorld, type World } from './world.ts';

type Kind = 'read' | 'file';
type Side = 'ours' | 'bare';

/** How much is sent. `--quick` is for developing: its figures say little. */
const isQuick = process.argv.includes('--quick');
const wordAfter = (flag: string) => process.argv.find((word) => word.startsWith(flag))?.slice(flag.length);
const profileFolder = wordAfter('--profile=');
// Many short rounds: what else the machine does then meets both sides of a round alike.
const rounds = isQuick ? 3 : 15;
const readMs = 700;
const filings: Readonly<Record<number, number>> = { 1: 80, 16: 250, 64: 250 };
const only = wordAfter('--width=');
const widths = [1, 16, 64].filter((width) => only === undefined || String(width) === only);
const targets: Readonly<Record<Kind, number>> = { read: 0.75, file: 0.7 };
const titles: Readonly<Record<Kind, string>> = { read: '读案卷', file: '报送申报' };

type Stage = {
  readonly world: World;
  readonly load: Child;
  readonly servers: Readonly<Record<Side, Child>>;
  readonly ports: Readonly<Record<Side, number>>;
  readonly filed: readonly string[];
  /** Takes drafts nobody has filed yet. */
  readonly take: (count: number) => readonly string[];
};

const readShot = (world: World, id: string): Shot => ({
  method: 'GET',
  path: `/api/cases/application/${id}`,
  headers: { cookie: world.reviewer, accept: 'application/json', 'accept-language': 'zh-CN' },
});

const fileShot = (world: World, id: string): Shot => ({
  method: 'POST',
  path: `/api/cases/application/${id}/file`,
  headers: {
    cookie: world.applicant,
    accept: 'application/json',
    'accept-language': 'zh-CN',
    'if-match': '"2"',
    'idempotency-key': randomUUID(),
  },
  body: '{}',
});

/** Lets our server answer one request while it writes down what it sends to the database. */
async function recordOne(ours: Child, port: number, { method, path: at, headers, body }: Shot, id: string): Promise<Recorded> {
  const ask = () =>
    fetch(`http://127.0.0.1:${port}${at}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
    });
  await ours.ask('record');
  const response = await ask();
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${text}`);
  const sent = await ours.ask<Sent[]>('recorded');
  const { receipt, data } = JSON.parse(text) as { receipt?: { code: string } | null; data?: { call: string } };
  const key = headers['idempotency-key'];
  const slots = { id, ...(key ? { key } : {}), ...(receipt ? { code: receipt.code } : {}), ...(data ? { call: data.call } : {}) };
  return { sent, slots, body: text };
}

function printRecorded(kind: Kind, { sent, body }: Recorded): void {
  console.log(`${titles[kind]}：每次请求 ${sent.length} 次往返，回答 ${plain(Buffer.byteLength(body) / 1024, 1)} KB`);
  for (const { text } of sent) console.log(`    ${text.replaceAll(/\s+/g, ' ').slice(0, 110)}`);
}

/** What a volley came to, with the processor time of the server process for one request. */
type Hit = Hits & { readonly cpuMs: number };

/** One volley against one side; an answer that is not a success ends the measurement. */
async function volley(stage: Stage, kind: Kind, side: Side, connections: number): Promise<Hit> {
  const { world, load, servers, ports, filed, take } = stage;
  const shots = kind === 'read' ? filed.map((id) => readShot(world, id)) : take(filings[connections] ?? 0).map((id) => fileShot(world, id));
  const order: Volley = { port: ports[side], connections, shots, ...(kind === 'read' ? { ms: readMs } : {}) };
  const before = await servers[side].ask<number>('cpuMs');
  const hits = await load.ask<Hits>('fire', order);
  const cpuMs = ((await servers[side].ask<number>('cpuMs')) - before) / hits.count;
  if (hits.faults > 0) throw new Error(`${side} ${kind}: ${hits.faults} faults, such as\n${hits.fault}`);
  return { ...hits, cpuMs };
}

/** Enough requests that the engine has compiled what is hot: the bare server has little to compile and would gain from less. */
async function warm(stage: Stage, kind: Kind): Promise<void> {
  const times = isQuick ? 2 : 8;
  for (const side of ['ours', 'bare'] as const) for (let time = 0; time < times; time += 1) await volley(stage, kind, side, 16);
}

/** Rounds in alternation, each side first in turn, so that a busy moment of the machine meets both. */
async function compare(stage: Stage, kind: Kind, connections: number): Promise<Record<Side, Hit[]>> {
  const hits: Record<Side, Hit[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order: Side[] = round % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours'];
    for (const side of order) hits[side].push(await volley(stage, kind, side, connections));
  }
  return hits;
}

const middle = (hits: readonly Hit[], key: 'p50' | 'p99' | 'cpuMs') => plain(median(hits.map((one) => one[key])), 2);
const rates = (hits: readonly Hit[]) => hits.map(({ perSecond }) => perSecond);

async function measure(stage: Stage, kind: Kind): Promise<void> {
  const rows: string[][] = [];
  for (const connections of widths) {
    const { ours, bare } = await compare(stage, kind, connections);
    const ratio = median(rates(ours)) / median(rates(bare));
    const pairs = ours.map((one, index) => one.perSecond / (bare[index]?.perSecond ?? Number.NaN)).sort((a, b) => a - b);
    rows.push([
      String(connections),
      spread(rates(ours), 0),
      spread(rates(bare), 0),
      `${plain(ratio, 2)}（${plain(quantile(pairs, 0), 2)}–${plain(quantile(pairs, 1), 2)}）`,
      plain(median(pairs), 2),
      verdict(ratio >= targets[kind]),
      `${middle(ours, 'p50')} / ${middle(ours, 'p99')}`,
      `${middle(bare, 'p50')} / ${middle(bare, 'p99')}`,
      `${middle(ours, 'cpuMs')} / ${middle(bare, 'cpuMs')}`,
    ]);
  }
  console.log(
    `${titles[kind]}（目标：不低于裸服务器的 ${targets[kind]} 倍；${rounds} 轮交替；速率取中位数，倍数为中位数之比，逐轮倍数为每轮之比的中位数，括号内为最小–最大）`,
  );
  printTable(
    [
      '连接数',
      '稷下 次/秒',
      '裸 次/秒',
      '倍数',
      '逐轮倍数',
      '目标',
      '稷下 p50/p99 毫秒',
      '裸 p50/p99 毫秒',
      '服务进程每次占用 稷下/裸 毫秒',
    ],
    rows,
  );
}

/** Leaves a processor profile of each server at 16 connections in the folder, and measures nothing. */
async function profile(stage: Stage, kind: Kind, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const side of ['ours', 'bare'] as const) {
    const file = path.join(folder, `${kind}-${side}.cpuprofile`);
    await stage.servers[side].ask('profile');
    const hits = [];
    for (let round = 0; round < 4; round += 1) hits.push(await volley(stage, kind, side, 16));
    await stage.servers[side].ask('profiled', file);
    console.log(`${file}：${hits.reduce((sum, { count }) => sum + count, 0)} 次请求`);
  }
}

const draftsNeeded = () =>
  20 * 2 * Math.max(...Object.values(filings)) + widths.reduce((sum, width) => sum + 2 * rounds * (filings[width] ?? 0), 0) + 10;

/** Fills the cluster and starts both servers and the load generator. */
async function prepare(dir: string, cluster: EmbeddedPostgres): Promise<Stage> {
  const url = await prepareDatabase({ ownerUrl: cluster.url('postgres'), database: 'jixia', appPassword: randomBytes(12).toString('hex') });
  const orders = { url, files: path.join(dir, 'files'), offsetMs: Date.parse(businessMorning) - new Date().getTime() };
  const house = houseFor(orders);
  const world = await makeWorld(house);
  await house.pool.end();
  const owner = new pg.Client({ connectionString: databaseUrl(cluster.url('postgres'), 'jixia') });
  await owner.connect();
  const filed = await copyFiled(owner, world.filed, 500);
  const drafts = [...(await copyDrafts(owner, world.draft, draftsNeeded()))];
  await owner.end();
  const take = (count: number) => drafts.splice(0, count);

  const ours = startChild(new URL('ours.ts', import.meta.url));
  const bare = startChild(new URL('bare.ts', import.meta.url));
  const load = startChild(new URL('load.ts', import.meta.url));
  const port = await ours.ask<number>('listen', orders);
  const [filedId = '', draftId = ''] = [filed[0], take(1)[0]];
  // Twice each: the first request of a connection also prepares statements, and one session is touched once a minute.
  await recordOne(ours, port, readShot(world, filedId), filedId);
  const read = await recordOne(ours, port, readShot(world, filedId), filedId);
  const call = (JSON.parse(read.body) as { data: { call: string } }).data.call;
  const draft = (await (
    await fetch(`http://127.0.0.1:${port}/api/cases/application/${draftId}`, { headers: { cookie: world.applicant } })
  ).json()) as {
    data: { call: string };
  };
  const filing = await recordOne(ours, port, fileShot(world, draftId), draftId);
  const file: Recorded = { ...filing, slots: { ...filing.slots, call: draft.data.call } };
  printRecorded('read', { ...read, slots: { ...read.slots, call } });
  printRecorded('file', file);
  console.log('');
  const poolOptions = '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC';
  const barePort = await bare.ask<number>('listen', { url, poolOptions, read, file } satisfies BareOrders);
  return { world, load, servers: { ours, bare }, ports: { ours: port, bare: barePort }, filed, take };
}

/** Reading a case and filing an application, against a bare server that sends the same statements. */
export async function run(): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'jixia-bench-'));
  const cluster = await startEmbedded(path.join(dir, 'data'), { isDurable: true });
  let stage: Stage | undefined;
  try {
    stage = await prepare(dir, cluster);
    const kinds = (['read', 'file'] as const).filter((kind) => !process.argv.includes(kind === 'read' ? '--file' : '--read'));
    for (const kind of kinds) {
      await warm(stage, kind);
      await (profileFolder ? profile(stage, kind, profileFolder) : measure(stage, kind));
    }
    console.log('两边：同一数据库（fsync 开）、同样的语句、同样的连接池（12）、同样大小的回答；后台投递不运行。');
  } finally {
    if (stage) await Promise.all([stage.servers.ours, stage.servers.bare, stage.load].map((child) => child.end()));
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
