import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Moved } from '#contract/cases.ts';
import { type City, inCity, morning, type SmallWorld } from '../../tests/reliability/city.ts';
import { type Copy, copyAgency } from '../../tests/reliability/copies.ts';
import { appropriated, declaration, opened, payee, won } from '../../tests/support/claims.ts';
import type { World } from '../../tests/support/world.ts';
import { type Child, startChild } from '../child.ts';
import { type Duel, fight, volley } from '../duel.ts';
import type { Shot } from '../http/load.ts';
import type { Sent } from '../http/replay.ts';
import type { BareOrders } from './bare.ts';
import type { Slots } from './replay.ts';

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

type Stage = Duel & { readonly take: (count: number) => readonly Copy[] };

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
  const journal = sent.find(({ text }) => text.includes('app.post_entry'))?.values[6];
  if (typeof journal !== 'string' || !receipt) throw new Error('the filing reserved nothing or gave no receipt');
  return { sent, body, slots: { ...slotsOf(copy), key: shot.headers['idempotency-key'] ?? '', code: receipt.code, journal } };
}

async function profile(stage: Stage, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const side of ['ours', 'bare'] as const) {
    await stage.servers[side].ask('profile');
    for (let round = 0; round < 4; round += 1) await volley(stage, side, 16);
    await stage.servers[side].ask('profiled', path.join(folder, `claim-${side}.cpuprofile`));
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
  console.log(`提交一件申领：${recorded.sent.length} 条语句，回答 ${Buffer.byteLength(recorded.body)} 字节`);
  if (process.argv.includes('--statements'))
    for (const { text } of recorded.sent) console.log(`    ${text.replaceAll(/\s+/g, ' ').slice(0, 150)}`);
  const bare = startChild(new URL('bare.ts', import.meta.url));
  const barePort = await bare.ask<number>('listen', { url: city.url, ...recorded } satisfies BareOrders);
  return {
    load: startChild(new URL('../http/load.ts', import.meta.url)),
    servers: { ours, bare },
    ports: { ours: port, bare: barePort },
    shots: (connections) => take(filings[connections] ?? 0).map(shotOf),
    take,
  };
}

const terms = (rounds: number) => ({ title: '提交申领，含审计、幂等与预留', widths: Object.keys(filings).map(Number), rounds, target });

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
      await (profileFolder === undefined ? fight(stage, terms(rounds)) : profile(stage, profileFolder));
    } finally {
      await Promise.all([stage.servers.bare.end(), stage.load.end()]);
    }
  });
}
