import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good, type Given } from '../support/caller.ts';
import { won } from '../support/claims.ts';
import { changeReport, indicator, planContent } from '../support/plan.ts';
import { consentedPlan } from '../support/plan-story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let zone = '';
/** A second zone without a plan. */
let bare = '';

beforeAll(async () => {
  zone = await placeZone(world);
  bare = randomUUID();
  await world.owner.query(
    `insert into zone select $1, 'ZB-2020-901', '淄知集聚2020第901号', $2, '西园', '370302', site_kind, boundary, industries, operator_name, $3, '{}', designated_on, known_from, status, status_since
     from zone where id = $4`,
    [
      bare,
      good(
        await (
          await world.as('officer')
        ).open('call', { title: '另一批次', year: 2021, places: 1, firstDay: '2021-03-01', lastDay: '2021-03-31' }),
      ).id,
      world.orgs.west.id,
      zone,
    ],
  );
  await consentedPlan(world, zone, planContent(), {});
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const report = async (no: string, more: object = {}, who: Username = 'east') =>
  (await world.as(who)).call('reportTask', {
    params: { id: zone, no },
    body: { state: 'going_on', on: '2021-03-01', spentYuan: 10_000, ...more } as never,
  });
const value = async (no: string, more: object = {}, who: Username = 'east') =>
  (await world.as(who)).call('reportIndicator', {
    params: { id: zone, no },
    body: { year: 2021, value: 4, unit: '场', on: '2021-03-01', ...more } as never,
  });
const record = async (who: Username, body: object, more: Partial<Given<'addZoneRecord'>> = {}) =>
  (await world.as(who)).call('addZoneRecord', { params: { id: zone }, body: body as never, ...more });
const card = async (who: Username = 'east', year = 2021) =>
  good(await (await world.as(who)).call('readScorecard', { params: { id: zone }, query: { year } }));
const row = async (year = 2021) =>
  good(await (await world.as('officer')).call('listScorecards', { query: { year } })).rows.find((one) => one.zone === zone);
const task = async (no: string) => (await card()).tasks.find((one) => one.no === no);
const measure = async (no: string, year = 2021) => (await card('east', year)).indicators.find((one) => one.no === no);

describe('Progress on a task', () => {
  it('is reported with evidence that its county, the centre and the auditor can open, and nobody else', async () => {
    const hash = await world.paper('east');
    good(await report('1.1', { note: '办法已起草', evidence: [{ attachment: hash }] }));
    expect(await task('1.1')).toMatchObject({
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
    good(await report('4.1', { state: 'done', on: '2021-03-09', spentYuan: 90_000 }));
    good(await report('4.1', { state: 'going_on', on: '2021-03-05', spentYuan: 40_000 }));
    expect(await task('4.1')).toMatchObject({ state: 'done', spentYuan: 90_000, reportedOn: '2021-03-09' });
    await Promise.all([
      report('7.1', { on: '2021-03-08', spentYuan: 1 }),
      report('7.1', { on: '2021-03-09', spentYuan: 2 }),
      report('7.1', { on: '2021-03-07', spentYuan: 3 }),
    ]);
    expect((await task('7.1'))?.spentYuan).toBe(2);
    const { rows } = good(await (await world.as('east')).call('listTaskReports', { params: { id: zone, no: '4.1' } }));
    expect(rows.map(({ on }) => on)).toEqual(['2021-03-09', '2021-03-05']);
  });

  it.each([
    ['a task that is not in the plan', '9.9', {}, 404, 'not_found'],
    ['a day to come', '1.1', { on: '2021-03-11' }, 422, 'in_future'],
    ['a day that does not exist', '1.1', { on: '2021-02-30' }, 422, 'invalid_input'],
    ['half a yuan', '1.1', { spentYuan: 0.5 }, 422, 'invalid_input'],
    ['dropping it without a consented change', '1.1', { state: 'dropped' }, 422, 'drop_needs_adjustment'],
    ['a file nobody uploaded', '1.1', { evidence: [{ attachment: 'f'.repeat(64) }] }, 422, 'unknown_file'],
  ])('is refused for %s', async (_name, no, more, status, code) => {
    const before = await row();
    const reply = await report(no, more);
    expect([reply.status, reply.problem.code]).toEqual([status, code]);
    expect(await row()).toEqual(before);
  });

  it('is the building unit’s own, and the same key reports once', async () => {
    expect((await report('1.1', {}, 'south')).status).toBe(404);
    expect((await report('1.1', {}, 'officer')).status).toBe(403);
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
    good(await value('A'));
    good(await value('A', { value: 6, on: '2021-03-09' }));
    expect(await measure('A')).toMatchObject({ target: 10, actual: 6, share: 0.6, isCounted: false, from: 'east先生填报于2021-03-09' });
    const wrong = await value('A', { unit: '次' });
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
      expect((await value('A', more)).problem.code).toBe(code);
    }
    expect((await value('B', { unit: '家' })).problem.code).toBe('indicator_counted');
    expect((await measure('A'))?.actual).toBe(6);
  });

  it('that the system counts fills itself: agencies inside, their won cases, on the days they were inside', async () => {
    expect([await measure('B'), await measure('C')]).toMatchObject([
      { actual: 1, isCounted: true, from: '区内服务机构数（系统统计）' },
      { actual: 0, isCounted: true },
    ]);
    await won(world, '（2021）鲁03民初11号');
    await won(world, '（2021）鲁03民初12号', { outcome: 'lost' });
    await won(world, '（2021）鲁03民初13号', {}, 'agency2');
    expect((await measure('C'))?.actual).toBe(1);
    await world.owner.query(
      `insert into zone_membership (id, agency, zone, from_day, known_from) values ($1, $2, $3, '2021-02-11', '-infinity')`,
      [randomUUID(), world.orgs.second.id, zone],
    );
    // Its case of 10 February was won the day before it moved in.
    expect([(await measure('B'))?.actual, (await measure('C'))?.actual]).toEqual([2, 1]);
    await won(world, '（2021）鲁03民初14号', { effectiveDate: '2021-02-11' }, 'agency2');
    expect((await measure('C'))?.actual).toBe(2);
  });

  it('leaves out what the other side denied, and counts it again once that is taken back', async () => {
    const fact = await won(world, '（2021）鲁03民初15号');
    expect((await measure('C'))?.actual).toBe(3);
    const enterprise = await world.as('enterprise');
    good(await enterprise.call('confirmFact', { params: { id: fact }, body: { isConfirmed: false, remark: '没有委托过' } }));
    expect((await measure('C'))?.actual).toBe(2);
    good(await enterprise.call('confirmFact', { params: { id: fact }, body: { isConfirmed: true, remark: '' } }));
    expect((await measure('C'))?.actual).toBe(3);
  });

  it('of staff is what was last told of each agency inside, and unknown while nothing was told', async () => {
    expect((await card()).counts.staff).toBeNull();
    const staff = (agency: string, count: number, on: string) => record('east', { kind: 'staff', agency, staff: count, attorneys: 1, on });
    good(await staff(world.orgs.first.id, 12, '2021-03-01'));
    good(await staff(world.orgs.first.id, 14, '2021-03-08'));
    good(await staff(world.orgs.second.id, 5, '2021-03-08'));
    expect((await card()).counts).toMatchObject({
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
    good(await record('east', funds('funds_arrived', 600_000)));
    good(await record('east', funds('funds_spent', 100_000)));
    const slip = good(await record('east', funds('funds_arrived', 9)));
    expect((await card()).funds).toEqual([
      { source: 'applicant', sourceTitle: '建设单位', plannedYuan: 500_000, arrivedYuan: 0, spentYuan: 0 },
      { source: 'district', sourceTitle: '区县财政', plannedYuan: 1_000_000, arrivedYuan: 600_009, spentYuan: 100_000 },
    ]);
    const withdraw = async (who: Username) =>
      (await world.as(who)).call('withdrawZoneRecord', { params: { id: slip.id }, body: { reason: '录入有误' } });
    expect((await withdraw('south')).status).toBe(404);
    expect((await withdraw('reviewer')).status).toBe(404);
    expect((await withdraw('east')).status).toBe(204);
    expect((await withdraw('east')).problem.code).toBe('already_withdrawn');
    expect((await card()).funds[1]?.arrivedYuan).toBe(600_000);
    const list = async (query: object) =>
      good(await (await world.as('reviewer')).call('listZoneRecords', { params: { id: zone }, query: query as never })).rows;
    expect((await list({ kind: 'funds_arrived' })).map(({ yuan }) => yuan)).toEqual([600_000]);
    expect(
      (await list({ kind: 'funds_arrived', withdrawn: '1' })).map(({ withdrawnBecause }) => withdrawnBecause ?? '').toSorted(),
    ).toEqual(['', '录入有误']);
  });

  it('publishes measures and preferential terms to everybody, and nothing else', async () => {
    good(
      await record('east', {
        kind: 'preference',
        title: '房租减免办法',
        documentNumber: '东园〔2021〕3号',
        on: '2021-03-01',
        summary: '入驻三年内免房租。',
      }),
    );
    good(await record('east', { kind: 'measure', title: '集聚发展措施', on: '2021-03-02', summary: '设立服务超市。' }));
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
    const tried = async (who: Username, body: object) => (await record(who, body)).status;
    expect(await Promise.all((['officer', 'reviewer', 'east'] as const).map((who) => tried(who, visit)))).toEqual([201, 403, 403]);
    expect(await Promise.all((['reviewer', 'signer', 'officer', 'east'] as const).map((who) => tried(who, support)))).toEqual([
      201, 201, 403, 403,
    ]);
    expect(await tried('reviewer2', support)).toBe(404);
    expect((await record('reviewer', { ...support, on: '2021-03-11' })).problem.code).toBe('in_future');
    expect((await record('east', { kind: 'party', on: '2021-03-01' })).status).toBe(422);
  });
});

describe('The living scorecard', () => {
  it('forecasts the score with its parts and the grade, in words', async () => {
    const { forecast, tasks, warnings } = await card();
    // Tasks: one done, three going on, one not begun, of five in the year; indicators: 0.6, 1 and 0.75.
    expect(tasks.map(({ no, state }) => `${no} ${state}`)).toEqual([
      '1.1 going_on',
      '2.1 going_on',
      '3.1 not_started',
      '4.1 done',
      '7.1 going_on',
    ]);
    expect(forecast).toMatchObject({ partOne: 38.5, total: 64.17, grade: 'qualified', gradeTitle: '合格' });
    expect(warnings.map(({ says }) => says)).toEqual([
      '按目前进展预计64.17分，距优秀线85分还差20.83分',
      '任务3.1“任务之3.1”应于2021-01-01开始，尚未开始',
    ]);
  });

  it('warns early: what is overdue, behind, not reported; and grows graver as the year goes', async () => {
    world.setNow('2021-12-01T01:00:00.000Z');
    const codes = (await card()).warnings.map(({ code, about }) => `${code} ${about ?? ''}`.trim());
    expect(codes).toEqual([
      'forecast_not_excellent',
      'milestone_passed 1.1',
      'task_due_soon 1.1',
      'task_overdue 2.1',
      'task_not_begun 3.1',
      'milestone_passed 3.1',
      'task_overdue 7.1',
      'indicator_behind A',
      'funds_behind',
    ]);
    expect((await card()).warnings.find(({ code }) => code === 'indicator_behind')?.says).toBe(
      '指标A“指标之A”现为6场，是年度目标10场的60%，而全年已过92%',
    );
    expect(await row()).toMatchObject({
      tasksOverdue: 2,
      warnings: [{ code: 'forecast_not_excellent' }, { code: 'task_overdue' }, { code: 'task_not_begun' }],
    });
  });

  it('says the same in the list of all zones as on the page of one, for this year, a past one and one to come', async () => {
    for (const [now, years] of [
      ['2021-12-01T01:00:00.000Z', [2021, 2022, 2023]],
      ['2022-02-01T01:00:00.000Z', [2021, 2022]],
    ] as const) {
      world.setNow(now);
      for (const year of years) {
        const [one, listed] = [await card('officer', year), await row(year)];
        const sum = (amount: (line: (typeof one.funds)[number]) => number) => one.funds.reduce((total, line) => total + amount(line), 0);
        expect(listed, `${now} ${year}`).toMatchObject({
          version: one.version,
          tasks: one.tasks.length,
          tasksDone: one.tasks.filter(({ state }) => state === 'done').length,
          indicators: one.indicators.length,
          plannedYuan: sum((line) => line.plannedYuan),
          arrivedYuan: sum((line) => line.arrivedYuan),
          spentYuan: sum((line) => line.spentYuan),
          forecast: one.forecast,
        });
      }
    }
  });

  it('measures a past year by what was reported up to its end', async () => {
    world.setNow('2022-02-01T01:00:00.000Z');
    good(await report('3.1', { state: 'done', on: '2022-01-31' }));
    expect((await task('3.1'))?.state).toBe('not_started');
    expect((await card('east', 2022)).tasks.map(({ no, state }) => `${no} ${state}`)).toEqual([
      '1.1 going_on',
      '2.1 going_on',
      '3.1 done',
      '5.1 not_started',
      '7.1 going_on',
    ]);
    expect((await row(2021))?.forecast).toEqual((await card()).forecast);
  });

  it('measures each year by the version that counts for it, the list as the page; a task dropped by consent is out', async () => {
    const plan = planContent();
    const next = planContent({
      tasks: { rows: plan.tasks.rows.filter(({ no }) => no !== '5.1') },
      withoutTasks: { ...plan.withoutTasks, order: '并入专项行动，不单列任务。' },
      indicators: {
        rows: [
          indicator('A', {
            targets: [
              { year: 2021, value: 6 },
              { year: 2022, value: 20 },
            ],
          }),
          ...plan.indicators.rows.slice(1),
        ],
      },
    });
    await consentedPlan(world, zone, next, changeReport({ changedOn: '2022-01-20' }));
    const [before, after] = [await card('east', 2021), await card('east', 2022)];
    expect([before.version, after.version, after.countsFrom]).toEqual([1, 2, 2022]);
    expect(before.indicators[0]?.target).toBe(10);
    expect(after.tasks.map(({ no }) => no)).not.toContain('5.1');
    for (const year of [2021, 2022]) expect((await row(year))?.forecast, String(year)).toEqual((await card('officer', year)).forecast);
    expect((await report('5.1', { on: '2022-01-31' })).status).toBe(404);
  });

  it('of a zone without a plan for the year says so; each county reads its own zones', async () => {
    const { rows } = good(await (await world.as('auditor')).call('listScorecards', { query: { year: 2021 } }));
    expect(rows.find((one) => one.zone === bare)).toMatchObject({
      version: null,
      forecast: null,
      warnings: [{ code: 'no_plan_version', says: '该年度还没有经同意的建设方案' }],
    });
    const own = async (who: Username) => good(await (await world.as(who)).call('listScorecards')).rows.map((one) => one.zone);
    expect([await own('reviewer'), await own('signer2')]).toEqual([[zone], [bare]]);
    expect((await (await world.as('east')).call('listScorecards')).status).toBe(403);
    const none = await (await world.as('west')).call('readScorecard', { params: { id: bare } });
    expect([none.status, none.problem.detail]).toEqual([404, '该年度还没有经同意的建设方案']);
    expect((await (await world.as('west')).call('readScorecard', { params: { id: zone } })).status).toBe(404);
  });

  it('keeps what it derives equal to a replay of all reports', async () => {
    const { rows } = await world.owner.query(`
      select s.zone, s.no from task_standing s where s.state || ' ' || s.spent_yuan is distinct from
        (select r.state || ' ' || r.spent_yuan from task_report r where r.zone = s.zone and r.no = s.no order by r.on_day desc, r.seq desc limit 1)
        and exists (select from task_report r where r.zone = s.zone and r.no = s.no)
      union all select s.zone, s.no from indicator_standing s where s.actual is distinct from
        (select r.value from indicator_report r where r.zone = s.zone and r.no = s.no and r.year = s.year order by r.on_day desc, r.seq desc limit 1)`);
    expect(rows).toEqual([]);
  });

  it('is closed for reports once the title is revoked', async () => {
    await world.owner.query(`update zone set status = 'revoked' where id = $1`, [zone]);
    expect((await report('1.1')).problem.code).toBe('title_revoked');
    expect((await value('A')).problem.code).toBe('title_revoked');
    expect((await record('east', { kind: 'measure', title: '措施', on: '2021-03-02', summary: '设立服务超市。' })).problem.code).toBe(
      'title_revoked',
    );
    expect(
      (
        await (
          await world.as('west')
        ).call('reportTask', { params: { id: bare, no: '1' }, body: { state: 'done', on: '2021-03-01', spentYuan: 0 } as never })
      ).problem.code,
    ).toBe('no_plan_version');
  });
});
