import { beforeEach, describe, expect, it } from 'vitest';
import { conflictsOf, draw } from '#processes/application/panel.ts';
import type { PooledExpert } from '#core/process/facts.ts';
import { expertPool } from '#server/stores/experts.ts';
import { reading } from '#server/db/transaction.ts';
import { good } from '../support/caller.ts';
import { changesOf } from '../support/form.ts';
import { scopeOfPerson } from '../support/raw.ts';
import * as story from '../support/story.ts';
import { openWorld, tiedExperts, type World } from '../support/world.ts';

const world: World = await openWorld();
let call = '';

beforeEach(async () => {
  world.setNow('2021-03-01T01:00:00.000Z');
  call = await story.announcedCall(world);
});

/** Noon in Zibo on a day of March 2021. */
const noonOf = (day: number) => world.setNow(`2021-03-${String(day).padStart(2, '0')}T04:00:00.000Z`);

describe('A call for applications', () => {
  it('is drafted by one person of the centre and announced by another', async () => {
    const draft = new story.Kase(world, good(await (await world.as('both', 'centre_officer')).open('call', story.usualCall)));
    expect((await draft.refused(['both', 'centre_approver'], 'announce', {}, { status: 403, code: 'same_person' })).detail).toContain(
      '须由另一人办理',
    );
    await draft.do('approver', 'announce');
    const calls = good(await world.anybody().call('listCalls'));
    expect(calls.find(({ id }) => id === draft.id)).toMatchObject({ isOpen: true, places: 2, closesAt: '2021-03-31T16:00:00.000Z' });
  });
});

describe('An application form', () => {
  it('is saved field by field with the time shown, and tells what is still missing', async () => {
    const kase = await story.draftedApplication(world, 'east', call);
    const empty = await kase.view('east');
    expect(empty.data.form).toMatchObject({ cover: { district: '370303', year: 2021 }, applicant: { name: '东园管理委员会' } });
    expect(empty.faults.length).toBeGreaterThan(30);
    noonOf(2);
    await kase.do('east', 'fill_in', { changes: [{ path: 'cover.zoneName', value: '东园示范区' }] });
    await kase.do('east', 'fill_in', { changes: [{ path: 'siting.areaKm2', value: 2.5 }] });
    const saved = await kase.view('east');
    expect(saved).toMatchObject({ summary: '东园示范区', data: { savedAt: '2021-03-02T04:00:00.000Z' } });
    expect(saved.faults.length).toBe(empty.faults.length - 2);
    expect(saved.timeline.map(({ event }) => event)).toEqual(['open']);
  });

  it('shows the conditions of the plan as met, not met or to be judged, each with what is missing', async () => {
    const kase = await story.draftedApplication(world, 'east', call);
    const standing = async () => Object.fromEntries((await kase.view('east')).checks.map(({ clause, status }) => [clause, status]));
    expect(await standing()).toEqual({ '5.1': 'not_met', '5.2': 'not_met', '5.3a': 'not_met', '5.3b': 'not_met', '17': 'met' });
    const form = await story.formOf(world, 'east');
    await kase.do('east', 'fill_in', { changes: changesOf(form).filter(({ path }) => path !== 'services.providers') });
    await kase.do('east', 'fill_in', { changes: [{ path: 'services.providers', value: form.services.providers.slice(0, 1) }] });
    const checks = (await kase.view('east')).checks;
    expect(checks.find(({ clause }) => clause === '5.3a')?.explains).toBe('区内现有1家，还差1家');
    expect(checks.find(({ clause }) => clause === '5.3b')?.explains).toContain('托管');
    await kase.do('east', 'fill_in', { changes: [{ path: 'services.providers', value: form.services.providers }] });
    expect(await standing()).toEqual({ '5.1': 'to_be_judged', '5.2': 'to_be_judged', '5.3a': 'met', '5.3b': 'met', '17': 'met' });
  });

  it('is seen by nobody else while it is a draft', async () => {
    const kase = await story.draftedApplication(world, 'east', call);
    for (const who of ['south', 'reviewer', 'signer', 'officer', 'approver', 'auditor', 'expert1'] as const) {
      expect((await (await world.as(who)).read('application', kase.id)).status, who).toBe(404);
    }
  });

  it('gives a receipt when it is filed, which anybody can verify', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const moved = await kase.do('east', 'file');
    expect(moved).toMatchObject({ state: 'county_review', receipt: { code: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/) } });
    const code = moved.receipt?.code ?? '';
    const check = good(await world.anybody().call('checkReceipt', { params: { code } }));
    expect(check).toMatchObject({ isGenuine: true, number: kase.number, hash: moved.receipt?.hash, at: '2021-03-01T01:00:00.000Z' });
    const page = await world.anybody().ask({ url: `/verify/${code.toLowerCase()}` });
    expect(page.status).toBe(200);
    expect(page.text).toContain(kase.number);
    const view = await kase.view('reviewer');
    const filing = good(await (await world.as('reviewer')).call('readFiling', { params: { id: kase.id, n: 1 } }));
    expect(filing.form).toEqual(view.data.form);
  });

  it('shows a receipt as false when somebody changed the record', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const code = (await kase.do('east', 'file')).receipt?.code ?? '';
    await world.owner.query(
      `update case_event set body = convert_to(replace(convert_from(body, 'UTF8'), '东园', '西园'), 'UTF8') where kase = $1 and seq = 2`,
      [kase.id],
    );
    const check = good(await world.anybody().call('checkReceipt', { params: { code } }));
    expect(check).toMatchObject({ isGenuine: false, says: '记录与回执不符，请立即联系市中心' });
  });
});

describe('The county', () => {
  it('returns an application with requests pinned to fields, and the clock goes on where it stopped', async () => {
    const kase = await story.filedApplication(world, 'east', call);
    expect((await kase.view('reviewer')).deadline).toMatchObject({ day: '2021-03-15', workdaysLeft: 10, isProvisional: false });
    noonOf(4);
    const requests = [{ path: 'siting.boundary', says: '请写明南界的道路名称' }];
    await kase.do('reviewer', 'county_check', story.opinion({ opinion: 'return', requests }));
    await kase.do('signer', 'county_return');
    const returned = await kase.view('east');
    expect(returned).toMatchObject({ state: 'returned', data: { requests }, deadline: { day: '2021-03-11' } });

    const boundary = { path: 'siting.boundary', value: '东至东环路，南至昌国路，西至西环路，北至北一路' };
    const zoneName = { path: 'cover.zoneName', value: '改名' };
    const refused = await kase.refused('east', 'amend', { changes: [boundary, zoneName] }, { status: 422, code: 'not_asked' });
    expect(refused.refusals.map(({ field }) => field)).toEqual(['cover.zoneName']);
    noonOf(9);
    await kase.do('east', 'amend', { changes: [boundary] });
    expect((await kase.do('east', 'resubmit')).receipt).not.toBeNull();
    const again = await kase.view('reviewer');
    expect(again).toMatchObject({ state: 'county_review', deadline: { day: '2021-03-18', workdaysLeft: 7 } });
    expect(again.filings.map(({ n }) => n)).toEqual([1, 2]);
  });

  it('endorses by another person than the one who reviewed, and only what that one proposed', async () => {
    const kase = await story.filedApplication(world, 'east', call);
    await kase.do(['countyboth', 'county_reviewer'], 'county_check', story.opinion());
    await kase.refused(['countyboth', 'county_approver'], 'endorse', { letterNumber: '1号' }, { status: 403, code: 'same_person' });
    await kase.refused('signer', 'county_reject', {}, { status: 422, code: 'opinion_differs' });
    await kase.refused('signer2', 'endorse', { letterNumber: '1号' }, { status: 404, code: 'not_found' });
    await kase.do('signer', 'endorse', { letterNumber: '张知推〔2021〕1号' });
    expect(kase.state).toBe('panel_forming');
  });

  it('that is late is reminded, together with the centre; its silence approves nothing', async () => {
    const kase = await story.filedApplication(world, 'east', call);
    await story.pastDeadline(kase);
    expect(await kase.stored()).toMatchObject({ state: 'county_review', deadline_at: null });
    for (const who of ['reviewer', 'officer'] as const) {
      const messages = good(await (await world.as(who)).call('listMessages'));
      expect(
        messages.filter(({ kase: id, says }) => id === kase.id && says.includes('超期')),
        who,
      ).toHaveLength(1);
    }
    await world.jobs();
    world.setNow('2021-08-01T01:00:00.000Z');
    await world.jobs();
    expect(await kase.stored()).toMatchObject({ state: 'county_review', version: kase.version });
  });
});

describe('The expert panel', () => {
  it('is drawn without anybody who has a tie, each exclusion with its reason, and can be drawn again from its seed', async () => {
    const kase = await story.recommended(world, 'east', call);
    await kase.refused('officer', 'draw_panel', { size: 6 }, { status: 422, code: 'invalid_input' });
    expect((await kase.refused('officer', 'draw_panel', { size: 9 }, { status: 422, code: 'too_few_experts' })).detail).toContain(
      '只有7人',
    );
    await kase.do('officer', 'draw_panel', { size: 5 });
    const { panel } = (await kase.view('officer')).data as unknown as {
      panel: { seed: string; excluded: { person: string; why: string }[]; members: { person: string }[] };
    };
    expect(new Map(panel.excluded.map(({ person, why }) => [person, why]))).toEqual(
      new Map([
        [world.person('employed'), '与“甲知识产权代理有限公司”有任职关系'],
        [world.person('shareholder'), '与“丙新材料股份有限公司”有持股关系'],
        [world.person('officeholder'), '在“乙知识产权服务有限公司”任职'],
      ]),
    );
    const pool: readonly PooledExpert[] = await reading(world.house.pool, scopeOfPerson(world, 'officer'), expertPool);
    const form = (await kase.stored()).data.form as never;
    const again = draw(pool, conflictsOf(pool, form), { size: 5, seed: panel.seed }).map(({ person }) => person);
    expect(again).toEqual(panel.members.map(({ person }) => person));
    expect(draw(pool, conflictsOf(pool, form), { size: 5, seed: `${panel.seed}.` }).map(({ person }) => person)).not.toEqual(again);
  });

  it('finds a tie however the credit code was typed into the form', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const form = await story.formOf(world, 'east');
    const spaced = (code: string) =>
      code
        .toLowerCase()
        .replace(/(.{6})/g, '$1 ')
        .replace(/9/g, '９');
    const providers = form.services.providers.map((one) => ({ ...one, creditCode: spaced(one.creditCode) }));
    const enterprises = form.industry.enterprises.map((one) => ({ ...one, creditCode: spaced(one.creditCode) }));
    await kase.do('east', 'fill_in', {
      changes: [
        { path: 'services.providers', value: providers },
        { path: 'industry.enterprises', value: enterprises },
      ],
    });
    await kase.do('east', 'file');
    await kase.do('reviewer', 'county_check', story.opinion());
    await kase.do('signer', 'endorse', { letterNumber: '1号' });
    await kase.do('officer', 'draw_panel', { size: 5 });
    const { panel } = (await kase.stored()).data as { panel: { excluded: { person: string }[] } };
    expect(panel.excluded.map(({ person }) => person).sort()).toEqual(tiedExperts.map((name) => world.person(name)).sort());
  });

  it('reads the papers only after declaring, and an expert who recuses is replaced by another', async () => {
    const kase = await story.drawnPanel(world, 'east', call);
    const [first, second] = (await story.panelOf(kase)) as [never, never];
    const before = await kase.view(first);
    expect(before.data).toMatchObject({ parties: expect.arrayContaining(['东园管理委员会', '甲知识产权代理有限公司']) });
    expect(before.hidden).toContain('form');
    await kase.refused(first, 'seal_sheet', story.sheetOf(0.8), { status: 422, code: 'expert_status' });
    await kase.refused(first, 'declare_clear', { hasNoConflict: false }, { status: 422, code: 'invalid_input' });
    await kase.do(first, 'declare_clear', { hasNoConflict: true });
    expect((await kase.view(first)).data.form).toMatchObject({ cover: { district: '370303' } });

    await kase.refused('officer', 'replace_recused', {}, { status: 422, code: 'nobody_recused' });
    await kase.do(second, 'recuse', { reason: '与申报单位有亲属关系' });
    expect((await kase.view(second)).hidden).toContain('form');
    await kase.do('officer', 'replace_recused');
    const panel = await story.panelOf(kase);
    expect(panel).toHaveLength(5);
    expect(panel).not.toContain(second);
    expect((await (await world.as(second)).read('application', kase.id)).status).toBe(404);
  });
});

describe('Selection and designation', () => {
  it('opens the sheets only when all are sealed and the site was seen, and leaves out the highest and the lowest', async () => {
    const kase = await story.drawnPanel(world, 'east', call);
    const panel = await story.panelOf(kase);
    for (const [index, expert] of panel.entries()) {
      await kase.refused('officer', 'open_scores', {}, { status: 422, code: 'sheets_missing' });
      await kase.do(expert, 'declare_clear', { hasNoConflict: true });
      await kase.do(expert, 'seal_sheet', story.sheetOf(story.usualShares[index] ?? 0));
      await kase.refused(expert, 'seal_sheet', story.sheetOf(1), { status: 422, code: 'expert_status' });
    }
    await kase.refused('officer', 'open_scores', {}, { status: 422, code: 'not_inspected' });
    await kase.refused('officer', 'record_inspection', story.inspection({ date: '2021-03-02' }), { status: 422, code: 'future_date' });
    await kase.do(panel[0] ?? 'expert1', 'record_inspection', story.inspection());
    await kase.do('officer', 'open_scores');
    const { result } = (await kase.view('approver')).data as unknown as {
      result: { score: number; sheets: { total: number; isCounted: boolean }[] };
    };
    const totals = result.sheets.map(({ total }) => total).sort((a, b) => a - b);
    const middle = totals.slice(1, -1);
    expect(result.score).toBe(Math.round((middle.reduce((sum, one) => sum + one, 0) / 3) * 100) / 100);
    expect(
      result.sheets
        .filter(({ isCounted }) => !isCounted)
        .map(({ total }) => total)
        .sort((a, b) => a - b),
    ).toEqual([totals[0], totals[4]]);
  });

  it('ranks the applications of a call, keeps to its places, and takes two persons', async () => {
    const narrow = await story.announcedCall(world, { places: 1 });
    const best = await story.scored(world, 'east', { call: narrow, shares: [1, 1, 1, 1, 1] });
    const next = await story.scored(world, 'west', { call: narrow, shares: [0.5, 0.5, 0.5, 0.5, 0.5] });
    const ranking = good(await (await world.as('officer')).call('readRanking', { params: { id: narrow } }));
    expect(ranking.rows.map((row) => [row.case, row.rank])).toEqual([
      [best.id, 1],
      [next.id, 2],
    ]);
    await best.do(['both', 'centre_officer'], 'propose_selection', { isSelected: true, reason: '排名第一'.padEnd(6, '。') });
    await best.refused(['both', 'centre_approver'], 'confirm_selection', {}, { status: 403, code: 'same_person' });
    await best.refused('approver', 'confirm_rejection', {}, { status: 422, code: 'proposal_differs' });
    await best.do('approver', 'confirm_selection');
    await next.refused('officer', 'propose_selection', { isSelected: true, reason: '也应当入选' }, { status: 422, code: 'no_place_left' });
    await next.do('officer', 'propose_selection', { isSelected: false, reason: '名额已满，排名第二' });
    await next.do('approver', 'confirm_rejection');
    const view = await next.view('west');
    expect(view).toMatchObject({ state: 'not_selected', data: { ended: '名额已满，排名第二', selection: { rank: 2, outOf: 2 } } });
  });

  it('gives the last place to one of two applications confirmed at the same moment', async () => {
    const narrow = await story.announcedCall(world, { places: 1 });
    const rivals = [await story.scored(world, 'east', { call: narrow }), await story.scored(world, 'west', { call: narrow })] as const;
    for (const rival of rivals) await rival.do('officer', 'propose_selection', { isSelected: true, reason: '排名第一，符合条件' });
    const replies = await Promise.all([rivals[0].try('approver', 'confirm_selection'), rivals[1].try('approver2', 'confirm_selection')]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)?.problem.code).toBe('no_place_left');
  });

  it('enters the zone into the register with number and certificate after the notice has run', async () => {
    const kase = await story.onNotice(world, 'east', call);
    expect((await kase.stored()).deadline_day).toBe('2021-03-08');
    await kase.refused('approver', 'designate', {}, { status: 409, code: 'wrong_state' });
    await story.pastDeadline(kase);
    await kase.do('approver', 'designate');
    const view = await kase.view('east');
    expect(view.zone).toMatchObject({
      number: expect.stringMatching(/^ZB-2021-\d{3}$/),
      certificate: expect.stringMatching(/^淄知集聚2021第\d{3}号$/),
    });
    const zones = good(await world.anybody().call('listZones'));
    expect(zones.find(({ number }) => number === view.zone?.number)).toMatchObject({
      district: '370303',
      operatorName: '东园管理委员会',
      designatedOn: '2021-03-09',
    });
    expect((await world.anybody().ask({ url: `/zones/${view.zone?.id}` })).text).toContain(view.zone?.certificate);
  });
});
