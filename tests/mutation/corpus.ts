import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AnswerItem, determineCase } from '../../src/policy/zibo-2020/answer.ts';
import { readCaseFile } from '../../src/policy/zibo-2020/case-file.ts';
import type { NaiveItem } from '../properties/naive/facts.ts';

type Entry = { readonly input: unknown; readonly hasGaps: boolean; readonly items: readonly NaiveItem[] };
const entriesOf = () => JSON.parse(readFileSync('node_modules/.cache/mutation/corpus.json', 'utf8')) as readonly Entry[];

const amounts = ({ agency, clause, eligible, ceilingYuan }: AnswerItem | NaiveItem) => ({ agency, clause, eligible, ceilingYuan });
const whole = (item: AnswerItem): NaiveItem => ({
  ...amounts(item),
  code: item.code,
  isHeld: item.paymentHold === true,
  lines: item.lines ?? [],
});

test('the engine still gives what the naive reading gave on the kept random cases', () => {
  for (const { input, hasGaps, items } of entriesOf()) {
    const reading = readCaseFile(input);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const own = determineCase(reading.file).items;
    const opened = items.map((item, i) => (item.eligible === false && own[i]?.eligible === null ? { ...item, eligible: null } : item));
    expect(hasGaps ? own.map(amounts) : own.map(whole)).toEqual(hasGaps ? opened.map(amounts) : items);
  }
});
