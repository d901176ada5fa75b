import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { grantDaysBetween } from './days.ts';
import { enterprisesOf } from './organisations.ts';

/** A patent case as `POST /facts` takes it, with the agency that reports it. */
export type CaseWon = {
  readonly agency: string;
  readonly body: { readonly kind: 'litigation'; readonly data: Readonly<Record<string, unknown>> };
  /** Papers that are still missing; all of them for the cases that nobody has handed in papers for. */
  readonly lacks: 'all' | readonly string[];
};

type Line = readonly [agency: string, park: string, company: number, more: Readonly<Record<string, unknown>>, lacks?: readonly string[]];

const lines: readonly Line[] = [
  ['agency1', 'builder1', 0, { isForeignRelated: true, agencyFeeYuan: 86_000 }, []],
  ['agency1', 'builder1', 1, { hasMajorInfluence: true, agencyFeeYuan: 42_500 }, ['invoiceFile']],
  ['agency1', 'builder1', 2, { isForeignRelated: true, outcome: 'lost', agencyFeeYuan: 60_000 }],
  ['agency1', 'builder1', 4, { isForeignRelated: true, isPatentCase: false, agencyFeeYuan: 55_000 }],
  ['agency2', 'builder2', 0, { isForeignRelated: true, agencyFeeYuan: 120_000 }, []],
  ['agency2', 'builder2', 1, { agencyFeeYuan: 30_000 }],
  ['agency3', 'builder1', 3, { hasMajorInfluence: null, isFinal: null, agencyFeeYuan: null }],
];

/** Cases won (and one lost, one about something else, one not known) within a span of days; their numbers name a court that does not exist. */
export function casesWon(from: BusinessDate, to: BusinessDate): readonly CaseWon[] {
  const days = grantDaysBetween(from, to);
  return lines.map(([agency, park, company, more, lacks], n): CaseWon => {
    const client = enterprisesOf(park)[company];
    const day = days[Math.floor(((n + 1) * days.length) / (lines.length + 2))];
    if (!client || !day) throw new RangeError(`case ${n} has no client or no day`);
    return {
      agency,
      lacks: lacks ?? 'all',
      body: {
        kind: 'litigation',
        data: {
          caseNo: `（${yearOf(day)}）虚03知民初${110 + n * 7}号`,
          clientName: client.name,
          clientCode: client.creditCode,
          effectiveDate: day,
          isPatentCase: true,
          isForeignRelated: false,
          hasMajorInfluence: false,
          outcome: 'won',
          isFinal: true,
          ...more,
        },
      },
    };
  });
}
