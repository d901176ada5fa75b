import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';

/** Every agency, for the centre and the audit office to choose from. */
export const agenciesQuery = queryOptions({
  queryKey: ['organisations', { kind: 'agency' }],
  queryFn: () => dataOf(api.call('listOrganisations', { query: { kind: 'agency' } })),
});
