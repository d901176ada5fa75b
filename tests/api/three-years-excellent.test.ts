import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { planContent } from '../support/plan.ts';
import { reportsOn } from '../support/plan-reports.ts';
import * as upward from '../support/recommendation.ts';
import * as years from '../support/three-years.ts';
import { alone, closedToOthers, openedAlone } from '../support/strangers.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
let zone: years.Zone;

beforeAll(async () => {
  zone = await years.newZone(world, 'east');
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const card = async (year: number) => reportsOn(world, zone.id).card('east', year);

describe('The first year of an excellent zone', () => {
  it('begins with a plan that four hands put in force', async () => {
    await years.planInForce(zone);
    expect(await card(2021)).toMatchObject({ version: 1, countsFrom: 2021 });
  });

  it('goes on with what its building unit reports, and with records of the centre and the district', async () => {
    world.setNow('2021-12-20T01:00:00.000Z');
    await years.everythingDone(zone, { on: '2021-12-17', value: 10 });
    const on = reportsOn(world, zone.id);
    const records = [
      ['east', { kind: 'funds_arrived', source: 'district', year: 2021, yuan: 900_000, on: '2021-12-16', documentNumber: '拨付3号' }],
      ['east', { kind: 'funds_spent', source: 'district', year: 2021, yuan: 640_000, on: '2021-12-17', documentNumber: '支付9号' }],
      ['east', { kind: 'preference', title: '租金减免公告', documentNumber: '', on: '2021-12-17', summary: '新入驻机构头一年免租。' }],
      ['officer', { kind: 'visit', on: '2021-12-16', team: ['孙三'], topics: '看台账和两家机构', advice: '佐证随做随传' }],
      ['signer', { kind: 'district_support', category: 'talent', title: '人才公寓十套', year: 2021, on: '2021-12-15', yuan: null }],
    ] as const;
    const colleagues = { east: ['east'], officer: ['officer', 'approver'], signer: ['signer', 'reviewer'] } as const;
    for (const [who, body] of records) {
      const given = { params: { id: zone.id }, body: body as never };
      await closedToOthers(world, 'addZoneRecord', { given, allowed: colleagues[who] });
      expect((await on.record(who, body)).status, body.kind).toBe(201);
    }
    const { tasks, indicators, funds } = await card(2021);
    expect(tasks.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'done'));
    expect(indicators.map(({ no, share }) => [no, share])).toEqual([
      ['A', 1],
      ['B', 1],
      ['C', 0],
    ]);
    expect(funds.find(({ source }) => source === 'district')).toMatchObject({ arrivedYuan: 900_000, spentYuan: 640_000 });
  });

  it('sees a change of the plan go through the county and the centre, and counts it from the next year where it happened then', async () => {
    world.setNow('2022-01-10T01:00:00.000Z');
    await years.planInForce(zone, ...years.taskPutOff('3.1', '2022-09-30', '2022-01-06'));
    expect([(await card(2021)).version, (await card(2022)).version]).toEqual([1, 2]);
  });
});

describe('The second year', () => {
  it('recognises the first as excellent, each step closed to everybody else', async () => {
    world.setNow('2022-02-14T01:00:00.000Z');
    const kase = await years.roundOpened(zone, { year: 2021, firstDay: '2022-02-14', lastDay: '2022-03-11' });
    await years.judged(kase, 'east', { grade: 'excellent', share: 1 });
    await alone(kase, 'approver', 'decide');
    const { rows } = await world.owner.query(`select year, plan_version, total, grade from recognition where zone = $1`, [zone.id]);
    expect(rows).toEqual([{ year: 2021, plan_version: 1, total: 9000, grade: 'excellent' }]);
    expect((await world.owner.query(`select status from zone where id = $1`, [zone.id])).rows).toEqual([{ status: 'designated' }]);
  });

  it('shows everybody the grade and nobody the scores', async () => {
    const listed = await world.anybody().call('listRecognitions', { query: { year: 2021 } });
    expect(good(listed).map(({ name, gradeTitle }) => [name, gradeTitle])).toEqual([[expect.stringContaining('东园'), '优秀']]);
    expect(listed.text).not.toMatch(/score|total|9000|90\.0/);
  });

  it('measures its own year by the changed plan', async () => {
    const content = planContent();
    expect((await card(2022)).tasks.map(({ no }) => no)).toEqual(
      content.tasks.rows.filter(({ no, start }) => start <= '2022-12-31' && ['3.1', '5.1'].includes(no)).map(({ no }) => no),
    );
  });
});

describe('What an excellent year leads to', () => {
  it('is recommended first: its unit supplies its part, the dossier is made, another person sends it', async () => {
    world.setNow('2022-05-09T01:00:00.000Z');
    const priorities = good(await (await world.as('officer')).call('listPriorities', { query: { year: 2021 } }));
    expect(priorities.rows.map(({ zone: id, rank }) => [id, rank])).toEqual([[zone.id, 1]]);
    const kase = await openedAlone(world, 'officer', { process: 'recommendation', input: upward.opening(zone.id) });
    await alone(kase, 'east', 'supply', { input: upward.unitPart() });
    await closedToOthers(world, 'makeDossier', { given: { params: { id: kase.id } }, allowed: ['officer', 'officer2', 'both'] });
    await upward.madeDossier(world, kase);
    await alone(kase, 'officer', 'propose', { input: upward.proposal() });
    await alone(kase, 'approver', 'send', { input: upward.sending({ sentOn: '2022-05-09' }) });
    world.setNow('2022-11-01T01:00:00.000Z');
    const accepted = { title: '山东省知识产权服务业集聚发展区', documentNumber: '鲁知发〔2022〕9号', on: '2022-10-28' };
    await alone(kase, 'officer', 'record_accepted', { input: accepted });
    const { rows } = good(await (await world.as('auditor')).call('listPriorities', { query: { year: 2021 } }));
    expect(rows[0]?.levels[0]).toMatchObject({ held: accepted.title });
  });

  it('counts for its district: not while the year is open, then in the list two persons confirm', async () => {
    const officer = await world.as('officer');
    const open = await officer.open('bonus', { year: 2022, reason: '' });
    expect([open.status, open.problem.code, open.problem.clause]).toEqual([422, 'year_not_over', '15.1']);
    const kase = await openedAlone(world, 'officer', { process: 'bonus', input: { year: 2021, reason: '' } });
    await alone(kase, 'approver', 'confirm', { input: { documentNumber: '淄知函〔2022〕15号' } });
    const list = good(await (await world.as('auditor')).call('readDistrictBonus', { query: { year: 2021 } }));
    expect(list.rows.map(({ district, zones }) => [district, zones.map(({ gradeTitle }) => gradeTitle)])).toEqual([['370303', ['优秀']]]);
    expect(list.versions).toMatchObject([{ version: 1, documentNumber: '淄知函〔2022〕15号' }]);
  });
});
