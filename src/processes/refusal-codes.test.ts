import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const isTest = ({ file }: { readonly file: string }) => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('tests');

/** Where refusals are written: guards say `code:`, the short helpers take it first or after the name of a field. */
const written =
  /\bcode: '(\w+)'|\b(?:refuse|refusal|because|fault|wrong|payeeWrong|amountFault|ended)\(\s*(?:'\w+',\s*)?'([a-z]+(?:_[a-z]+)+)'/g;
/** A code that zod wants in an issue, not one of ours. */
const foreign = new Set(['custom']);

const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(written)].map(([, plain, first]) => plain ?? first ?? '').filter((code) => !foreign.has(code));

const sources = ['src/processes/**/*.ts', 'src/server/effects/*.ts', 'src/core/panel/*.ts'].flatMap(read).filter((one) => !isTest(one));
const codes = [...new Set(sources.flatMap(({ text }) => codesIn(text)))].sort();
const tests = ['src/**/*.test.ts', 'tests/**/*.ts'].flatMap(read).filter(({ file }) => !file.endsWith('refusal-codes.test.ts'));
/** Everything tests put in quotes, up to where a sentence goes on after the code. */
const named = new Set(tests.flatMap(({ text }) => [...text.matchAll(/['"`]([a-z]+(?:_[a-z]+)+)(?=['"`@:])/g)].map(([, code]) => code)));

describe('Every refusal of a process or an effect', () => {
  it('is named by a test', () => {
    expect(codes.length).toBeGreaterThan(140);
    expect(codes.filter((code) => !named.has(code))).toEqual([]);
  });

  it('would be missed if it were new: the search finds every way of writing one', () => {
    const ways = [
      "code: 'brand_new'",
      "refuse('brand_new', '不行', 'No')",
      "wrong('field', 'brand_new', x)",
      "because(\n  'brand_new', '9'",
    ];
    for (const way of ways) expect(codesIn(way), way).toEqual(['brand_new']);
    expect(named.has(['brand', 'new'].join('_'))).toBe(false);
  });
});
