import type { Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';

/** Demonstration mode only: how far the clock is moved, and how far loading the invented city has come. */
export type DemoState = { readonly offset_ms: number; readonly city: 'none' | 'loading' | 'loaded' };

export const readDemo = async (tx: Tx): Promise<DemoState> =>
  (await tx.one<DemoState>(`select offset_ms, city from demo`)) ?? { offset_ms: 0, city: 'none' };

export const saveDemoOffset = (tx: Tx, offsetMs: number) =>
  tx.run(`insert into demo (offset_ms) values ($1) on conflict (only_row) do update set offset_ms = excluded.offset_ms`, [
    Math.round(offsetMs),
  ]);

export const saveCityState = (tx: Tx, city: DemoState['city']) =>
  tx.run(`insert into demo (city) values ($1) on conflict (only_row) do update set city = excluded.city`, [city]);

/** The moment of the newest event: the demonstration clock may not go back before it. */
export const newestEventAt = async (tx: Tx): Promise<Instant | null> =>
  (await tx.one<{ at: Instant | null }>(`select max(at) as at from case_event`))?.at ?? null;
