import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const document = readFileSync(path.join(root, 'docs/zone-life.md'), 'utf8');

/** The rows of both tables: what they say, and the test that shows it. */
const rows = [...document.matchAll(/^\| ([^|]+) \| ([^|]+) \| `([^`]+)` +\| ([^|]+?) +\|$/gm)].map(
  ([, first = '', second = '', file = '', title = '']) => ({
    words: `${first.trim()} ${second.trim()}`,
    file,
    title,
  }),
);

it('names for every sentence a test that is there under this title', () => {
  const missing = rows.filter(({ file, title }) => {
    const where = path.join(root, file);
    return !existsSync(where) || !readFileSync(where, 'utf8').includes(`'${title}'`);
  });
  expect(missing).toEqual([]);
});

it('leaves out no row of articles ten to fifteen', () => {
  const told = new Set(rows.map(({ words }) => words.split(' ')[0]));
  const all = [
    '10.1',
    '11.1',
    '12.1',
    '13.0',
    '13.1',
    '13.2',
    '13.3',
    '14.1',
    '14.2a',
    '14.2b',
    '14.3a',
    '14.3b',
    '14.3c',
    '14.3d',
    '15.1',
  ];
  expect(all.filter((row) => !told.has(row))).toEqual([]);
});
