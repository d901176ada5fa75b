import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { won } from '../support/claims.ts';
import { planContent } from '../support/plan.ts';
import { reportsOn } from '../support/plan-reports.ts';
import { consentedPlan } from '../support/plan-story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let zone = '';
let on: ReturnType<typeof reportsOn>;

beforeAll(async () => {
  zone = await placeZone(world);
  on = reportsOn(world, zone);
  await consentedPlan(world, zone, planContent(), {});
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

describe('Progress on a task', () => {
  it('is reported with evidence that its county, the centre and the auditor can open, and nobody else', async () => {
    const hash = await world.paper('east');
    good(await on.report('1.1', { note: '办法已起草', evidence: [{ attachment: hash }] }));
    expect(await on.task('1.1')).toMatchObject({
      state: 'going_on',
      stateTitle: '进行中',
      spentYuan: 10_000,
      reportedOn: '2021-03-01',
      note: '办法已起草',
    });
    const { rows } = good(await (await world.as('auditor')).call('listTaskReports', { params: { id: zone, no: '1.1' } }));
    expect(rows).toMatchObject([{ state: 'going_on', note: '办法已起草', personName: 'east先生', files: { [hash]: '文件.pdf' } }]);
    for (const [who, status] of [
      ['reviewer', 200],
      ['officer', 200],
      ['auditor', 200],
      ['reviewer2', 404],
      ['south', 404],
      ['agency', 404],
    ] as const) {
      expect((await (await world.as(who)).ask({ url: `/api/files/${hash}?zone=${zone}` })).status, who).toBe(status);
    }
  });

  it('follows the latest day, whatever order the reports come in; nothing reported is lost', async () => {
    world.setNow('2021-03-10T01:00:00.000Z');
    good(await on.report('4.1', { state: 'done', on: '2021-03-09', spentYuan: 90_000 }));
    good(await on.report('4.1', { state: 'going_on', on: '2021-03-05', spentYuan: 40_000 }));
    expect(await on.task('4.1')).toMatchObject({ state: 'done', spentYuan: 90_000, reportedOn: '2021-03-09' });
    await Promise.all([
      on.report('7.1', { on: '2021-03-08', spentYuan: 1 }),
      on.report('7.1', { on: '2021-03-09', spentYuan: 2 }),
      on.report('7.1', { on: '2021-03-07', spentYuan: 3 }),
    ]);
    expect((await on.task('7.1'))?.spentYuan).toBe(2);
    const { rows } = good(await (await world.as('east')).call('listTaskReports', { params: { id: zone, no: '4.1' } }));
    expect(rows.map(({ on }) => on)).toEqual(['2021-03-09', '2021-03-05']);
  });

  it.each([
    ['a task that is not in the plan', '9.9', {}, 'not_found'],
    ['a day to come', '1.1', { on: '2021-03-11' }, 'in_future'],
    ['a day that does not exist', '1.1', { on: '2021-02-30' }, 'invalid_input'],
    ['half a yuan', '1.1', { spentYuan: 0.5 }, 'invalid_input'],
    ['dropping it without a consented change', '1.1', { state: 'dropped' }, 'drop_needs_adjustment'],
    ['a file nobody uploaded', '1.1', { evidence: [{ attachment: 'f'.repeat(64) }] }, 'unknown_file'],
  ])('is refused for %s', async (_name, no, more, code) => {
    const before = await on.row();
    const reply = await on.report(no, more);
    expect([reply.status, reply.problem.code]).toEqual([code === 'not_found' ? 404 : 422, code]);
    expect(await on.row()).toEqual(before);
  });

  it('is the building unit’s own, and the same key reports once', async () => {
    expect((await on.report('1.1', {}, 'south')).status).toBe(404);
    expect((await on.report('1.1', {}, 'officer')).status).toBe(403);
    const key = randomUUID();
    const twice = [1, 2].map(async () =>
      (await world.as('east')).call('reportTask', {
        params: { id: zone, no: '2.1' },
        body: { state: 'going_on', on: '2021-03-10', spentYuan: 0 } as never,
        key,
      }),
    );
    const [one, other] = await Promise.all(twice);
    expect(one?.text).toBe(other?.text);
    expect(good(await (await world.as('east')).call('listTaskReports', { params: { id: zone, no: '2.1' } })).rows).toHaveLength(1);
  });
});

describe('An indicator', () => {
  it('that is reported has its value from the latest report, in its own unit only', async () => {
    good(await on.value('A'));
    good(await on.value('A', { value: 6, on: '2021-03-09' }));
    expect(await on.measure('A')).toMatchObject({ target: 10, actual: 6, share: 0.6, isCounted: false, from: 'east先生填报于2021-03-09' });
    const wrong = await on.value('A', { unit: '次' });
    expect([wrong.status, wrong.problem.code, wrong.problem.clause, wrong.problem.detail]).toEqual([
      422,
      'wrong_unit',
      '14.2a',
      '指标A“指标之A”的单位是“场”，不是“次”；请换算后填报',
    ]);
    for (const [more, code] of [
      [{ year: 2023 }, 'no_target'],
      [{ value: -1 }, 'invalid_input'],
      [{ on: '2021-04-01' }, 'in_future'],
    ] as const) {
      expect((await on.value('A', more)).problem.code).toBe(code);
    }
    expect((await on.value('B', { unit: '家' })).problem.code).toBe('indicator_counted');
    expect((await on.measure('A'))?.actual).toBe(6);
  });

  it('that the system counts fills itself: agencies inside, their won cases, on the days they were inside', async () => {
    expect([await on.measure('B'), await on.measure('C')]).toMatchObject([
      { actual: 1, isCounted: true, from: '区内服务机构数（系统统计）' },
      { actual: 0, isCounted: true },
    ]);
    await won(world, '（2021）鲁03民初11号');
    await won(world, '（2021）鲁03民初12号', { outcome: 'lost' });
    await won(world, '（2021）鲁03民初13号', {}, 'agency2');
    expect((await on.measure('C'))?.actual).toBe(1);
    await world.owner.query(
      `insert into zone_membership (id, agency, zone, from_day, known_from) values ($1, $2, $3, '2021-02-11', '-infinity')`,
      [randomUUID(), world.orgs.second.id, zone],
    );
    // Its case of 10 February was won the day before it moved in.
    expect([(await on.measure('B'))?.actual, (await on.measure('C'))?.actual]).toEqual([2, 1]);
    await won(world, '（2021）鲁03民初14号', { effectiveDate: '2021-02-11' }, 'agency2');
    expect((await on.measure('C'))?.actual).toBe(2);
  });

  it('leaves out what the other side denied, and counts it again once that is taken back', async () => {
    const fact = await won(world, '（2021）鲁03民初15号');
    expect((await on.measure('C'))?.actual).toBe(3);
    const enterprise = await world.as('enterprise');
    good(await enterprise.call('confirmFact', { params: { id: fact }, body: { isConfirmed: false, remark: '没有委托过' } }));
    expect((await on.measure('C'))?.actual).toBe(2);
    good(await enterprise.call('confirmFact', { params: { id: fact }, body: { isConfirmed: true, remark: '' } }));
    expect((await on.measure('C'))?.actual).toBe(3);
  });

  it('of staff is what was last told of each agency inside, and unknown while nothing was told', async () => {
    expect((await on.card()).counts.staff).toBeNull();
    const staff = (agency: string, count: number, day: string) =>
      on.record('east', { kind: 'staff', agency, staff: count, attorneys: 1, on: day });
    good(await staff(world.orgs.first.id, 12, '2021-03-01'));
    good(await staff(world.orgs.first.id, 14, '2021-03-08'));
    good(await staff(world.orgs.second.id, 5, '2021-03-08'));
    expect((await on.card()).counts).toMatchObject({
      staff: 19,
      agencies: 2,
      won_cases: 3,
      invention_grants: 0,
      scheme_loans: 0,
      custody_contracts: 0,
      certificates: 0,
    });
    expect((await staff(world.orgs.outside.id, 3, '2021-03-08')).problem.code).toBe('not_inside');
  });
});

describe('What else is recorded of a zone', () => {
  const funds = (kind: 'funds_arrived' | 'funds_spent', yuan: number) => ({
    kind,
    source: 'district',
    year: 2021,
    yuan,
    on: '2021-03-02',
    documentNumber: '拨付1号',
  });

  it('shows funds planned, arrived and spent; a record taken back counts no more and stays readable', async () => {
    good(await on.record('east', funds('funds_arrived', 600_000)));
    good(await on.record('east', funds('funds_spent', 100_000)));
    const slip = good(await on.record('east', funds('funds_arrived', 9)));
    expect((await on.card()).funds).toEqual([
      { source: 'applicant', sourceTitle: '建设单位', plannedYuan: 500_000, arrivedYuan: 0, spentYuan: 0 },
      { source: 'district', sourceTitle: '区县财政', plannedYuan: 1_000_000, arrivedYuan: 600_009, spentYuan: 100_000 },
    ]);
    const withdraw = async (who: Username) =>
      (await world.as(who)).call('withdrawZoneRecord', { params: { id: slip.id }, body: { reason: '录入有误' } });
    expect((await withdraw('south')).status).toBe(404);
    expect((await withdraw('reviewer')).status).toBe(404);
    expect((await withdraw('east')).status).toBe(204);
    expect((await withdraw('east')).problem.code).toBe('already_withdrawn');
    expect((await on.card()).funds[1]?.arrivedYuan).toBe(600_000);
    const list = async (query: object) =>
      good(await (await world.as('reviewer')).call('listZoneRecords', { params: { id: zone }, query: query as never })).rows;
    expect((await list({ kind: 'funds_arrived' })).map(({ yuan }) => yuan)).toEqual([600_000]);
    expect(
      (await list({ kind: 'funds_arrived', withdrawn: '1' })).map(({ withdrawnBecause }) => withdrawnBecause ?? '').toSorted(),
    ).toEqual(['', '录入有误']);
  });

  it('publishes measures and preferential terms to everybody, and nothing else', async () => {
    good(
      await on.record('east', {
        kind: 'preference',
        title: '房租减免办法',
        documentNumber: '东园〔2021〕3号',
        on: '2021-03-01',
        summary: '入驻三年内免房租。',
      }),
    );
    good(await on.record('east', { kind: 'measure', title: '集聚发展措施', on: '2021-03-02', summary: '设立服务超市。' }));
    const { rows } = good(await world.anybody().call('listZoneMeasures', { params: { id: zone } }));
    expect(rows.map(({ kindTitle, title, on }) => [kindTitle, title, on])).toEqual([
      ['集聚措施', '集聚发展措施', '2021-03-02'],
      ['优惠条件', '房租减免办法', '2021-03-01'],
    ]);
    expect((await world.anybody().call('listZoneRecords', { params: { id: zone } })).status).toBe(401);
    expect((await (await world.as('south')).call('listZoneRecords', { params: { id: zone } })).status).toBe(404);
  });

  it('takes each kind from its own office: visits from the centre, support from the district', async () => {
    const visit = { kind: 'visit', on: '2021-03-03', team: ['孙三'], topics: '机构招引', advice: '加快落实' };
    const support = { kind: 'district_support', category: 'talent', title: '人才公寓二十套', year: 2021, on: '2021-03-04', yuan: null };
    const tried = async (who: Username, body: object) => (await on.record(who, body)).status;
    expect(await Promise.all((['officer', 'reviewer', 'east'] as const).map((who) => tried(who, visit)))).toEqual([201, 403, 403]);
    expect(await Promise.all((['reviewer', 'signer', 'officer', 'east'] as const).map((who) => tried(who, support)))).toEqual([
      201, 201, 403, 403,
    ]);
    expect(await tried('reviewer2', support)).toBe(404);
    expect((await on.record('reviewer', { ...support, on: '2021-03-11' })).problem.code).toBe('in_future');
    expect((await on.record('east', { kind: 'party', on: '2021-03-01' })).status).toBe(422);
  });
});
