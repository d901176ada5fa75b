import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { matterOf } from '#policy/zibo-2020/fact-kinds/case-facts.ts';
import { type FactKindName, factKindNamed, factKindNames } from '#policy/zibo-2020/fact-kinds/index.ts';
import { type Caller, good, type Reply } from '../support/caller.ts';
import { add, formOf, paperOf, read, readyForFacts, tryAdd } from '../support/facts.ts';
import { rowsAs, scopeOfPerson, wouldTouch } from '../support/raw.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
let agency: Caller;
let second: Caller;
let officer: Caller;

beforeAll(async () => {
  await readyForFacts(world);
  agency = await world.as('agency');
  second = await world.as('agency2');
  officer = await world.as('officer');
});

const byAuthor = (kind: FactKindName) =>
  factKindNamed(kind).enteredBy.includes('agency') ? ([agency, undefined] as const) : ([officer, world.orgs.first.id] as const);

/** An answer without what differs between any two requests. */
const comparable = ({ status, text, problem }: Reply<unknown>) => [status, text.replaceAll(problem.requestId, 'ID')];

describe('The kinds of facts', () => {
  it('are described to whoever has signed in, with forms a screen can draw', async () => {
    const kinds = good(await (await world.as('enterprise')).call('describeFactKinds'));
    expect(kinds.map(({ name }) => name)).toEqual(factKindNames);
    const loan = kinds.find(({ name }) => name === 'pledge_loan');
    expect(loan).toMatchObject({ title: '专利质押贷款', clause: '9.1a', enteredBy: ['agency'], confirmedBy: 'bank' });
    expect(loan?.evidence).toContainEqual({ field: 'payoutFile', title: '放款凭证', isRequired: true });
    expect(loan?.columns.slice(0, 2)).toEqual([
      { title: '贷款合同编号', isRequired: true },
      { title: '借款企业', isRequired: true },
    ]);
    expect(JSON.stringify(loan?.form)).not.toContain('"type":["');
    expect(kinds.find(({ name }) => name === 'abnormal_filing')?.columns).toEqual([]);
  });

  it('have a template each that opens in Excel: a mark, the head, no rows', async () => {
    const reply = await agency.ask({ url: '/api/fact-kinds/brand_honour/template.csv' });
    expect(reply.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(reply.text.replace('\uFEFF', '')).toBe('品牌或资质名称,级别,授予单位,文号或证书号,授予日期\r\n');
    expect((await agency.ask({ url: '/api/fact-kinds/abnormal_filing/template.csv' })).status).toBe(404);
  });

  it('have the same authors and confirmers in the database as in the program', async () => {
    const { rows } = await world.owner.query<{ kind: string; confirmer: string | null; is_centre: boolean }>(
      `select k as kind, app.fact_confirmer(k) as confirmer, app.is_centre_fact(k) as is_centre from unnest($1::text[]) k`,
      [factKindNames],
    );
    for (const { kind, confirmer, is_centre: isCentre } of rows) {
      const { confirmedBy, enteredBy } = factKindNamed(kind);
      expect([kind, confirmer, isCentre]).toEqual([kind, confirmedBy, enteredBy.includes('centre_officer')]);
    }
    expect(rows).toHaveLength(10);
  });

  it('name a matter in the database as the plan names it', async () => {
    for (const kind of factKindNames) {
      const claimed = matterOf({ kind, matter: 'A|B-1', agency: world.orgs.first.id, year: 2021 });
      const { rows } = await world.owner.query<{ stored: string }>(`select app.fact_matter($1, $2) as stored`, [kind, claimed.matter]);
      expect(rows, kind).toEqual([{ stored: 'A|B-1' }]);
    }
  });
});

describe('A fact of any kind', () => {
  it.each(factKindNames)('%s is entered, read back as it is kept, and taken once', async (kind) => {
    const [caller, whom] = byAuthor(kind);
    const id = await add(caller, kind, {}, whom);
    const view = await read(caller, id);
    expect(view).toMatchObject({ id, kind, agency: world.orgs.first.id, agencyName: world.orgs.first.name, knownTo: null, history: [] });
    const { form, keep, matter } = factKindNamed(kind);
    const data = keep(form.parse(formOf(kind)));
    expect(view.data).toEqual(JSON.parse(JSON.stringify(data)));
    expect(view.matter).toBe(matter(data));
    const again = await tryAdd(caller, kind, {}, whom);
    expect(again.problem).toMatchObject({ status: 409, code: 'duplicate_matter', refusals: [{ field: factKindNamed(kind).matterField }] });
  });

  it.each(factKindNames)('%s is entered by nobody else', async (kind) => {
    const isCentres = !factKindNamed(kind).enteredBy.includes('agency');
    const other = isCentres ? second : officer;
    expect((await tryAdd(other, kind, {}, world.orgs.second.id)).problem).toMatchObject({ status: 403, code: 'not_author' });
    const scope = scopeOfPerson(world, isCentres ? 'agency2' : 'officer');
    const insert = `insert into fact (id, agency, kind, matter, valid_on, data, known_from) values (gen_random_uuid(), $1, $2, 'X', '2021-01-01', '{}', now())`;
    await expect(wouldTouch(world, scope, insert, [world.orgs.second.id, kind])).rejects.toMatchObject({ code: '42501' });
  });

  it('is about an agency that exists', async () => {
    for (const whom of [undefined, randomUUID(), world.orgs.plant.id]) {
      const reply = await tryAdd(officer, 'abnormal_filing', { noticeNo: '另一号' }, whom);
      expect(reply.problem).toMatchObject({ status: 422, refusals: [{ field: 'agency', says: '请选择服务机构' }] });
    }
  });

  it('tells what is wrong field by field, and lets doubts in with a warning', async () => {
    const bad = await tryAdd(agency, 'pledge_loan', { contractNo: 'B1', bankCode: '123', signedDate: '2021-02-30' });
    expect(bad.problem.refusals.map(({ field }) => field)).toEqual(['bankCode', 'signedDate']);
    const early = await tryAdd(agency, 'pledge_loan', { contractNo: 'B1', signedDate: '2021-02-09' });
    expect(early.problem.refusals).toMatchObject([{ field: 'disbursedDate', says: '放款日不能早于合同签订日' }]);
    const doubt = good(await tryAdd(agency, 'pledge_loan', { contractNo: 'B1', pledgeNo: '7' }));
    expect(doubt.warnings).toEqual([{ field: 'pledgeNo', says: '质押登记号一般为Y加13位数字，请核对' }]);
  });

  it('names no file that somebody else uploaded', async () => {
    const theirs = await paperOf(second, '别人的文件');
    expect((await tryAdd(agency, 'brand_honour', { name: '甲', awardFile: theirs })).problem).toMatchObject({ code: 'unknown_file' });
  });

  it('says which required papers are still missing', async () => {
    const awardFile = await paperOf(agency, '授予文件');
    const id = await add(agency, 'brand_honour', { name: '乙', awardFile });
    expect(await read(agency, id)).toMatchObject({ missingEvidence: ['entryFile'], files: { [awardFile]: '授予文件.pdf' } });
  });
});

describe('A correction', () => {
  it('keeps both versions with their times and the reason, and may change the matter', async () => {
    world.setNow('2021-06-02T01:00:00.000Z');
    const first = await add(agency, 'litigation', { caseNo: '（2021）鲁03民初70号', agencyFeeYuan: 10_000 });
    world.setNow('2021-06-03T02:00:00.000Z');
    const body = { data: formOf('litigation', { caseNo: '（2021）鲁03民初71号', agencyFeeYuan: 12_000 }), reason: '案号抄错' };
    const { id } = good(await agency.call('correctFact', { params: { id: first }, body }));
    const now = await read(agency, id);
    expect(now).toMatchObject({ matter: '（2021）鲁03民初71号', knownFrom: '2021-06-03T02:00:00.000Z', knownTo: null, reason: '案号抄错' });
    expect(now.history).toMatchObject([
      {
        id: first,
        matter: '（2021）鲁03民初70号',
        data: { agencyFeeYuan: 10_000 },
        knownFrom: '2021-06-02T01:00:00.000Z',
        knownTo: '2021-06-03T02:00:00.000Z',
        reason: null,
      },
    ]);
    expect((await agency.call('correctFact', { params: { id: first }, body })).problem).toMatchObject({
      status: 409,
      code: 'already_ended',
    });
    // The old matter is free again.
    expect((await tryAdd(agency, 'litigation', { caseNo: '（2021）鲁03民初70号' })).status).toBe(201);
  });

  it('in the very moment of entry leaves one live version, and one that was never known', async () => {
    const first = await add(agency, 'agent_certificate', { certificateNo: '3700001' });
    const body = { data: formOf('agent_certificate', { certificateNo: '3700001', person: '李四' }), reason: '姓名有误' };
    const { id } = good(await agency.call('correctFact', { params: { id: first }, body }));
    const [before] = (await read(agency, id)).history;
    expect(before?.knownTo).toBe(before?.knownFrom);
    const live = good(await agency.call('listFacts', { query: { kind: 'agent_certificate' } })).rows;
    expect(live.filter(({ matter }) => matter === '3700001')).toHaveLength(1);
    const all = good(await agency.call('listFacts', { query: { kind: 'agent_certificate', history: '1' } })).rows;
    expect(all.filter(({ matter }) => matter === '3700001')).toHaveLength(2);
  });

  it('that is refused leaves the old version as it was', async () => {
    const id = await add(agency, 'ip_securitization', { productName: '二期' });
    await add(agency, 'ip_securitization', { productName: '三期' });
    const correct = (more: object) =>
      agency.call('correctFact', { params: { id }, body: { data: formOf('ip_securitization', more), reason: '改名' } });
    expect((await correct({ productName: '三期' })).problem.code).toBe('duplicate_matter');
    expect((await correct({ productName: '二期', completedDate: '2022-01-01' })).problem.status).toBe(422);
    expect(await read(agency, id)).toMatchObject({ knownTo: null, matter: '二期' });
  });

  it('needs a reason, and of two at the same moment one stands', async () => {
    const id = await add(agency, 'brand_honour', { name: '并发' });
    const correct = (name: string, reason = '更正') =>
      agency.call('correctFact', { params: { id }, body: { data: formOf('brand_honour', { name }), reason } });
    expect((await correct('并发', ' ')).problem).toMatchObject({ status: 422, refusals: [{ field: 'reason' }] });
    const replies = await Promise.all(Array.from({ length: 8 }, (_, n) => correct(`并发${n}`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('is the author’s alone, and what has ended can not be changed even by hand-written SQL', async () => {
    const id = await add(agency, 'custody_contract', { contractNo: 'TG-9' });
    const body = { data: formOf('custody_contract', { contractNo: 'TG-9' }), reason: '更正' };
    expect((await officer.call('correctFact', { params: { id }, body })).problem.code).toBe('not_author');
    expect((await second.call('correctFact', { params: { id }, body })).status).toBe(404);
    expect((await agency.call('withdrawFact', { params: { id }, body: { reason: '误报' } })).status).toBe(204);
    expect(await read(agency, id)).toMatchObject({ withdrawnBecause: '误报', knownTo: expect.any(String) });
    for (const name of ['agency', 'agency2', 'officer', 'approver', 'enterprise', 'auditor'] as const) {
      const scope = scopeOfPerson(world, name);
      expect(await wouldTouch(world, scope, `update fact set known_to = now() where id = $1`, [id]), name).toBe(0);
      await expect(wouldTouch(world, scope, `update fact set data = '{}' where id = $1`, [id]), name).rejects.toMatchObject({
        code: '42501',
      });
      await expect(wouldTouch(world, scope, `delete from fact where id = $1`, [id]), name).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('Facts of others', () => {
  it('are read by the centre and the auditor, agency by agency, and by no other agency', async () => {
    for (const name of ['officer', 'approver', 'auditor'] as const) {
      const caller = await world.as(name);
      const { rows, counts } = good(await caller.call('listFacts', { query: { agency: world.orgs.first.id, kind: 'pledge_loan' } }));
      expect(rows.length, name).toBeGreaterThan(0);
      expect(counts.length).toBeGreaterThan(3);
      expect((await caller.call('listFacts')).problem.status).toBe(422);
    }
    expect(good(await second.call('listFacts', { query: { agency: world.orgs.first.id } })).rows).toEqual([]);
  });

  it('never show through: the same matter is taken from two agencies without a word', async () => {
    const id = await add(agency, 'pledge_loan', { contractNo: 'QS-SAME' });
    const mine = await tryAdd(second, 'pledge_loan', { contractNo: 'qs same'.replace(' ', '-') });
    const fresh = await tryAdd(second, 'pledge_loan', { contractNo: 'QS-NOBODY' });
    const shape = (reply: typeof mine) => [reply.status, reply.text.replace(reply.data.id, 'ID')];
    expect(shape(mine)).toEqual(shape(fresh));
    const nowhere = randomUUID();
    for (const name of ['readFact', 'withdrawFact', 'correctFact'] as const) {
      const body = { readFact: undefined, withdrawFact: { reason: 'x' }, correctFact: { data: formOf('pledge_loan'), reason: 'x' } }[name];
      const ask = (one: string) =>
        second.call(name, { params: { id: one }, ...(body ? { body } : {}) } as never) as Promise<Reply<unknown>>;
      expect(comparable(await ask(id)), name).toEqual(comparable(await ask(nowhere)));
    }
    expect(await rowsAs(world, scopeOfPerson(world, 'agency2'), `select 1 from fact where agency = $1`, [world.orgs.first.id])).toEqual([]);
  });

  it('a recognition is seen by its agency only once it is approved', async () => {
    const id = await add(officer, 'custody_recognition', { documentNo: '淄知中心〔2021〕9号' }, world.orgs.second.id);
    expect((await second.call('readFact', { params: { id } })).status).toBe(404);
    const approver = await world.as('approver');
    good(await approver.call('confirmFact', { params: { id }, body: { isConfirmed: true } }));
    expect((await read(second, id)).standing).toBe('stands');
  });

  it('every change is in the audit log', async () => {
    const { rows } = await world.owner.query<{ kind: string; count: string }>(
      `select kind, count(*) as count from audit where kind like 'fact.%' group by 1 order by 1`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['fact.add', 'fact.confirm', 'fact.correct', 'fact.withdraw']);
  });

  it('ended in no fault', () => {
    expect(world.faults).toEqual([]);
  });
});
