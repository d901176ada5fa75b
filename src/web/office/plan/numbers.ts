import type { Tree } from '../../ui/schema/schema.ts';

/** The next number of a chapter, `2.3` after `2.1` and `2.2`; one that a task anywhere in the plan has is passed over. */
export function nextNumber(all: readonly Tree[], own: readonly Tree[], chapter: number): string {
  const taken = new Set(all.map(({ no }) => no));
  const ends = own.flatMap(({ no }) => {
    const end = new RegExp(String.raw`^${chapter}\.(\d+)$`).exec(String(no))?.[1];
    return end === undefined ? [] : [Number(end)];
  });
  let next = Math.max(0, ...ends) + 1;
  while (taken.has(`${chapter}.${next}`)) next += 1;
  return `${chapter}.${next}`;
}
