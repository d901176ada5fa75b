import { type Entry, type Excluded, type Judged, type Matter, matterKey, type Verdict } from './data.ts';

/** The check sheet as it is being filled in. Facts nobody judged yet are not in it. */
export type Sheet = { readonly entries: readonly Judged[]; readonly excluded: readonly Excluded[]; readonly remark: string };

export const verdicts = ['met', 'not', 'unclear'] as const satisfies readonly Verdict[];

/** A sheet from whatever lies in the form's value. */
export function sheetOf(value: Readonly<Record<string, unknown>>): Sheet {
  const list = <One>(part: unknown): readonly One[] => (Array.isArray(part) ? (part as readonly One[]) : []);
  return { entries: list(value.entries), excluded: list(value.excluded), remark: typeof value.remark === 'string' ? value.remark : '' };
}

export const judgedOf = (sheet: Sheet, id: string): Judged | undefined => sheet.entries.find((one) => one.id === id);

/** Judges one fact, or changes the remark on it; a fact nobody judged gets its verdict with the first remark left open. */
export function judge(sheet: Sheet, entry: Pick<Entry, 'id' | 'matters'>, change: Partial<Pick<Judged, 'verdict' | 'remark'>>): Sheet {
  const before = judgedOf(sheet, entry.id);
  const verdict = change.verdict ?? before?.verdict;
  if (verdict === undefined) return sheet;
  const after: Judged = { id: entry.id, verdict, remark: change.remark ?? before?.remark ?? '' };
  const entries = before ? sheet.entries.map((one) => (one.id === entry.id ? after : one)) : [...sheet.entries, after];
  // Matters of a fact that is not so are left out with it.
  const gone = new Set(verdict === 'not' ? entry.matters.map(matterKey) : []);
  return { ...sheet, entries, excluded: sheet.excluded.filter((one) => !gone.has(matterKey(one))) };
}

/** Every fact not judged yet is as stated. */
export const metRest = (sheet: Sheet, entries: readonly Entry[]): Sheet =>
  entries.filter(({ id }) => !judgedOf(sheet, id)).reduce((next, entry) => judge(next, entry, { verdict: 'met' }), sheet);

/** Leaves one matter out, or takes it back in. */
export function exclude(sheet: Sheet, matter: Matter, isOut: boolean): Sheet {
  const others = sheet.excluded.filter((one) => matterKey(one) !== matterKey(matter));
  return { ...sheet, excluded: isOut ? [...others, { kind: matter.kind, matter: matter.matter, remark: '' }] : others };
}

/** Says why one matter does not count. */
export const remarkOn = (sheet: Sheet, matter: Matter, remark: string): Sheet => ({
  ...sheet,
  excluded: sheet.excluded.map((one) => (matterKey(one) === matterKey(matter) ? { ...one, remark } : one)),
});

/** Whether a verdict still lacks its words. */
export const lacksRemark = ({ verdict, remark }: Judged): boolean => verdict !== 'met' && remark.trim().length < 2;

/** The first fact that is not judged, or judged without the words it needs. */
export const firstOpen = (sheet: Sheet, entries: readonly Entry[]): Entry | undefined =>
  entries.find(({ id }) => {
    const judged = judgedOf(sheet, id);
    return !judged || lacksRemark(judged);
  });

/** The sheet of an earlier check, for facts that are still there. */
export function carriedOver(earlier: Sheet | null | undefined, entries: readonly Entry[]): Sheet {
  const ids = new Set(entries.map(({ id }) => id));
  const matters = new Set(entries.flatMap((entry) => entry.matters.map(matterKey)));
  return {
    entries: (earlier?.entries ?? []).filter(({ id }) => ids.has(id)),
    excluded: (earlier?.excluded ?? []).filter((one) => matters.has(matterKey(one))),
    remark: earlier?.remark ?? '',
  };
}
