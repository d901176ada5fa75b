import { z } from 'zod';
import { both } from '#core/kernel/words.ts';
import { endpoint } from './endpoint.ts';

const city = ['centre_officer', 'centre_approver', 'auditor'] as const;
const year = () => z.coerce.number('请填写年度').int('请填写年度').min(2020, '年度过早').max(2999, '年度过晚');
const ByVersion = z.object({ year: year(), version: z.coerce.number().int().min(1).max(1000) });

const Row = z.object({
  district: z.string(),
  districtName: z.string(),
  zones: z.array(
    z.object({ zone: z.string(), number: z.string(), name: z.string(), grade: z.string().nullable(), gradeTitle: z.string().nullable() }),
  ),
  points: z.int(),
});
export type BonusRowView = z.infer<typeof Row>;

const List = z.object({
  /** The reading by which zones count, in words. */
  ruleTitle: z.string(),
  points: z.object({ excellent: z.int(), other: z.int(), maximum: z.int() }),
  rows: z.array(Row),
  hash: z.string(),
});

/** The yearly list of districts that earn extra points (row 15.1). */
export const bonusEndpoints = {
  readDistrictBonus: endpoint({
    method: 'GET',
    path: '/district-bonus',
    summary: both('区县加分', 'Bonus of the districts'),
    clause: '15.1',
    who: city,
    query: z.object({ year: year() }),
    answer: List.extend({
      year: z.int(),
      /** Why no list can be prepared now; empty when one can. */
      faults: z.array(z.string()),
      /** The case that prepares a list now. */
      draft: z.object({ id: z.string(), number: z.string() }).nullable(),
      /** Whether what is known now gives another list than the newest version. */
      isChanged: z.boolean(),
      versions: z.array(
        List.extend({ version: z.int(), case: z.string(), number: z.string(), documentNumber: z.string(), confirmedOn: z.string() }),
      ),
    }),
  }),
  exportDistrictBonusCsv: endpoint({
    method: 'GET',
    path: '/district-bonus.csv',
    summary: both('导出区县加分名单（CSV）', 'Export: bonus list as CSV'),
    clause: '15.1',
    who: city,
    query: ByVersion,
    givesFile: true,
  }),
  exportDistrictBonusXlsx: endpoint({
    method: 'GET',
    path: '/district-bonus.xlsx',
    summary: both('导出区县加分名单（Excel）', 'Export: bonus list as a spreadsheet'),
    clause: '15.1',
    who: city,
    query: ByVersion,
    givesFile: true,
  }),
} as const;
