import { describe, expect, it } from 'vitest';
import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import type { Role } from '#core/people/roles.ts';
import { open } from '#core/process/open.ts';
import { actorIn, begun, moved, occasion, told, tried } from '../../../tests/support/pure.ts';
import { account, declared, entitled, entitledWith, facts, line, refusal, sheet } from '../../../tests/support/pure-claim.ts';
import { claim as definition } from './process.ts';

const claim = definition as unknown as AnyProcess;
const voucher: Facts = { entitlement: entitled({ paidAs: 'voucher' }) };
const persons: Facts = { entitlement: entitled({ isFixed: true, recipients: [{ person: '孙三', amount: 1_000_000 as never }] }) };
const reason = { reason: '理由不少于五个字' };

const way: readonly (readonly [Role, string, unknown?])[] = [
  ['agency', 'file'],
  ['centre_officer', 'check', sheet()],
  ['centre_officer', 'propose_computed'],
  ['centre_approver', 'approve'],
  ['clock', 'notice_ends'],
];

/** A claim brought as far as this state on the straight way. */
function upTo(state: string, more: Facts = {}): Case {
  const given = { ...facts, ...more };
  let kase = begun(claim, { as: 'agency', input: { year: 2021, clause: '9.4' }, facts: given });
  for (const [as, event, input = {}] of way) {
    if (kase.state === state) return kase;
    kase = moved(claim, kase, { as, event, input: event === 'file' ? declared(more) : input, facts: given }).next;
  }
  return kase;
}

/** The first refusal of a try, as the user reads it: code and sentence. */
function told1(kase: Case, as: Role, event: string, { more = {}, input = {} }: { more?: Facts; input?: unknown } = {}) {
  const outcome = tried(claim, kase, { as, event, input, facts: { ...facts, ...more } });
  if (outcome.ok) throw new Error(`${event} happened`);
  return outcome.refusals.map(({ code, says, field }) => `${code}${field ? `@${field}` : ''}: ${says.zh}`);
}

const opening = (more: Facts, input: object = { year: 2021, clause: '9.4' }, at = '2021-03-01T01:00:00.000Z') => {
  const outcome = open(claim, { input, actor: actorIn('agency') }, occasion({ ...facts, ...more }, at), {
    id: 'c',
    number: 'N',
    policy: 'p',
  });
  return outcome.ok ? [] : outcome.refusals.map(({ code, says, field }) => `${code}${field ? `@${field}` : ''}: ${says.zh}`);
};

describe('A claim is not opened', () => {
  it.each([
    [
      'after the run-off',
      {},
      { year: 2021, clause: '9.4' },
      '2022-01-01T01:00:00.000Z',
      'claim_window_closed: 申报截止2021-12-31，现已不能申报',
    ],
    ['for a year to come', {}, { year: 2022, clause: '9.4' }, undefined, 'future_year@year: 年度还没有开始'],
    [
      'while a decision bars the agency',
      { bar: { until: '2022-03-01' as never, documentNumber: '追1号', number: 'ZC-1' } },
      undefined,
      undefined,
      'claims_barred: 至2022-03-01（含当日）不受理本机构新的申领，依据追回决定追1号（ZC-1）',
    ],
    ['without facts', { entitlement: null }, undefined, undefined, 'no_facts@clause: 该年度没有与这一条款有关的事实'],
    ['beside one under way', { ownClaims: 1 }, undefined, undefined, 'claim_exists@clause: 本机构该年度这一条款已有在办的申领'],
    ['under a clause that does not exist', {}, { year: 2021, clause: '9.9' }, undefined, 'invalid_input@clause: '],
    ['for a year that is none', {}, { year: 20.21, clause: '9.4' }, undefined, 'invalid_input@year: 请填写年度'],
  ] as const)('%s', (...row) => {
    const [, more, input, at, says] = row;
    expect(opening(more, input, at)[0]).toContain(says);
  });

  it('but on the last day of the run-off it is', () => {
    expect(opening({}, undefined, '2021-12-31T15:59:59.999Z')).toEqual([]);
    expect(opening({}, undefined, '2021-12-31T16:00:00.000Z')).toHaveLength(1);
  });
});

describe('A claim is not filed', () => {
  const draft = upTo('draft');
  it.each([
    [
      'with papers missing',
      { entitlement: entitledWith({ missing: ['生效证明', '发票'] }) },
      {},
      'evidence_missing: 证据不齐：判决M-1缺生效证明、发票。',
    ],
    ['when its facts are gone', { entitlement: null }, {}, 'no_facts: '],
    ['beside another', { ownClaims: 1 }, {}, 'claim_exists: '],
    ['without the declaration', {}, { isTrue: false }, 'not_declared@isTrue: 请作出真实性声明'],
    ['for what the city supports already', {}, { otherSupport: 'same_level' }, 'other_support@otherSupport: 同一事项已有市级支持的'],
    [
      'with other support in no words',
      {},
      { otherSupport: 'other_level', otherSupportDetails: ' 有 ' },
      'invalid_input@otherSupportDetails: 请说明支持的来源',
    ],
    ['without an account', {}, { payees: [] }, 'payee_missing@payees: 请选择本机构的一个收款账户'],
    ['into two accounts', {}, { payees: [account.id, account.id] }, 'payee_missing@payees: '],
    [
      'into an account of somebody else',
      {},
      { payees: ['99999999-9999-4999-8999-999999999999'] },
      'payee_unknown@payees: 收款账户不在本机构名下',
    ],
    ['into a person’s account', { payees: [{ ...account, isPerson: true }] }, {}, 'payee_missing@payees: '],
    ['with an account for a voucher', voucher, { payees: [account.id] }, 'payee_not_needed@payees: 发放服务券的事项不填收款账户'],
    ['without an account of each person', persons, {}, 'payee_missing@payees: 发给个人，还缺收款账户：孙三'],
    ['with a number that names nothing', {}, { payees: ['x'] }, 'invalid_input@payees.0: '],
  ] as const)('%s', (_name, more, words, says) => {
    expect(told1(draft, 'agency', 'file', { more, input: { ...declared(), ...words } })[0]).toContain(says);
  });

  it('names five facts that lack papers, and how many more', () => {
    const [one] = entitled().entries;
    const many = entitled({
      entries: Array.from({ length: 7 }, (_, i) => ({
        ...(one as NonNullable<typeof one>),
        id: `f-${i}`,
        title: `判决${i}`,
        missing: ['发票'],
      })),
    });
    expect(told1(draft, 'agency', 'file', { more: { entitlement: many } })[0]).toMatch(/判决4缺发票等7项。/);
  });

  it('but with an account of each person it is', () => {
    const given = { ...persons, payees: [{ ...account, name: '孙三', isPerson: true }] };
    expect(tried(claim, draft, { as: 'agency', event: 'file', input: declared(), facts: { ...facts, ...given } }).ok).toBe(true);
  });
});

describe('A check is not kept', () => {
  const filed = upTo('filed');
  it.each([
    ['with a fact nobody judged', { entries: sheet().entries.slice(1) }, 'not_all_checked@entries: 还有1项没有核对：判决M-1'],
    ['with a doubt in no words', sheet('unclear', ' '), 'remark_missing@entries: 不符或待查的，请写明情况'],
    ['with a no in no words', sheet('not', '无'), 'remark_missing@entries: '],
    ['with another verdict', sheet('perhaps'), 'invalid_input@entries.0.verdict: '],
  ] as const)('%s', (_name, words, says) => {
    expect(told1(filed, 'centre_officer', 'check', { input: { ...sheet(), ...words } })[0]).toContain(says);
  });
});

const dispute: Facts = { disputes: [{ kind: 'litigation', matter: 'M-1' }] };
const open_: Facts = { entitlement: entitled({ eligible: null, missing: ['生效日期', '代理费'] }) };
const not: Facts = { entitlement: entitled({ eligible: false, says: '不是涉外案件', code: 'NOT_FOREIGN' }) };
const barriers: readonly (readonly [string, Facts, string])[] = [
  ['that is not entitled', not, 'not_entitled: 按现有事实不符合条件：不是涉外案件'],
  [
    'for which the cap leaves nothing',
    { entitlement: entitled({ ceiling: 0 as never, says: '年度累计已达上限' }) },
    'not_entitled: 按现有事实可支持金额为0元：年度累计已达上限',
  ],
  ['that can not be judged yet', open_, 'not_entitled: 尚不能判定，缺：生效日期、代理费'],
  ['whose facts are gone', { entitlement: null }, 'not_entitled: 已没有可据以支持的事实，请提出不予支持'],
  ['whose matter another claims', dispute, 'matter_disputed: 事项待核验：M-1。'],
  ['for which nothing is reserved', { commitment: { asked: 5_000_000, reserved: 0 } as never }, 'budget_short: 本年度该项预算不足'],
  ['that asks nothing', { commitment: null }, 'budget_short: '],
];

describe('An amount is not proposed', () => {
  it.each([
    ...barriers,
    ['on a fact nobody looked at', { entitlement: entitledWith({ id: 'f-3' }) }, 'facts_not_checked: 又有新登记的事实，请先取入并核对'],
  ] as const)('for a claim %s', (_name, more, says) => {
    for (const event of ['propose', 'propose_computed'])
      expect(told1(upTo('checked'), 'centre_officer', event, { more, input: { yuan: 1, reason: '' } }).join()).toContain(says);
  });

  it('while a fact is unclear', () => {
    const doubtful = told(claim, upTo('filed'), [{ as: 'centre_officer', event: 'check', input: sheet('unclear', '原件待查'), facts }]);
    expect(told1(doubtful, 'centre_officer', 'propose_computed')).toEqual(['check_unclear: 还有待查的事实，请查清或退回补正']);
  });

  it.each([
    ['above what was computed', {}, { yuan: 50_001, reason: '' }, 'above_ceiling@yuan: 不能超过50,000元'],
    [
      'above the published share',
      { budgetLine: line({ rate: 5000 }) },
      { yuan: 25_001, reason: '' },
      'above_ceiling@yuan: 不能超过25,000元',
    ],
    ['below it without a reason', {}, { yuan: 49_999, reason: ' 略 ' }, 'reason_missing@reason: 低于计算金额50,000元的，请写明理由'],
    ['other than a fixed sum', persons, { yuan: 49_999, reason: '酌情减少一些' }, 'fixed_sum@yuan: 本事项为定额，应为50,000元'],
    ['of half a yuan', {}, { yuan: 0.5, reason: '' }, 'invalid_input@yuan: 请填写整数元'],
    ['of nothing', {}, { yuan: 0, reason: '' }, 'invalid_input@yuan: 至少1元'],
  ] as const)('%s', (_name, more, input, says) => {
    expect(told1(upTo('checked'), 'centre_officer', 'propose', { more, input })[0]).toContain(says);
  });

  it('again at a share when none was published since, nor above what it gives', () => {
    const again = (more: Facts, yuan: number) =>
      told1(upTo('noticed'), 'centre_officer', 'propose_at_share', { more, input: { yuan, reason: '' } });
    expect(again({}, 50_000)).toEqual(['share_unchanged: 提出以后没有新公布的结算比例，不需要重新提出']);
    expect(again({ budgetLine: line({ rate: 5000 }) }, 25_001)).toEqual(['above_ceiling@yuan: 不能超过25,000元']);
    expect(again({ budgetLine: line({ rate: 5000 }) }, 24_999)[0]).toContain('reason_missing@reason: ');
  });

  it('and a fixed sum is not cut by a share', () => {
    const given = { ...facts, ...persons, budgetLine: line({ rate: 1 }) };
    const { next } = moved(claim, upTo('checked', { ...persons, payees: [{ ...account, name: '孙三' }] }), {
      as: 'centre_officer',
      event: 'propose_computed',
      facts: given,
    });
    expect(next.data).toMatchObject({ proposal: { rate: 10_000, amountFen: 5_000_000 } });
  });
});

describe('A decision is not made', () => {
  const changed: readonly (readonly [string, Facts, string])[] = [
    ...barriers,
    [
      'proposed before a share was published for its line',
      { budgetLine: line({ rate: 5000 }) },
      'share_published: 提出以后，本年度该项公布了结算比例50.00%，原金额不能再用：请经办人办理“按结算比例重新提出”',
    ],
    ['that rests on other knowledge', { entitlement: entitled({ hash: 'h2' }) }, 'facts_changed: 提出之后事实或解释有变，请退回重新提出'],
  ];
  it.each(changed)('to publish a claim %s', (_name, more, says) => {
    expect(told1(upTo('proposed'), 'centre_approver', 'approve', { more }).join()).toContain(says);
  });

  it.each([
    ...changed,
    ['with an objection not answered', { openObjections: 1 }, 'objection_open: 还有1件异议没有答复，不能核定'],
    ['with an objection upheld', { upheldObjections: 1 }, 'objection_upheld: 有异议核查成立，不能核定；请办理“异议成立，不予支持”'],
  ] as const)('to determine a claim %s', (_name, more, says) => {
    expect(told1(upTo('determination'), 'centre_approver', 'determine_payment', { more }).join()).toContain(says);
    expect(told1(upTo('determination', voucher), 'centre_approver', 'issue_voucher', { more: { ...voucher, ...more } }).join()).toContain(
      says.startsWith('facts_changed') ? 'facts_changed' : says,
    );
  });

  it('in the other coin, or into an account that was replaced', () => {
    expect(told1(upTo('determination'), 'centre_approver', 'issue_voucher')).toEqual(['is_cash: 本事项发放资金']);
    expect(told1(upTo('determination', voucher), 'centre_approver', 'determine_payment', { more: voucher })).toEqual([
      'is_voucher: 本事项发放服务券',
    ]);
    expect(told1(upTo('determination'), 'centre_approver', 'determine_payment', { more: { payees: [] } })).toEqual([
      'payee_unknown: 收款账户已更换，请退回机构重新选择',
    ]);
  });

  it('to refuse what is on notice without an objection that was upheld', () => {
    for (const state of ['noticed', 'determination'])
      expect(told1(upTo(state), 'centre_approver', 'revise_after_objection', { input: reason })).toEqual([
        'no_objection_upheld: 没有成立的异议；其他情形请退回重新核对',
      ]);
  });

  it('to refuse without reasons and words', () => {
    const says = told1(upTo('filed'), 'centre_officer', 'propose_refusal', { input: { ...refusal, reasons: [], explanation: '不行' } });
    expect(says).toEqual(['invalid_input@reasons: 至少选择一项', 'invalid_input@explanation: 至少10个字']);
  });
});

describe('A recovery that is dropped', () => {
  const proposed = (paidAs: 'cash' | 'voucher') => {
    const more = paidAs === 'voucher' ? voucher : {};
    const event = paidAs === 'voucher' ? 'issue_voucher' : 'determine_payment';
    const findings = { findings: '经查判决书系伪造，申领不实。', documentNumber: '1' };
    return told(claim, upTo('determination', more), [
      { as: 'centre_approver', event, facts: { ...facts, ...more } },
      { as: 'centre_officer', event: 'propose_recovery', input: findings },
    ]);
  };
  const owed: Facts = { payments: { open: 5_000_000, paid: 0, demanded: 0 } as never };
  const drop = (kase: Case, event: string, more: Facts) =>
    told(claim, kase, [{ as: 'centre_approver', event, input: reason, facts: { ...facts, ...more } }]).state;

  it('leaves the claim paid, still to be paid, or its voucher issued, as it is', () => {
    expect(drop(proposed('cash'), 'drop_recovery_paid', {})).toBe('paid');
    expect(drop(proposed('cash'), 'drop_recovery_unpaid', owed)).toBe('determined');
    expect(drop(proposed('voucher'), 'drop_recovery_voucher', {})).toBe('voucher_issued');
  });

  it('never says something else than is true', () => {
    const refused = (kase: Case, event: string, more: Facts = {}) => told1(kase, 'centre_approver', event, { more, input: reason });
    expect(refused(proposed('cash'), 'drop_recovery_paid', owed)).toEqual(['still_owed: 还有款项没有到账']);
    expect(refused(proposed('cash'), 'drop_recovery_unpaid')).toEqual(['all_paid: 款项已全部到账']);
    expect(refused(proposed('cash'), 'drop_recovery_voucher')).toEqual(['is_cash: 本事项发放的是资金']);
    expect(refused(proposed('voucher'), 'drop_recovery_paid')).toEqual(['is_voucher: 本事项发放的是服务券']);
    expect(refused(proposed('voucher'), 'drop_recovery_unpaid', owed)).toEqual(['is_voucher: 本事项发放的是服务券']);
  });
});
