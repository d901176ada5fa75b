import { beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
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
    expect(await inRound('east', zone)).toMatchObject({ case: null, stateTitle: '尚未启动', forecast: { total: 100, gradeTitle: '优秀' } });
    const kase = await yearly.scoredRecognition(world, 'east', { zone, share: 0.8 });
    expect(await inRound('auditor', zone)).toMatchObject({ total: 92.5, forecast: null });
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
