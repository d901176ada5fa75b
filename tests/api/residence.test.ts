import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '#core/kernel/dates.ts';
import { reading, systemScope } from '#server/db/transaction.ts';
import { agencyYear } from '#server/stores/agency-year.ts';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, opened, payee, proposed, won, year } from '../support/claims.ts';
import { inventedCode, listedEnterprise } from '../support/form.ts';
import { rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { confirmersOf, lease, movedIn, moveIn, siteCheck } from '../support/residence.ts';
import { announcedCall, designated, Kase } from '../support/story.ts';
import { alone, closedToOthers, openedAlone } from '../support/strangers.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let zone = '';

beforeAll(async () => {
  zone = await placeZone(world);
  world.setNow('2021-06-01T01:00:00.000Z');
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const stays = async (who: Username = 'east') => good(await (await world.as(who)).call('listZoneAgencies', { params: { id: zone } }));
const staysOf = async (name: 'first' | 'second') =>
  (await stays()).filter(({ id }) => id === world.orgs[name].id).map(({ from, to }) => [from, to]);
const stayOf = async (name: 'first' | 'second') => (await stays()).find(({ id }) => id === world.orgs[name].id)?.stay ?? '';

/** What the building unit records about a stay that is known. */
const entry = async (what: 'move_out' | 'correct' | 'strike', name: 'first' | 'second', more: object) => ({
  zone,
  entry: what,
  stay: await stayOf(name),
  evidence: await lease(world, 'east'),
  ...more,
});
const recorded = async (input: object) => new Kase(world, good(await (await world.as('east')).open('residence', input)));

/** What the engine says about the cases an agency won in the year. */
const wonCases = async (who: Username = 'agency') => {
  const { answer } = good(await (await world.as(who)).call('readDetermination', { query: { year } }));
  const { items } = answer as unknown as { readonly items: readonly { clause: string; eligible: boolean; code: string }[] };
  const item = items.find(({ clause }) => clause === '9.4');
  return item && [item.eligible, item.code];
};

describe('An agency that moves into a zone', () => {
  it('is recorded by the building unit or the centre and confirmed by another person; nobody else does either', async () => {
    const input = await moveIn(world, { builder: 'east', agency: 'second', zone, from: '2021-02-01' });
    const onPapersSeen = { ...input, evidence: [] };
    const kase = await openedAlone(world, 'officer', { process: 'residence', input: onPapersSeen, besides: ['east', 'both'] });
    await alone(kase, 'officer', 'withdraw', { besides: ['east', 'both'] });
    const entered = await recorded(input);
    expect(await staysOf('second')).toEqual([]);
    await alone(entered, 'reviewer', 'confirm', { input: siteCheck('2021-06-01'), besides: confirmersOf('east') });
    expect(await staysOf('second')).toEqual([['2021-02-01', null]]);
    expect(await stays()).toContainEqual(expect.objectContaining({ id: world.orgs.second.id, case: entered.id }));
  });

  it('is told, and reads the entry about itself, which other agencies do not', async () => {
    const { rows } = await world.owner.query<{ id: string }>(`select id from kase where process = 'residence' and state = 'confirmed'`);
    const id = rows[0]?.id ?? '';
    expect((await (await world.as('agency2')).read('residence', id)).status).toBe(200);
    expect((await (await world.as('agency')).read('residence', id)).status).toBe(404);
    await world.jobs();
    const { rows: told } = await world.owner.query(`select 1 from message where person = $1 and zh like '%已确认%'`, [
      world.person('agency2'),
    ]);
    expect(told).toHaveLength(1);
  });

  it('is not confirmed by the officer who recorded it, but by the approver', async () => {
    const input = await moveIn(world, { builder: 'east', agency: 'outside', zone, from: '2021-05-01' });
    const kase = new Kase(world, good(await (await world.as('both')).open('residence', { ...input, evidence: [] })));
    await kase.refused('both', 'confirm', siteCheck('2021-06-01'), { status: 403, code: 'same_person' });
    await kase.refused(['both', 'centre_approver'], 'confirm', siteCheck('2021-06-01'), { status: 403, code: 'same_person' });
    await kase.do('approver', 'turn_down', { reason: '现场无人办公' });
    expect((await stays()).some(({ id }) => id === world.orgs.outside.id)).toBe(false);
  });

  it('is inside once at a time, however many are confirmed in the same instant', async () => {
    const cases = await Promise.all(
      ['2021-04-01', '2021-04-02'].map(async (from) => recorded(await moveIn(world, { builder: 'east', agency: 'outside', zone, from }))),
    );
    const replies = await Promise.all(cases.map((kase) => kase.try('reviewer', 'confirm', siteCheck('2021-06-01'))));
    const [won, lost] = replies.map(({ status }) => status).toSorted();
    expect(won).toBe(200);
    expect([409, 422]).toContain(lost); // by the table in the same instant, by the guard where the first was seen already
    expect((await stays()).filter(({ id }) => id === world.orgs.outside.id)).toHaveLength(1);
  });
});

describe('What an agency did', () => {
  it('counts from the day it moved in, once that is confirmed and not before', async () => {
    await won(world, '（2021）鲁03民初1号', { effectiveDate: '2021-01-31' }, 'agency2');
    expect(await wonCases('agency2')).toEqual([false, 'NOT_IN_ZONE']);
    const earlier = await recorded(await entry('correct', 'second', { from: '2021-01-15', reason: '租赁合同自该日起' }));
    expect(await wonCases('agency2')).toEqual([false, 'NOT_IN_ZONE']);
    await earlier.do('signer', 'confirm', siteCheck('2021-06-01'));
    expect(await wonCases('agency2')).toEqual([true, 'OK']);
  });

  it('counts until the day it moved out; a decision made before stands, and the entry shows it', async () => {
    const account = await payee(world);
    await appropriated(world, '9.4', 1_000_000);
    await won(world, '（2021）鲁03民初2号', { effectiveDate: '2021-03-10' });
    const claim = await opened(world, '9.4');
    await claim.do('agency', 'file', declaration([account]));
    await proposed(claim, 32_000);
    await determined(claim);
    const kase = await recorded(await entry('move_out', 'first', { to: '2021-02-28' }));
    const shown = (await kase.view('officer')).checks.find(({ title }) => title === '已作出的支持决定');
    expect(shown?.explains).toContain(claim.number);
    await kase.do('reviewer', 'confirm', siteCheck(null));
    expect(await staysOf('first')).toEqual([['2020-11-02', '2021-02-28']]);
    expect((await claim.view('officer')).state).toBe('determined');
    await won(world, '（2021）鲁03民初3号', { effectiveDate: '2021-03-11' });
    const { rows } = await world.owner.query(`select count(*)::int as n from support s where s.agency = $1`, [world.orgs.first.id]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is determined on what was known at the moment, whatever was recorded since', async () => {
    const { rows } = await world.owner.query<{ at: Instant }>(
      `select known_to as at from zone_membership where agency = $1 and known_to is not null`,
      [world.orgs.first.id],
    );
    const [{ at } = { at: '' as Instant }] = rows;
    const before = new Date(Date.parse(at) - 1000).toISOString() as Instant;
    const known = (moment: Instant) =>
      reading(world.house.pool, systemScope, (tx) =>
        agencyYear(tx, { agency: world.orgs.first.id, year, span: [`${year}-01-01`, `${year}-12-31`], except: null }, moment),
      );
    expect((await known(before)).memberships.map(({ to }) => to)).toEqual([null]);
    expect((await known(at)).memberships.map(({ to }) => to)).toEqual(['2021-02-28']);
  });

  it('is asked again for nobody who was never inside: a stay entered in error is struck and stays readable', async () => {
    const kase = await recorded(await entry('strike', 'second', { reason: '登记到了别的机构名下' }));
    await kase.do('reviewer', 'confirm', siteCheck(null));
    expect(await staysOf('second')).toEqual([]);
    expect(await wonCases('agency2')).toEqual([false, 'NOT_IN_ZONE']);
    const { rows } = await world.owner.query(`select count(*)::int as n from zone_membership where agency = $1`, [world.orgs.second.id]);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('can be recorded anew after it moved out, and two stays do not overlap', async () => {
    const again = await movedIn(world, { builder: 'east', agency: 'first', zone, from: '2021-05-01' });
    expect(again.state).toBe('confirmed');
    expect(await staysOf('first')).toEqual([
      ['2020-11-02', '2021-02-28'],
      ['2021-05-01', null],
    ]);
    const overlapping = await entry('correct', 'first', { from: '2020-11-02', to: '2021-05-01', reason: '延后迁出的日期' });
    expect((await (await world.as('east')).open('residence', overlapping)).problem.code).toBe('stays_overlap');
  });
});

describe('An enterprise of a zone', () => {
  const inside = async (who: Username = 'east') => good(await (await world.as(who)).call('listZoneEnterprises', { params: { id: zone } }));
  const cases = async () => {
    const { answer } = good(await (await world.as('agency')).call('readDetermination', { query: { year } }));
    const { items } = answer as unknown as { items: { clause: string; lines?: { fact: string; code: string }[] }[] };
    return items.find(({ clause }) => clause === '9.4')?.lines?.map(({ code }) => code);
  };
  const later = inventedCode(555);

  it('that came later counts as a client from its day, once that is confirmed', async () => {
    const more = { clientCode: later, clientName: '丁新材料有限公司', agencyFeeYuan: 1000 };
    await won(world, '（2021）鲁03民初11号', { ...more, effectiveDate: '2021-05-10' });
    await won(world, '（2021）鲁03民初12号', { ...more, effectiveDate: '2021-05-20' });
    expect((await cases())?.slice(-2)).toEqual(['UNKNOWN', 'UNKNOWN']);
    const input = { zone, entry: 'move_in', member: 'enterprise', creditCode: later, name: '丁新材料有限公司', from: '2021-05-15' };
    const kase = await recorded({ ...input, evidence: await lease(world, 'east') });
    expect((await cases())?.slice(-2)).toEqual(['UNKNOWN', 'UNKNOWN']);
    await kase.do('reviewer', 'confirm', siteCheck('2021-06-01'));
    expect((await cases())?.slice(-2)).toEqual(['CLIENT_NOT_IN_ZONE', 'OK']);
  });

  it('that left counts until its last day', async () => {
    const stay = (await inside()).find(({ creditCode }) => creditCode === later)?.stay ?? '';
    const left = { zone, entry: 'move_out', member: 'enterprise', stay, to: '2021-05-19', evidence: await lease(world, 'east') };
    await (await recorded(left)).do('signer', 'confirm', siteCheck(null));
    expect((await cases())?.slice(-2)).toEqual(['CLIENT_NOT_IN_ZONE', 'CLIENT_NOT_IN_ZONE']);
    expect(await inside()).toContainEqual(expect.objectContaining({ creditCode: later, from: '2021-05-15', to: '2021-05-19' }));
  });

  it('moves in with the title, as the application lists it, and is read by those the zone concerns', async () => {
    const kase = await designated(world, 'west', await announcedCall(world, { firstDay: '2021-06-01', lastDay: '2021-06-30' }));
    const { id = '' } = (await kase.view('west')).zone ?? {};
    const given = { params: { id } };
    const listed = good(await (await world.as('west')).call('listZoneEnterprises', given));
    expect(listed).toEqual([expect.objectContaining({ creditCode: listedEnterprise.creditCode, name: listedEnterprise.name, to: null })]);
    await closedToOthers(world, 'listZoneEnterprises', {
      given,
      allowed: ['west', 'reviewer2', 'signer2', 'officer', 'officer2', 'approver', 'approver2', 'both', 'auditor'],
    });
  });
});

describe('The register of stays', () => {
  it('is written by no hand-written SQL, nor by an office that confirms without a confirmed case', async () => {
    for (const who of ['east', 'reviewer', 'officer', 'approver', 'administrator', 'agency'] as const) {
      const scope = scopeOfPerson(world, who);
      await expect(wouldTouch(world, scope, `update zone_membership set known_to = now()`)).rejects.toThrow('permission denied');
      await expect(
        wouldTouch(
          world,
          scope,
          `insert into zone_membership (id, agency, zone, from_day, known_from) values (gen_random_uuid(), $1, $2, '2021-01-01', now())`,
          [world.orgs.first.id, zone],
        ),
      ).rejects.toThrow('permission denied');
      await expect(
        wouldTouch(
          world,
          scope,
          `select app.keep_stay(k.id, $1, $2, null, null, null, gen_random_uuid(), '2021-01-01', null, now()) from kase k limit 1`,
          [zone, world.orgs.first.id],
        ),
      ).rejects.toThrow(/may not keep|confirms no such stay/);
      await expect(wouldTouch(world, scope, `select app.take_in_enterprises($1, '{}', '{}', now())`, [zone])).rejects.toThrow(
        'may not take',
      );
    }
  });

  it('is read by those the zone concerns and by the agency itself, and by nobody else', async () => {
    const seen = async (who: Username) =>
      (await rowsAs(world, scopeOfPerson(world, who), `select from zone_membership where zone = $1`, [zone])).length;
    expect([await seen('agency2'), await seen('enterprise')]).toEqual([2, 1]);
    for (const who of ['east', 'reviewer', 'officer', 'auditor'] as const) expect(await seen(who), who).toBeGreaterThan(3);
    for (const who of ['west', 'reviewer2', 'bank', 'expert1'] as const) expect(await seen(who), who).toBe(0);
    for (const who of ['west', 'reviewer2'] as const)
      expect((await (await world.as(who)).call('listZoneAgencies', { params: { id: zone } })).status).toBe(404);
  });
});
