import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { zibo2020Settings } from './settings.ts';

const src = path.resolve(import.meta.dirname, '../..');
const isDefinition = (file: string): boolean => /settings[\w-]*\.ts$/.test(file) || /\.test\.tsx?$/.test(file);
/** Lists in which a clause or condition names the readings it shows beside a result: naming is not reading. */
const named = /settings: \[[^\]]*\]|ettings = \[[^\]]*\]/g;

describe('A reading of the plan', () => {
  const program = globSync('**/*.{ts,tsx}', { cwd: src })
    .filter((file) => !isDefinition(file))
    .map((file) =>
      readFileSync(path.join(src, file), 'utf8')
        .replace(named, '')
        .replace(/\/\*\*[\s\S]*?\*\//g, ''),
    )
    .join('\n');

  it.each(Object.keys(zibo2020Settings))('%s is read outside its definition: what is ruled about it changes something', (key) => {
    expect(new RegExp(`\\b${key}\\b`).test(program)).toBe(true);
  });

  it('that nobody reads would be found', () => {
    expect(/\binterpretationEffect\b/.test(program)).toBe(false);
  });
});
