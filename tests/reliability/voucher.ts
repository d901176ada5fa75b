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
import { startChild } from '../../bench/child.ts';
import { opened, payee, won } from '../support/claims.ts';
import { listedEnterprise } from '../support/form.ts';
import type { World } from '../support/world.ts';
import { morning, openCity, type SmallWorld } from './city.ts';
import { type Copy, copyAgency } from './copies.ts';
import { faultsIn } from './invariants.ts';
import { type Answer, type Lanes, openLanes } from './lanes.ts';
import { mutants } from './ledger-mutants.ts';
import { type Line, printLine, say, timesOf } from './report.ts';
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
const providerCount = 8;

type Options = { readonly parallel: number; readonly vouchers: number; readonly isBroken: boolean };
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
  invoiceNumber: '12345678',
  contractFile: paper,
  invoiceFile: paper,
  payee: provider.payee,
});

/** An answer without what is different in every one. */
const bare = ({ status, body }: Answer): string => `${status} ${body.replace(/"requestId":"[^"]*"/, '')}`;

type Trial = { readonly lanes: Lanes; readonly voucher: Voucher; readonly providers: readonly Copy[]; readonly paper: string };

/** Presents one voucher so many times at once and says what is wrong with the answers. */
async function present({ lanes, voucher, providers, paper }: Trial, parallel: number, moment: Moment) {
  const shots = Array.from({ length: parallel }, (_, n) => {
    const provider = providers[n % providers.length] as Copy;
    return post(provider.cookie, '/cases/redemption', presentation(voucher.code, paper, provider));
  });
  const answers = await lanes.fire(shots);
  const successes = answers.filter(({ status }) => status === 201).length;
  const refusals = new Set(answers.filter(({ status }) => status !== 201).map(bare));
  const [refusal = ''] = refusals;
  const code = moment === 'first millisecond after' ? 'voucher_expired' : 'voucher_spent';
  const wanted = moment === 'first millisecond after' ? 0 : 1;
  const misses = [
    ...(successes === wanted ? [] : [`${moment}: ${successes} successes instead of ${wanted}`]),
    ...(refusals.size > 1 ? [`${moment}: ${refusals.size} different refusals: ${[...refusals].join(' | ').slice(0, 400)}`] : []),
    ...(refusal.includes(`"${code}"`) || answers.length === successes ? [] : [`${moment}: refused otherwise: ${refusal.slice(0, 300)}`]),
    ...(/^5/.test(refusal) ? [`${moment}: answered 5xx`] : []),
  ];
  return { misses, successes, times: answers.map(({ ms }) => ms) };
}

/** Days end while vouchers are presented: the job that ends them runs against the presentations. Each fen is either presented or lapsed. */
async function presentAtMidnight(
  trials: readonly Trial[],
  parallel: number,
  ask: (name: string, given?: unknown) => Promise<unknown>,
): Promise<void> {
  await ask('setNow', moments['last millisecond']);
  const shots = trials.flatMap(({ voucher, providers, paper }) =>
    Array.from({ length: parallel }, (_, n) => {
      const provider = providers[n % providers.length] as Copy;
      return post(provider.cookie, '/cases/redemption', presentation(voucher.code, paper, provider));
    }),
  );
  const firing = trials[0]?.lanes.fire(shots);
  await ask('setNow', moments['first millisecond after']);
  await ask('expire');
  await firing;
  await ask('expire');
}

async function vouchers({ parallel, vouchers: count, isBroken }: Options): Promise<Line> {
  const city = await openCity(ready);
  const served = startChild(new URL('served.ts', import.meta.url));
  const misses: string[] = [];
  const times: number[] = [];
  let successes = 0;
  let lanes: Lanes | undefined;
  try {
    const { fact, account, kase, paper } = city.told;
    const template = city.template({ facts: [fact], kases: [kase], payee: account });
    const perMoment = Math.max(1, Math.floor(count / 3));
    const midnight = isBroken ? 0 : perMoment;
    const holders = await copyAgency(city.owner, template, { count: perMoment * 3 + midnight, marker: 'TALLY', from: 5000 });
    const providers = await copyAgency(city.owner, template, { count: providerCount, marker: 'TALLY' });
    await city.owner.query(`update kase set state = 'voucher_issued', is_private = false where id = any ($1)`, [
      holders.map(({ kases }) => kases[0]),
    ]);
    const issued = await issue(city.url, holders);
    await city.owner.query('vacuum analyze');
    if (isBroken) await mutants.find(({ name }) => name === 'overdraft')?.apply(city.owner);
    const port = await served.ask<number>('open', { url: city.url, files: city.files, at: morning });
    lanes = await openLanes(port, parallel);
    for (const [n, moment] of (Object.keys(moments) as Moment[]).entries()) {
      await served.ask('setNow', moments[moment]);
      for (const voucher of issued.slice(n * perMoment, (n + 1) * perMoment)) {
        const trial = await present({ lanes, voucher, providers, paper }, parallel, moment);
        misses.push(...trial.misses);
        times.push(...trial.times);
        successes += trial.successes;
      }
      say(`${moments[moment]}：${perMoment}张券，各同时出示${parallel}次；${misses.slice(0, 2).join('；') || '如期'}`);
    }
    if (midnight > 0) {
      const trials = issued.slice(3 * perMoment).map((voucher) => ({ lanes: lanes as Lanes, voucher, providers, paper }));
      await presentAtMidnight(trials, Math.ceil(parallel / 10), (name, given) => served.ask(name, given));
    }
    misses.push(...(await faultsIn(city.owner)).slice(0, 4));
    const { rows } = await city.owner.query<{ left: number; lapsed: number }>(
      `select count(*) filter (where ended_at is null)::integer as left, count(*) filter (where ended_how = 'expired')::integer as lapsed from voucher`,
    );
    return {
      test: 'voucher',
      ok: misses.length === 0,
      parallel,
      vouchers: issued.length,
      presentations: times.length,
      successes,
      ended: rows[0]?.lapsed,
      notEnded: rows[0]?.left,
      ...timesOf(times),
      misses: misses.slice(0, 6),
      ...(isBroken ? { break: 'no conditional update' } : {}),
    };
  } finally {
    lanes?.close();
    await served.end();
    await city.close();
  }
}

const { values } = parseArgs({
  options: {
    parallel: { type: 'string', default: '200' },
    vouchers: { type: 'string', default: '9' },
    seed: { type: 'string' },
    break: { type: 'boolean', default: false },
  },
});
process.exitCode = await printLine(() =>
  vouchers({ parallel: Number(values.parallel), vouchers: Number(values.vouchers), isBroken: values.break }),
);
