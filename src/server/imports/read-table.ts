import { spawn } from 'node:child_process';
import path from 'node:path';

/** Why a table could not be read. */
export type TableFault = 'unreadable' | 'too_many_rows' | 'too_slow';
export type Table =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly fault: TableFault };

const child = path.join(import.meta.dirname, 'table-child.ts');
const limits = { memoryMb: 512, timeMs: 30_000, rows: 100_000, outputBytes: 100 * 1024 * 1024 };

/** Reads a spreadsheet in a child process that is killed when it takes too much time or memory. */
export function readTable(bytes: Buffer, kind: 'csv' | 'xlsx'): Promise<Table> {
  return new Promise((resolve) => {
    const run = spawn(
      process.execPath,
      [`--max-old-space-size=${limits.memoryMb}`, '--disable-proto=delete', child, kind, String(limits.rows)],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: {},
      },
    );
    const parts: Buffer[] = [];
    let size = 0;
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      run.kill('SIGKILL');
    }, limits.timeMs);
    run.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limits.outputBytes) run.kill('SIGKILL');
      else parts.push(part);
    });
    run.on('error', () => {}); // close follows and reports it
    run.stdin.on('error', () => {}); // the child died before it had read everything
    run.on('close', (code) => {
      clearTimeout(timer);
      if (isSlow) return resolve({ ok: false, fault: 'too_slow' });
      if (code !== 0) return resolve({ ok: false, fault: 'unreadable' });
      const { rows } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { rows: string[][] };
      return resolve(rows.length > limits.rows ? { ok: false, fault: 'too_many_rows' } : { ok: true, rows });
    });
    run.stdin.end(bytes);
  });
}
