import { describe, expect, it } from 'vitest';
import { determineCase } from '#policy/zibo-2020/answer.ts';
import { type ClauseKey, clauseKeys, readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { nearestFor } from '#policy/zibo-2020/nearest.ts';
import { quickCase, type QuickInput, quickNames } from '#policy/zibo-2020/quick-case.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { answerQuick, type RulingsInEffect, valuesUnder } from './what-can-i-get-answer.ts';

const input: QuickInput = {
  year: 2021,
  zoneSince: '2020-11-02',
  isQualified: true,
  grants: 68,
  abnormal: 'none',
  insuredLoans: 1,
  plainLoans: 2,
  securitizations: 1,
  custody: 'full',
  isRecognised: null,
  honour: 'municipal',
  isHonourAfterEntry: true,
  certificates: 2,
  wins: [{ feeYuan: 32_000, isForeignRelated: null, hasMajorInfluence: false, isFinal: true, isClientInZone: true }],
  zeroClearing: 0,
  doubling: 3,
};
const today = '2021-03-01';
const ruled = (key: string, value: unknown): RulingsInEffect => ({ [key]: { value, status: 'replaced', document: '文' } });
const lineOf = (given: Partial<QuickInput>, clause: ClauseKey, rulings: RulingsInEffect = {}) =>
  answerQuick({ ...input, ...given }, today, rulings).lines.find((line) => line.clause.key === clause);

/** The engine's own advice on the whole case, without the page's short cuts. */
const wholeAdvice = (given: QuickInput, clause: ClauseKey, rulings: RulingsInEffect) => {
  const values = valuesUnder(rulings);
  const read = readCaseFile(quickCase(given, { today, values }));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return nearestFor({ ...read.file, overrides: values }, quickNames.agency, clause)[0];
};

describe('A year in plain numbers', () => {
  const variants: readonly Partial<QuickInput>[] = [
    {},
    { abnormal: 'malicious' },
    { grants: 130, doubling: 6 },
    { insuredLoans: 0, plainLoans: 0 },
    { custody: 'none', honour: 'national', abnormal: 'unknown' },
  ];
  it.each(
    variants.flatMap((given) =>
      clauseKeys.flatMap((clause) => [{}, ruled('acrossClauses', 'one_clause')].map((rulings) => ({ given, clause, rulings }))),
    ),
  )('advice on $clause is that of the whole case ($given)', ({ given, clause, rulings }) => {
    const whole = { ...input, ...given };
    const advice = wholeAdvice(whole, clause, rulings);
    const shown = lineOf(given, clause, rulings)?.change;
    expect(shown && { ...shown }).toEqual(advice && { says: advice.says.replace(/，即可得 \d+ 元$/, ''), yuan: advice.yuan });
  });

  it.each(variants)('another reading changes what it changes in the whole case (%o)', (given) => {
    const whole = { ...input, ...given };
    const values = valuesUnder({});
    const read = readCaseFile(quickCase(whole, { today, values }));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const now = determineCase(read.file).items;
    const expected = Object.entries(supportSettings).flatMap(([key, { options }]) =>
      options.flatMap(({ value, label }) =>
        determineCase({ ...read.file, overrides: { [key]: value } }).items.flatMap((item) => {
          const before = now.find(({ clause }) => clause === item.clause);
          const isSame = before?.eligible === item.eligible && before.ceilingYuan === item.ceilingYuan;
          return key === 'yearBasis' || isSame ? [] : [`${item.clause} ${key} ${label} ${item.ceilingYuan}`];
        }),
      ),
    );
    const shown = answerQuick(whole, today, {}).lines.flatMap(({ clause, pivots }) =>
      pivots.map(({ key, option, outcome }) => `${clause.key} ${key} ${option} ${outcome.ceilingYuan}`),
    );
    expect(new Set(shown)).toEqual(new Set(expected));
  });

  it('is determined under the rulings in effect, which then count as decided', () => {
    const rulings = ruled('clauseFive', 'both');
    const both = { grants: 130, doubling: 6 };
    expect(lineOf(both, '9.5.tier')?.item).toMatchObject({ eligible: false, code: 'ONCE_ONLY' });
    expect(lineOf(both, '9.5.tier', rulings)?.item).toMatchObject({ eligible: true, ceilingYuan: 30_000 });
    expect(lineOf(both, '9.5.tier')?.pivots.map(({ key }) => key)).toContain('clauseFive');
    expect(lineOf(both, '9.5.tier', rulings)?.pivots.map(({ key }) => key)).not.toContain('clauseFive');
  });

  it('says what moving into a zone and the qualification would bring, where only they are missing', () => {
    expect(lineOf({ zoneSince: null }, '9.1.loan')?.change).toEqual({ says: '入驻示范区，同样的事实发生在入驻以后', yuan: 10_000 });
    expect(lineOf({ isQualified: false }, '9.1.loan')?.change?.says).toContain('取得专利代理资质');
    expect(lineOf({ zoneSince: null, insuredLoans: 0 }, '9.1.loan')?.change).toBeUndefined();
  });

  it('never sums cash and vouchers, and tells what goes to persons', () => {
    const answer = answerQuick({ ...input, isRecognised: true }, today, {});
    expect([answer.cashYuan, answer.voucherYuan, answer.toPersonsYuan]).toEqual([10_000 + 100_000 + 20_000, 50_000, 20_000]);
  });
});
