import { useCallback, useState } from 'react';
import type { Tree } from '../ui/schema/schema.ts';

/** Typed input by what it is for; kept on this device until it is sent or given up. */
export type Typed = Readonly<Record<string, Tree>>;

const prefix = 'jixia-typed/';

function read(key: string): Typed {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Typed) : {};
  } catch {
    return {};
  }
}

function write(key: string, typed: Typed): void {
  try {
    if (Object.keys(typed).length === 0) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(typed));
  } catch {
    // Storage may be full or forbidden; what was typed then lasts as long as the page.
  }
}

/**
 * What somebody typed and has not sent, by event; it survives closing the dialog and the page. `key` names the person and the
 * case, so that nobody meets another's words on a shared machine.
 */
export function useKept(key: string) {
  const [typed, setTyped] = useState<Typed>(() => read(key));
  const keep = useCallback(
    (event: string, value: Tree) =>
      setTyped((all) => {
        const next = { ...all, [event]: value };
        write(key, next);
        return next;
      }),
    [key],
  );
  const forget = useCallback(
    (event: string) =>
      setTyped(({ [event]: _sent, ...rest }) => {
        write(key, rest);
        return rest;
      }),
    [key],
  );
  return { typed, keep, forget };
}
