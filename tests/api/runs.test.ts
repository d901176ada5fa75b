import { beforeAll, describe, expect, it } from 'vitest';
import { carryOnRun } from '#server/cases/runs.ts';
import { good } from '../support/caller.ts';
import { listedEnterprise } from '../support/form.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { draftOf, placeZone } from '../support/zone.ts';

const world: World = await openWorld();
const year = 2021;

const won = (caseNo: string, more: object = {}) => ({
  caseNo,
  clientName: listedEnterprise.name,
  clientCode: listedEnterprise.creditCode,
  effectiveDate: '2021-02-10',
  isPatentCase: true,
  isForeignRelated: true,
  hasMajorInfluence: false,
  outcome: 'won' as const,
  isFinal: true,
  agencyFeeYuan: 32_000,
  ...more,
});

const record = async (caseNo: string, more: object = {}) =>
  good(await (await world.as('agency')).call('addFact', { body: { kind: 'litigation', data: won(caseNo, more) } }));

/** Starts a run and lets the worker finish it. */
async function runOf(body: { year: number; knownAt?: string; asOf?: string }) {
  const officer = await world.as('officer');
  const { id } = good(await officer.call('startRun', { body }));
  while (await carryOnRun(world.house.pool, world.house.clock));
  return good(await officer.call('readRun', { params: { id } }));
}

type Run = Awaited<ReturnType<typeof runOf>>;
const resultOf = (run: Run) => run.rows.find(({ agency }) => agency === world.orgs.first.id);

let first: Run;
beforeAll(async () => {
  await placeZone(world);
  await record('（2021）鲁03民初1号');
  first = await runOf({ year });
});

describe('A yearly determination', () => {
  it('covers every agency, in the clauses it has facts for', () => {
    expect(first).toMatchObject({ state: 'done', agencies: 3, done: 3, year });
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(resultOf(first)).toMatchObject({ cashYuan: 32_000, voucherYuan: 0, openCount: 0 });
    expect(resultOf(first)?.items).toEqual([
      { clause: '9.4', cite: '第九条（四）', eligible: true, ceilingYuan: 32_000, kind: 'cash', code: 'OK' },
    ]);
    expect(first.rows.filter(({ agency }) => agency !== world.orgs.first.id).map(({ items }) => items)).toEqual([[], []]);
  });

  it('offers each agency what it found, once: an agency without anything hears nothing, nor does anybody of a look back', async () => {
    const told = async (who: 'agency' | 'agency2') => {
      await world.jobs();
      const messages = good(await (await world.as(who)).call('listMessages'));
      return messages.map(({ says }) => says).filter((says) => says.includes('年度测算'));
    };
    expect(await told('agency')).toEqual([expect.stringContaining('2021年度测算：按现有记录，本机构可得资金32,000元、服务券0元')]);
    expect(await told('agency2')).toEqual([]);
    await runOf({ year });
    await runOf({ year, knownAt: '2021-02-28T01:00:00.000Z' });
    expect(await told('agency')).toHaveLength(1);
  });

  it('run again on the same knowledge gives the same digest, also under another run and with the moment named', async () => {
    const again = await runOf({ year });
    expect(again.id).not.toBe(first.id);
    expect(again.digest).toBe(first.digest);
    expect((await runOf({ year, knownAt: first.knownAt })).digest).toBe(first.digest);
  });

  it('shows itself while it runs, and as done once the worker took it up', async () => {
    const officer = await world.as('officer');
    const { id } = good(await officer.call('startRun', { body: { year } }));
    expect(good(await officer.call('readRun', { params: { id } }))).toMatchObject({ state: 'running', done: 0, agencies: 3, digest: null });
    await carryOnRun(world.house.pool, world.house.clock);
    expect(good(await officer.call('listRuns')).find((run) => run.id === id)).toMatchObject({
      state: 'done',
      done: 3,
      digest: first.digest,
    });
  });

  it('changes with a later fact, and as known before it gives the earlier digest byte for byte', async () => {
    const before = world.now();
    world.setNow('2021-03-15T01:00:00.000Z');
    await record('（2021）鲁03民初2号', { agencyFeeYuan: 60_000 });
    const later = await runOf({ year });
    expect(later.digest).not.toBe(first.digest);
    expect(resultOf(later)?.cashYuan).toBe(82_000);
    const asKnown = await runOf({ year, knownAt: before });
    expect(asKnown).toMatchObject({ asOf: first.asOf, readingsVersion: first.readingsVersion, digest: first.digest });
    expect(asKnown.rows).toEqual(first.rows);
    const { rows } = await world.owner.query<{ same: boolean }>(
      `select bool_and(a.facts = b.facts and a.answer = b.answer and a.hash = b.hash) as same from determination a join determination b using (agency) where a.run = $1 and b.run = $2`,
      [first.id, asKnown.id],
    );
    expect(rows[0]?.same).toBe(true);
  });

  it('follows a ruling from the day it is in force, names another version of the readings, and leaves earlier runs alone', async () => {
    const plain = await runOf({ year });
    const ruling = new story.Kase(
      world,
      good(await (await world.as('officer')).open('ruling', draftOf('feeLimit', 'none', { effectiveFrom: '2021-03-15' }))),
    );
    expect((await runOf({ year })).digest, 'a draft changes nothing').toBe(plain.digest);
    await ruling.do('approver', 'put_in_force');
    const ruled = await runOf({ year });
    expect(ruled.readingsVersion).not.toBe(plain.readingsVersion);
    expect(ruled.digest).not.toBe(plain.digest);
    expect(resultOf(ruled)?.cashYuan).toBe(100_000);
    expect((await runOf({ year, knownAt: first.knownAt })).digest).toBe(first.digest);
    expect(good(await (await world.as('auditor')).call('readRun', { params: { id: first.id } })).digest).toBe(first.digest);
  });

  it('refuses a moment that is still to come, with its field', async () => {
    const reply = await (await world.as('officer')).call('startRun', { body: { year, knownAt: '2021-12-01T00:00:00Z' } });
    expect(reply.status).toBe(422);
    expect(reply.problem.refusals[0]).toMatchObject({ field: 'knownAt', says: '不能按将来的所知核算' });
  });

  it('sent twice with one key is one run', async () => {
    const officer = await world.as('officer');
    const key = 'b7cf7ac2-3a55-4d6f-9b7f-0f8ac4f9a001';
    const [a, b] = [await officer.call('startRun', { body: { year }, key }), await officer.call('startRun', { body: { year }, key })];
    expect(good(b)).toEqual(good(a));
    while (await carryOnRun(world.house.pool, world.house.clock));
  });

  it('is started by the centre’s officers only, and read by the centre and the auditor', async () => {
    for (const who of ['approver', 'auditor', 'reviewer', 'agency', 'finance', 'administrator'] as const) {
      expect((await (await world.as(who)).call('startRun', { body: { year } })).status, who).toBe(403);
    }
    for (const who of ['approver', 'auditor'] as const) expect((await (await world.as(who)).call('listRuns')).ok, who).toBe(true);
    for (const who of ['reviewer', 'agency', 'east', 'finance', 'expert1', 'administrator'] as const) {
      expect((await (await world.as(who)).call('listRuns')).status, who).toBe(403);
      expect((await (await world.as(who)).call('readRun', { params: { id: first.id } })).status, who).toBe(403);
    }
    expect((await world.anybody().call('listRuns')).status).toBe(401);
  });
});
