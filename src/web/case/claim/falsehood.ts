import { type Matter, matterKey, type Recovery } from './data.ts';

/** The matters chosen in a dialog's value. */
export const chosenIn = (part: unknown): readonly Matter[] => (Array.isArray(part) ? (part as readonly Matter[]) : []);

/** The choice with these matters in it, or without them; none stands twice. */
export function choose(chosen: readonly Matter[], matters: readonly Matter[], isChosen: boolean): readonly Matter[] {
  const keys = new Set(matters.map(matterKey));
  const others = chosen.filter((one) => !keys.has(matterKey(one)));
  return isChosen ? [...others, ...matters.map(({ kind, matter }) => ({ kind, matter }))] : others;
}

/** Matters of a recovery that were given back since. */
export const restoredIn = ({ corrections }: Recovery): ReadonlySet<string> =>
  new Set(corrections.flatMap(({ restored }) => restored.map(matterKey)));

/** Matters that still stand as found false. */
export function stillFalse(recovery: Recovery): readonly Matter[] {
  const back = restoredIn(recovery);
  return recovery.falseMatters.filter((matter) => !back.has(matterKey(matter)));
}

/** Whether the bar of a recovery was lifted. */
export const isLifted = ({ corrections }: Recovery): boolean => corrections.some(({ liftsBar }) => liftsBar);
