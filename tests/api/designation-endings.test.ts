import { beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
let call = '';

beforeEach(async () => {
  world.setNow('2021-03-01T01:00:00.000Z');
  call = await story.announcedCall(world);
});

const objector = { name: '异议人某某某', contact: '13900001234', facts: '所列服务机构并未在园区实际办公，见现场照片。' };

const noticeOf = async (kase: story.Kase): Promise<string> =>
  (await world.owner.query<{ id: string }>(`select id from public_notice where kase = $1`, [kase.id])).rows[0]?.id ?? '';

async function objected(kase: story.Kase): Promise<story.Kase> {
  const moved = good(await world.anybody().open('objection', { notice: await noticeOf(kase), ...objector }));
  expect(moved.receipt).not.toBeNull();
  return new story.Kase(world, moved);
}

describe('A public notice', () => {
  it('takes objections from anybody; county and applicant never learn who objected', async () => {
    const kase = await story.onNotice(world, 'east', call);
    const objection = await objected(kase);
    await world.jobs();
    expect((await objection.view('officer')).data).toMatchObject({ objector: { name: objector.name, contact: objector.contact } });
    for (const who of ['reviewer', 'signer', 'east', 'south', 'agency', 'administrator', 'expert1'] as const) {
      const caller = await world.as(who);
      expect((await caller.read('objection', objection.id)).status, who).toBe(403);
      expect((await caller.list('objection')).status, who).toBe(403);
      const seen = [await caller.read('application', kase.id), await caller.call('listMessages'), await caller.call('listDuties')];
      for (const { text } of seen) expect(text.includes(objector.name) || text.includes(objector.contact), who).toBe(false);
    }
    for (const url of ['/', '/notices', `/notices/${await noticeOf(kase)}`, '/api/calls', '/api/zones']) {
      expect((await world.anybody().ask({ url })).text, url).not.toContain(objector.name);
    }
    const { rows } = await world.owner.query(`select convert_from(body, 'UTF8') as text from case_event where kase = $1`, [objection.id]);
    expect(JSON.stringify(rows)).not.toContain(objector.name);
  });

  it('blocks the designation while an objection is not answered, and the answer takes two persons', async () => {
    const kase = await story.onNotice(world, 'east', call);
    const objection = await objected(kase);
    await story.pastDeadline(kase);
    expect((await kase.refused('approver', 'designate', {}, { status: 422, code: 'objection_open' })).detail).toBe(
      '还有1件异议没有答复，不能认定',
    );
    await objection.do(['both', 'centre_officer'], 'propose_answer', { outcome: 'dismissed', answer: '现场考察核实机构实际办公。' });
    await kase.refused('approver', 'designate', {}, { status: 422, code: 'objection_open' });
    await objection.refused(['both', 'centre_approver'], 'answer', {}, { status: 403, code: 'same_person' });
    await objection.do('approver2', 'answer');
    await kase.do('approver', 'designate');
    expect(kase.state).toBe('designated');
  });

  it('takes an objection one millisecond before its end and none at its end', async () => {
    const kase = await story.onNotice(world, 'east', call);
    const { rows } = await world.owner.query<{ closes_at: string }>(`select closes_at from public_notice where kase = $1`, [kase.id]);
    const end = Date.parse(new Date(rows[0]?.closes_at ?? '').toISOString());
    expect(new Date(end).toISOString()).toBe('2021-03-08T16:00:00.000Z');
    world.setNow(new Date(end - 1).toISOString());
    await objected(kase);
    world.setNow(new Date(end).toISOString());
    const late = await world.anybody().open('objection', { notice: await noticeOf(kase), ...objector });
    expect(late.problem).toMatchObject({ status: 422, code: 'notice_closed' });
    await world.jobs();
    await kase.refresh();
    await kase.refused('approver', 'designate', {}, { status: 422, code: 'objection_open' });
  });

  it('whose objection is upheld ends in not selected, with the reason in the file and the notice closed', async () => {
    const kase = await story.onNotice(world, 'east', call);
    const objection = await objected(kase);
    await objection.do('officer', 'propose_answer', { outcome: 'upheld', answer: '经核查，两家机构均未实际入驻。' });
    await objection.do('approver', 'answer');
    await kase.refused('officer', 'revise_after_objection', { reason: '异议成立，取消入选' }, { status: 403, code: 'not_allowed' });
    await kase.do('approver', 'revise_after_objection', { reason: '异议成立，取消入选' });
    expect(await kase.view('east')).toMatchObject({ state: 'not_selected', isFinal: true, data: { ended: '异议成立，取消入选' } });
    const again = await world.anybody().open('objection', { notice: await noticeOf(kase), ...objector });
    expect(again.problem).toMatchObject({ status: 422, code: 'notice_closed' });
  });

  it('is never followed by a designation outside the policy window', async () => {
    const kase = await story.onNotice(world, 'east', call);
    await story.pastDeadline(kase);
    world.setNow('2021-08-25T01:00:00.000Z');
    const problem = await kase.refused('approver', 'designate', {}, { status: 422, code: 'policy_not_in_force' });
    expect(problem.clause).toBe('17.2');
  });
});

describe('Other endings of an application', () => {
  it('the county refuses with reasons, and the applicant reads them', async () => {
    const kase = await story.filedApplication(world, 'east', call);
    await kase.refused('reviewer', 'county_check', story.opinion({ opinion: 'reject', reasons: '不行' }), {
      status: 422,
      code: 'invalid_input',
    });
    await kase.do('reviewer', 'county_check', story.opinion({ opinion: 'reject', reasons: '园区内没有一家服务机构实际经营。' }));
    await kase.do('signer', 'county_reject');
    const view = await kase.view('east');
    expect(view).toMatchObject({
      state: 'county_rejected',
      isFinal: true,
      actions: [],
      data: { ended: '园区内没有一家服务机构实际经营。' },
    });
    for (const centre of ['officer', 'approver'] as const) expect((await kase.view(centre)).actions).toEqual([]);
  });

  it('the applicant withdraws before the panel is drawn, never after', async () => {
    const early = await story.filedApplication(world, 'east', call);
    await early.do('east', 'withdraw', { reason: '改为下一批次申报' });
    expect(early.state).toBe('withdrawn');
    const late = await story.drawnPanel(world, 'east', call);
    const problem = await late.refused('east', 'withdraw', { reason: '改为下一批次申报' }, { status: 409, code: 'wrong_state' });
    expect(problem.detail).toContain('专家评估与现场考察');
  });

  it('the approver sends a proposal back to the officer', async () => {
    const kase = await story.scored(world, 'east', { call });
    await kase.do('officer', 'propose_selection', { isSelected: false, reason: '排名靠后，不予入选' });
    await kase.do('approver', 'send_back_selection', { reason: '请核对名额' });
    expect(await kase.view('officer')).toMatchObject({ state: 'selection', data: { selection: null } });
  });

  it('a completion that is late goes back to the county as it is, and an unfinished form is not recommended', async () => {
    const kase = await story.filedApplication(world, 'east', call);
    const requests = [{ path: 'services.providers', says: '请核对机构名单' }];
    await kase.do('reviewer', 'county_check', story.opinion({ opinion: 'return', requests }));
    await kase.do('signer', 'county_return');
    await kase.do('east', 'amend', { changes: [{ path: 'services.providers', value: [null, '不是机构'] }] });
    await story.pastDeadline(kase);
    expect(await kase.view('reviewer')).toMatchObject({ state: 'county_review', data: { requests: [] } });
    await kase.refused('reviewer', 'county_check', story.opinion({ opinion: 'return', requests }), { status: 422, code: 'invalid_input' });
    const refused = await kase.refused('reviewer', 'county_check', story.opinion({ reasons: '服务仍可基本保障，同意推荐' }), {
      status: 422,
      code: 'invalid_input',
    });
    expect(refused.refusals[0]).toMatchObject({ field: 'opinion' });
    await kase.do('reviewer', 'county_check', story.opinion({ opinion: 'reject', reasons: '逾期未补正机构名单，无法核实。' }));
  });

  it('the county can not return an application twice', async () => {
    const kase = await story.filedApplication(world, 'east', call);
    const again = story.opinion({ opinion: 'return', requests: [{ path: 'siting.boundary', says: '请写明南界' }] });
    await kase.do('reviewer', 'county_check', again);
    await kase.do('signer', 'county_return');
    await kase.do('east', 'resubmit');
    expect((await kase.refused('reviewer', 'county_check', again, { status: 422, code: 'invalid_input' })).detail).toContain(
      '已退回补正过一次',
    );
  });
});

describe('A ruling on the plan', () => {
  it('that extends it is drafted by one person, put in force by another, and opens the window again', async () => {
    world.setNow('2021-09-01T01:00:00.000Z');
    const input = {
      key: 'policyTo',
      value: '2022-08-24',
      documentNumber: '淄知发〔2021〕8号',
      decidedOn: '2021-08-20',
      effectiveFrom: '2021-08-25',
      text: '试行期延长一年，其余不变。',
    };
    const later = await story.announcedCall(world, { firstDay: '2021-09-01', lastDay: '2021-09-30' });
    const east = await world.as('east');
    expect((await east.open('application', { call: later })).problem).toMatchObject({ status: 422, code: 'policy_not_in_force' });
    const ruling = new story.Kase(world, good(await (await world.as('both', 'centre_officer')).open('ruling', input)));
    await ruling.refused(['both', 'centre_approver'], 'put_in_force', {}, { status: 403, code: 'same_person' });
    await ruling.do('approver', 'put_in_force');
    expect((await east.open('application', { call: later })).status).toBe(201);
  });
});
