import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { type Stop, stop } from './agenda.ts';
import type { City } from './city.ts';
import { claims, shareOfShortLine, type ToldClaim } from './claims-told.ts';
import { type Back, workdayBefore } from './days.ts';
import { mainSpan } from './evidence.ts';
import { agencyFacts, centreFacts, centreFactsWaiting, cleared, daysOf, doubling, factsAgo } from './facts-told.ts';
import { grantLists, grantRows } from './grants.ts';
import { enterprises, organisationOf } from './organisations.ts';
import { objectTo, startRun } from './steps-centre.ts';
import { awaitClaim, checkAndPropose, checkClaim, doToClaim, fileClaim, openClaim } from './steps-claims.ts';
import { record, vouch } from './steps-facts.ts';
import { addPayees, appropriate, askForMore, draftSettlement, payeeNames } from './steps-money.ts';
import { payments, redemptions } from './support-money.ts';
import type { ToldFact } from './told-fact.ts';

/** One step for each of several claims at the same moment: a stop each, since none waits for another. */
const each = (day: BusinessDate, time: string, list: readonly ToldClaim[], run: (city: City, claim: ToldClaim) => Promise<void>) =>
  list.map((claim) => stop(day, time, claim.key, (city) => run(city, claim)));

/** Claims are opened one by one, so that they get the same numbers in every load. */
const open = (day: BusinessDate, time: string, list: readonly ToldClaim[], year: number) =>
  stop(day, time, '申领：确认事实', async (city) => {
    for (const claim of list) await openClaim(city, claim, { main: year });
  });

/** The owner of the first grant in the city that an agency had in the year before. */
function clearedOwner(today: BusinessDate, agency: string) {
  const list = grantLists(mainSpan(today)).before.find((one) => one.agency === agency);
  const owner = enterprises.find(({ name }) => list && grantRows(list).some((row) => row.申请人 === name));
  if (!owner) throw new RangeError(`${agency} had no grant in the city`);
  return owner;
}

/** Every fact an agency puts on record for the support of the two years. */
export function factsByAgency(today: BusinessDate): ReadonlyMap<string, readonly ToldFact[]> {
  const days = daysOf(today);
  const facts = [...agencyFacts(days), cleared(days.year - 1, clearedOwner(today, 'agency12'))];
  return Map.groupBy(facts, ({ agency }) => agency);
}

/** Money, facts and accounts: what claims stand on. */
function ground(today: BusinessDate, back: Back): readonly Stop[] {
  const days = daysOf(today);
  const byAgency = factsByAgency(today);
  const facts = [...byAgency.values()].flat();
  const words = Map.groupBy(
    facts.filter(({ word }) => word !== null),
    ({ word }) => word?.by ?? '',
  );
  const centre = centreFacts(days);
  const vouchAll = (list: readonly ToldFact[]) => async (city: City) => {
    for (const fact of list) await vouch(city, fact);
  };
  return [
    stop(back(factsAgo), '09:00', '预算入账', (city) => appropriate(city, { main: days.year })),
    ...[...byAgency].map(([agency, list]) =>
      stop(back(factsAgo), '10:00', `${agency}：登记事实`, async (city) => {
        for (const fact of list) await record(city, fact, agency);
      }),
    ),
    ...[...new Set(payeeNames.map(({ agency }) => agency))].map((agency) =>
      stop(back(factsAgo), '14:00', `${agency}：收款账户`, (city) => addPayees(city, agency)),
    ),
    stop(back(23), '09:30', '市中心登记认定与通报', async (city) => {
      for (const fact of centre) await record(city, fact, 'officer1');
    }),
    ...[...words].map(([by, list]) => stop(back(23), '15:00', `${by}：确认事实`, vouchAll(list))),
    stop(back(23), '15:30', '市中心确认', vouchAll(centre)),
    stop(back(23), '16:30', '上年度核算', (city) => startRun(city, days.year - 1)),
  ];
}

const reasons = {
  joint: { yuan: 80_000, reason: '存续期管理由另一家机构承担，按所承担的工作核定。' },
  short: { yuan: 8_000, reason: '服务合同签订后由企业自行办理质押登记，按所承担的工作核定。' },
  denied: { reason: '放款银行否认其中一笔贷款，另一笔尚未确认，请核实后更正事实再提交。' },
  plain: {
    reasons: ['conditions_not_met'],
    explanation: '所报贷款为普通质押贷款，没有政银保合作机构的保险，不在第九条（一）按笔支持的范围。',
  },
  elsewhere: {
    reasons: ['conditions_not_met'],
    explanation: '放款银行在本市没有营业场所，贷款也不在本市记账，不属于本市银行的贷款。',
  },
  taken: {
    findings: '抽查发现清单中四件专利由其他机构代理，当年计入件数因此不足第一档，原核定失去依据。',
    documentNumber: '虚构追回决定1号',
  },
  objection: '该机构公示的托管合同所列服务，据我了解由另一家机构派人完成，请核对服务记录上的签名和时间。',
} as const;

/** Claims that went all the way: noticed, determined and, in `payments`, paid. */
function decided(back: Back, year: number): readonly Stop[] {
  const cash = [claims.tierBefore1, claims.tierBefore3, claims.loan1, claims.loan3, claims.certificates3];
  const vouchers = [claims.campaignBefore12, claims.custody1];
  // 顾问式托管年内还可能升为完全式：公示期满，等年度届满再核定（I-25）。
  const first = [...cash, ...vouchers, claims.custody4];
  const second = [claims.certificate4, claims.loan12, claims.win5];
  return [
    open(back(22), '10:00', first, year),
    ...each(back(22), '10:30', first, fileClaim),
    ...each(back(21), '10:00', first, (city, claim) => checkAndPropose(city, claim)),
    ...each(back(20), '10:00', first, (city, claim) => doToClaim(city, claim, { by: 'approver1', event: 'approve' })),
    ...each(back(14), '09:00', first, awaitClaim),
    ...each(back(14), '10:00', cash, (city, claim) => doToClaim(city, claim, { by: 'approver2', event: 'determine_payment' })),
    stop(back(14), '10:30', '核定并发券', async (city) => {
      for (const claim of vouchers) await doToClaim(city, claim, { by: 'approver2', event: 'issue_voucher' });
    }),
    open(back(13), '10:00', second, year),
    ...each(back(13), '10:30', second, fileClaim),
    ...each(back(12), '10:00', second, (city, claim) => checkAndPropose(city, claim, claim === claims.loan12 ? reasons.short : undefined)),
    ...each(back(10), '10:00', second, (city, claim) => doToClaim(city, claim, { by: 'approver1', event: 'approve' })),
    ...each(back(4), '09:00', second, awaitClaim),
    ...each(back(4), '10:00', second.slice(0, 2), (city, claim) => doToClaim(city, claim, { by: 'approver2', event: 'determine_payment' })),
  ];
}

/** Claims that stand at every other step today. */
function underWay(back: Back, year: number): readonly Stop[] {
  const { product1, custody3, honour1, honour5, honour12, product2, win12, win4, loan2, loan4, loan5, certificate12, tier2 } = claims;
  const at = (day: number, time: string, claim: ToldClaim, [by, event, input]: readonly [string, string, unknown?]) =>
    stop(back(day), time, `${claim.key}：${event}`, (city) => doToClaim(city, claim, { by, event, input }));
  return [
    open(back(12), '14:00', [loan4], year),
    ...each(back(12), '14:30', [loan4], fileClaim),
    at(11, '14:00', loan4, ['officer1', 'propose_refusal', reasons.elsewhere]),
    at(8, '15:00', loan4, ['approver1', 'confirm_refusal']),
    open(back(9), '14:00', [product1, custody3, honour1, product2, loan2, loan5, honour5, honour12, win12, win4], year),
    ...each(back(9), '14:30', [product1, custody3, honour1, product2, loan2, loan5], fileClaim),
    ...each(back(8), '10:00', [product1, custody3], (city, claim) => checkAndPropose(city, claim)),
    ...each(back(8), '10:30', [honour1], (city, claim) => checkClaim(city, claim)),
    ...each(back(8), '11:00', [honour5], fileClaim),
    ...each(back(7), '11:00', [honour12, win12], fileClaim),
    ...each(back(6), '10:00', [honour12, product2], (city, claim) => checkClaim(city, claim)),
    at(5, '10:00', product2, ['officer2', 'propose', reasons.joint]),
    ...each(back(5), '10:30', [win12], (city, claim) => checkClaim(city, claim)),
    ...each(back(4), '14:00', [win4], fileClaim),
    at(4, '15:00', loan5, ['officer1', 'propose_refusal', reasons.plain]),
    at(3, '14:00', loan2, ['officer1', 'give_back', reasons.denied]),
    ...each(back(3), '09:30', [product1, custody3], (city, claim) => doToClaim(city, claim, { by: 'approver1', event: 'approve' })),
    open(back(2), '16:00', [certificate12], year),
    open(back(1), '11:15', [tier2], year),
    ...each(back(1), '11:30', [tier2], fileClaim),
    stop(back(1), '15:00', '对支持公示提出异议', (city) =>
      objectTo(city, {
        key: `objection-${custody3.key}`,
        title: `拟支持公示：${organisationOf(custody3.agency).name}（${year}年度）`,
        contact: '0533-2100087',
        facts: reasons.objection,
      }),
    ),
  ];
}

/** What was paid on false lists is taken back; a part has come in. */
function takenBack(back: Back): readonly Stop[] {
  const one = claims.tierBefore3;
  const repaid = { yuan: 4_000, receivedOn: back(2), bankReference: '虚构流水0001' };
  return [
    stop(back(9), '10:00', '提出追回', (city) => doToClaim(city, one, { by: 'officer2', event: 'propose_recovery', input: reasons.taken })),
    stop(back(6), '15:00', '审定追回', (city) => doToClaim(city, one, { by: 'approver1', event: 'order_recovery' })),
    stop(back(2), '11:30', '登记退款', (city) => doToClaim(city, one, { by: 'finance', event: 'record_repayment', input: repaid })),
  ];
}

/** A year of support, told within the last weeks before today: facts, claims, vouchers and payments. */
export function support(today: BusinessDate): readonly Stop[] {
  const back: Back = (n) => workdayBefore(today, n);
  const days = daysOf(today);
  const year = yearOf(mainSpan(today).mainFrom);
  return [
    ...ground(today, back),
    ...decided(back, year),
    ...underWay(back, year),
    ...redemptions(back),
    ...payments(back),
    ...takenBack(back),
    stop(back(5), '15:00', '拟定结算比例', (city) => draftSettlement(city, { main: year }, shareOfShortLine)),
    stop(back(3), '15:30', '拟追加预算', (city) => askForMore(city, { main: year })),
    stop(back(3), '11:00', '尚待审定人确认的事实', async (city) => {
      for (const fact of centreFactsWaiting(days)) await record(city, fact, 'officer1');
      await record(city, doubling(days), 'agency1');
    }),
    stop(back(1), '16:30', '本年度核算', (city) => startRun(city, year)),
  ];
}
