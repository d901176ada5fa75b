import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Moved } from '#contract/cases.ts';
import type { Child } from '../../bench/child.ts';
import { declaration, opened, payee, won } from '../support/claims.ts';
import type { Ground } from '../support/ground.ts';
import type { World } from '../support/world.ts';
import { type City, inCity, morning } from './city.ts';
import { type Copy, copyAgency } from './copies.ts';
import { faultsIn } from './invariants.ts';
import { type Answer, type Lanes, openLanes } from './lanes.ts';
import { mutants } from './ledger-mutants.ts';
import { drawFrom, type Line, printLine, say, timesOf } from './report.ts';
import { bodyOf, get, post } from './requests.ts';

/** What every claim asks: 100 % of the fee of a won case. */
const amountYuan = 32_000;
const year = 2021;
const item = '9.4';

type Options = {
  readonly claimants: number;
  /** Filings before the race, so that the program is as warm as on the last day of a term; they are funded by the same appropriation. */
  readonly warmers: number;
  /** How many connections the claimants share; each sends the next claim when the last one is answered (64 in the trial the goal rests on). */
  readonly atOnce: number;
  readonly rounds: number;
  readonly seed: number;
  readonly isBroken: boolean;
  /** Where the city stands; a durable server of its own when left out. */
  readonly ground?: Ground;
};

/** How long 99 of 100 claimants wait at most for their answer, where they share their connections. */
const mostMs = 1000;

/** Of so many rounds one more is played with every claimant on a connection of its own: all is judged but the second. */
const roundsABurst = 20;

/** One agency ready to file, through the API. */
async function ready(small: Pick<World, 'as' | 'paper' | 'owner'>) {
  const world = small as World;
  const fact = await won(world, '（2021）鲁03民初TALLY号', { agencyFeeYuan: amountYuan });
  const account = await payee(world);
  return { fact, account, kase: (await opened(world, item)).id };
}

/** Puts money on the line that reaches for just so many claims; two persons. */
async function appropriate(lanes: Lanes, { officer, approver }: City['members'], places: number): Promise<void> {
  const input = { year, item, direction: 'add', yuan: places * amountYuan, documentNumber: '淄财〔2021〕1号', reason: '年度预算安排' };
  const [drafted] = await lanes.fire([post(officer.cookie, '/cases/appropriation', input)]);
  const { id, version } = bodyOf<Moved>(drafted);
  const [inForce] = await lanes.fire([post(approver.cookie, `/cases/appropriation/${id}/put-in-force`, {}, version)]);
  bodyOf(inForce);
}

type Round = {
  readonly isBurst: boolean;
  readonly misses: readonly string[];
  readonly overspentFen: number;
  readonly times: readonly number[];
  readonly faults5xx: number;
};

const sumOf = async (owner: pg.Client, sql: string): Promise<number> => Number((await owner.query<{ n: string }>(sql)).rows[0]?.n ?? 0);

/** What the database says after a round, as the owner sees it. */
async function judge(
  owner: pg.Client,
  answers: readonly Answer[],
  { places, warmers }: { readonly places: number; readonly warmers: number },
): Promise<Omit<Round, 'isBurst'>> {
  const fen = amountYuan * 100;
  const room = (places + warmers) * fen;
  const reserved = await sumOf(owner, `select coalesce(sum(reserved), 0)::text as n from commitment where state = 'live'`);
  const posted = await sumOf(
    owner,
    `select coalesce(sum(amount), 0)::text as n from posting p join journal j on j.id = p.journal where j.kind = 'reserve' and p.side = 'debit'`,
  );
  const waiting = await sumOf(owner, `select count(*)::text as n from commitment where state = 'live' and reserved = 0 and asked = ${fen}`);
  const filed = await sumOf(owner, `select count(*)::text as n from kase where process = 'claim' and state = 'filed'`);
  const expected: readonly (readonly [what: string, found: number, wanted: number])[] = [
    ['reserved in claims', reserved, room],
    ['reserved in the journal', posted, room],
    ['claims that wait', waiting, answers.length - places],
    ['claims filed', filed, answers.length + warmers],
    ['answers 200', answers.filter(({ status }) => status === 200).length, answers.length],
  ];
  const misses = expected.flatMap(([what, found, wanted]) => (found === wanted ? [] : [`${what}: ${found} instead of ${wanted}`]));
  return {
    misses: [...misses, ...(await faultsIn(owner)).slice(0, 3)],
    overspentFen: Math.max(0, Math.max(reserved, posted) - room),
    times: answers.map(({ ms }) => ms),
    faults5xx: answers.filter(({ status }) => status >= 500).length,
  };
}

type Stage = {
  readonly city: City;
  readonly served: Child;
  readonly copies: readonly Copy[];
  readonly options: Options;
};

/** One round on a database of its own: everybody has looked at the own claim, then all file in the same breath. */
async function playRound({ city, served, copies, options }: Stage, places: number, isBurst: boolean): Promise<Round> {
  const { ownerUrl, appUrl, drop } = await city.clone();
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  if (options.isBroken) await mutants.find(({ name }) => name === 'lost-update')?.apply(owner);
  const port = await served.ask<number>('open', { url: appUrl, files: city.files, at: morning });
  const lanes = await openLanes(port, isBurst ? options.claimants : options.atOnce);
  try {
    const file = async (some: readonly Copy[]) => {
      const looks = await lanes.fire(some.map(({ cookie, kases }) => get(cookie, `/cases/claim/${kases[0]}`)));
      const versions = looks.map((answer) => bodyOf<Moved>(answer).version);
      const shots = some.map((copy, n) => post(copy.cookie, `/cases/claim/${copy.kases[0]}/file`, declaration([copy.payee]), versions[n]));
      return () => lanes.fire(shots);
    };
    const { warmers } = options;
    for (const answer of await (await file(copies.slice(0, warmers)))()) bodyOf(answer);
    const start = await file(copies.slice(warmers));
    await appropriate(lanes, city.members, places + warmers);
    return { isBurst, ...(await judge(owner, await start(), { places, warmers })) };
  } finally {
    lanes.close();
    await served.ask('close');
    await owner.end();
    await drop();
  }
}

/** Round after round on copies of one prepared database; each with room for another number of claims. */
async function play(stage: Stage): Promise<readonly Round[]> {
  const { claimants, rounds, seed, isBroken } = stage.options;
  const draw = drawFrom(seed);
  const played: Round[] = [];
  for (let round = 0; round < rounds + Math.ceil(rounds / roundsABurst); round += 1) {
    const places = 1 + draw(claimants - 1);
    const result = await playRound(stage, places, round >= rounds);
    played.push(result);
    const { p50Ms, p99Ms } = timesOf(result.times);
    const how = result.isBurst ? '人手一个连接同时申领' : '申领';
    say(
      `第${round + 1}轮：${claimants}家${how}，资金够${places}家；p50 ${p50Ms}毫秒，p99 ${p99Ms}毫秒；${result.misses.join('；') || '正好'}`,
    );
    if (isBroken && result.misses.length > 0) break;
  }
  return played;
}

/** So many agencies file for a line that reaches for some of them. */
export async function lastYuan(options: Options): Promise<Line> {
  const { claimants, atOnce, seed, isBroken } = options;
  const played = await inCity(
    ready,
    async (city, served) => {
      const { fact, account, kase } = city.told;
      const template = city.template({ facts: [fact], kases: [kase], payee: account });
      const copies = await copyAgency(city.owner, template, { count: claimants + options.warmers, marker: 'TALLY' });
      await city.owner.query('vacuum analyze');
      await city.owner.end(); // a database somebody is connected to can not be cloned
      return play({ city, served, copies, options });
    },
    options.ground,
  );
  const misses = played.flatMap((one, round) => one.misses.map((miss) => `round ${round + 1}: ${miss}`));
  const timesWhere = (isBurst: boolean) => timesOf(played.filter((one) => one.isBurst === isBurst).flatMap((one) => one.times));
  const times = timesWhere(false);
  return {
    test: 'last-yuan',
    ok: misses.length === 0 && times.p99Ms <= mostMs,
    claimants,
    atOnce,
    rounds: played.filter((one) => !one.isBurst).length,
    overspentYuan: played.reduce((sum, one) => sum + one.overspentFen, 0) / 100,
    answers5xx: played.reduce((sum, one) => sum + one.faults5xx, 0),
    ...times,
    isWithinOneSecond: times.p99Ms <= mostMs,
    burst: { rounds: played.filter((one) => one.isBurst).length, ...timesWhere(true) },
    misses: misses.slice(0, 6),
    seed,
    ...(isBroken ? { break: 'check-then-insert' } : {}),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      claimants: { type: 'string', default: '500' },
      warmers: { type: 'string', default: '60' },
      'at-once': { type: 'string', default: '64' },
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string', default: '20200901' },
      break: { type: 'boolean', default: false },
    },
  });
  process.exitCode = await printLine(() =>
    lastYuan({
      claimants: Number(values.claimants),
      warmers: Number(values.warmers),
      atOnce: Number(values['at-once']),
      rounds: Number(values.rounds),
      seed: Number(values.seed),
      isBroken: values.break,
    }),
  );
}
