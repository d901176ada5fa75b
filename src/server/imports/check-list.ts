import { spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import type { FactContext } from '#policy/zibo-2020/fact-kinds/fact-kind.ts';
import type { Summary } from './judged.ts';

/** Why a table could not be read. */
export type TableFault = 'unreadable' | 'too_many_rows' | 'too_slow';

/** A table to judge: its bytes, how it is written, what kind of fact it lists, what the checks need to know. */
export type ListToCheck = {
  readonly bytes: Buffer;
  readonly format: 'csv' | 'xlsx';
  readonly kind: string;
  readonly context: FactContext;
};

/** The judged list: its summary, then its good rows stretch by stretch as JSON text, read while they are stored. */
export type CheckedList =
  | { readonly ok: true; readonly summary: Summary; readonly stretches: AsyncIterable<string>; readonly end: () => void }
  | { readonly ok: false; readonly fault: TableFault };

const child = path.join(import.meta.dirname, 'list-child.ts');
const limits = { memoryMb: 512, timeMs: 30_000, rows: 100_000, outputBytes: 100 * 1024 * 1024 };

/** The output ended before it was whole: killed, or out of memory. */
export class CutShort extends Error {}

const newline = 0x0a;

/** Nothing of our environment but where compiled code is kept: with it, starting the child costs a third. */
const cacheFolder = getCompileCacheDir();
const cacheOnly = cacheFolder ? { NODE_COMPILE_CACHE: cacheFolder } : {};

/** Lines of a stream as text. @throws CutShort when it is longer than it may be. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > limits.outputBytes) throw new CutShort('too much output');
    let from = 0;
    for (let at = part.indexOf(newline); at !== -1; at = part.indexOf(newline, from)) {
      yield Buffer.concat([...rest, part.subarray(from, at)]).toString('utf8');
      rest = [];
      from = at + 1;
    }
    if (from < part.length) rest.push(part.subarray(from));
  }
  if (rest.length > 0) throw new CutShort('half a line');
}

/** Runs the reading and judging of a list in a process that is killed when it takes too much time or memory. */
function start({ bytes, format, kind, context }: ListToCheck) {
  const args = [`--max-old-space-size=${limits.memoryMb}`, '--disable-proto=delete', child, format, String(limits.rows), kind];
  const run = spawn(process.execPath, [...args, JSON.stringify(context)], { stdio: ['pipe', 'pipe', 'ignore'], env: cacheOnly });
  const state = { isSlow: false };
  const timer = setTimeout(() => {
    state.isSlow = true;
    run.kill('SIGKILL');
  }, limits.timeMs);
  const closed = new Promise<number | null>((resolve) => {
    run.on('error', () => resolve(null));
    run.on('close', resolve);
  });
  void closed.then(() => clearTimeout(timer));
  run.stdin.on('error', () => {}); // the child died before it had read everything
  run.stdin.end(bytes);
  return { lines: linesOf(run.stdout), closed, state, end: () => run.kill('SIGKILL') };
}

/** Reads and judges a list. Its rows must be read to the end, or `end` called; nothing is kept here. */
export async function checkList(list: ListToCheck): Promise<CheckedList> {
  const run = start(list);
  const fail = (fault: TableFault): CheckedList => {
    run.end();
    return { ok: false, fault: run.state.isSlow ? 'too_slow' : fault };
  };
  try {
    const { value, done } = await run.lines.next();
    if (done) return fail('unreadable');
    const first = JSON.parse(value) as Summary | { readonly isTooLong: true };
    if ('isTooLong' in first) return fail('too_many_rows');
    return { ok: true, summary: first, stretches: whole(run), end: run.end };
  } catch {
    return fail('unreadable');
  }
}

/** The rest of the lines. @throws CutShort if the child did not come to its own end: half a list is none. */
async function* whole({ lines, closed }: ReturnType<typeof start>): AsyncGenerator<string> {
  yield* lines;
  if ((await closed) !== 0) throw new CutShort('the child did not end well');
}
