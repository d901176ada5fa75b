import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { placedZone } from '../support/recognition.ts';
import * as story from '../support/recommendation.ts';
import { Kase, pastDeadline } from '../support/story.ts';
import { openWorld, type Username, usernames, type World } from '../support/world.ts';
import { draftOf } from '../support/zone.ts';

const world: World = await openWorld();
/** Three excellent zones and a qualified one of 2020, the best first. */
const zones = { first: '', second: '', third: '', qualified: '' };

beforeAll(async () => {
  world.setNow('2021-03-01T01:00:00.000Z');
  zones.second = await story.gradedZone(world, 'south', { parts: [55, 22, 12] });
  zones.first = await story.gradedZone(world, 'east', { parts: [58, 23, 13] });
  zones.third = await story.gradedZone(world, 'west', { parts: [54, 21, 12] });
  zones.qualified = await story.gradedZone(world, 'west', { parts: [45, 15, 10], grade: 'qualified' });
});
beforeEach(() => world.setNow('2021-03-01T01:00:00.000Z'));

const list = async (who: Username = 'officer', year = 2020) =>
  good(await (await world.as(who)).call('listPriorities', { query: { year } }));
const refusedOpening = async (input: object, who: Username = 'officer') => {
  const reply = await (await world.as(who)).open('recommendation', input);
  return [reply.status, reply.problem.refusals[0]?.code ?? reply.problem.code, reply.problem.refusals[0]?.field];
};

describe('The priority list', () => {
  it('orders the excellent zones of a year by score; the qualified is not on it', async () => {
    const { rows, gradeTitles, undecided, years } = await list();
    expect(rows.map(({ zone, rank, scores }) => [zone, rank, scores.total])).toEqual([
      [zones.first, 1, 94],
      [zones.second, 2, 89],
      [zones.third, 3, 87],
    ]);
    expect([gradeTitles, undecided, years]).toEqual([['优秀'], 0, [2020]]);
    expect(rows[2]?.levels.map(({ passedOver }) => passedOver)).toEqual([
      ['east示范区', 'south示范区'],
      ['east示范区', 'south示范区'],
    ]);
  });

  it('is empty for a year without results, and closed to everybody but centre and auditor', async () => {
    expect((await list('auditor', 2030)).rows).toEqual([]);
    for (const who of ['east', 'reviewer', 'signer', 'agency', 'expert1', 'finance', 'administrator'] as const) {
      expect((await (await world.as(who)).call('listPriorities', { query: {} })).status, who).toBe(403);
    }
  });
});

describe('Opening a recommendation', () => {
  it('is refused for a zone that is not on the list, whatever the reason', async () => {
    const reason = { orderReason: '前面的示范区明年再推荐，已征求意见' };
    expect(await refusedOpening(story.opening(zones.qualified, reason))).toEqual([422, 'grade_not_recommended', 'zone']);
    expect(await refusedOpening(story.opening('00000000-0000-4000-8000-000000000001'))).toEqual([422, 'no_such_zone', 'zone']);
    expect(await refusedOpening(story.opening(zones.first, { level: 'world' }))).toEqual([422, 'invalid_input', 'level']);
    const ungraded = await placedZone(world, 'south', '2021-02-01');
    expect(await refusedOpening(story.opening(ungraded))).toEqual([422, 'not_graded', 'zone']);
  });

  it('is refused out of order without a written reason, and names who is passed over', async () => {
    const reply = await (await world.as('officer')).open('recommendation', story.opening(zones.third));
    expect([reply.status, reply.problem.refusals[0]?.code]).toEqual([422, 'out_of_order']);
    expect(reply.problem.refusals[0]?.says).toContain('east示范区、south示范区');
    expect(await refusedOpening(story.opening(zones.third, { orderReason: '太短' }))).toEqual([422, 'out_of_order', 'orderReason']);
    const reason = '前两名示范区来函说明明年再申报，本年先推荐第三名';
    const kase = await story.openedRecommendation(world, zones.third, { orderReason: reason, level: 'nation' });
    expect((await kase.view('approver')).data).toMatchObject({ order: { passedOver: ['east示范区', 'south示范区'], reason } });
    const own = await kase.view('west');
    expect([own.data.order, own.hidden]).toEqual([undefined, ['order']]);
    await kase.do('officer', 'drop', { reason: '改为按次序推荐' });
  });

  it('is for the centre’s officer alone', async () => {
    for (const who of usernames.filter((name) => !['officer', 'officer2', 'both'].includes(name))) {
      expect((await (await world.as(who)).open('recommendation', story.opening(zones.first))).status, who).toBe(403);
    }
  });

  it('gives the building unit its part; one live recommendation per zone and level', async () => {
    const kase = await story.openedRecommendation(world, zones.first);
    expect(kase.state).toBe('unit_part');
    const duties = good(await (await world.as('east')).call('listDuties'));
    expect(duties.rows.map(({ id, event }) => [id, event])).toEqual([[kase.id, 'supply']]);
    expect(await refusedOpening(story.opening(zones.first))).toEqual([409, 'already_open', 'level']);
    await kase.do('officer', 'drop', { reason: '测试之后作废' });
    const both = await Promise.all(
      ['officer', 'officer2'].map(async (who) => (await world.as(who as Username)).open('recommendation', story.opening(zones.first))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const opened = both.find(({ status }) => status === 201);
    await new Kase(world, opened?.data as never).do('officer', 'drop', { reason: '测试之后作废' });
  });

  it('needs a reason while another zone of the year is not graded yet', async () => {
    const late = await placedZone(world, 'south', '2020-12-01');
    expect(await refusedOpening(story.opening(zones.first))).toEqual([422, 'out_of_order', 'orderReason']);
    expect((await list()).undecided).toBe(1);
    await world.owner.query(`delete from zone_membership where zone = $1`, [late]);
    await world.owner.query(`delete from zone_status where zone = $1`, [late]);
    await world.owner.query(`delete from zone where id = $1`, [late]);
  });

  it('follows the reading: where qualified zones may be recommended too, they come after the excellent', async () => {
    const ruling = new Kase(
      world,
      good(await (await world.as('officer')).open('ruling', draftOf('recommendGrades', ['excellent', 'qualified']))),
    );
    await ruling.do('approver', 'put_in_force');
    expect((await list()).rows.map(({ zone, rank }) => [zone, rank]).at(-1)).toEqual([zones.qualified, 4]);
    expect(await refusedOpening(story.opening(zones.qualified))).toEqual([422, 'out_of_order', 'orderReason']);
    const back = new Kase(world, good(await (await world.as('officer')).open('ruling', draftOf('recommendGrades', ['excellent']))));
    await back.do('approver', 'put_in_force');
    expect((await list()).rows).toHaveLength(3);
  });
});

describe('Preparing a recommendation', () => {
  it('waits for the building unit; silence is not consent', async () => {
    const kase = await story.openedRecommendation(world, zones.first);
    await kase.refused('south', 'supply', story.unitPart(), { status: 404, code: 'not_found' });
    await kase.refused('east', 'supply', story.unitPart({ consents: false }), { status: 422, code: 'invalid_input' });
    expect((await (await world.as('officer')).call('makeDossier', { params: { id: kase.id } })).status).toBe(409);
    await pastDeadline(kase);
    expect(kase.state).toBe('unit_part');
    await kase.do('east', 'decline', { reason: '条件尚未成熟，今年不参加' });
    expect((await list()).rows[1]?.levels[0]?.passedOver).toEqual([]); // who declined is not passed over
  });

  it('makes the dossier before the proposal; the proposer does not approve', async () => {
    await world.owner.query(`update kase set state = 'dropped' where process = 'recommendation'`);
    const kase = await story.suppliedRecommendation(world, 'east', zones.first);
    await kase.refused('officer', 'propose', story.proposal(), { status: 422, code: 'dossier_missing' });
    await story.placedDossier(world, kase);
    await kase.do('both', 'propose', story.proposal());
    await kase.refused(['both', 'centre_approver'], 'send', story.sending(), { status: 403, code: 'same_person' });
    await kase.refused('approver', 'send', story.sending({ sentOn: '2021-03-02' }), { status: 422, code: 'invalid_input' });
    await kase.do('approver', 'send_back', { reason: '请补充去年的数据' });
    await kase.do('officer', 'ask_again', { reason: '请补充去年的数据' });
    await kase.do('east', 'supply', story.unitPart({ statement: '补充：去年引进机构六家，愿意申报省级集聚区。' }));
    await kase.refused('officer', 'propose', story.proposal(), { status: 422, code: 'dossier_missing' });
    await story.placedDossier(world, kase, 2);
    await kase.do('officer', 'propose', story.proposal());
    await kase.do('officer', 'drop', { reason: 'x' }).then(
      () => expect.unreachable(),
      () => undefined,
    );
    await kase.do('approver', 'send', story.sending());
    expect(kase.state).toBe('sent');
  });

  it('does not send a dossier other than the one proposed', async () => {
    const kase = await story.proposedRecommendation(world, 'south', zones.second);
    await story.placedDossier(world, kase, 2);
    const problem = await kase.refused('approver', 'send', story.sending(), { status: 422, code: 'dossier_changed' });
    expect(problem.detail).toContain('重新拟荐');
    await kase.do('approver', 'send_back', { reason: '材料有变，重新拟荐' });
    await kase.do('officer', 'drop', { reason: '测试之后作废' });
  });
});

describe('The outcome', () => {
  const sentCase = async (zone: string): Promise<Kase> => {
    const { rows } = await world.owner.query(
      `select id, number, process, state, version from kase where process = 'recommendation' and state = 'sent' and data->>'zone' = $1`,
      [zone],
    );
    return new Kase(world, rows[0] as never);
  };

  it('is recorded with title, document and day, never before the sending', async () => {
    const kase = await sentCase(zones.first);
    const accepted = { title: '山东省知识产权服务业集聚发展区', documentNumber: '鲁知发〔2021〕9号', on: '2021-03-01' };
    await kase.refused('officer', 'record_accepted', { ...accepted, on: '2021-02-28' }, { status: 422, code: 'invalid_input' });
    await kase.refused('officer', 'record_accepted', { ...accepted, on: '2021-03-02' }, { status: 422, code: 'invalid_input' });
    await kase.do('officer', 'record_accepted', accepted);
    expect(await refusedOpening(story.opening(zones.first))).toEqual([409, 'title_already', 'level']);
    expect((await list()).rows[0]?.levels[0]).toMatchObject({ held: accepted.title });
    const messages = good(await (await world.as('east')).call('listMessages'));
    await world.jobs();
    expect(messages.length).toBeGreaterThan(0);
  });

  it('that is negative leaves the way open; the case itself is closed', async () => {
    const kase = await story.proposedRecommendation(world, 'south', zones.second);
    await kase.do('approver', 'send', story.sending());
    await kase.do('officer', 'record_not_accepted', { reason: '本年名额已满', documentNumber: '', on: '2021-03-01' });
    expect(kase.state).toBe('not_accepted');
  });
});

describe('What ends a recommendation', () => {
  it('is a later unqualified year or the loss of the title; nothing else', async () => {
    const kase = await story.suppliedRecommendation(world, 'south', zones.second);
    await world.jobs();
    await kase.refresh();
    expect(kase.state).toBe('gathering');
    await kase.refused('approver', 'end_unfit', {}, { status: 422, code: 'still_fit' });
    world.setNow('2022-03-01T01:00:00.000Z');
    await story.placedGrade(world, zones.second, { year: 2021, grade: 'unqualified', parts: [20, 10, 5] });
    await kase.refused('officer', 'propose', story.proposal(), { status: 422, code: 'not_listed_any_more' });
    await world.jobs();
    await kase.refresh();
    expect([kase.state, (await kase.view('south')).data.closedBecause]).toEqual(['ended', '示范区资格已取消，或以后年度认定为不合格']);

    await world.owner.query(`update kase set state = 'dropped' where process = 'recommendation' and state <> 'accepted'`);
    const other = await story.openedRecommendation(world, zones.third, { orderReason: '第一名已获称号，第二名不合格，本年推荐第三名' });
    await world.owner.query(`update zone set status = 'revoked' where id = $1`, [zones.third]);
    await world.jobs();
    await other.refresh();
    expect(other.state).toBe('ended');
    expect(await refusedOpening(story.opening(zones.third))).toEqual([422, 'title_not_held', 'zone']);
    expect(world.faults).toEqual([]);
  });
});

describe('The second wall', () => {
  it('lets nobody note a package or a sending by hand-written SQL, nor read one', async () => {
    const { rows } = await world.owner.query<{ id: string }>(`select kase as id from recommendation limit 1`);
    const id = rows[0]?.id;
    const tries = [
      `insert into recommendation_dossier select kase, 77, hash, size, entries, app.person(), 'x', now() from recommendation_dossier where kase = '${id}' limit 1`,
      `insert into recommendation values ('${id}', '${zones.first}', 'nation', 2020, 1, 'x', '2021-03-01', '${world.person('officer')}', app.person(), now())`,
      `update recommendation set document_number = 'y'`,
      `delete from recommendation_dossier`,
    ];
    for (const who of ['east', 'reviewer', 'signer', 'approver', 'agency', 'auditor', 'expert1', 'administrator'] as const) {
      for (const [at, sql] of tries.entries()) {
        const touched = await wouldTouch(world, scopeOfPerson(world, who), sql).catch((fault: Error) => fault.message);
        // Whoever can not see a package has nothing to copy from.
        if (at === 0 && touched === 0) continue;
        expect(String(touched), `${who}: ${sql.slice(0, 40)}`).toMatch(/row-level security|permission denied/);
      }
    }
    for (const who of ['east', 'reviewer', 'agency', 'expert1', 'finance'] as const) {
      expect(
        await rowsAs(world, scopeOfPerson(world, who), 'select 1 from recommendation union all select 1 from recommendation_dossier'),
        who,
      ).toEqual([]);
    }
  });
});
