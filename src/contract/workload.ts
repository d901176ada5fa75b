import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const readers = ['centre_officer', 'centre_approver', 'auditor', 'county_reviewer', 'county_approver'] as const;
const year = () => z.coerce.number('请填写年度').int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚');

const Query = z.object({
  year: year(),
  process: z.string().max(40).optional(),
  district: z.string().max(20).optional(),
});

/** One county and process in one year. Shares in hundredths of a per cent; days are workdays, null while nothing is finished. */
const WorkloadRow = z.object({
  district: z.string(),
  districtName: z.string(),
  process: z.string(),
  processTitle: z.string(),
  received: z.int(),
  open: z.int(),
  medianDays: z.number().nullable(),
  p90Days: z.number().nullable(),
  overdue: z.int(),
  overdueShare: z.int(),
  returned: z.int(),
  returnShare: z.int(),
  objected: z.int(),
  objectionShare: z.int(),
});
export type WorkloadRow = z.infer<typeof WorkloadRow>;

/** How much each county had to review and how it did it, counted from the log of the cases (rows 4.1, 15.1). */
export const workloadEndpoints = {
  readWorkload: endpoint({
    method: 'GET',
    path: '/workload',
    summary: both('区县审核情况', 'Reviews by county'),
    clause: '4.1',
    who: readers,
    query: Query,
    answer: z.object({
      year: z.int(),
      rows: z.array(WorkloadRow),
      /** Processes in which counties have work, and the districts, for the filter. */
      processes: z.array(z.object({ name: z.string(), title: z.string() })),
      districts: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),
  exportWorkload: endpoint({
    method: 'GET',
    path: '/workload.csv',
    summary: both('导出区县审核情况', 'Export: reviews by county'),
    clause: '4.1',
    who: readers,
    query: Query,
    givesFile: true,
  }),
  listWorkloadCases: endpoint({
    method: 'GET',
    path: '/workload/cases',
    summary: both('区县审核情况所依据的案件', 'The cases behind the reviews by county'),
    clause: '4.1',
    who: readers,
    query: Query.extend({
      about: z.enum(['all', 'open', 'overdue', 'returned', 'objected']).default('all'),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          process: z.string(),
          processTitle: z.string(),
          districtName: z.string(),
          summary: z.string(),
          receivedOn: z.string(),
          leftOn: z.string().nullable(),
          days: z.int(),
          isOverdue: z.boolean(),
          isReturned: z.boolean(),
          isObjected: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
} as const;
