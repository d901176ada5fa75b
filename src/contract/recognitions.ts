import { z } from 'zod';
import { day } from '#core/form/fields.ts';
import { isBusinessDate } from '#core/kernel/dates.ts';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const year = () => z.coerce.number('请填写年度').int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚');
const ByYear = z.object({ year: year() });

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
    who: ['centre_officer', 'centre_approver', 'auditor'],
    params: ByYear,
    answer: z.object({
      year: z.int(),
      /** null where the year has no round: recognitions may still have been opened one by one. */
      round: z.object({ firstDay: z.string(), lastDay: z.string(), openedAt: z.string() }).nullable(),
      counts: z.array(z.object({ state: z.string(), stateTitle: z.string(), count: z.int() })),
      rows: z.array(
        z.object({
          zone: z.string(),
          number: z.string(),
          name: z.string(),
          districtName: z.string(),
          /** null where the zone has no recognition of the year yet. */
          case: z.string().nullable(),
          caseNumber: z.string().nullable(),
          state: z.string().nullable(),
          stateTitle: z.string(),
          stateSince: z.string().nullable(),
          deadlineDay: z.string().nullable(),
          isOverdue: z.boolean(),
          grade: z.string().nullable(),
          gradeTitle: z.string().nullable(),
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
