import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseFileJsonSchema } from './case-file.ts';

const folder = new URL('./examples/', import.meta.url);
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

describe('the command', () => {
  const root = new URL('../../../', import.meta.url);
  const run = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, ['tools/determine.ts', ...args, '-'], { cwd: root, input, encoding: 'utf8' });

  test('one case gives one answer, an array gives an array, --explain only adds', () => {
    const { case: input, answer } = files[0];
    expect(JSON.parse(run(JSON.stringify(input)).stdout)).toEqual(answer);
    const [explained] = JSON.parse(run(JSON.stringify([input]), '--explain').stdout);
    expect(explained.items[0].trace.result).toMatch(/第九条/);
  });

  test('faults go to standard error with their paths, exit status 2, nothing on standard output', () => {
    const { case: input } = files[0];
    const bad = { ...input, facts: [{ ...input.facts[0], effectiveDate: '2021-02-30' }], overrides: { tierMinimum: [1, 2, 3] } };
    const { status, stdout, stderr } = run(JSON.stringify([input, bad]));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['$[1].facts[0].effectiveDate', '$[1].overrides.tierMinimum']);
    expect(run('{').status).toBe(2);
  });

  test('the schema is printable and says what is required', () => {
    expect(JSON.stringify(caseFileJsonSchema())).toContain('"facts"');
  });
});
