import { newKey } from '#contract/client.ts';
import type { Changes } from './draft.ts';

/** Unsaved changes as they lie on this device, with the values they started from. */
export type Kept = { readonly changes: Changes; readonly base: Changes };

/** Where unsaved changes wait until the server has them. */
export type DraftStore = { readonly write: (kept: Kept) => void; readonly clear: () => void };

const prefixOf = (id: string) => `jixia-draft/${id}/`;
const tabKey = 'jixia-tab';

function tabName(): string {
  const known = sessionStorage.getItem(tabKey);
  if (known) return known;
  const fresh = newKey();
  sessionStorage.setItem(tabKey, fresh);
  return fresh;
}

const quietly = (work: () => void) => {
  try {
    work();
  } catch {
    // Storage may be full or forbidden; the server still gets everything.
  }
};

/** This tab's place for the unsaved changes of one application. */
export function draftStore(id: string): DraftStore {
  return {
    write: (kept) => quietly(() => localStorage.setItem(prefixOf(id) + tabName(), JSON.stringify(kept))),
    clear: () => quietly(() => localStorage.removeItem(prefixOf(id) + tabName())),
  };
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'changes' in value && 'base' in value;
}

function read(key: string): Kept | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Tabs that are open now hold a lock; what they keep is theirs. */
async function openTabs(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name ?? ''));
}

/** Takes over what this tab, or a tab that was closed, could not save; newest tab last. */
export async function takeKept(id: string): Promise<Kept | null> {
  try {
    const own = prefixOf(id) + tabName();
    const open = await openTabs();
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(id)) && (key === own || !open.has(key)));
    const found = keys.flatMap((key) => read(key) ?? []);
    for (const key of keys) if (key !== own) localStorage.removeItem(key);
    if (found.length === 0) return null;
    return found.reduce((all, one) => ({ changes: { ...all.changes, ...one.changes }, base: { ...all.base, ...one.base } }));
  } catch {
    return null;
  }
}

/** Says that this tab is open, until the returned function is called. */
export function holdTab(id: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  const { promise, resolve } = Promise.withResolvers<void>();
  try {
    void navigator.locks.request(prefixOf(id) + tabName(), { mode: 'shared' }, () => promise);
  } catch {
    // Without locks every kept change is offered.
  }
  return resolve;
}
