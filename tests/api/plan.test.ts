import assert from 'node:assert/strict';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { centreCheck, changeReport, indicator, planChanges, planContent, planOpinion, task } from '../support/plan.ts';
import { checkedPlan, consentedPlan, filedPlan, openedPlan, passedPlan } from '../support/plan-story.ts';
import { rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import * as story from '../support/story.ts';
import { openWorld, type Username, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let zone = '';
let first: story.Kase;

beforeAll(async () => {
  zone = await placeZone(world);
  first = await consentedPlan(world, zone, planContent(), {});
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

const later = (no: string, end: string) =>
  planContent({ tasks: { rows: planContent().tasks.rows.map((row) => (row.no === no ? { ...row, end } : row)) } });
const read = async (who: Username) => (await world.as(who)).call('readZonePlan', { params: { id: zone } });
const versions = async () => good(await read('officer')).versions.map(({ version }) => version);

describe('The first plan of a zone', () => {
  it('is in force from the consent, frozen as filed, with a receipt for its building unit', async () => {
    const plan = good(await read('east'));
    expect(plan.versions).toMatchObject([
      { version: 1, case: first.id, number: first.number, isEditorial: false, countsFrom: 2021, consentedOn: '2021-03-01' },
    ]);
    expect(plan.content).toMatchObject({ general: { from: '2021-01-01' }, tasks: { rows: [{ no: '1.1' }, {}, {}, {}, {}, {}] } });
    expect((await first.view('east')).receipts).toHaveLength(1);
    expect((await first.view('east')).data.consent).toMatchObject({ version: 1, countsFrom: 2021 });
  });

  it('began with what the application said and came through four hands', async () => {
    const { hands } = (await first.stored()) as unknown as { hands: Record<string, string[]> };
    const did = (event: string) => hands[event]?.[0];
    expect(new Set([did('county_check'), did('endorse'), did('centre_check'), did('consent')]).size).toBe(4);
  });

  it('is read by its building unit, its county, the centre and the auditor; for anybody else the zone has none', async () => {
    for (const who of ['east', 'reviewer', 'signer', 'officer', 'approver', 'auditor'] as const)
      expect((await read(who)).status, who).toBe(200);
    for (const who of ['south', 'west', 'reviewer2', 'signer2'] as const) expect((await read(who)).status, who).toBe(404);
    for (const who of ['agency', 'enterprise', 'expert1', 'finance'] as const) expect((await read(who)).status, who).toBe(403);
    for (const who of ['south', 'reviewer2', 'agency', 'finance'] as const) {
      for (const table of ['plan_version', 'task_standing', 'indicator_standing']) {
        expect(await rowsAs(world, scopeOfPerson(world, who), `select 1 from ${table}`), `${table} as ${who}`).toEqual([]);
      }
    }
  });
});

describe('An adjustment', () => {
  it('goes through the county and the centre, and advances the version in the same act', async () => {
    const kase = await checkedPlan(world, zone, later('2.1', '2021-12-31'));
    expect(await versions()).toEqual([1]);
    await kase.do('approver', 'consent', { documentNumber: '淄知方〔2021〕2号' });
    expect(await versions()).toEqual([2, 1]);
    const { changes } = good(await (await world.as('east')).call('comparePlans', { params: { id: zone }, query: { from: 1, to: 2 } }));
    expect(changes.map(({ says }) => says)).toEqual(['任务2.1的完成时间：由2021-09-30改为2021-12-31']);
    const english = good(
      await (
        await world.as('east')
      ).call('comparePlans', { params: { id: zone }, query: { from: 2, to: 1 }, headers: { 'accept-language': 'en' } }),
    );
    expect(english.changes[0]?.says).toBe('Task 2.1, End: from 2021-12-31 to 2021-09-30');
    const none = await (await world.as('east')).call('comparePlans', { params: { id: zone }, query: { from: 1, to: 9 } });
    expect(none.status).toBe(404);
  });

  it('starts from the version in force, shows before filing what it changes, for which year, and what it does to the score', async () => {
    const kase = await openedPlan(world, zone);
    const dropped = later('2.1', '2021-12-31');
    await kase.do('east', 'fill_in', {
      changes: planChanges({
        ...dropped,
        tasks: { rows: dropped.tasks.rows.filter(({ no }) => no !== '4.1') },
        withoutTasks: { ...dropped.withoutTasks, talent: '培训并入专项行动。' },
      }),
    });
    const { checks, data } = await kase.view('east');
    expect(data.base).toBe(2);
    expect(checks.map(({ explains }) => explains)).toEqual([
      '没有缺漏',
      '任务增0、减1、改0处，指标增0、减0、改0处，资金增0、减0、改0处，文字1处',
      '报送时填写变化发生日期',
      '2021年内发生的变化计入2021年度认定',
      '按目前进展，2021年度第一部分（满分60分）由5分变为5分',
    ]);
    await kase.do('east', 'withdraw', { reason: '暂不调整方案' });
  });

  it('that is only a slip passes both houses as well', async () => {
    const texts = later('2.1', '2021-12-31');
    const kase = await filedPlan(
      world,
      zone,
      { ...texts, risk: { risks: '招引不及预期的，及时调整招引方向。' } },
      changeReport({ isEditorial: true }),
    );
    await kase.refused('approver', 'consent', { documentNumber: '淄知方〔2021〕9号' }, { status: 409, code: 'wrong_state' });
    await kase.do('reviewer', 'county_check', planOpinion({ opinion: 'reject', reasons: '文字更正没有必要，不予通过。' }));
    await kase.do('signer', 'county_reject');
    expect(await versions()).toEqual([2, 1]);
  });

  it('can not skip the county, nor the centre’s second person', async () => {
    const kase = await filedPlan(world, zone);
    const consent = { documentNumber: '淄知方〔2021〕3号' };
    await kase.refused('officer', 'centre_check', centreCheck(), { status: 409, code: 'wrong_state' });
    await kase.refused('approver', 'consent', consent, { status: 409, code: 'wrong_state' });
    await kase.refused('reviewer2', 'county_check', planOpinion(), { status: 404, code: 'not_found' });
    await kase.refused('officer', 'county_check', planOpinion(), { status: 403, code: 'not_allowed' });
    await kase.do('countyboth', 'county_check', planOpinion());
    await kase.refused(['countyboth', 'county_approver'], 'endorse', {}, { status: 403, code: 'same_person' });
    await kase.refused('approver', 'consent', consent, { status: 409, code: 'wrong_state' });
    await kase.do('signer', 'endorse');
    await kase.refused('approver', 'consent', consent, { status: 409, code: 'wrong_state' });
    await kase.do(['both', 'centre_officer'], 'centre_check', centreCheck({ opinion: 'refuse', reasons: '依据不足，目标降低' }));
    await kase.refused(['both', 'centre_approver'], 'refuse', {}, { status: 403, code: 'same_person' });
    await kase.refused('approver', 'consent', consent, { status: 422, code: 'proposal_differs' });
    await kase.do('approver', 'refuse');
    const { data } = await kase.view('east');
    expect(data.ended).toBe('依据不足，目标降低');
    expect(await versions()).toEqual([2, 1]);
  });

  it('is one at a time: a second is refused, and of two opened at once one is', async () => {
    const east = await world.as('east');
    const replies = await Promise.all([1, 2, 3, 4].map(() => east.open('plan', { zone })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    const [won] = replies.filter(({ ok }) => ok);
    const lost = replies.find(({ ok }) => !ok);
    expect([lost?.problem.code, lost?.problem.detail]).toEqual([
      'plan_case_open',
      `本示范区已有一件在办的方案（${won?.data.number}），请在该件上办理`,
    ]);
    await new story.Kase(world, good(won ?? lost!)).do('east', 'withdraw', { reason: '暂不调整方案' });
  });

  it('is not consented on a base that is in force no more, not even by two approvers in the same instant', async () => {
    const kase = await checkedPlan(world, zone, later('7.1', '2021-11-30'));
    const rival = await stolenVersion();
    await kase.refused('approver', 'consent', { documentNumber: '淄知方〔2021〕5号' }, { status: 422, code: 'plan_moved_on' });
    await rival.undo();
    const consents = await Promise.all(
      (['approver', 'approver2'] as const).map((who) => kase.try(who, 'consent', { documentNumber: `淄知方〔2021〕${who}号` })),
    );
    expect(consents.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await versions()).toEqual([3, 2, 1]);
  });

  /** A version that came into force by another way: only the owner of the database can make one. */
  async function stolenVersion() {
    const { rows } = await world.owner.query(
      `insert into plan_version select zone, version + 1, $2, content, is_editorial, counts_from, document_number, consented_on, consented_by, known_from
       from plan_version where zone = $1 order by version desc limit 1 returning version`,
      [zone, (await story.announcedCall(world)) as string],
    );
    const { version } = rows[0] as { version: number };
    return {
      undo: () =>
        world.owner.query(
          `with f as (delete from plan_funds where zone = $1 and version = $2) delete from plan_version where zone = $1 and version = $2`,
          [zone, version],
        ),
    };
  }

  it('of a zone whose title is revoked is refused from the first step to the last', async () => {
    const kase = await passedPlan(world, zone, later('3.1', '2022-03-31'));
    await world.owner.query(`update zone set status = 'revoked' where id = $1`, [zone]);
    const east = await world.as('east');
    const refused = await east.open('plan', { zone });
    expect([refused.status, refused.problem.refusals.map(({ code }) => code)]).toEqual([422, ['title_revoked', 'plan_case_open']]);
    await kase.do('officer', 'centre_check', centreCheck());
    await kase.refused('approver', 'consent', { documentNumber: '淄知方〔2021〕6号' }, { status: 422, code: 'title_revoked' });
    await world.owner.query(`update zone set status = 'designated' where id = $1`, [zone]);
    await kase.do('approver', 'consent', { documentNumber: '淄知方〔2021〕6号' });
    expect(await versions()).toEqual([4, 3, 2, 1]);
  });

  it('consented while the year is being evaluated counts for the next year, and says so beforehand', async () => {
    await world.owner.query(
      `insert into kase (id, number, process, state, data, version, summary, owner, opened_at, state_since, policy)
       select gen_random_uuid(), 'RD-' || s, 'recognition', s, jsonb_build_object('zone', $1::text, 'year', y), 1, 'x', $2, now(), now(), 'zibo-2020'
       from (values ('evaluation', 2021), ('county_approval', 2022), ('ended', 2023)) v(s, y)`,
      [zone, world.orgs.east.id],
    );
    const kase = await checkedPlan(world, zone, later('4.1', '2022-01-31'));
    const { checks } = await kase.view('east');
    expect(checks.map(({ explains }) => explains)).toContain(
      '经同意后自2022年度起作为认定依据；同意前不作数；2021年度认定已进入评审，调整只计入以后年度',
    );
    await kase.do('approver', 'consent', { documentNumber: '淄知方〔2021〕7号' });
    expect(good(await read('officer')).versions[0]).toMatchObject({ version: 5, countsFrom: 2022 });
    const card = good(await (await world.as('east')).call('readScorecard', { params: { id: zone }, query: { year: 2021 } }));
    expect(card.version).toBe(4);
  });
});

describe('What a plan refuses, in its own sentence, by the API as in the form', () => {
  const refusedWith = async (content: object, code: string) => {
    const kase = await openedPlan(world, zone);
    await kase.do('east', 'fill_in', { changes: planChanges({ ...planContent(), ...content }) });
    const problem = await kase.refused('east', 'file', changeReport(), { status: 422, code });
    const { faults } = await kase.view('east');
    await kase.do('east', 'withdraw', { reason: '仅为试填一次' });
    return { problem, faults: faults.map(({ path, says }) => `${path}: ${says}`) };
  };

  it('a task that ends before it starts', async () => {
    const rows = [...planContent().tasks.rows, task('1.9', { start: '2021-06-01', end: '2021-05-31', milestones: [] })];
    const { problem, faults } = await refusedWith({ tasks: { rows } }, 'plan_incomplete');
    expect(faults).toEqual(['tasks.rows.6.end: 任务1.9的完成时间（2021-05-31）早于开始时间（2021-06-01）']);
    expect(problem.clause).toBe('6.0');
  });

  it('an indicator in a unit that is not its source’s, and one that changes its unit', async () => {
    const [a, b, c] = planContent().indicators.rows;
    const counted = await refusedWith({ indicators: { rows: [a, { ...b, unit: '个' }, c] } }, 'plan_incomplete');
    expect(counted.faults[0]).toContain('单位应为“家”，不是“个”');
    const { problem } = await refusedWith({ indicators: { rows: [indicator('A', { unit: '次' }), b, c] } }, 'unit_changed');
    expect(problem.detail).toContain('指标A的单位或数据来源与现行方案不同');
  });

  it('an adjustment without a reason, or of nothing', async () => {
    const kase = await openedPlan(world, zone);
    await kase.refused('east', 'file', changeReport(), { status: 422, code: 'nothing_changed' });
    await kase.do('east', 'fill_in', { changes: planChanges(planContent()) });
    const problem = await kase.refused('east', 'file', {}, { status: 422, code: 'reason_missing' });
    expect(problem.refusals.map(({ field }) => field)).toEqual(['reason', 'explanation', 'changedOn']);
    await kase.do('east', 'withdraw', { reason: '仅为试填一次' });
  });

  it('hand-written SQL that puts a plan in force, changes a version or writes what the trigger derives', async () => {
    const adopt = `select app.adopt_plan($1, 4, $2, '{"tasks":{"rows":[]},"indicators":{"rows":[]}}', false, 2021, 'x', '2021-03-01', now())`;
    for (const who of ['east', 'signer', 'officer', 'approver'] as const) {
      const scope = scopeOfPerson(world, who);
      await expect(wouldTouch(world, scope, adopt, [zone, first.id]), who).rejects.toMatchObject({ code: '42501' });
      for (const sql of [
        `update plan_version set content = '{}'`,
        `delete from plan_version`,
        `insert into plan_version select zone, 99, kase, content, false, 2021, 'x', '2021-03-01', consented_by, now() from plan_version limit 1`,
        `update task_standing set state = 'done'`,
        `update indicator_standing set actual = 100`,
        `update task_report set state = 'done'`,
        `delete from zone_record`,
      ]) {
        await expect(wouldTouch(world, scope, sql), `${who}: ${sql}`).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});
