import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { planChanges, planContent } from '../support/plan.ts';
import { placeBareZone } from '../support/plan-reports.ts';
import { consentedPlan, filedPlan, openedPlan } from '../support/plan-story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let zone = '';
let bare = '';

beforeAll(async () => {
  zone = await placeZone(world);
  bare = await placeBareZone(world, zone);
  await consentedPlan(world, zone, planContent(), {});
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const changesOf = async (who: Username, id: string) => (await world.as(who)).call('readPlanChanges', { params: { id } });
const later = planContent({
  tasks: { rows: planContent().tasks.rows.map((row) => (row.no === '2.1' ? { ...row, end: '2021-12-31' } : row)) },
});
const says = '任务2.1的完成时间：由2021-09-30改为2021-12-31';

describe('What a plan case changes', () => {
  it('is told while it is written, against the version in force, and to nobody else', async () => {
    const kase = await openedPlan(world, zone);
    expect(good(await changesOf('east', kase.id))).toEqual({ base: 1, changes: [] });
    await kase.do('east', 'fill_in', { changes: planChanges(later) });
    expect(good(await changesOf('east', kase.id)).changes?.map((one) => one.says)).toEqual([says]);
    await kase.do('east', 'fill_in', { changes: [{ path: 'risk.risks', value: null }] });
    expect(good(await changesOf('east', kase.id)).changes).toBeNull();
    for (const who of ['reviewer', 'officer', 'auditor'] as const) expect((await changesOf(who, kase.id)).status, who).toBe(404);
    expect((await changesOf('agency', kase.id)).status).toBe(403);
    await kase.do('east', 'withdraw', { reason: '暂不调整方案' });
  });

  it('is told as it was filed to those who review it, and to no other county', async () => {
    const kase = await filedPlan(world, zone, later);
    for (const who of ['east', 'reviewer', 'officer', 'auditor'] as const) {
      expect(
        good(await changesOf(who, kase.id)).changes?.map((one) => one.says),
        who,
      ).toEqual([says]);
    }
    for (const who of ['reviewer2', 'west'] as const) expect((await changesOf(who, kase.id)).status, who).toBe(404);
  });
});

describe('The forms about a zone', () => {
  const formsOf = async (who: Username) => good(await (await world.as(who)).call('describeZoneForms'));

  it('are those the asking office may fill in, the kind itself left out', async () => {
    const kinds = async (who: Username) => (await formsOf(who)).records.filter(({ isOwn }) => isOwn).map(({ kind }) => kind);
    expect(await kinds('east')).toEqual(['funds_arrived', 'funds_spent', 'measure', 'preference', 'staff']);
    expect([await kinds('reviewer'), await kinds('officer'), await kinds('auditor')]).toEqual([['district_support'], ['visit'], []]);
    const { task, indicator, records } = await formsOf('east');
    expect([task, indicator]).toMatchObject([{ properties: { state: {}, on: {} } }, { properties: { value: {}, unit: {} } }]);
    expect(records.map(({ input }) => JSON.stringify(input)).filter((input) => input.includes('"kind"'))).toEqual([]);
    expect(records).toHaveLength(7);
    expect(await formsOf('officer')).toMatchObject({ task: null, indicator: null });
    expect((await formsOf('auditor')).withdraw).toBeNull();
  });
});

describe('The agencies of a zone', () => {
  const names = async (who: Username) => (await world.as(who)).call('listZoneAgencies', { params: { id: zone } });

  it('are named to its building unit, its county and the centre, and the zone is there for nobody else', async () => {
    await world.owner.query(
      `insert into zone_membership (id, agency, zone, from_day, known_from) values (gen_random_uuid(), $1, $2, '2021-02-10', '-infinity')`,
      [world.orgs.second.id, zone],
    );
    for (const who of ['east', 'reviewer', 'officer', 'auditor'] as const) {
      expect(
        good(await names(who)).map((one) => [one.name, one.from, one.to]),
        who,
      ).toContainEqual([world.orgs.second.name, '2021-02-10', null]);
    }
    for (const who of ['west', 'reviewer2'] as const) expect((await names(who)).status, who).toBe(404);
  });
});

describe('The public page of a zone', () => {
  it('has what its building unit offers, and no other record; what was withdrawn is gone', async () => {
    // The fixture's zone has been known for ever; the register's page shows since when.
    await world.owner.query(`update zone set known_from = '2020-11-02' where id = $1`, [zone]);
    const east = await world.as('east');
    const published = { on: '2021-02-01', documentNumber: '管发〔2021〕3号', summary: '新入驻机构租金减免三年。' };
    const add = async (body: object) => good(await east.call('addZoneRecord', { params: { id: zone }, body: body as never })).id;
    const wrong = await add({ kind: 'measure', title: '写错的办法', ...published });
    await add({ kind: 'preference', title: '租金减免', ...published });
    await add({ kind: 'funds_arrived', source: 'district', year: 2021, yuan: 777_000, on: '2021-02-02' });
    const page = async () => (await world.anybody().ask({ url: `/zones/${zone}` })).text;
    expect(await page()).toContain('写错的办法');
    await east.call('withdrawZoneRecord', { params: { id: wrong }, body: { reason: '名称写错' } });
    expect(await page()).toContain('租金减免');
    expect(await page()).not.toMatch(/写错的办法|777|名称写错/);
  });
});

describe('The list of scorecards', () => {
  const list = async (query: object) =>
    good(await (await world.as('officer')).call('listScorecards', { query: { year: 2021, ...query } })).rows;

  it('has the zones to worry about first, and only those asked for', async () => {
    const all = await list({});
    expect(all.map((row) => row.warnings.length)).toEqual(all.map((row) => row.warnings.length).toSorted((a, b) => b - a));
    const ids = async (query: object) => (await list(query)).map((row) => row.zone);
    expect(await ids({ forecast: 'none' })).toEqual([bare]);
    const own = all.find((row) => row.zone === zone);
    expect(await ids({ district: own?.district, q: own?.name })).toEqual([zone]);
    expect(await ids({ q: '没有这个名字' })).toEqual([]);
  });

  it('is exported as it is shown', async () => {
    const { text } = await (await world.as('officer')).call('exportScorecards', { query: { year: 2021, forecast: 'none' } });
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^示范区,区县,/);
    expect(lines[1]).toContain('该年度还没有经同意的建设方案');
  });
});
