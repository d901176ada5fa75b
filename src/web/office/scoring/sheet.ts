/** Titles come in the reader's language. */
export type Indicator = { readonly id: string; readonly title: string; readonly weight: number };
export type Group = { readonly id: string; readonly title: string; readonly clause: string; readonly indicators: readonly Indicator[] };

/** The sheet while it is filled in. */
export type Draft = { readonly scores: Readonly<Record<string, number>>; readonly remark: string; readonly hasNoConflict: boolean };

export const emptyDraft: Draft = { scores: {}, remark: '', hasNoConflict: false };

/** A draft as the server or this device kept it; parts of another shape are dropped. */
export function readDraft(stored: unknown): Draft {
  const sheet = (typeof stored === 'object' && stored !== null ? stored : {}) as {
    scores?: unknown;
    remark?: unknown;
    hasNoConflict?: unknown;
  };
  const scores = Object.entries((sheet.scores ?? {}) as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return {
    scores: Object.fromEntries(scores),
    remark: typeof sheet.remark === 'string' ? sheet.remark : '',
    hasNoConflict: sheet.hasNoConflict === true,
  };
}

/** A score brought to half points between 0 and the weight. */
export const halfPoint = (value: number, weight: number): number => Math.min(Math.max(Math.round(value * 2) / 2, 0), weight);

export const allIndicators = (groups: readonly Group[]): readonly Indicator[] => groups.flatMap(({ indicators }) => indicators);

/** Sum of what is scored in these indicators; half points add exactly. */
export const sumOf = (indicators: readonly Indicator[], scores: Draft['scores']): number =>
  indicators.reduce((sum, { id }) => sum + (scores[id] ?? 0), 0);

export const weightOf = (indicators: readonly Indicator[]): number => indicators.reduce((sum, { weight }) => sum + weight, 0);

/** What still keeps a sheet from being sealed, as ids: indicators without a score, `remark`, `hasNoConflict`. */
export function missingIn(groups: readonly Group[], draft: Draft): readonly string[] {
  return [
    ...allIndicators(groups)
      .filter(({ id }) => draft.scores[id] === undefined)
      .map(({ id }) => id),
    ...(draft.remark.trim().length < 5 ? ['remark'] : []),
    ...(draft.hasNoConflict ? [] : ['hasNoConflict']),
  ];
}
