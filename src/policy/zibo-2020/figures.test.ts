import { describe, expect, test } from 'vitest';
import { campaignMinimums } from './09.5-grants-and-campaigns.ts';
import { determineCase } from './answer.ts';
import { readCaseFile } from './case-file.ts';
import { exampleCase } from './example-world.ts';
import { type SupportClause, supportClauses } from './index.ts';
import { supportSettings } from './settings-support.ts';

/** A place that holds one figure of the plan. */
type Figure = { readonly name: string; readonly holder: Record<string, number>; readonly key: string; readonly step: number };

const figuresIn = (name: string, holder: object, keys: readonly string[], step: number): readonly Figure[] =>
  keys.map((key) => ({ name: `${name} ${key}`, holder: holder as Record<string, number>, key, step }));

/** Every sum and cap of a clause; one yuan is the least difference an answer shows. */
function sumsOf({ key, amount, cap }: SupportClause): readonly Figure[] {
  const sums = {
    perItem: () => figuresIn(key, amount, ['each'], 100),
    fixed: () => figuresIn(key, amount, ['sum'], 100),
    table: () => figuresIn(key, (amount as { sums: object }).sums, Object.keys((amount as { sums: object }).sums), 100),
    tier: () => figuresIn(key, (amount as { sums: object }).sums, Object.keys((amount as { sums: object }).sums), 100),
  }[amount.kind]();
  return [...sums, ...(cap ? figuresIn(key, cap, ['limit'], 100) : [])];
}

const figures: readonly Figure[] = [
  ...supportClauses.flatMap(sumsOf),
  ...figuresIn('9.5 minimum', campaignMinimums, ['zero_clearing', 'doubling'], 1),
  ...figuresIn('9.5.tier minimum', supportSettings.tierMinimums.default, ['0', '1', '2'], 1),
];

/** Worked examples whose result is no longer what the plan says. */
const failing = (): number =>
  supportClauses.flatMap((clause) =>
    clause.examples.filter(({ input, yields }) => {
      const reading = readCaseFile(exampleCase(input));
      const items = reading.ok ? determineCase(reading.file).items : [];
      const item = items.find((one) => one.agency === 'A1' && one.clause === clause.key);
      return item?.code !== yields.code || item.ceilingYuan !== yields.ceilingYuan;
    }),
  ).length;

describe('every figure of 第九条', () => {
  test('is right as it stands', () => {
    expect(failing()).toBe(0);
    expect(figures).toHaveLength(20);
  });

  test.each(figures)('$name: one more or one less breaks a worked example', ({ holder, key, step }) => {
    const figure = holder[key] ?? 0;
    for (const change of [step, -step]) {
      holder[key] = figure + change;
      const broken = failing();
      holder[key] = figure;
      expect(broken).toBeGreaterThan(0);
    }
  });
});
