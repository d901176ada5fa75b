import type { Example } from '#core/policy/clause.ts';
import type { CaseFileInput } from './case-file.ts';

/** What a worked example says beyond the standard scene. */
export type ExampleInput = Partial<CaseFileInput> & Pick<CaseFileInput, 'facts'>;

/** A worked example of 第九条; `yields` is about agency A1 and the example's own clause. */
export type SupportExample = Example<ExampleInput>;

/**
 * The standard scene of all examples: agency A1 (licensed since 2015) sits in zone Z1, designated on 2020-11-02;
 * enterprises E1 and E2 are in the zone, E3 is not; the year is 2021.
 */
export const exampleCase = (input: ExampleInput): CaseFileInput => ({
  year: 2021,
  asOf: '2021-08-20',
  zones: [{ id: 'Z1', district: '370305', statusHistory: [{ from: '2020-11-02', status: 'designated' }] }],
  agencies: [
    {
      id: 'A1',
      patentQualification: [{ from: '2015-03-01', to: null }],
      zoneMembership: [{ zone: 'Z1', from: '2020-11-02', to: null }],
    },
  ],
  enterprises: [
    { id: 'E1', zone: 'Z1', city: '370300' },
    { id: 'E2', zone: 'Z1', city: '370300' },
    { id: 'E3', zone: null, city: '370300' },
  ],
  ...input,
});

/** An example of so many yuan with code `OK`, or of a refusal. */
export const example = (title: string, input: ExampleInput, yields: readonly [string, number]): SupportExample => ({
  title,
  input,
  yields: { code: yields[0], ceilingYuan: yields[1] },
});
