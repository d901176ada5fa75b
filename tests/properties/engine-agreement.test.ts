import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type AnswerItem, determineCase } from '#policy/zibo-2020/answer.ts';
import { readCaseFile } from '#policy/zibo-2020/case-file.ts';
import { cases, casesWithPriors, crowded } from './naive/cases.ts';
import { casesWithGaps, honourGaps } from './naive/cases-with-gaps.ts';
import { fillings, gapsOf, naiveItems } from './naive/complete.ts';
import { decide } from './naive/decide.ts';
import type { Case, NaiveItem } from './naive/facts.ts';
import { halves } from './naive/halves.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

const engine = (c: Case): Answer => {
  const reading = readCaseFile(structuredClone(c));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return determineCase(reading.file);
};
/** An answer in the fields the naive reading has: with holds and lines. */
const short = ({ agency, clause, eligible, ceilingYuan, code, paymentHold, lines }: AnswerItem): NaiveItem => ({
  agency,
  clause,
  eligible,
  ceilingYuan,
  code,
  isHeld: paymentHold === true,
  lines: lines ?? [],
});
const amounts = ({ agency, clause, eligible, ceilingYuan }: Pick<NaiveItem, 'agency' | 'clause' | 'eligible' | 'ceilingYuan'>) => ({
  agency,
  clause,
  eligible,
  ceilingYuan,
});
/**
 * The engine may leave a hopeless item open while its own fact is missing, and any item where a matter links it to
 * others; it must never decide what is open.
 */
const opened = (own: readonly Pick<NaiveItem, 'eligible'>[], plain: readonly NaiveItem[], isLinked: boolean): readonly NaiveItem[] =>
  plain.map((item, i) =>
    own[i]?.eligible === null && (isLinked || item.eligible === false) ? { ...item, eligible: null, ceilingYuan: 0 } : item,
  );
const hasMatter = (c: Case): boolean => c.facts.some(({ matter }) => matter !== undefined);

describe('the engine and an independent naive reading of 第九条 agree', () => {
  test('on amounts, codes, lines and payment holds of any case without gaps', () => {
    fc.assert(
      fc.property(fc.oneof(cases, crowded, halves), (c) => void expect(engine(c).items.map(short)).toEqual(decide(c))),
      { numRuns },
    );
  });

  test('on cases with earlier determinations', () => {
    fc.assert(
      fc.property(casesWithPriors, (c) => void expect(engine(c).items.map(short)).toEqual(decide(c))),
      { numRuns },
    );
  });

  test('on honours of one name and day of which some lack their level', () => {
    fc.assert(
      fc.property(honourGaps, (c) => {
        const { items } = engine(c);
        expect(items.map(amounts)).toEqual(opened(items, naiveItems(c), hasMatter(c)).map(amounts));
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  test('on what a missing fact leaves open', () => {
    fc.assert(
      fc.property(casesWithGaps, (c) => {
        const { items } = engine(c);
        expect(items.map(amounts)).toEqual(opened(items, naiveItems(c), hasMatter(c)).map(amounts));
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  test('an open item names only fields that are missing, and once they are known it is decided', () => {
    const check = (c: Case) => {
      const gaps = gapsOf(c);
      for (const [i, { missing }] of engine(c).items.entries()) {
        if (!missing) continue;
        expect(gaps.map(({ field }) => field)).toEqual(expect.arrayContaining([...missing]));
        const named = gaps.filter(({ field }) => missing.includes(field));
        const stillOpen = fillings(c, named).filter((filled) => naiveItems(filled)[i]?.eligible === null);
        expect(stillOpen).toEqual([]);
      }
    };
    fc.assert(fc.property(fc.oneof(casesWithGaps, honourGaps), check), { numRuns: Math.ceil(numRuns / 4) });
  });
});
