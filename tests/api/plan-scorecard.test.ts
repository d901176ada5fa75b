import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { won } from '../support/claims.ts';
import { changeReport, indicator, planContent } from '../support/plan.ts';
import { placeBareZone, reportsOn } from '../support/plan-reports.ts';
import { consentedPlan } from '../support/plan-story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let zone = '';
/** A second zone, without a plan. */
let bare = '';
let on: ReturnType<typeof reportsOn>;

beforeAll(async () => {
  zone = await placeZone(world);
  bare = await placeBareZone(world, zone);
  on = reportsOn(world, zone);
  await consentedPlan(world, zone, planContent(), {});
  world.setNow('2021-03-10T01:00:00.000Z');
  for (const no of ['1.1', '2.1', '7.1']) good(await on.report(no));
  good(await on.report('4.1', { state: 'done', on: '2021-03-09' }));
  good(await on.value('A', { value: 6, on: '2021-03-09' }));
  await world.owner.query(
    `insert into zone_membership (id, agency, zone, from_day, known_from) values ($1, $2, $3, '2021-02-10', '-infinity')`,
    [randomUUID(), world.orgs.second.id, zone],
  );
  for (const [no, who] of [
    ['11', 'agency'],
    ['12', 'agency'],
    ['13', 'agency2'],
  ] as const) {
    await won(world, `（2021）鲁03民初${no}号`, {}, who);
  }
  const funds = { source: 'district', year: 2021, yuan: 600_000, on: '2021-03-02' };
  good(await on.record('east', { ...funds, kind: 'funds_arrived' }));
  good(await on.record('east', { ...funds, kind: 'funds_spent', yuan: 100_000 }));
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

describe('The living scorecard', () => {
  it('forecasts the score with its parts and the grade, in words', async () => {
    const { forecast, tasks, warnings } = await on.card();
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
    const codes = (await on.card()).warnings.map(({ code, about }) => `${code} ${about ?? ''}`.trim());
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
    expect((await on.card()).warnings.find(({ code }) => code === 'indicator_behind')?.says).toBe(
      '指标A“指标之A”现为6场，是年度目标10场的60%，而全年已过92%',
    );
    expect(await on.row()).toMatchObject({
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
        const [one, listed] = [await on.card('officer', year), await on.row(year)];
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
    good(await on.report('3.1', { state: 'done', on: '2022-01-31' }));
    expect((await on.task('3.1'))?.state).toBe('not_started');
    expect((await on.card('east', 2022)).tasks.map(({ no, state }) => `${no} ${state}`)).toEqual([
      '1.1 going_on',
      '2.1 going_on',
      '3.1 done',
      '5.1 not_started',
      '7.1 going_on',
    ]);
    expect((await on.row(2021))?.forecast).toEqual((await on.card()).forecast);
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
    const [before, after] = [await on.card('east', 2021), await on.card('east', 2022)];
    expect([before.version, after.version, after.countsFrom]).toEqual([1, 2, 2022]);
    expect(before.indicators[0]?.target).toBe(10);
    expect(after.tasks.map(({ no }) => no)).not.toContain('5.1');
    for (const year of [2021, 2022])
      expect((await on.row(year))?.forecast, String(year)).toEqual((await on.card('officer', year)).forecast);
    expect((await on.report('5.1', { on: '2022-01-31' })).status).toBe(404);
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
    expect((await on.report('1.1')).problem.code).toBe('title_revoked');
    expect((await on.value('A')).problem.code).toBe('title_revoked');
    expect((await on.record('east', { kind: 'measure', title: '措施', on: '2021-03-02', summary: '设立服务超市。' })).problem.code).toBe(
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
