import { wanYuan } from '#core/kernel/money.ts';
import type { Clause } from '#core/policy/clause.ts';
import type { Condition } from '#core/policy/condition.ts';
import { met, notMet, type Truth, unknown } from '#core/policy/truth.ts';
import { example, type ExampleInput } from './example-world.ts';
import { type FactOf, openFields } from './facts.ts';
import { gate, gateSettings } from './gate.ts';
import { custodyRows, officesOf, type Row, rowOf } from './rows.ts';
import type { World } from './world.ts';

type Contract = Row<'custody_contract' | 'custody_recognition'>;
type Recognition = FactOf<'custody_recognition'>;

const recognitionsOf = ({ world, agency }: Contract): readonly Recognition[] =>
  world.file.facts.filter(
    (fact): fact is Recognition =>
      fact.type === 'custody_recognition' && fact.year === world.file.year && officesOf(world, fact).some(({ id }) => id === agency),
  );

/** The result is outstanding in at least one field (I-19). */
const isOutstanding = (fact: Recognition): Truth => {
  if (fact.result && fact.result !== 'outstanding') return notMet;
  if (fact.areas?.length === 0) return notMet;
  return fact.result && fact.areas ? met : unknown;
};

const hasContract: Condition<Contract> = {
  code: 'BELOW_THRESHOLD',
  says: '当年有专利托管合同',
  fails: '当年没有在履行的专利托管合同',
  test: ({ fact }) => (fact.type === 'custody_contract' ? met : notMet),
};

const isRecognised: Condition<Contract> = {
  code: 'NO_CENTRE_RECOGNITION',
  says: '市中心认定当年成绩显著',
  fails: '市中心没有作出当年成绩显著的认定',
  test: (row) => {
    const outcomes = recognitionsOf(row).map(isOutstanding);
    return outcomes.includes(met) ? met : outcomes.includes(unknown) ? unknown : notMet;
  },
  missing: (row) => recognitionsOf(row).flatMap((fact) => openFields(fact, ['result', 'areas'])),
  shows: (row) =>
    recognitionsOf(row)
      .map(({ id, decidedDate }) => `认定 ${id}（${decidedDate ?? '日期未填'}）`)
      .join('、'),
};

const isGraded: Condition<Contract> = {
  code: 'UNKNOWN',
  says: '金额所依据的方式（或等次）已载明',
  fails: '托管方式或成效等次未载明',
  settings: ['custodyMap'],
  test: (row) => (rowKey(row) === null ? unknown : met),
  missing: ({ world }) => [world.settings.custodyMap === 'mode' ? 'mode' : 'grade'],
};

const gradeKeys: Readonly<Record<number, string>> = { 1: 'full', 2: 'advisory', 3: 'single' };

/** Line of the table: the contract's mode, or under the other reading the best grade recognised (I-17). */
function rowKey(row: Contract): string | null {
  if (row.world.settings.custodyMap === 'mode') return row.fact.type === 'custody_contract' ? (row.fact.mode ?? null) : null;
  const decided = recognitionsOf(row).filter((fact) => isOutstanding(fact) === met);
  const grades = decided.flatMap(({ grade }) => grade ?? []);
  return gradeKeys[Math.min(...grades)] ?? null;
}

/** Whether each mode counts once instead of the highest (I-18). */
const isPerMode = ({ world: { settings } }: Contract): boolean =>
  settings.custodyTimes === 'sum_of_modes' && settings.custodyMap === 'mode';

/** Rows of the clause: contracts; a recognition without any contract stands alone, so that the answer can say what is missing. */
export function custodyClauseRows(world: World): readonly Contract[] {
  const contracts = custodyRows(world);
  const alone = world.file.facts.flatMap((fact) =>
    fact.type === 'custody_recognition' ? officesOf(world, fact).map((office) => ({ fact, office })) : [],
  );
  const day = world.file.asOf;
  return [
    ...contracts,
    ...alone
      .filter(({ office }) => !contracts.some((row) => row.agency === office.id))
      .map(({ fact, office }) => rowOf<'custody_recognition'>(world, fact, office, { day, gateDay: day })),
  ];
}

const contract = (mode: string, more: object = {}) => ({
  id: `K-${mode}`,
  type: 'custody_contract' as const,
  agency: 'A1',
  rightsHolder: 'E1',
  mode: mode as 'full',
  startDate: '2021-01-01',
  endDate: '2021-12-31',
  ...more,
});
const recognition = (more: object = {}) => ({
  id: 'R1',
  type: 'custody_recognition' as const,
  agency: 'A1',
  year: 2021,
  decidedDate: '2021-07-01',
  areas: ['pledge_financing'],
  result: 'outstanding',
  ...more,
});

/** 第九条（二）：专利托管并经市中心认定成绩显著，每年最多5、3、1万元服务券。 */
export const custody: Clause<Contract, ExampleInput> = {
  key: '9.2',
  cite: '第九条（二）',
  title: '专利托管',
  says: '区内有资质的机构开展专利托管，并经市中心认定当年成绩显著的，每年发给服务券：完全式最高5万元，顾问式3万元，单项式1万元。',
  item: '9.2',
  paidAs: 'voucher',
  isListed: false,
  settings: [...gateSettings, 'custodyMap', 'custodyTimes'],
  conditions: [hasContract, ...gate, isRecognised, isGraded],
  amount: { kind: 'table', sums: { full: wanYuan(5), advisory: wanYuan(3), single: wanYuan(1) }, by: rowKey },
  once: {
    says: '同一机构每年一次，取最高的一种',
    within: 'agency',
    keep: 'highest',
    key: (row) => (isPerMode(row) ? (rowKey(row) ?? '') : ''),
    most: (row) => (isPerMode(row) ? null : wanYuan(5)),
  },
  examples: [
    example('完全式', { facts: [contract('full'), recognition()] }, ['OK', 50_000]),
    example('顾问式', { facts: [contract('advisory'), recognition()] }, ['OK', 30_000]),
    example('单项式', { facts: [contract('single'), recognition()] }, ['OK', 10_000]),
    example('几种方式并存取高', { facts: [contract('single'), contract('full'), recognition()] }, ['OK', 50_000]),
    example(
      '口径改为各种方式各算一次',
      { facts: [contract('single'), contract('full'), recognition()], overrides: { custodyTimes: 'sum_of_modes' } },
      ['OK', 60_000],
    ),
    example('口径改为按成效等次：二等', { facts: [contract('single'), recognition({ grade: 2 })], overrides: { custodyMap: 'grade' } }, [
      'OK',
      30_000,
    ]),
    example('没有认定', { facts: [contract('full')] }, ['NO_CENTRE_RECOGNITION', 0]),
    example('认定的是上一年', { facts: [contract('full'), recognition({ year: 2020 })] }, ['NO_CENTRE_RECOGNITION', 0]),
    example('合同在上年底已到期', { facts: [contract('full', { startDate: '2020-01-01', endDate: '2020-12-31' }), recognition()] }, [
      'OUTSIDE_YEAR',
      0,
    ]),
    example('托管方式未填', { facts: [contract('full', { mode: null }), recognition()] }, ['UNKNOWN', 0]),
  ],
};
