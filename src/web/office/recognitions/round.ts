import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';

/** The round of a year as the reader may see it. */
export type Round = AnswerOf<NamedEndpoints['readRecognitionRound']>;
export type RoundRow = Round['rows'][number];

/** How a round is narrowed; the names are those of the address. */
export type Filter = { readonly [name in (typeof filterNames)[number]]?: string };
export const filterNames = ['state', 'district', 'grade', 'q'] as const;

/** The filter in an address. */
export function filterOf(search: URLSearchParams): Filter {
  const given = filterNames.map((name) => [name, search.get(name) ?? ''] as const).filter(([, value]) => value !== '');
  return Object.fromEntries(given);
}

/** How many zones are decided, under way and not opened. */
export function stagesOf({ counts }: Pick<Round, 'counts'>): {
  readonly decided: number;
  readonly underWay: number;
  readonly unopened: number;
} {
  const of = (isIt: (state: string) => boolean) => counts.filter(({ state }) => isIt(state)).reduce((sum, { count }) => sum + count, 0);
  const isDecided = (state: string) => state === 'decided' || state === 'ended';
  const isUnopened = (state: string) => state === 'none';
  return { decided: of(isDecided), unopened: of(isUnopened), underWay: of((state) => !isDecided(state) && !isUnopened(state)) };
}

/** Whether nothing of the year has begun. */
export const isUnopened = ({ round, zones, unopened }: Pick<Round, 'round' | 'zones' | 'unopened'>): boolean =>
  round === null && unopened === zones;
