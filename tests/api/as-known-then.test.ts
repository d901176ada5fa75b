import assert from 'node:assert/strict';
import { beforeAll, describe, expect, it } from 'vitest';
import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import { canonicalJson } from '#core/policy/canonical.ts';
import { gather } from '#server/cases/facts.ts';
import { reading } from '#server/db/transaction.ts';
import { drawFrom } from '../reliability/report.ts';
import { good } from '../support/caller.ts';
import { appropriated, determined, filed, payee, proposed, won, year } from '../support/claims.ts';
import { actorIn } from '../support/pure.ts';
import type { Kase } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

/** How many matters have a history of their own: entered, corrected, withdrawn, entered again, in an order drawn by lot. */
const histories = 200;
const draw = drawFrom(20_200_901);
const world: World = await openWorld();

type Subject = { readonly id: string; readonly owner: string | null; readonly data: unknown } | null;

/** What the engine gives the agency on what was known at a moment, as bytes; for a claim, or for everything it could claim. */
async function asKnown(at: Instant, kase: Subject = null) {
  const actor = actorIn('centre_officer', { organisation: world.orgs.first.id });
  const scope = { person: world.person('officer'), organisation: world.orgs.centre.id, office: 'centre_officer', district: null };
  const { entitlement = null } = await reading(world.house.pool, scope, (tx) =>
    gather(['entitlement'], {
      tx,
      actor,
      at,
      today: businessDateOf(at),
      policy: 'zibo-2020',
      kase,
      words: { year, clause: '9.4' },
      subject: null,
    }),
  );
  return { hash: entitlement?.hash ?? null, bytes: canonicalJson(entitlement) };
}

/** The clock goes on by a second: no two entries are of one moment. */
const tick = () => world.setNow(new Date(Date.parse(world.now()) + 1000).toISOString());
const agency = () => world.as('agency');

async function correct(id: string, agencyFeeYuan: number): Promise<string> {
  const { data } = good(await (await agency()).call('readFact', { params: { id } }));
  const body = { data: { ...data, agencyFeeYuan } as never, reason: '代理费填写有误' };
  return good(await (await agency()).call('correctFact', { params: { id }, body })).id;
}
const withdraw = async (id: string) =>
  good(await (await agency()).call('withdrawFact', { params: { id }, body: { reason: '登记有误，撤回' } }));

/** Enters a case, and then corrects, withdraws or enters it again as the lot falls. */
async function history(n: number): Promise<void> {
  const enter = () => won(world, `（2021）鲁03民初${1000 + n}号`, { agencyFeeYuan: 100 + draw(800) });
  let id: string | null = await enter();
  for (let left = draw(3); left > 0; left -= 1) {
    tick();
    if (id === null) id = await enter();
    else if (draw(4) > 0) id = await correct(id, 100 + draw(800));
    else {
      await withdraw(id);
      id = null;
    }
  }
}

type Support = {
  readonly kase: string;
  readonly determination: string;
  readonly owner: string;
  readonly data: { proposal: { at: string } };
};
const supports = async (): Promise<readonly Support[]> =>
  (
    await world.owner.query<Support>(
      `select s.kase, encode(s.determination, 'hex') as determination, k.owner, k.data from support s join kase k on k.id = s.kase order by s.known_from`,
    )
  ).rows;

/** Stored determinations that come out otherwise when they are made again on what was known at their moment. */
async function differing(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { kase, determination, owner, data } of await supports()) {
    const { hash } = await asKnown(data.proposal.at as Instant, { id: kase, owner, data });
    if (hash !== determination) found.push(kase);
  }
  return found;
}

const told: { readonly at: Instant; readonly bytes: string }[] = [];
const granted: Kase[] = [];
const factOf = new Map<string, string>();

beforeAll(async () => {
  await placeZone(world);
  await appropriated(world, '9.4', 200_000);
  const account = await payee(world);
  for (const [i, fee] of [3_000, 4_000, 5_000].entries()) {
    const fact = await won(world, `（2021）鲁03民初${i + 1}号`, { agencyFeeYuan: fee });
    const kase = await filed(world, '9.4', [account]);
    await proposed(kase, fee);
    await determined(kase);
    granted.push(kase);
    factOf.set(kase.id, fact);
  }
  for (let n = 0; n < histories; n += 1) {
    tick();
    await history(n);
    if (n % 4 === 0) told.push({ at: world.now(), bytes: (await asKnown(world.now())).bytes });
  }
  for (const kase of granted.slice(1)) {
    tick();
    await correct(factOf.get(kase.id) ?? '', 2_500);
  }
}, 120_000);

describe('What was decided', () => {
  it('comes out the same to the byte on what was known at its moment, whatever was corrected since', async () => {
    expect(new Set(told.map(({ bytes }) => bytes)).size).toBe(told.length);
    for (const { at, bytes } of told) assert.equal((await asKnown(at)).bytes, bytes, at);
  });

  it('stands under the hash kept with the support, for every support', async () => {
    expect(await supports()).toHaveLength(granted.length);
    expect(await differing()).toEqual([]);
  });

  it('would come out otherwise if a fact were changed where it stands, and the comparison says of which', async () => {
    const first = granted[0] as Kase;
    const change = `update fact set data = jsonb_set(data, '{agencyFeeYuan}', $2) where id = $1`;
    const protection = `select tgname from pg_trigger where tgrelid = 'fact'::regclass and not tgisinternal`;
    for (const { tgname } of (await world.owner.query<{ tgname: string }>(protection)).rows)
      await world.owner.query(`alter table fact disable trigger ${tgname}`);
    await world.owner.query(change, [factOf.get(first.id), '2999']);
    expect(await differing()).toEqual([first.id]);
    await world.owner.query(change, [factOf.get(first.id), '3000']);
    expect(await differing()).toEqual([]);
  });
});
