import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AnswerOf, Sent } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { rememberFileName } from '../../ui/files.tsx';

type Answer<Name extends keyof NamedEndpoints> = AnswerOf<NamedEndpoints[Name]>;
export type Scorecard = Answer<'readScorecard'>;
export type TaskLine = Scorecard['tasks'][number];
export type IndicatorLine = Scorecard['indicators'][number];
export type ZonePlan = Answer<'readZonePlan'>;
export type ZoneForms = Answer<'describeZoneForms'>;
export type RecordForm = ZoneForms['records'][number];
export type ZoneRecord = Answer<'listZoneRecords'>['rows'][number];
export type RecordFilter = Omit<NonNullable<Sent<NamedEndpoints['listZoneRecords']>['query']>, 'after'>;

/** Everything asked about a zone begins with this key, so that one report renews it all. */
const keyOf = (zone: string) => ['zone', zone] as const;

const remember = (files: Readonly<Record<string, string>>) => {
  for (const [hash, name] of Object.entries(files)) rememberFileName(hash, name);
};

export const planQuery = (zone: string) =>
  queryOptions({ queryKey: [...keyOf(zone), 'plan'], queryFn: () => dataOf(api.call('readZonePlan', { params: { id: zone } })) });

export const scorecardQuery = (zone: string, year: number) =>
  queryOptions({
    queryKey: [...keyOf(zone), 'scorecard', year],
    queryFn: () => dataOf(api.call('readScorecard', { params: { id: zone }, query: { year } })),
  });

export const differenceQuery = (zone: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...keyOf(zone), 'difference', from, to],
    queryFn: () => dataOf(api.call('comparePlans', { params: { id: zone }, query: { from, to } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const formsQuery = queryOptions({
  queryKey: ['zone-forms'],
  queryFn: () => dataOf(api.call('describeZoneForms')),
  staleTime: 3_600_000,
});

export const agenciesQuery = (zone: string) =>
  queryOptions({ queryKey: [...keyOf(zone), 'agencies'], queryFn: () => dataOf(api.call('listZoneAgencies', { params: { id: zone } })) });

export const enterprisesQuery = (zone: string) =>
  queryOptions({
    queryKey: [...keyOf(zone), 'enterprises'],
    queryFn: () => dataOf(api.call('listZoneEnterprises', { params: { id: zone } })),
  });

export const taskReportsQuery = (zone: string, no: string) =>
  queryOptions({
    queryKey: [...keyOf(zone), 'task-reports', no],
    queryFn: async () => {
      const { rows } = await dataOf(api.call('listTaskReports', { params: { id: zone, no } }));
      for (const { files } of rows) remember(files);
      return rows;
    },
  });

export const indicatorReportsQuery = (zone: string, no: string) =>
  queryOptions({
    queryKey: [...keyOf(zone), 'indicator-reports', no],
    queryFn: async () => {
      const { rows } = await dataOf(api.call('listIndicatorReports', { params: { id: zone, no } }));
      for (const { files } of rows) remember(files);
      return rows;
    },
  });

export const recordsQuery = (zone: string, filter: RecordFilter) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(zone), 'records', filter],
    queryFn: async ({ pageParam }) => {
      const page = await dataOf(
        api.call('listZoneRecords', { params: { id: zone }, query: pageParam ? { ...filter, after: pageParam } : filter }),
      );
      for (const { files } of page.rows) remember(files);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Reads anew everything about a zone, after something was reported or recorded. */
export function useZoneChanged(zone: string) {
  const queries = useQueryClient();
  return useCallback(async () => {
    void queries.invalidateQueries({ queryKey: ['scorecards'] });
    await queries.invalidateQueries({ queryKey: keyOf(zone) });
  }, [queries, zone]);
}
