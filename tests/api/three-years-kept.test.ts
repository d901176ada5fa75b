import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { countyOpinion, document, recheck } from '../support/pure-rectification.ts';
import { reportOf } from '../support/rectification.ts';
import { alone } from '../support/strangers.ts';
import type { Kase } from '../support/story.ts';
import * as years from '../support/three-years.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
let zone: years.Zone;
let rectification: Kase;

beforeAll(async () => {
  zone = await years.newZone(world, 'south');
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const grades = async () =>
  (await world.owner.query(`select year, grade from recognition where zone = $1 order by year`, [zone.id])).rows as {
    year: number;
    grade: string;
  }[];

describe('A zone that does nothing in its first year', () => {
  it('has a plan, is warned by its scorecard, and is found unqualified', async () => {
    await years.planInForce(zone);
    world.setNow('2021-12-20T01:00:00.000Z');
    const card = good(await (await world.as('south')).call('readScorecard', { params: { id: zone.id }, query: { year: 2021 } }));
    expect(card.forecast?.grade).toBe('unqualified');
    expect(card.warnings.map(({ code }) => code)).toContain('task_overdue');
    world.setNow('2022-02-14T01:00:00.000Z');
    const year = await years.roundOpened(zone, { year: 2021, firstDay: '2022-02-14', lastDay: '2022-03-11' });
    await years.judged(year, 'south', { grade: 'unqualified', share: 0.5 });
    await alone(year, 'approver', 'decide');
    expect(await grades()).toEqual([{ year: 2021, grade: 'unqualified' }]);
    expect((await years.titleOf(zone))?.status).toBe('designated'); // the notice makes it rectify, not the grade
    rectification = await years.rectifying(year, '2022-06-30');
    expect(await years.titleOf(zone)).toEqual({ status: 'rectifying', since: world.house.clock.today() });
  });
});

describe('Its rectification', () => {
  it('is reported finding by finding, supervised by the county, rechecked by two persons, and the title is kept', async () => {
    world.setNow('2022-05-16T01:00:00.000Z');
    const report = { rows: (await reportOf(world, 'south')).rows.map((row) => ({ ...row, doneOn: '2022-05-12' })) };
    await alone(rectification, 'south', 'save_report', { input: report });
    await alone(rectification, 'south', 'file_report');
    await alone(rectification, 'reviewer', 'county_check', { input: countyOpinion() });
    await alone(rectification, 'signer', 'county_sign');
    await alone(rectification, 'officer', 'record_recheck', { input: recheck('qualified', { seenOn: '2022-05-16' }) });
    await alone(rectification, 'approver', 'keep_title', { input: document(2) });
    expect(await years.titleOf(zone)).toEqual({ status: 'designated', since: '2022-05-16' });
  });

  it('leaves the grade of its year as it was given', async () => {
    expect(await grades()).toEqual([{ year: 2021, grade: 'unqualified' }]);
    expect((await rectification.view('south')).data).toMatchObject({ year: 2021, decision: { result: 'qualified' } });
  });
});

describe('Its third year', () => {
  it('recognises the second as qualified: the title is kept and nothing follows', async () => {
    world.setNow('2022-12-20T01:00:00.000Z');
    await years.everythingDone(zone, { on: '2022-12-16', value: 20 });
    world.setNow('2023-02-13T01:00:00.000Z');
    const year = await years.roundOpened(zone, { year: 2022, firstDay: '2023-02-13', lastDay: '2023-03-10' });
    await years.judged(year, 'south', { grade: 'qualified', share: 0.6 });
    await alone(year, 'approver', 'decide');
    await world.jobs();
    expect(await grades()).toEqual([
      { year: 2021, grade: 'unqualified' },
      { year: 2022, grade: 'qualified' },
    ]);
    const { rows } = await world.owner.query(`select process, state from kase where process in ('rectification', 'revocation') order by 1`);
    expect(rows).toEqual([{ process: 'rectification', state: 'kept' }]);
    expect(good(await (await world.as('officer')).call('listPriorities', { query: { year: 2022 } })).rows).toEqual([]);
  });
});
