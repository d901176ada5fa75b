/** A small seeded source of choices. Nothing secret may ever come from it. */
export type Random = {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <Item>(list: readonly Item[]) => Item;
  /** `count` different items in the order of the list. */
  readonly some: <Item>(list: readonly Item[], count: number) => readonly Item[];
};

/** FNV-1a: a text as a number to start from. */
function startOf(seed: string): number {
  let value = 0x811c9dc5;
  for (const char of seed) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** The same seed always gives the same choices (mulberry32). */
export function randomOf(seed: string): Random {
  let state = startOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    pick: (list) => {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    some: (list, count) => {
      const lots = list.map((_, index) => ({ index, lot: next() }));
      const chosen = lots.sort((a, b) => a.lot - b.lot).slice(0, count);
      return chosen
        .map(({ index }) => index)
        .sort((a, b) => a - b)
        .map((index) => list[index] as (typeof list)[number]);
    },
  };
}
