import { z } from 'zod';
import { day } from '#core/form/fields.ts';
import { isBusinessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { DeadlineView } from './deadline.ts';
import { endpoint } from './endpoint.ts';
import { readers } from './zone-records.ts';

const year = () => z.coerce.number('请填写年度').int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚');
const ByYear = z.object({ year: year() });

/** How a round is narrowed: by what a zone awaits (`none`: not opened), district, grade, and words of its name or number. */
const RoundFilter = z.object({
  state: z.string().max(40).optional(),
  district: z.string().max(20).optional(),
  grade: z.string().max(20).optional(),
  q: z.string().max(100).optional(),
});

const RoundRow = z.object({
  zone: z.string(),
  number: z.string(),
  name: z.string(),
  district: z.string(),
  districtName: z.string(),
  operatorName: z.string(),
  /** null where the zone has no recognition of the year yet. */
  case: z.string().nullable(),
  caseNumber: z.string().nullable(),
  state: z.string().nullable(),
  stateTitle: z.string(),
  /** Who has to act; null where nobody has. */
  awaits: z.string().nullable(),
  stateSince: z.string().nullable(),
  deadline: DeadlineView.nullable(),
  isOverdue: z.boolean(),
  /** The version of the plan that counts for the year; null while there is none: then no report can be filed. */
  planVersion: z.int().nullable(),
  /** What part one leads one to expect, as long as there is no score. */
  forecast: z.object({ total: z.number(), gradeTitle: z.string(), says: z.string() }).nullable(),
  /** Score in points; null until it is there and the reader may know it. */
  total: z.number().nullable(),
  grade: z.string().nullable(),
  gradeTitle: z.string().nullable(),
});
export type RoundRow = z.infer<typeof RoundRow>;

/** The yearly rounds of recognition and their results (rows 12.1, 14.1). */
export const recognitionEndpoints = {
  openRecognitionRound: endpoint({
    method: 'POST',
    path: '/recognition-rounds',
    summary: both('启动年度认定（全部示范区）', 'Open the recognition of a year for every zone'),
    clause: '12.1',
    who: ['centre_officer'],
    isCommand: true,
    status: 201,
    body: z
      .object({ year: z.int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚'), firstDay: day(), lastDay: day() })
      .refine(({ firstDay, lastDay }) => !isBusinessDate(firstDay) || !isBusinessDate(lastDay) || firstDay < lastDay, {
        error: '截止日应晚于开始日',
        path: ['lastDay'],
      }),
    /** `zones`: for how many a recognition is being opened; the cases appear within moments. */
    answer: z.object({ year: z.int(), firstDay: z.string(), lastDay: z.string(), zones: z.int() }),
  }),
  readRecognitionRound: endpoint({
    method: 'GET',
    path: '/recognition-rounds/{year}',
    summary: both('年度认定进度', 'Progress of a round'),
    clause: '12.1',
    who: readers,
    params: ByYear,
    query: RoundFilter,
    answer: z.object({
      year: z.int(),
      /** null where the year has no round: recognitions may still have been opened one by one. */
      round: z.object({ firstDay: z.string(), lastDay: z.string(), openedAt: z.string() }).nullable(),
      /** Of all zones the reader sees, whatever the filter: how many, and how many hold their title and have no recognition yet. */
      zones: z.int(),
      unopened: z.int(),
      counts: z.array(z.object({ state: z.string(), stateTitle: z.string(), count: z.int() })),
      districts: z.array(z.object({ code: z.string(), name: z.string() })),
      rows: z.array(RoundRow),
    }),
  }),
  exportRecognitionRound: endpoint({
    method: 'GET',
    path: '/recognition-rounds/{year}/export.csv',
    summary: both('导出年度认定', 'Export of a round'),
    clause: '12.1',
    who: readers,
    params: ByYear,
    query: RoundFilter,
    givesFile: true,
  }),
  listZoneRecognitions: endpoint({
    method: 'GET',
    path: '/zones/{id}/recognitions',
    summary: both('示范区历年认定', 'Recognitions of a zone'),
    clause: '12.1',
    who: readers,
    params: z.object({ id: z.uuid() }),
    answer: z.object({
      rows: z.array(
        z.object({
          year: z.int(),
          case: z.string(),
          caseNumber: z.string(),
          stateTitle: z.string(),
          isFinal: z.boolean(),
          /** null while the year is not decided, and where its case ended without a grade. */
          result: z
            .object({
              planVersion: z.int(),
              one: z.number(),
              two: z.number(),
              three: z.number(),
              total: z.number(),
              grade: z.string(),
              gradeTitle: z.string(),
              decidedOn: z.string(),
            })
            .nullable(),
        }),
      ),
    }),
  }),
  listRecognitions: endpoint({
    method: 'GET',
    path: '/recognitions',
    summary: both('年度认定结果', 'Grades of a year'),
    clause: '14.1',
    who: 'anyone',
    query: ByYear,
    answer: z.array(
      z.object({
        zone: z.string(),
        number: z.string(),
        name: z.string(),
        districtName: z.string(),
        operatorName: z.string(),
        grade: z.string(),
        gradeTitle: z.string(),
        decidedOn: z.string(),
      }),
    ),
  }),
} as const;
