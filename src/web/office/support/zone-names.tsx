import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { zonesQuery } from '../../api/query.ts';
import { withNames } from './determination.ts';

/** Puts the names of zones in place of their ids in a sentence of the calculation. */
export function useZoneNames(): (text: string) => string {
  const { data } = useQuery(zonesQuery);
  const names = useMemo(() => new Map(data?.map(({ id, name }) => [id, name])), [data]);
  return useCallback((text: string) => withNames(text, names), [names]);
}
