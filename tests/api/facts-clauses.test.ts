import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import type { ClauseKey } from '#policy/zibo-2020/case-file.ts';
import { mattersOf } from '#policy/zibo-2020/fact-kinds/case-facts.ts';
import { caseFileOf, agencyYearOf } from '#server/cases/case-file.ts';
import { decide } from '#server/cases/determination.ts';
import { reading, systemScope } from '#server/db/transaction.ts';
import { type Caller, good } from '../support/caller.ts';
import { inventedCode } from '../support/form.ts';
import { add, answer, formOf, readyForFacts } from '../support/facts.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let agency: Caller;
let officer: Caller;
let approver: Caller;

beforeAll(async () => {
  await placeZone(world);
  await readyForFacts(world);
  agency = await world.as('agency');
  officer = await world.as('officer');
  approver = await world.as('approver');
});

/** Every test has the agency's record for itself. */
beforeEach(async () => {
  await world.owner.query(`truncate fact, fact_confirmation, fact_file cascade`);
});

type Item = {
  agency: string;
  clause: ClauseKey;
  code: string;
  ceilingYuan: number;
  eligible: boolean | null;
  kind: string;
  missing?: string[];
  paymentHold?: true;
  lines?: { fact: string; code: string; ceilingYuan: number }[];
};

const items = async (year = 2021) =>
  (good(await agency.call('readDetermination', { query: { year } })).answer as unknown as { items: Item[] }).items;
const verdict = async (clause: ClauseKey, year = 2021) => {
  const item = (await items(year)).find((one) => one.clause === clause);
  return item ? [item.code, item.ceilingYuan, item.eligible] : undefined;
};

const known = { now: '2021-06-01T02:00:00.000Z', today: '2021-06-01' } as Parameters<typeof caseFileOf>[2];
const system = <T>(work: Parameters<typeof reading<T>>[2]) => reading(world.house.pool, systemScope, work);
const first = () => world.orgs.first.id;

describe('第九条 over what is stored', () => {
  it('（一）gives ten thousand yuan a loan of the scheme, none for others, and securitisation stands on a local loan', async () => {
    await add(agency, 'ip_securitization');
    expect(await verdict('9.1.sec')).toEqual(['GATE_NO_LOCAL_LOAN', 0, false]);
    await add(agency, 'pledge_loan', { insuredByGovBankInsurer: false });
    expect(await verdict('9.1.loan')).toEqual(['NOT_INSURED_SCHEME', 0, false]);
    expect(await verdict('9.1.sec')).toEqual(['OK', 100_000, true]);
    await add(agency, 'pledge_loan', { contractNo: 'QS-2' });
    await add(agency, 'pledge_loan', { contractNo: 'QS-3' });
    expect(await verdict('9.1.loan')).toEqual(['OK', 20_000, true]);
    await add(agency, 'pledge_loan', { contractNo: 'QS-4', insuredByGovBankInsurer: null });
    expect(await verdict('9.1.loan')).toEqual(['UNKNOWN', 0, null]);
  });

  it('（一）does not decide a loan that the bank disputes', async () => {
    const id = await add(agency, 'pledge_loan');
    expect(await verdict('9.1.loan')).toEqual(['OK', 10_000, true]);
    good(await answer(await world.as('bank'), id, false));
    expect(await verdict('9.1.loan')).toEqual(['UNKNOWN', 0, null]);
    good(await answer(await world.as('bank'), id));
    expect(await verdict('9.1.loan')).toEqual(['OK', 10_000, true]);
  });

  it('（二）gives a voucher by the mode once the centre’s recognition is approved, also for a contract begun in the year before', async () => {
    await add(agency, 'custody_contract', { startDate: '2020-11-10', endDate: '2021-01-31', mode: 'advisory' });
    expect(await verdict('9.2')).toEqual(['NO_CENTRE_RECOGNITION', 0, false]);
    const id = await add(officer, 'custody_recognition', {}, first());
    expect(await verdict('9.2')).toEqual(['NO_CENTRE_RECOGNITION', 0, false]);
    good(await answer(approver, id));
    expect(await verdict('9.2')).toEqual(['OK', 30_000, true]);
    await add(agency, 'custody_contract', { contractNo: 'TG-2' });
    expect(await verdict('9.2')).toEqual(['OK', 50_000, true]);
    expect(await verdict('9.2', 2022)).toBeUndefined();
  });

  it('（二）gives nothing for a recognition the approver turned down', async () => {
    await add(agency, 'custody_contract');
    good(await answer(approver, await add(officer, 'custody_recognition', {}, first()), false));
    expect(await verdict('9.2')).toEqual(['NO_CENTRE_RECOGNITION', 0, false]);
  });

  it('（三）gives the highest honour of the year, and ten thousand yuan for each new attorney', async () => {
    await add(agency, 'brand_honour', { level: 'provincial' });
    await add(agency, 'brand_honour', { name: '全国示范机构' });
    await add(agency, 'agent_certificate');
    await add(agency, 'agent_certificate', { certificateNo: '3712346', person: '周四' });
    expect(await verdict('9.3.honour')).toEqual(['OK', 200_000, true]);
    expect(await verdict('9.3.cert')).toEqual(['OK', 20_000, true]);
    const before = await add(agency, 'brand_honour', { name: '入驻前', awardedDate: '2020-11-01' });
    expect(await verdict('9.3.honour', 2020)).toEqual(['BEFORE_ENTRY', 0, false]);
    good(await agency.call('withdrawFact', { params: { id: before }, body: { reason: '入驻前取得' } }));
    expect(await verdict('9.3.honour', 2020)).toBeUndefined();
  });

  it('（四）splits a case by the declared parts and answers only about the agency itself', async () => {
    const own = world.orgs.first.creditCode ?? '';
    const other = inventedCode(801);
    const shares = (mine: number | null, theirs: number | null) => ({
      shares: [
        { creditCode: other, percent: theirs },
        { creditCode: own, percent: mine },
      ],
    });
    const id = await add(agency, 'litigation', shares(40, 60));
    expect(await verdict('9.4')).toEqual(['OK', 20_000, true]);
    expect([...new Set((await items()).map((item) => item.agency))]).toEqual([first()]);
    const body = { data: formOf('litigation', shares(null, 60)), reason: '份额待定' };
    good(await agency.call('correctFact', { params: { id }, body }));
    expect(await verdict('9.4')).toEqual(['UNKNOWN', 0, null]);
  });

  it('（五）joins a campaign to the grants of its enterprise once the centre approved it, and bars it after a finding', async () => {
    const grant = (serial: number, more: object = {}) =>
      add(agency, 'invention_grant', { number: composePatentNumber(2019, 1, serial), ...more });
    for (let serial = 1; serial <= 4; serial += 1) await grant(serial);
    await grant(5, { owner: '别的企业' });
    const result = await add(agency, 'campaign_result');
    expect(await verdict('9.5.campaign')).toBeUndefined();
    good(await answer(approver, result));
    expect(await verdict('9.5.campaign')).toEqual(['BELOW_THRESHOLD', 0, false]);
    await grant(6, { owner: `${world.orgs.plant.name}；某大学` });
    expect(await verdict('9.5.campaign')).toEqual(['OK', 50_000, true]);
    const finding = await add(officer, 'abnormal_filing', { isMalicious: false }, first());
    expect((await items()).find(({ clause }) => clause === '9.5.campaign')).toMatchObject({ code: 'OK', paymentHold: true });
    good(await answer(approver, finding));
    expect(await verdict('9.5.campaign')).toEqual(['ABNORMAL_FILING', 0, false]);
    const body = { data: formOf('abnormal_filing', { isMalicious: false, status: 'withdrawn' }), reason: '异议成立' };
    good(await answer(approver, good(await officer.call('correctFact', { params: { id: finding }, body })).id));
    expect(await verdict('9.5.campaign')).toEqual(['OK', 50_000, true]);
  });

  it('tells each agency’s partner nothing: what it gets is in its own file', async () => {
    await add(agency, 'brand_honour');
    expect(
      (good(await (await world.as('agency2')).call('readDetermination', { query: { year: 2021 } })).answer as unknown as { items: Item[] })
        .items,
    ).toEqual([]);
  });
});

describe('A case file of stored facts', () => {
  it('is as known at its moment: later corrections and answers do not count', async () => {
    const id = await add(agency, 'pledge_loan');
    world.setNow('2021-06-03T01:00:00.000Z');
    good(await answer(await world.as('bank'), id, false));
    const body = { data: formOf('pledge_loan', { contractNo: 'NEU' }), reason: '更正' };
    good(await agency.call('correctFact', { params: { id }, body }));
    const [then] = (await system((tx) => caseFileOf(tx, { agency: first(), year: 2021, rulings: {} }, known))).facts;
    expect(then).toMatchObject({ contractNo: 'QS-2021-001', bankInCity: true });
    const later = { now: world.now(), today: '2021-06-03' } as typeof known;
    expect((await system((tx) => caseFileOf(tx, { agency: first(), year: 2021, rulings: {} }, later))).facts).toMatchObject([
      { contractNo: 'NEU', bankInCity: true },
    ]);
    world.setNow('2021-06-01T01:00:00.000Z');
  });

  it('leaves out the matters it is told to, by the names its items have', async () => {
    await add(agency, 'pledge_loan');
    await add(agency, 'pledge_loan', { contractNo: 'QS-2' });
    await add(agency, 'brand_honour');
    const file = await system((tx) => caseFileOf(tx, { agency: first(), year: 2021, rulings: {} }, known));
    const { rows } = await system((tx) => agencyYearOf(tx, { agency: first(), year: 2021, rulings: {} }, known));
    const answered = decide(file, {});
    const [loans, honour] = answered.items;
    if (!loans || !honour) throw new Error('two items are missing');
    const held = [...mattersOf(loans, rows).slice(0, 1), ...mattersOf(honour, rows)];
    expect(held).toEqual([
      { kind: 'pledge_loan', matter: 'QS-2' },
      { kind: 'brand_honour', matter: `${first()}|知识产权品牌服务机构|2021-03-18` },
    ]);
    const without = await system((tx) => caseFileOf(tx, { agency: first(), year: 2021, rulings: {} }, known, { without: held }));
    expect(without.facts).toHaveLength(1);
    expect(decide(without, {}).items.map(({ clause, ceilingYuan }) => [clause, ceilingYuan])).toEqual([['9.1.loan', 10_000]]);
  });

  it('takes earlier determinations in, which are not supported again', async () => {
    await add(agency, 'pledge_loan');
    const prior = [{ agency: first(), clause: '9.1.loan' as const, year: 2021, yuan: 10_000, facts: ['质押贷款 QS-2021-001'] }];
    const file = await system((tx) => caseFileOf(tx, { agency: first(), year: 2021, rulings: {} }, known, { prior }));
    expect(decide(file, {}).items).toMatchObject([{ clause: '9.1.loan', code: 'ONCE_ONLY', ceilingYuan: 0 }]);
  });

  it('holds the facts of the year that the reading means: a policy year goes on into the next calendar year', async () => {
    await add(agency, 'brand_honour');
    const recognition = await add(officer, 'custody_recognition', {}, first());
    good(await answer(approver, recognition));
    const kindsOf = async (year: number, yearBasis: string) => {
      const rulings = { yearBasis: { value: yearBasis, status: 'replaced' as const } };
      const { rows } = await system((tx) => agencyYearOf(tx, { agency: first(), year, rulings }, known));
      return rows.map(({ kind }) => kind).sort();
    };
    expect(await kindsOf(2020, 'calendar')).toEqual([]);
    expect(await kindsOf(2021, 'calendar')).toEqual(['brand_honour', 'custody_recognition']);
    // Won in March 2021, within the policy year that began in August 2020. A recognition belongs to the year it names.
    expect(await kindsOf(2020, 'policy_year')).toContain('brand_honour');
    expect(await kindsOf(2021, 'policy_year')).toEqual(['custody_recognition']);
  });

  it('the nearest change follows the centre’s rulings', async () => {
    await add(agency, 'ip_securitization');
    const { nearest } = good(await agency.call('readNearest', { query: { year: 2021 } }));
    expect(nearest.find(({ clause }) => clause === '9.1.sec')).toMatchObject({ steps: 1, yuan: 100_000 });
    await world.owner.query(
      `insert into reading (policy, key, value, source, effective_from, decided_at) values ('zibo-2020', 'securitizationGate', '"none"', '测试', '2021-01-01', '2021-01-01')`,
    );
    const ruled = good(await agency.call('readNearest', { query: { year: 2021 } })).nearest;
    expect(ruled.find(({ clause }) => clause === '9.1.sec')).toBeUndefined();
    expect(await verdict('9.1.sec')).toEqual(['OK', 100_000, true]);
  });

  it('ended in no fault', () => {
    expect(world.faults).toEqual([]);
  });
});
