import { randomBytes, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Instant } from '#core/kernel/dates.ts';
import { fen } from '#core/kernel/money.ts';
import { accountKey, subjectAccount } from '#core/ledger/accounts.ts';
import { appropriate, issueVoucher, reserve } from '#core/ledger/entries.ts';
import { coveredKindNames } from '#policy/zibo-2020/service-kinds.ts';
import { openPool } from '#server/db/pool.ts';
import { inTx } from '#server/db/transaction.ts';
import { postEntry } from '#server/stores/ledger.ts';
import { insertVoucher } from '#server/stores/vouchers.ts';
import type { Child } from '../../bench/child.ts';
import { opened, payee, won } from '../support/claims.ts';
import { listedEnterprise } from '../support/form.ts';
import type { Ground } from '../support/ground.ts';
import type { World } from '../support/world.ts';
import { type City, inCity, morning, type SmallWorld } from './city.ts';
import { type Copy, copyAgency } from './copies.ts';
import { faultsIn } from './invariants.ts';
import { type Answer, type Lanes, openLanes, type Shot } from './lanes.ts';
import { mutants } from './ledger-mutants.ts';
import { drawFrom, type Line, printLine, say, timesOf } from './report.ts';
import { post } from './requests.ts';

const line = { year: 2021, item: '9.2' } as const;
const value = fen(5_000_000);
const lastDay = '2021-06-30';
/** The moments at which a voucher is presented: long before its end, in its last millisecond, in the first one after. */
const moments = {
  before: morning,
  'last millisecond': '2021-06-30T15:59:59.999Z',
  'first millisecond after': '2021-06-30T16:00:00.000Z',
} as const;
type Moment = keyof typeof moments;
/** How often it is accepted, and how the others are refused. */
const expected: Readonly<Record<Moment, { readonly wanted: number; readonly code: string }>> = {
  before: { wanted: 1, code: 'voucher_spent' },
  'last millisecond': { wanted: 1, code: 'voucher_spent' },
  'first millisecond after': { wanted: 0, code: 'voucher_expired' },
};
const providerCount = 8;

type Voucher = { readonly id: string; readonly code: string };

async function ready(small: SmallWorld) {
  const world = small as World;
  const fact = await won(world, '（2021）鲁03民初TALLY号');
  const account = await payee(world);
  return { fact, account, kase: (await opened(world, '9.4')).id, paper: await world.paper('agency') };
}

const codeLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = () => Array.from({ length: 4 }, () => [...randomBytes(4)].map((byte) => codeLetters[byte % 30]).join('')).join('-');

/** Issues a voucher to each holder, booked as the program books it. The claims behind them were never decided: that is not what is tried. */
async function issue(url: string, holders: readonly Copy[]): Promise<readonly Voucher[]> {
  const pool = openPool(url, { size: 1 });
  const at = morning as Instant;
  const scope = { person: null, organisation: null, office: 'centre_approver', district: null };
  const made: Voucher[] = [];
  try {
    await inTx(pool, scope, (tx) => postEntry(tx, { entry: appropriate(line, fen(value * holders.length)), kase: null, at }));
    for (const { organisation, kases } of holders) {
      const [id, code, kase] = [randomUUID(), newCode(), kases[0] ?? ''];
      await inTx(pool, scope, async (tx) => {
        await tx.run(`update kase set version = version + 1 where id = $1`, [kase]); // what belongs to a case is written only while it moves
        await postEntry(tx, { entry: reserve(line, value), kase, at });
        const owners = { [accountKey(subjectAccount('voucher', id))]: organisation };
        await postEntry(tx, { entry: issueVoucher(line, value, id), kase, at, owners });
        await insertVoucher(tx, {
          id,
          code,
          kase,
          holder: organisation,
          ...line,
          value,
          issued_on: '2021-03-01',
          valid_to: lastDay,
        } as never);
      });
      made.push({ id, code });
    }
  } finally {
    await pool.end();
  }
  return made;
}

/** A presentation of the whole voucher for a service that somebody else got as well. */
const presentation = (code: string, paper: string, provider: Copy) => ({
  code,
  clientCode: listedEnterprise.creditCode,
  service: coveredKindNames[0],
  amountFen: value,
  contractNumber: `HT-${provider.serial}`,
  invoiceNumber: randomUUID(), // of an invoice handed in twice only its total counts
  invoiceFen: value,
  contractFile: paper,
  invoiceFile: paper,
  proofFile: paper,
  payee: provider.payee,
});

/** An answer without what is different in every one. */
const bare = ({ status, body }: Answer): string => `${status} ${body.replace(/"requestId":"[^"]*"/, '')}`;

type Stage = {
  readonly city: City;
  readonly served: Child;
  readonly lanes: Lanes;
  readonly providers: readonly Copy[];
  readonly paper: string;
  readonly draw: (below: number) => number;
  readonly parallel: number;
};
type Tried = { readonly misses: readonly string[]; readonly successes: number; readonly times: readonly number[] };

/** So many presentations of one voucher, each by one of the providers. */
const shotsAt = ({ providers, paper, draw }: Stage, { code }: Voucher, count: number): readonly Shot[] =>
  Array.from({ length: count }, () => {
    const provider = providers[draw(providers.length)] as Copy;
    return post(provider.cookie, '/cases/redemption', presentation(code, paper, provider));
  });

/** Presents one voucher many times at once and says what is wrong with the answers. */
async function present(stage: Stage, voucher: Voucher, moment: Moment): Promise<Tried> {
  const answers = await stage.lanes.fire(shotsAt(stage, voucher, stage.parallel));
  const successes = answers.filter(({ status }) => status === 201).length;
  const refusals = new Set(answers.filter(({ status }) => status !== 201).map(bare));
  const [refusal = ''] = refusals;
  const { wanted, code } = expected[moment];
  const misses = [
    ...(successes === wanted ? [] : [`${moment}: ${successes} successes instead of ${wanted}`]),
    ...(refusals.size > 1 ? [`${moment}: ${refusals.size} different refusals: ${[...refusals].join(' | ').slice(0, 400)}`] : []),
    ...(refusal.includes(`"${code}"`) || answers.length === successes ? [] : [`${moment}: refused otherwise: ${refusal.slice(0, 300)}`]),
  ];
  return { misses, successes, times: answers.map(({ ms }) => ms) };
}

/**
 * The day ends while vouchers are presented: the job that ends them runs against the presentations. Every fen is either
 * presented or lapsed; the invariants say so afterwards.
 */
async function presentAtMidnight(stage: Stage, vouchers: readonly Voucher[]): Promise<void> {
  const { served, lanes, parallel } = stage;
  await served.ask('setNow', moments['last millisecond']);
  const firing = lanes.fire(vouchers.flatMap((voucher) => shotsAt(stage, voucher, Math.ceil(parallel / 10))));
  await served.ask('setNow', moments['first millisecond after']);
  await served.ask('expire');
  await firing;
  await served.ask('expire');
}

/** Every voucher in its moment, then the end of the day; and what the database says of it all. */
async function play(stage: Stage, issued: readonly Voucher[], perMoment: number): Promise<Tried & { readonly ended: number }> {
  const tried: Tried[] = [];
  for (const [n, moment] of (Object.keys(moments) as Moment[]).entries()) {
    await stage.served.ask('setNow', moments[moment]);
    for (const voucher of issued.slice(n * perMoment, (n + 1) * perMoment)) tried.push(await present(stage, voucher, moment));
    const misses = tried.flatMap((one) => one.misses);
    say(`${moments[moment]}：${perMoment}张券，各同时出示${stage.parallel}次；${misses.slice(0, 2).join('；') || '如期'}`);
  }
  await presentAtMidnight(stage, issued.slice(3 * perMoment));
  const { rows } = await stage.city.owner.query<{ n: number }>(`select count(*)::integer as n from voucher where ended_how = 'expired'`);
  const ended = rows[0]?.n ?? 0;
  return {
    misses: [
      ...tried.flatMap((one) => one.misses),
      ...(ended === issued.length ? [] : [`${ended} of ${issued.length} vouchers ended after their last day`]),
      ...(await faultsIn(stage.city.owner)).slice(0, 4),
    ],
    successes: tried.reduce((sum, one) => sum + one.successes, 0),
    times: tried.flatMap((one) => one.times),
    ended,
  };
}

type Options = {
  readonly parallel: number;
  readonly vouchers: number;
  readonly seed: number;
  readonly isBroken: boolean;
  /** Where the city stands; a durable server of its own when left out. */
  readonly ground?: Ground;
};

/** Presents each of so many vouchers so many times at once, before and after its end. */
export async function vouchers({ parallel, vouchers: count, seed, isBroken, ground }: Options): Promise<Line> {
  const perMoment = Math.max(1, Math.floor(count / 3));
  const { tried, issued } = await inCity(
    ready,
    async (city, served) => {
      const { fact, account, kase, paper } = city.told;
      const template = city.template({ facts: [fact], kases: [kase], payee: account });
      const holders = await copyAgency(city.owner, template, { count: perMoment * 4, marker: 'TALLY', from: 5000 });
      const providers = await copyAgency(city.owner, template, { count: providerCount, marker: 'TALLY' });
      const kases = holders.map((holder) => holder.kases[0]);
      await city.owner.query(`update kase set state = 'voucher_issued', is_private = false where id = any ($1)`, [kases]);
      const made = await issue(city.url, holders);
      await city.owner.query('vacuum analyze');
      if (isBroken) await mutants.find(({ name }) => name === 'overdraft')?.apply(city.owner);
      const port = await served.ask<number>('open', { url: city.url, files: city.files, at: morning });
      const lanes = await openLanes(port, parallel);
      const stage = { city, served, lanes, providers, paper, draw: drawFrom(seed), parallel };
      return { tried: await play(stage, made, perMoment).finally(lanes.close), issued: made.length };
    },
    ground,
  );
  const { misses, successes, times, ended } = tried;
  const line = { test: 'voucher', ok: misses.length === 0, parallel, vouchers: issued, presentations: times.length, successes, ended };
  return { ...line, ...timesOf(times), misses: misses.slice(0, 6), seed, ...(isBroken ? { break: 'no conditional update' } : {}) };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      parallel: { type: 'string', default: '200' },
      vouchers: { type: 'string', default: '9' },
      seed: { type: 'string', default: '20200901' },
      break: { type: 'boolean', default: false },
    },
  });
  process.exitCode = await printLine(() =>
    vouchers({ parallel: Number(values.parallel), vouchers: Number(values.vouchers), seed: Number(values.seed), isBroken: values.break }),
  );
}
