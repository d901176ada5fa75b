import type { Tree } from '../../ui/schema/schema.ts';

/** What somebody typed and has not sent, with the names of the files chosen (a hash alone says nothing) and when it was kept. */
export type Kept = {
  readonly typed: Tree;
  readonly reason: string;
  readonly names: Readonly<Record<string, string>>;
  readonly at: string;
};

const prefix = 'jixia-fact/';

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

function isKept(value: unknown): value is Kept {
  const { typed, names, at, reason } = (value ?? {}) as Partial<Kept>;
  return isRecord(typed) && isRecord(names) && typeof at === 'string' && typeof reason === 'string';
}

/** Reads what this device kept under a name; null if there is nothing, or nothing readable. */
export function readKept(name: string, storage: Pick<Storage, 'getItem'> = localStorage): Kept | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(prefix + name) ?? 'null');
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed on this device, or forgets it. Says whether it lies there now. */
export function keep(name: string, kept: Kept | null, storage: Pick<Storage, 'setItem' | 'removeItem'> = localStorage): boolean {
  try {
    if (kept) storage.setItem(prefix + name, JSON.stringify(kept));
    else storage.removeItem(prefix + name);
    return kept !== null;
  } catch {
    return false;
  }
}

/** Hashes of files anywhere in what is typed. */
export const hashesIn = (typed: Tree): readonly string[] =>
  Object.values(typed).filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
