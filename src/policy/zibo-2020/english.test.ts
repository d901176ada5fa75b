import { describe, expect, test } from 'vitest';
import { readCaseFile } from './case-file.ts';
import { codeLabels } from './codes.ts';
import { codeMeanings, conclusionInEnglish } from './conclusion.ts';
import { determineCase } from './answer.ts';
import { clauseInEnglish, clauseNames, inEnglish, itemInEnglish, sentences } from './english.ts';
import { exampleCase } from './example-world.ts';
import { supportClauses } from './index.ts';

const isChinese = (text: string): boolean => /[\u3400-\u9fff]/.test(text);
const spoken = supportClauses.flatMap(({ says, once, cap, conditions }) => [
  says,
  ...[once?.says, cap?.says].flatMap((one) => one ?? []),
  ...conditions.flatMap((condition) => [condition.says, condition.fails]),
]);

describe('The rules in English', () => {
  test('every sentence of a clause, a condition or a limit has its English, and no other sentence is kept', () => {
    expect([...new Set(spoken)].filter((says) => !(says in sentences))).toEqual([]);
    expect(Object.keys(sentences).filter((says) => !spoken.includes(says))).toEqual([]);
    expect(Object.values(sentences).filter(isChinese)).toEqual([]);
  });

  test('every clause has its name and every code its meaning', () => {
    expect(Object.keys(clauseNames)).toEqual(supportClauses.map(({ key }) => key));
    expect(Object.keys(codeMeanings)).toEqual(Object.keys(codeLabels));
    expect(
      supportClauses
        .map(clauseInEnglish)
        .flatMap(({ cite, title, says }) => [cite, title, says])
        .filter(isChinese),
    ).toEqual([]);
  });

  test('amounts, codes and outcomes of an explained answer stay as they are; only its words change', () => {
    for (const { examples } of supportClauses) {
      for (const { input } of examples) {
        const read = readCaseFile(exampleCase(input));
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        for (const item of determineCase(read.file, { explain: true }).items) {
          const told = itemInEnglish(item);
          expect({ ...told, trace: undefined }).toEqual({ ...item, trace: undefined });
          expect(told.trace?.lines.map(({ fact, conditions }) => [fact, conditions.map(({ outcome, code }) => [outcome, code])])).toEqual(
            item.trace?.lines.map(({ fact, conditions }) => [fact, conditions.map(({ outcome, code }) => [outcome, code])]),
          );
          const words = told.trace?.lines.flatMap(({ amount, result, conditions }) => [
            amount,
            result,
            ...conditions.flatMap(({ says, fails }) => [says, fails ?? '']),
          ]);
          expect((words ?? []).filter(isChinese), item.clause).toEqual([]);
        }
      }
    }
  });

  test('the nearest change keeps its number and its sum', () => {
    expect(inEnglish('再有3件我市发明专利授权（12月31日前），即可得 10000 元')).toBe(
      '3 more local inventions granted by 31 Dec give 10,000 yuan',
    );
    expect(inEnglish('没有人说过的话')).toBe('没有人说过的话');
  });

  test('a conclusion says how much, or why not', () => {
    const item = { clause: '9.4', code: 'OK_CAPPED', kind: 'cash', ceilingYuan: 200_000, isFixed: false } as const;
    expect(conclusionInEnglish({ ...item, eligible: true })).toBe('9.4: cash, at most 200,000 yuan (cut to the cap).');
    expect(conclusionInEnglish({ ...item, eligible: false, code: 'NOT_WON' })).toBe('9.4: no support, the case was not won.');
    expect(conclusionInEnglish({ ...item, eligible: null, code: 'UNKNOWN' })).toBe('9.4: a fact is missing; nothing is decided yet.');
  });
});
