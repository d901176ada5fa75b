import { parseArgs } from 'node:util';
import type { Moved } from '#contract/cases.ts';
import { sampleForms } from '#policy/zibo-2020/fact-kinds/samples.ts';
import { declaration, payee } from '../support/claims.ts';
import type { Ground } from '../support/ground.ts';
import type { World } from '../support/world.ts';
import { type City, inCity, type SmallWorld } from './city.ts';
import { type Copy, copyAgency } from './copies.ts';
import { faultsIn } from './invariants.ts';
import { type Answer, type Lanes, openLanes, type Shot } from './lanes.ts';
import { drawFrom, type Line, printLine, say, timesOf } from './report.ts';
import { bodyOf, get, post } from './requests.ts';
import { type Draw, type Matter, matterOf } from './spellings.ts';

/** Late enough in the year for every sample fact. */
const june = '2021-06-01T01:00:00.000Z';
const year = 2021;

async function ready(small: SmallWorld) {
  const world = small as World;
  // Certificates are paid to the person they name.
  return {
    account: await payee(world, 'agency', { name: String(sampleForms.agent_certificate.person) }),
    paper: await world.paper('agency'),
  };
}

type Options = {
  readonly races: number;
  readonly seed: number;
  readonly isBroken: boolean;
  /** Where the city stands; a durable server of its own when left out. */
  readonly ground?: Ground;
};

/** Two agencies with the same matter in two spellings, and one with a matter of its own: nobody must be able to tell who is which. */
type Race = { readonly matter: Matter; readonly own: Matter; readonly first: Copy; readonly second: Copy; readonly alone: Copy };
type Entrant = { readonly copy: Copy; readonly matter: Matter; readonly spelling: string };

const addition = ({ copy, matter, spelling }: Entrant, paper: string): Shot => {
  const papers = Object.fromEntries(
    [
      'judgmentFile',
      'effectFile',
      'mandateFile',
      'invoiceFile',
      'certificateFile',
      'labourContractFile',
      'insuranceFile',
      'declarationFile',
    ].map((name) => [name, paper]),
  );
  const wanted =
    matter.kind === 'litigation'
      ? Object.entries(papers).slice(0, 4)
      : matter.kind === 'agent_certificate'
        ? Object.entries(papers).slice(4)
        : [];
  const data = { ...sampleForms[matter.kind], ...matter.with, ...Object.fromEntries(wanted), [matter.field]: spelling };
  return post(copy.cookie, '/facts', { kind: matter.kind, data });
};

const receiptCode = /^(\w{4}-){3}\w{4}$/;
const kept = new Set(['code', 'status', 'state', 'kind', 'clause', 'field', 'version']);

/** What an answer looks like: its keys, its types, its codes; not what differs from one honest answer to the next. */
function shapeOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => shapeOf(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one, name)]));
  return kept.has(key) && !receiptCode.test(String(value)) ? value : value === null ? 'null' : typeof value;
}

const shown = ({ status, body }: Answer): string => `${status} ${body === '' ? '' : JSON.stringify(shapeOf(JSON.parse(body)))}`;

type Stage = { readonly lanes: Lanes; readonly paper: string; readonly draw: Draw; readonly misses: string[]; readonly times: number[] };

/** Does the same for everybody at once and compares what they were told, three by three. */
async function together(stage: Stage, what: string, shots: readonly Shot[], wanted: number): Promise<readonly Answer[]> {
  const answers = await stage.lanes.fire(shots);
  stage.times.push(...answers.map(({ ms }) => ms));
  for (let at = 0; at < answers.length; at += 3) {
    const told = answers.slice(at, at + 3);
    const shapes = new Set(told.map(shown));
    if (shapes.size > 1) stage.misses.push(`${what}: told apart: ${[...shapes].join(' | ').slice(0, 500)}`);
    const wrong = told.find(({ status }) => status !== wanted);
    if (wrong) stage.misses.push(`${what}: ${wrong.status} instead of ${wanted}: ${wrong.body.slice(0, 300)}`);
  }
  return answers;
}

/** All races at once: facts, claims, filings. Returns the entrants with their claims where everything went well. */
async function race(stage: Stage, races: readonly Race[]): Promise<readonly (Entrant & { readonly claim: string })[]> {
  const entrants = races.flatMap(({ matter, own, first, second, alone }): Entrant[] => [
    { copy: first, matter, spelling: matter.spell(stage.draw) },
    { copy: second, matter, spelling: matter.spell(stage.draw) },
    { copy: alone, matter: own, spelling: own.spell(stage.draw) },
  ]);
  const added = await together(
    stage,
    'adding a fact',
    entrants.map((one) => addition(one, stage.paper)),
    201,
  );
  if (added.some(({ status }) => status !== 201)) return [];
  const opening = entrants.map(({ copy, matter }) => post(copy.cookie, '/cases/claim', { year, clause: matter.clause }));
  const claims = (await together(stage, 'opening a claim', opening, 201)).map((answer) => bodyOf<Moved>(answer));
  const filing = entrants.map(({ copy }, n) =>
    post(copy.cookie, `/cases/claim/${claims[n]?.id}/file`, declaration([copy.payee]), claims[n]?.version),
  );
  await together(stage, 'filing', filing, 200);
  return entrants.map((one, n) => ({ ...one, claim: claims[n]?.id ?? '' }));
}

/** What one sees of one's own claim: the two in dispute the same, and neither whose the other is. */
async function look(stage: Stage, filed: readonly (Entrant & { readonly claim: string })[]): Promise<void> {
  const seen = await stage.lanes.fire(filed.map(({ copy, claim }) => get(copy.cookie, `/cases/claim/${claim}`)));
  for (let at = 0; at < filed.length; at += 3) {
    const [one, other] = [seen[at], seen[at + 1]];
    if (!one || !other) continue;
    if (shown(one) !== shown(other))
      stage.misses.push(`own claim: told apart: ${shown(one).slice(0, 250)} | ${shown(other).slice(0, 250)}`);
    const named = [filed[at + 1]?.copy, filed[at]?.copy].map((copy) => [copy?.organisation ?? '', copy?.person ?? '']);
    if ([one, other].some(({ body }, n) => named[n]?.some((id) => body.includes(id))))
      stage.misses.push('own claim: names the other agency');
  }
}

/** A number without its check digit is none: refused alike whether somebody holds the whole one or nobody does. */
async function cut(stage: Stage, races: readonly Race[]): Promise<void> {
  const shots = races.flatMap(({ matter, own, first, second, alone }) => {
    const of = (copy: Copy, one: Matter) => addition({ copy, matter: one, spelling: one.cut ?? '' }, stage.paper);
    return matter.cut === null || own.cut === null ? [] : [of(first, matter), of(second, own), of(alone, matter)];
  });
  await together(stage, 'a number without its check digit', shots, 422);
}

/** One agency, one matter, several spellings at once: one is put on record, the others are told that it is there. */
async function sameAgency(stage: Stage, races: readonly Race[]): Promise<void> {
  const spellings = 4;
  const shots = races.flatMap(({ alone }, n) => {
    const matter = matterOf(600_000 + n);
    return Array.from({ length: spellings }, () => addition({ copy: alone, matter, spelling: matter.spell(stage.draw) }, stage.paper));
  });
  const answers = await stage.lanes.fire(shots);
  for (let at = 0; at < answers.length; at += spellings) {
    const statuses = answers
      .slice(at, at + spellings)
      .map(({ status }) => status)
      .sort();
    if (statuses.join() !== '201,409,409,409') stage.misses.push(`one agency, one matter, ${spellings} spellings: ${statuses.join()}`);
  }
}

const heldSql = `select h.agency, h.kind, h.matter, array(select o.agency from matter_hold o where o.kind = h.kind and o.matter = h.matter
  and o.agency <> h.agency and o.released_at is null) as rivals from matter_hold h where h.kase = $1 and h.kind <> 'certificate_holder' and h.released_at is null`;

/** Whether just the two of each race hold the matter, each knowing of the other's hold only as the database does. Returns how many do. */
async function countDisputes(city: City, filed: readonly (Entrant & { readonly claim: string })[], misses: string[]): Promise<number> {
  let disputes = 0;
  for (const [at, one] of filed.entries()) {
    const rival = at % 3 === 2 ? [] : [filed[at % 3 === 0 ? at + 1 : at - 1]?.copy.organisation];
    const { rows } = await city.owner.query<{ rivals: string[] }>(heldSql, [one.claim]);
    const found = rows.flatMap(({ rivals }) => rivals);
    disputes += found.length;
    if (rows.length !== 1 || found.join() !== rival.join())
      misses.push(`${one.matter.kind} “${one.spelling}”: ${rows.length} held, in dispute with ${found.length}`);
  }
  return disputes / 2;
}

async function play(city: City, stage: Stage, races: readonly Race[]): Promise<number> {
  const filed = await race(stage, races);
  await look(stage, filed);
  await cut(stage, races);
  await sameAgency(stage, races);
  const disputes = await countDisputes(city, filed, stage.misses);
  stage.misses.push(...(await faultsIn(city.owner)).slice(0, 3));
  return disputes;
}

/** Two agencies claim one matter under two spellings, a third one of its own, so many times; nobody may tell who is in dispute. */
export async function dupFact({ races: count, seed, isBroken, ground }: Options): Promise<Line> {
  const misses: string[] = [];
  const times: number[] = [];
  const disputes = await inCity(
    ready,
    async (city, served) => {
      const { account, paper } = city.told;
      const template = city.template({ facts: [], kases: [], payee: account });
      const copies = await copyAgency(city.owner, template, { count: count * 3, marker: 'TALLY' });
      await city.owner.query('vacuum analyze');
      const port = await served.ask<number>('open', { url: city.url, files: city.files, at: june });
      if (isBroken) await served.ask('breakNormalize');
      const lanes = await openLanes(port, Math.min(300, count * 3));
      const races = Array.from({ length: count }, (_, n): Race => {
        const [first, second, alone] = copies.slice(n * 3, n * 3 + 3) as [Copy, Copy, Copy];
        return { matter: matterOf(1 + n), own: matterOf(300_001 + n), first, second, alone };
      });
      return play(city, { lanes, paper, draw: drawFrom(seed), misses, times }, races).finally(lanes.close);
    },
    ground,
  );
  say(`${count}次：两家同时用不同写法登记、申领同一事项；${disputes}件列为争议；${misses[0]?.slice(0, 300) ?? '两家得到的答复无从区分'}`);
  const line = { test: 'dup-fact', ok: misses.length === 0, races: count, disputes, ...timesOf(times), misses: misses.slice(0, 6), seed };
  return isBroken ? { ...line, break: 'no NFKC' } : line;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      races: { type: 'string', default: '99' },
      seed: { type: 'string', default: '20200901' },
      break: { type: 'boolean', default: false },
    },
  });
  process.exitCode = await printLine(() => dupFact({ races: Number(values.races), seed: Number(values.seed), isBroken: values.break }));
}
