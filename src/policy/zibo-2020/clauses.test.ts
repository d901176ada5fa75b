import { describe, expect, test } from 'vitest';
import { determineCase } from './answer.ts';
import { readCaseFile } from './case-file.ts';
import { exampleCase } from './example-world.ts';
import { supportClauses } from './index.ts';

describe.each(supportClauses)('$cite $title ($key)', (clause) => {
  test.each(clause.examples)('$title', ({ input, yields }) => {
    const reading = readCaseFile(exampleCase(input));
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const item = determineCase(reading.file).items.find(({ agency, clause: key }) => agency === 'A1' && key === clause.key);
    expect({ code: item?.code, ceilingYuan: item?.ceilingYuan }).toEqual(yields);
  });

  test('every refusal has a sentence in Chinese', () => {
    for (const { says, fails } of clause.conditions) {
      expect(says).toMatch(/\p{Script=Han}/u);
      expect(fails).toMatch(/\p{Script=Han}/u);
    }
  });
});
