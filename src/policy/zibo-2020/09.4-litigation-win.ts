import { wanYuan, yuan } from '#core/kernel/money.ts';
import type { Clause } from '#core/policy/clause.ts';
import type { Condition } from '#core/policy/condition.ts';
import { eitherOf, met, notMet, type Truth, truthOf, unknown } from '#core/policy/truth.ts';
import { example, type ExampleInput } from './example-world.ts';
import { openFields } from './facts.ts';
import { gate, gateSettings } from './gate.ts';
import type { Row } from './rows.ts';
import { holdsTitle } from './world.ts';
import { comparable } from './09.1-pledge-financing.ts';

type Case = Row<'litigation'>;

const isWon: Condition<Case> = {
  code: 'NOT_WON',
  says: '案件胜诉',
  fails: '败诉、和解或撤诉的案件不予补助',
  test: ({ fact: { outcome } }) => (outcome === null || outcome === undefined ? unknown : outcome === 'won' ? met : notMet),
  missing: () => ['outcome'],
  shows: ({ fact: { outcome } }) => `结果：${{ won: '胜诉', lost: '败诉', settled: '和解', none: '未填' }[outcome ?? 'none']}`,
};

const isFinal: Condition<Case> = {
  code: 'NOT_FINAL',
  says: '裁判已经生效',
  fails: '裁判尚未生效，生效后再报',
  test: ({ fact }) => truthOf(fact.final),
  missing: () => ['final'],
  shows: ({ fact }) => `生效日 ${fact.effectiveDate}`,
};

const isForeignOrMajor: Condition<Case> = {
  code: 'NOT_FOREIGN_OR_MAJOR',
  says: '案件涉外或具有重大影响',
  fails: '案件既不涉外，也未被认定具有重大影响',
  test: ({ fact }) => eitherOf(truthOf(fact.foreignRelated), truthOf(fact.majorInfluence)),
  missing: ({ fact }) => openFields(fact, ['foreignRelated', 'majorInfluence']),
};

const isPatentCase: Condition<Case> = {
  code: 'NOT_PATENT_CASE',
  says: '属于专利案件',
  fails: '商标、版权等案件不在此项',
  test: ({ fact }) => truthOf(fact.patentCase),
  missing: () => ['patentCase'],
};

const clientInZone: Condition<Case> = {
  code: 'CLIENT_NOT_IN_ZONE',
  says: '委托人是示范区内企业',
  fails: '委托人在裁判生效日不是示范区内企业',
  test: ({ world, fact }): Truth => {
    const client = fact.client ? world.enterprises.get(fact.client) : undefined;
    if (!client || client.zone === undefined) return unknown;
    return client.zone !== null && holdsTitle(world.zones.get(client.zone), fact.effectiveDate) ? met : notMet;
  },
  missing: ({ world, fact }) => (fact.client && world.enterprises.has(fact.client) ? ['zone'] : ['client']),
  shows: ({ world, fact }) => `委托人 ${fact.client ?? '未填'}，所在示范区 ${world.enterprises.get(fact.client ?? '')?.zone ?? '无'}`,
};

const feeKnown: Condition<Case> = {
  code: 'BELOW_THRESHOLD',
  says: '实际支付了代理费，数额有据',
  fails: '没有实际发生代理费',
  settings: ['feeLimit'],
  test: ({ world, fact: { agencyFeeYuan } }) => {
    if (world.settings.feeLimit === 'none') return met;
    return agencyFeeYuan === null || agencyFeeYuan === undefined ? unknown : agencyFeeYuan >= 1 ? met : notMet;
  },
  missing: () => ['agencyFeeYuan'],
  shows: ({ fact }) => `代理费 ${fact.agencyFeeYuan ?? '未填'} 元`,
};

const win = (id: string, more: object = {}) => ({
  id,
  type: 'litigation' as const,
  agency: 'A1',
  client: 'E1',
  caseNo: `（2021）鲁03民初${id.replace(/\D/g, '')}号`,
  effectiveDate: '2021-06-30',
  patentCase: true,
  foreignRelated: true,
  majorInfluence: false,
  outcome: 'won' as const,
  final: true,
  agencyFeeYuan: 80_000,
  ...more,
});
const wins = (count: number) => Array.from({ length: count }, (_, i) => win(`C${i + 1}`));

/** 第九条（四）：代理区内企业的涉外或重大影响专利案件胜诉，每案最多5万元，同一申请人每年最多20万元。 */
export const litigationWins: Clause<Case, ExampleInput> = {
  key: '9.4',
  cite: '第九条（四）',
  title: '维权代理费补助',
  says: '区内有资质的机构代理区内企业的专利案件，案件涉外或有重大影响且胜诉的，每案补助代理费最高5万元；同一申请人一年合计最高20万元。',
  item: '9.4',
  paidAs: 'cash',
  isListed: true,
  settings: [...gateSettings, 'feeLimit', 'capBy'],
  conditions: [...gate, isWon, isFinal, isForeignOrMajor, isPatentCase, clientInZone, feeKnown],
  amount: {
    kind: 'perItem',
    each: wanYuan(5),
    atMost: ({ world, fact: { agencyFeeYuan } }) => {
      if (world.settings.feeLimit === 'none') return undefined;
      return agencyFeeYuan === null || agencyFeeYuan === undefined ? null : yuan(Math.floor(agencyFeeYuan));
    },
  },
  identity: ({ fact }) => comparable(fact.caseNo),
  cap: {
    limit: wanYuan(20),
    says: '同一申请人每年合计最高20万元',
    subject: ({ world, agency, fact, factId }) =>
      world.settings.capBy === 'agency' ? `机构 ${agency}` : `企业 ${fact.client ?? `?${factId}`}`,
  },
  examples: [
    example('代理费8万元，按上限补5万元', { facts: [win('C1')] }, ['OK', 50_000]),
    example('代理费4.9999万元，据实', { facts: [win('C1', { agencyFeeYuan: 49_999 })] }, ['OK', 49_999]),
    example('代理费正好5万元', { facts: [win('C1', { agencyFeeYuan: 50_000 })] }, ['OK', 50_000]),
    example('代理费5.0001万元', { facts: [win('C1', { agencyFeeYuan: 50_001 })] }, ['OK', 50_000]),
    example('四案正好用满20万元', { facts: wins(4) }, ['OK', 200_000]),
    example('五案只能补20万元', { facts: wins(5) }, ['OK_CAPPED', 200_000]),
    example('口径改为不以实际代理费为限', { facts: [win('C1', { agencyFeeYuan: 3_000 })], overrides: { feeLimit: 'none' } }, [
      'OK',
      50_000,
    ]),
    example('败诉', { facts: [win('C1', { outcome: 'lost' })] }, ['NOT_WON', 0]),
    example('未生效', { facts: [win('C1', { final: false })] }, ['NOT_FINAL', 0]),
    example('不涉外也无重大影响', { facts: [win('C1', { foreignRelated: false })] }, ['NOT_FOREIGN_OR_MAJOR', 0]),
    example('商标案件', { facts: [win('C1', { patentCase: false })] }, ['NOT_PATENT_CASE', 0]),
    example('委托人在区外', { facts: [win('C1', { client: 'E3' })] }, ['CLIENT_NOT_IN_ZONE', 0]),
    example('代理费未填', { facts: [win('C1', { agencyFeeYuan: null })] }, ['UNKNOWN', 0]),
    example('案号只有括号全半角不同', { facts: [win('C1'), win('C2', { caseNo: '(2021)鲁03民初1号' })] }, ['OK', 50_000]),
  ],
};
