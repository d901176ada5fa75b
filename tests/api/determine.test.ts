import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();

const inOrder = (a = '', b = '') => a.localeCompare(b, 'en');
const root = new URL('../../', import.meta.url);
const folder = new URL('src/policy/zibo-2020/examples/', root);
type Example = {
  readonly title: string;
  readonly case: Record<string, unknown> & { facts: Record<string, unknown>[] };
  readonly answer: unknown;
};
const examples = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Example);

const determine = (body: unknown, query = '') => world.anybody().ask({ method: 'POST', url: `/api/determine${query}`, body });
/** Runs the command beside the server: waiting for it in step would make the server call itself busy. */
async function command(input: unknown, ...args: string[]) {
  const child = spawn(process.execPath, ['tools/determine.ts', ...args, '-'], { cwd: root });
  child.stdin.end(JSON.stringify(input));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { stdout, stderr, status };
}

describe('The case-file door over HTTP', () => {
  it.each(examples)('answers “$title” as its example says', async ({ case: input, answer }) => {
    const reply = await determine(input);
    expect(reply.status).toBe(200);
    expect(reply.data).toEqual(answer);
  });

  it('equals the command on all examples, plain and explained, in one array', async () => {
    const cases = examples.map((example) => example.case);
    for (const [query, args] of [
      ['', []],
      ['?explain=1', ['--explain']],
    ] as const) {
      const printed = await command(cases, ...args);
      expect(printed.status, printed.stderr).toBe(0);
      expect((await determine(cases, query)).data).toEqual(JSON.parse(printed.stdout));
    }
  });

  it('names every fault with its JSON path and answers 422', async () => {
    const [{ case: good }] = examples as [Example];
    const bad = { ...good, facts: [{ ...good.facts[0], effectiveDate: '2021-02-30' }], overrides: { tierMinimum: [1, 2, 3] } };
    const reply = await determine([good, bad]);
    expect(reply.status).toBe(422);
    expect(reply.problem.code).toBe('invalid_case_file');
    expect(reply.problem.refusals.map(({ field }) => field).toSorted(inOrder)).toEqual([
      '$[1].facts[0].effectiveDate',
      '$[1].overrides.tierMinimum',
    ]);
    for (const { says, field } of reply.problem.refusals) expect(says.startsWith(`${field}：`)).toBe(true);
    const printed = await command([good, bad]);
    expect(printed.status).toBe(2);
    expect(
      printed.stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
        .toSorted(inOrder),
    ).toEqual(reply.problem.refusals.map(({ field }) => field).toSorted(inOrder));
  });

  it.each([
    ['nothing', null],
    ['a text', '案情'],
    ['an empty object', {}],
  ])('refuses %s without a fault of its own', async (_name, body) => {
    expect((await determine(body)).status).toBe(422);
    expect(world.faults).toEqual([]);
  });
});
