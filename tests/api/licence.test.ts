import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { appropriated, declaration, determined, opened, payee, proposed, won, year } from '../support/claims.ts';
import { rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { Kase } from '../support/story.ts';
import { alone, openedAlone } from '../support/strangers.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let account = '';

beforeAll(async () => {
  await placeZone(world);
  account = await payee(world);
  await appropriated(world, '9.4', 1_000_000);
  world.setNow('2021-06-01T01:00:00.000Z');
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const entry = async (what: string, on: string, more: object = {}) => ({
  entry: what,
  creditCode: world.orgs.first.creditCode,
  on,
  documentNumber: '国知局公告第1号',
  attachment: await world.paper('officer'),
  ...more,
});

/** Drafted by an officer and put in force by an approver. */
async function recorded(what: string, on: string, more: object = {}): Promise<Kase> {
  const kase = new Kase(world, good(await (await world.as('officer')).open('licence', await entry(what, on, more))));
  await kase.do('approver', 'put_in_force');
  return kase;
}

const codes = async () => {
  const { answer } = good(await (await world.as('agency')).call('readDetermination', { query: { year } }));
  const { items } = answer as unknown as { readonly items: readonly { clause: string; lines?: { code: string }[] }[] };
  return items.find(({ clause }) => clause === '9.4')?.lines?.map(({ code }) => code);
};

let claim: Kase;

describe('An agency on the list of abnormal operation', () => {
  it('keeps its facts and is not paid: what is owed is held', async () => {
    await won(world, '（2021）鲁03民初1号', { effectiveDate: '2021-02-10' });
    claim = await opened(world, '9.4');
    await claim.do('agency', 'file', declaration([account]));
    await proposed(claim, 32_000);
    await determined(claim);
    const kase = await openedAlone(world, 'officer', { process: 'licence', input: await entry('listed', '2021-06-01') });
    const isHeld = async () => (await world.owner.query(`select is_held from payable where kase = $1`, [claim.id])).rows;
    expect(await isHeld()).toEqual([{ is_held: false }]);
    await alone(kase, 'approver', 'put_in_force');
    expect(await isHeld()).toEqual([{ is_held: true }]);
    expect((await codes())?.[0]).toBe('OK');
    await claim.refused('officer', 'release_hold', {}, { status: 422, code: 'still_held' });
  });

  it('is paid again once it is off the list and an officer lets the sum go', async () => {
    const today = world.house.clock.today();
    await recorded('delisted', today);
    await claim.do('officer', 'release_hold');
    const { rows } = await world.owner.query(`select is_held from payable where kase = $1`, [claim.id]);
    expect(rows).toEqual([{ is_held: false }]);
  });
});

describe('A qualification that is revoked', () => {
  it('does not count for facts from that day on; those before count', async () => {
    await won(world, '（2021）鲁03民初2号', { effectiveDate: '2021-03-09' });
    await won(world, '（2021）鲁03民初3号', { effectiveDate: '2021-03-10' });
    expect((await codes())?.slice(-2)).toEqual(['OK', 'OK']);
    await recorded('ended', '2021-03-10');
    expect((await codes())?.slice(-2)).toEqual(['OK', 'NOT_QUALIFIED_AGENCY']);
  });

  it('may be granted anew, with its number', async () => {
    await recorded('granted', '2021-03-20', { licenceNumber: '37009' });
    await won(world, '（2021）鲁03民初4号', { effectiveDate: '2021-03-20' });
    expect((await codes())?.at(-1)).toBe('OK');
  });
});

describe('The register of qualifications', () => {
  it('is written by no hand-written SQL', async () => {
    for (const who of ['administrator', 'officer', 'approver', 'agency'] as const) {
      const scope = scopeOfPerson(world, who);
      const write = (sql: string) => wouldTouch(world, scope, sql, [world.orgs.first.id]);
      await expect(write(`insert into qualification (agency, from_day, known_from) values ($1, '2021-01-01', now())`)).rejects.toThrow(
        'permission denied',
      );
      await expect(write(`update abnormal_operation set to_day = '2021-01-01' where agency = $1`)).rejects.toThrow('permission denied');
      await expect(
        write(`select app.keep_licence(k.id, $1, 'granted', '1', '2021-01-01', now()) from kase k where k.process = 'licence' limit 1`),
      ).rejects.toThrow(/may not keep|is not|decides no|permission/);
    }
  });

  it('is read by the agency itself, the centre and the auditor', async () => {
    const seen = async (who: 'agency' | 'agency2' | 'officer' | 'auditor' | 'east' | 'bank') =>
      (await rowsAs(world, scopeOfPerson(world, who), `select from abnormal_operation`)).length > 0;
    expect(await Promise.all((['agency', 'officer', 'auditor'] as const).map(seen))).toEqual([true, true, true]);
    expect(await Promise.all((['agency2', 'east', 'bank'] as const).map(seen))).toEqual([false, false, false]);
  });
});
