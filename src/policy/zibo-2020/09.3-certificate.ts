import { wanYuan } from '#core/kernel/money.ts';
import type { Clause } from '#core/policy/clause.ts';
import { example, type ExampleInput } from './example-world.ts';
import { gate, gateSettings } from './gate.ts';
import type { Row } from './rows.ts';
import { comparable } from './09.1-pledge-financing.ts';

type Certificate = Row<'agent_certificate'>;

const certificate = (id: string, more: object = {}) => ({
  id,
  type: 'agent_certificate' as const,
  agency: 'A1',
  person: `人员${id}`,
  certificateNo: `ZS-${id}`,
  issuedDate: '2021-04-12',
  claimedDate: '2021-06-01',
  ...more,
});

const personOf = ({ fact, factId }: Certificate): string => comparable(fact.person) ?? `?${factId}`;

/** 第九条（三）之后单列的一段：当年新取得国家专利代理师证书，一次性1万元，定额。 */
export const certificates: Clause<Certificate, ExampleInput> = {
  key: '9.3.cert',
  cite: '第九条（三）后另段',
  title: '专利代理师证书',
  says: '当年新取得国家专利代理师资格证书的，一次性给1万元，是定额；每人一生一次，经所在区内机构申报。',
  item: '9.3',
  paidAs: 'cash',
  isListed: false,
  settings: [...gateSettings, 'certTo'],
  conditions: gate,
  amount: { kind: 'fixed', sum: wanYuan(1) },
  identity: ({ fact }) => {
    const [person, number] = [comparable(fact.person), comparable(fact.certificateNo)];
    return person === null || number === null ? null : `${person}|${number}`;
  },
  queueDay: ({ fact }) => fact.claimedDate ?? fact.issuedDate,
  once: {
    says: '每人一生一次；几家机构申报同一人的，以先申报的为准',
    within: 'plan',
    keep: 'first',
    key: (row) => (row.world.settings.certTo === 'agency_once' ? '' : personOf(row)),
  },
  examples: [
    example('一人取得证书', { facts: [certificate('P1')] }, ['OK', 10_000]),
    example('两人取得证书', { facts: [certificate('P1'), certificate('P2')] }, ['OK', 20_000]),
    example('口径改为机构一年一次', { facts: [certificate('P1'), certificate('P2')], overrides: { certTo: 'agency_once' } }, [
      'OK',
      10_000,
    ]),
    example('同一证书报了两行', { facts: [certificate('P1'), certificate('P2', { person: '人员P1', certificateNo: 'ZS-P1' })] }, [
      'OK',
      10_000,
    ]),
    example('去年取得的证书', { facts: [certificate('P1', { issuedDate: '2020-12-31' })] }, ['OUTSIDE_YEAR', 0]),
  ],
};
