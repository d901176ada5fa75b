import { beforeAll, describe, expect, it, vi } from 'vitest';
import { nearestQuestion } from '#server/cases/determination.ts';
import { reading } from '#server/db/transaction.ts';
import { good } from '../support/caller.ts';
import { declaration, determined, filed, opened, sheet, won, year } from '../support/claims.ts';
import { add, answer, formOf, read, tryAdd } from '../support/facts.ts';
import { counts, determinedClaim, findings, lawsuit, listOf, matter, offersOf, suit, twoAgencies } from '../support/false-claims.ts';
import { draftOf } from '../support/zone.ts';
import { everyScope, nobody, rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { Kase } from '../support/story.ts';
import { alone, closedToOthers, refusedToOthers } from '../support/strangers.ts';
import { custody, moneyForVouchers } from '../support/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
vi.setConfig({ testTimeout: 120_000 }); // every office tries every step
let account = '';
let rival = '';
/** The claim whose facts are found false, and one of the same agency that is not filed yet. */
let kase: Kase;
let draft: Kase;
/** Facts of the agency by the number of the case. */
const facts: Record<number, string> = {};
const fact = (n: number): string => facts[n] ?? '';
const record = async (n: number): Promise<void> => {
  facts[n] = await suit(world, n);
};
const offered = async () => (await offersOf(world)).rows.find(({ clause }) => clause === '9.4')?.yuan;

beforeAll(async () => {
  [account, rival] = await twoAgencies(world);
});

describe('A recovery', () => {
  it('finds nothing false and bars nobody unless somebody says so', async () => {
    await record(1);
    const kase = await determinedClaim(world, account);
    await kase.do('officer', 'propose_recovery', findings);
    await kase.do('approver', 'order_recovery');
    expect(await counts(world)).toEqual([0, 0, 0, 0]);
    expect(await read(await world.as('agency'), fact(1))).toMatchObject({ knownTo: null, finding: null });
    expect(await offered()).toBe(1_000);
    expect((await offersOf(world)).bar).toBeNull();
  });

  it('finds false only what the claim rests on, and bars only for a time that is allowed, with a reason', async () => {
    await record(2);
    const kase = await determinedClaim(world, account);
    const bar = { barMonths: 2, barReason: '伪造判决书骗取补助' };
    const refused = (more: object, code: string) =>
      kase.refused('officer', 'propose_recovery', { ...findings, ...more }, { status: 422, code });
    await refused({ falseMatters: [matter(99)] }, 'not_of_claim');
    await refused({ falseMatters: [{ kind: 'invention_grant', matter: lawsuit(2) }] }, 'not_of_claim');
    await refused({ ...bar, barMonths: 37 }, 'bar_too_long');
    await refused({ ...bar, barReason: '' }, 'bar_reason_missing');
    await refused({ ...bar, barMonths: null }, 'bar_months_missing');
    await kase.do('officer', 'propose_recovery', { ...findings, ...bar, barMonths: 36 });
    const input = draftOf('barMonthsMaximum', 12, { effectiveFrom: '2021-06-01', decidedOn: '2021-06-01' });
    await new Kase(world, good(await (await world.as('officer')).open('ruling', input))).do('approver', 'put_in_force');
    const problem = await kase.refused('approver', 'order_recovery', {}, { status: 422, code: 'bar_too_long' });
    expect(problem.refusals[0]?.says).toBe('限制申领最长12个月，请减少月数：请不予追回，由经办人重新提出');
    await kase.do('approver', 'drop_recovery_unpaid', { reason: '限制期限超过口径' });
    await kase.do('officer', 'propose_recovery', findings);
    await kase.do('approver', 'order_recovery');
    expect(await counts(world)).toEqual([0, 0, 0, 0]);
  });
});

describe('Facts found false and a bar', () => {
  let running: Kase;
  let returned: Kase;
  let rightful: Kase;
  let list: { readonly id: string; readonly version: number };
  let until = '';

  beforeAll(async () => {
    await record(3);
    await record(4);
    good(await answer(await world.as('enterprise'), fact(3)));
    kase = await determinedClaim(world, account);
    // What goes on beside: another agency claims case 3 too; a draft, a filed claim and a returned one of the same agency; a list not confirmed yet.
    await record(5);
    draft = await opened(world, '9.4');
    await won(world, lawsuit(3), { agencyFeeYuan: 3_000 }, 'agency2');
    rightful = await filed(world, '9.4', [rival], 'agency2');
    await rightful.do('officer', 'check', await sheet(rightful));
    await moneyForVouchers(world);
    await custody(world);
    running = await filed(world, '9.2', []);
    const agency = await world.as('agency');
    const paper = await world.paper('agency');
    await add(agency, 'brand_honour', { awardFile: paper, entryFile: paper });
    returned = await filed(world, '9.3.honour', [account]);
    await returned.do('officer', 'give_back', { reason: '请补充入驻证明' });
    list = await listOf(world, 3);
    // The false case is renamed before anybody decides.
    const correction = { data: formOf('litigation', { caseNo: lawsuit(44) }), reason: '案号笔误，更正' };
    facts[44] = good(await agency.call('correctFact', { params: { id: fact(4) }, body: correction })).id;
  }, 120_000);

  it('stand only once two persons have said so, and nobody else can', async () => {
    await rightful.refused('officer', 'propose', { yuan: 3_000, reason: '' }, { status: 422, code: 'matter_disputed' });
    const input = { ...findings, falseMatters: [matter(3), matter(4)], barMonths: 2, barReason: '伪造判决书骗取补助' };
    await alone(kase, 'officer', 'propose_recovery', { input });
    expect(await counts(world)).toEqual([0, 0, 0, 0]);
    await alone(kase, 'approver', 'order_recovery');
    expect(await counts(world)).toEqual([1, 0, 3, 0]);
    const { rows } = await world.owner.query<{ from_day: string; to_day: string }>(`select from_day, to_day from claim_bar`);
    expect(rows[0]?.to_day.slice(8)).toBe(rows[0]?.from_day.slice(8));
    until = rows[0]?.to_day ?? '';
    expect((await kase.view('agency')).data).toMatchObject({ recovery: { barredUntil: until, falseMatters: input.falseMatters } });
  });

  it('count for nothing from then on, under no name they were given since, and stay readable with what happened', async () => {
    expect(await offered()).toBe(1_000 + 2_000 + 5_000);
    const agency = await world.as('agency');
    for (const n of [3, 4, 44]) {
      const found = await read(agency, fact(n));
      expect(found).toMatchObject({ finding: { number: kase.number, ...findings, restoredAt: null } });
      expect(found.knownTo).not.toBeNull();
    }
    expect(await read(agency, fact(5))).toMatchObject({ knownTo: null, finding: null });
    const listed = good(await agency.call('listFacts', { query: { kind: 'litigation' } })).rows.map(({ matter: one }) => one);
    expect(listed.sort()).toEqual([1, 2, 5].map(lawsuit));
    const { clock, pool } = world.house;
    const known = { now: clock.now(), today: clock.today() };
    const { file } = await reading(pool, scopeOfPerson(world, 'agency'), (tx) => nearestQuestion(tx, world.orgs.first.id, year, known));
    expect(JSON.stringify(file)).not.toContain('初3号');
    expect(JSON.stringify(good(await agency.call('readDetermination', { query: { year } })).answer)).not.toContain('初44号');
  });

  it('leave the matter to its rightful owner, whose claim goes on', async () => {
    await rightful.do('officer', 'propose', { yuan: 3_000, reason: '' });
    await determined(rightful);
    expect(rightful.state).toBe('determined');
  });

  it('do not come back: not entered, not corrected into, not imported, not by hand-written SQL', async () => {
    const agency = await world.as('agency');
    const again = await tryAdd(agency, 'litigation', { caseNo: lawsuit(3) });
    expect([again.status, again.problem.code, again.problem.refusals[0]?.field]).toEqual([409, 'found_false', 'caseNo']);
    expect(again.problem.refusals[0]?.says).toBe(
      '“（2021）鲁03民初3号”已由追回决定淄知追〔2021〕1号认定不实，本机构不能再登记；认为认定有误的，请向市中心申请更正',
    );
    expect((await tryAdd(agency, 'litigation', { caseNo: lawsuit(44) })).problem.code).toBe('found_false');
    const renamed = { data: formOf('litigation', { caseNo: lawsuit(3) }), reason: '改成另一案号' };
    const corrected = await agency.call('correctFact', { params: { id: fact(5) }, body: renamed });
    expect([corrected.status, corrected.problem.code]).toEqual([409, 'found_false']);
    const ended = await agency.call('withdrawFact', { params: { id: fact(44) }, body: { reason: '撤回' } });
    expect([ended.status, ended.problem.code]).toEqual([409, 'found_false']);
    const confirmed = await agency.call('confirmImport', { params: { id: list.id }, version: list.version });
    expect([confirmed.status, confirmed.problem.code]).toEqual([409, 'found_false']);
    const checked = await listOf(world, 3);
    expect(checked.faults.map(({ row, column, says }) => `${row} ${column} ${says.slice(0, 19)}`)).toEqual([
      '2 案号 “（2021）鲁03民初3号”已由追回',
    ]);
    expect(checked.goodCount).toBe(0);
    const raw = `insert into fact (id, agency, kind, matter, valid_on, data, known_from) values (gen_random_uuid(), $1, 'litigation', $2, '2021-02-10', '{}', now())`;
    await expect(wouldTouch(world, scopeOfPerson(world, 'agency'), raw, [world.orgs.first.id, lawsuit(3)])).rejects.toMatchObject({
      code: '23514',
    });
    good(await tryAdd(await world.as('agency3'), 'litigation', { caseNo: lawsuit(3) }));
  });

  it('keep the agency from opening and filing, which is said beforehand; what was filed before goes on', async () => {
    const says = `至${until}（含当日）不受理本机构新的申领，依据追回决定淄知追〔2021〕1号（${kase.number}）`;
    expect((await offersOf(world)).bar).toEqual({ until, documentNumber: findings.documentNumber, number: kase.number });
    const open = await (await world.as('agency')).open('claim', { year, clause: '9.1.loan' });
    expect([open.status, open.problem.code, open.problem.refusals[0]?.says]).toEqual([422, 'claims_barred', says]);
    const problem = await draft.refused('agency', 'file', declaration([account]), { status: 422, code: 'claims_barred' });
    expect(problem.refusals[0]?.says).toBe(says);
    await returned.refresh();
    await returned.refused('agency', 'refile', declaration([account]), { status: 422, code: 'claims_barred' });
    for (const one of [draft, returned]) {
      expect((await one.view('agency')).checks.find(({ title }) => title === '申领限制')).toMatchObject({
        status: 'not_met',
        explains: says,
      });
    }
    expect((await running.view('agency')).checks.map(({ title }) => title)).not.toContain('申领限制');
    await running.do('officer', 'check', await sheet(running));
    await running.do('officer', 'propose_computed');
    await determined(running, 'issue_voucher');
    expect(running.state).toBe('voucher_issued');
  });

  it('end with the last day, which counts in full', async () => {
    world.setNow(`${until}T15:59:59.000Z`);
    await draft.refused('agency', 'file', declaration([account]), { status: 422, code: 'claims_barred' });
    world.setNow(`${until}T16:00:00.000Z`);
    expect((await offersOf(world)).bar).toBeNull();
    await draft.do('agency', 'file', declaration([account]));
    await returned.refresh();
    await returned.do('agency', 'refile', declaration([account]));
  });

  it('are read by the city, by finance as far as the bar goes, and by the agency itself, and by nobody else', async () => {
    const city = ['officer', 'officer2', 'approver', 'approver2', 'auditor', 'both'];
    for (const [name, scope] of everyScope(world)) {
      const isAgency = name === 'agency';
      const isCity = city.includes(name) || ['clock', 'system'].includes(name);
      const seen = await Promise.all(
        [`claim_bar`, `fact_finding`].map(async (table) => (await rowsAs(world, scope, `select 1 from ${table}`)).length > 0),
      );
      expect([name, ...seen]).toEqual([name, isAgency || isCity || name.startsWith('finance'), isAgency || isCity]);
    }
    expect(await rowsAs(world, nobody, `select 1 from claim_bar`)).toEqual([]);
  });

  it('are written by the order of the recovery alone', async () => {
    const finds = `select app.find_false('${kase.id}', '{litigation}', '{"${lawsuit(5)}"}', 'x', 'x', now())`;
    const restores = `select app.restore_facts('${kase.id}', '{litigation}', '{"${lawsuit(3)}"}', 'x', 'x', now())`;
    const bars = `insert into claim_bar (kase, agency, from_day, to_day, reason, document_number, person, at) values ('${running.id}', '${world.orgs.first.id}', '2021-01-01', '2031-01-01', 'x', 'x', '${world.person('approver')}', now())`;
    const lifts = `insert into claim_bar_end (kase, reason, document_number, person, at) values ('${kase.id}', 'x', 'x', '${world.person('approver2')}', now())`;
    const writers = ['officer', 'approver', 'approver2', 'agency', 'agency2', 'finance', 'auditor', 'clock', 'system'];
    for (const [name, scope] of everyScope(world).filter(([one]) => writers.includes(one))) {
      for (const sql of [finds, restores, bars, lifts])
        await expect(wouldTouch(world, scope, sql), `${name}: ${sql}`).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('A finding or a bar that was wrong', () => {
  const correction = {
    restored: [matter(3)],
    liftsBar: false,
    reason: '法院复函证实判决属实，原认定有误。',
    documentNumber: '淄知更〔2021〕1号',
  };

  it('is taken back by an approver who had no hand in it; the fact counts again as a version of its own, with its files and answers', async () => {
    await kase.do('officer', 'close_recovery');
    await kase.refused('approver', 'correct_finding', correction, { status: 403, code: 'same_person' });
    await refusedToOthers(kase, 'correct_finding', correction, ['approver']);
    const refused = (more: object, code: string) =>
      kase.refused('approver2', 'correct_finding', { ...correction, ...more }, { status: 422, code });
    await refused({ restored: [matter(5)] }, 'not_found_false');
    await refused({ restored: [] }, 'nothing_chosen');
    await refused({ liftsBar: true }, 'not_barred');
    await kase.do('approver2', 'correct_finding', correction);
    expect(await counts(world)).toEqual([1, 0, 3, 1]);
    const agency = await world.as('agency');
    const { rows } = good(await agency.call('listFacts', { query: { kind: 'litigation' } }));
    const again = rows.find((one) => one.matter === lawsuit(3));
    expect(again).toMatchObject({ knownTo: null, finding: null, reason: correction.reason, confirmations: [{ isConfirmed: true }] });
    const { history } = await read(agency, again?.id ?? '');
    expect(history[0]).toMatchObject({ id: fact(3), finding: { number: kase.number, restoredBecause: correction.reason } });
    expect(Object.keys(again?.files ?? {}).length).toBeGreaterThan(0);
    expect(again?.files).toEqual(history[0]?.files);
    await refused({}, 'not_found_false');
    await kase.do('approver2', 'correct_finding', { ...correction, restored: [matter(4)] });
    await kase.refused('approver2', 'correct_finding', correction, { status: 422, code: 'nothing_to_correct' });
    const live = good(await agency.call('listFacts', { query: { kind: 'litigation' } })).rows.map((one) => one.matter);
    expect(live).toContain(lawsuit(44));
    expect(live).not.toContain(lawsuit(4));
  });

  it('lets the agency claim again at once', async () => {
    await draft.do('officer', 'take_in'); // what counts again
    const checked = await sheet(draft);
    await draft.do('officer', 'check', checked);
    // Restored, the matter is in dispute with the one who was paid for it meanwhile: a person finds whose it is.
    await draft.refused('officer', 'propose_computed', {}, { status: 422, code: 'matter_disputed' });
    const excluded = [{ ...matter(3), remark: '已由他人申领' }];
    await draft.do('officer', 'check', { ...checked, excluded });
    await draft.do('officer', 'propose_computed');
    await determined(draft);
    await draft.do('officer', 'propose_recovery', { ...findings, barMonths: 1, barReason: '多次申领不实' });
    await draft.do('approver', 'order_recovery');
    expect((await offersOf(world)).bar).toMatchObject({ number: draft.number });
    const lift = { ...correction, restored: [], liftsBar: true };
    await draft.do('approver2', 'correct_finding', lift);
    expect((await offersOf(world)).bar).toBeNull();
    expect(good(await (await world.as('agency')).open('claim', { year, clause: '9.4' })).state).toBe('draft');
    await draft.refused('approver2', 'correct_finding', lift, { status: 422, code: 'nothing_to_correct' });
    expect(await counts(world)).toEqual([2, 1, 3, 3]);
  });
});

describe('What was decided', () => {
  it('is listed for the city with every word of it', async () => {
    const auditor = await world.as('auditor');
    expect(good(await auditor.call('listBars')).rows).toMatchObject([
      { reason: '多次申领不实', isStanding: false, endedBecause: '法院复函证实判决属实，原认定有误。' },
      { reason: '伪造判决书骗取补助', isStanding: false, endedAt: null },
    ]);
    const { rows, next } = good(await auditor.call('listFindings', { query: {} }));
    expect(rows.map((row) => row.matter).sort()).toEqual([3, 44, 4].map(lawsuit));
    expect(next).toBeNull();
    const log = good(await auditor.call('listAudit', { query: { kind: 'false_claim', subject: world.orgs.first.id } }));
    expect(new Set(log.rows.map(({ kind }) => kind)).size).toBe(4);
    const allowed = ['officer', 'approver', 'auditor'] as const;
    await closedToOthers(world, 'listBars', { given: {}, allowed });
    await closedToOthers(world, 'listFindings', { given: { query: {} }, allowed });
  });

  it('left no fault behind', () => {
    expect(world.faults).toEqual([]);
  });
});
