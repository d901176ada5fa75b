import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

/** What a plan case changes; asked anew with every version of the case. */
export const planChangesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['plan-changes', id, version],
    queryFn: () => dataOf(api.call('readPlanChanges', { params: { id } })),
  });
