import { beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { listedEnterprise } from '../support/form.ts';
import * as yearly from '../support/recognition.ts';
import { openWorld, type Username, type World } from '../support/world.ts';

const world: World = await openWorld();

beforeEach(() => world.setNow('2021-03-01T01:00:00.000Z'));

const inRound = async (who: Username, zone: string) =>
  good(await (await world.as(who)).call('readRecognitionRound', { params: { year: yearly.year } })).rows.find((row) => row.zone === zone);
const past = async (who: Username, id: string) => (await world.as(who)).call('listZoneRecognitions', { params: { id } });

describe('The score of a year', () => {
  it('is known to the centre once opened, to county and building unit from the public notice on, and stays with the zone', async () => {
    const zone = await yearly.placedZone(world, 'east');
    await yearly.placedPlan(world, zone, 'all');
    const form = { industry: { enterprises: [listedEnterprise] } };
    await world.owner.query(`update kase set data = data || $2 from zone z where z.id = $1 and kase.id = z.kase`, [
      zone,
      JSON.stringify({ form }),
    ]);
    expect(await inRound('east', zone)).toMatchObject({ case: null, stateTitle: '尚未启动', forecast: { total: 100, gradeTitle: '优秀' } });
    const kase = await yearly.scoredRecognition(world, 'east', { zone, share: 0.8 });
    expect(await inRound('auditor', zone)).toMatchObject({ total: 92.5, forecast: null });
    const { parties } = (await kase.view('officer')).data;
    expect(parties).toContain(listedEnterprise.name);
    expect(parties).not.toContain(listedEnterprise.creditCode);
    for (const who of ['east', 'reviewer'] as const) {
      expect(good(await past(who, zone)).rows, who).toMatchObject([{ year: 2020, case: kase.id, isFinal: false, result: null }]);
    }
    for (const who of ['east', 'reviewer', 'signer'] as const) expect((await inRound(who, zone))?.total, who).toBeNull();

    await yearly.undecidedRecognition(kase, 'excellent');
    expect(await inRound('reviewer', zone)).toMatchObject({ total: 92.5, grade: null });
    await kase.do('approver', 'decide');
    expect(await inRound('east', zone)).toMatchObject({ total: 92.5, grade: 'excellent', gradeTitle: '优秀', awaits: null });
    expect((await kase.view('east')).notices).toMatchObject([{ title: '2020年度认定等次公示：east示范区', isOver: true }]);
    const score = { planVersion: 1, one: 60, two: 20.5, three: 12, total: 92.5, grade: 'excellent' };
    const result = { year: 2020, case: kase.id, isFinal: true, result: score };
    for (const who of ['east', 'reviewer', 'auditor'] as const) expect(good(await past(who, zone)).rows).toMatchObject([result]);
    for (const who of ['south', 'reviewer2'] as const) expect((await past(who, zone)).status, who).toBe(404);
  });
});

describe('The annex of a self-assessment', () => {
  it('begins with what is on record of the zone and year, and shows the county what was written otherwise', async () => {
    const zone = await yearly.placedZone(world, 'east');
    await yearly.placedPlan(world, zone, 'all');
    const reviewer = await world.as('reviewer');
    const support = { kind: 'district_support', category: 'money', title: '落户补助', year: yearly.year, on: '2020-12-01', yuan: 300_000 };
    good(await reviewer.call('addZoneRecord', { params: { id: zone }, body: support as never }));
    const kase = await yearly.openedRecognition(world, zone);
    const onRecord = { agenciesIn: 1, agenciesOut: 0, grants: 0, loans: 0, custody: 0, wins: 0, countySupportYuan: 300_000 };
    const { data } = await kase.view('east');
    expect(data.form).toMatchObject({ annex: onRecord });
    expect(data.recorded).toMatchObject({ ...onRecord, fundsPlannedYuan: 0, fundsArrivedYuan: 0, fundsSpentYuan: 0 });
    expect(Object.keys((data.form as { annex: object }).annex)).not.toContain('staff');

    await kase.do('east', 'fill_in', { changes: [{ path: 'annex.countySupportYuan', value: 500_000 }] });
    good(await reviewer.call('addZoneRecord', { params: { id: zone }, body: { ...support, yuan: 100_000 } as never }));
    await kase.do('east', 'refresh_progress');
    const later = (await kase.view('reviewer')).data;
    expect(later.recorded).toMatchObject({ countySupportYuan: 400_000 });
    expect((await kase.view('east')).data.form).toMatchObject({ annex: { countySupportYuan: 500_000, agenciesIn: 1 } });
  });
});

describe('A list in English', () => {
  it('names its cases in English where the line is more than a name, and the stored Chinese line stays', async () => {
    const zone = await yearly.placedZone(world, 'west');
    await yearly.placedPlan(world, zone, 'all');
    const { id } = await yearly.openedRecognition(world, zone);
    const officer = await world.as('officer');
    const english = { headers: { 'accept-language': 'en' } };
    const listed = good(
      await officer.ask<{ rows: { id: string; summary: string; deadline: { source: string } | null }[] }>({
        url: '/api/cases/recognition',
        ...english,
      }),
    );
    expect(listed.rows.find((row) => row.id === id)).toMatchObject({
      summary: 'west示范区: recognition of 2020',
      deadline: { source: expect.stringContaining('the window of this round') },
    });
    expect(good(await (await world.as('west')).call('listDuties', english)).rows[0]?.summary).toBe('west示范区: recognition of 2020');
    expect(good(await officer.list('recognition', { q: 'west' })).rows[0]?.summary).toBe('west示范区 2020年度认定');
  });
});
