import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

export type Bonus = AnswerOf<NamedEndpoints['readDistrictBonus']>;

export const bonusQuery = (year: number) => ({
  queryKey: ['bonus', year],
  queryFn: () => dataOf(api.call('readDistrictBonus', { query: { year } })),
});

/** Whether anybody has said how many points there are. */
export const hasPoints = ({ points }: Pick<Bonus, 'points'>): boolean => points.excellent > 0 || points.other > 0;
