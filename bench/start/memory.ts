import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Bytes held: by our process (resident), and by PostgreSQL's together with shared pages counted once. */
export type Memory = { readonly program: number; readonly postgres: number; readonly processes: number };

const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN) * 1024;

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return /^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] === String(parent);
    } catch {
      return false; // ended meanwhile
    }
  });
}

/** Looks into /proc; other systems have none. @throws Error there. */
export function memoryOf(pid: number, dataDir: string): Memory {
  const postmaster = Number(readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
  const servers = [postmaster, ...childrenOf(postmaster)];
  return {
    program: kilobytes(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmRSS'),
    postgres: servers.reduce((sum, one) => sum + kilobytes(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'), 'Pss'), 0),
    processes: servers.length,
  };
}
