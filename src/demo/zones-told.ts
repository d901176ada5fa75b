import { addDays, type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import type { ChapterName } from '#processes/plan/content.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { designationDays } from './history.ts';
import { parkOf } from './parks.ts';
import { randomOf } from './random.ts';
import { type Story, storyOf } from './story.ts';
import type { Phase } from './texts-tasks.ts';

/** How a zone keeps to its plan: everything in time, half of it late, or hardly anything. */
export type Pace = 'diligent' | 'steady' | 'idle';

/** A designated zone as the demonstration tells its life. */
export type ToldZone = {
  readonly park: string;
  readonly designated: 'first' | 'second';
  readonly pace: Pace;
  /** The share of full marks around which the experts' sheets of a year lie. */
  readonly marks: number;
  readonly grade: 'excellent' | 'qualified' | 'unqualified';
  readonly without: readonly ChapterName[];
};

export const zonesTold = {
  jimen: { park: 'builder1', designated: 'first', pace: 'diligent', marks: 0.94, grade: 'excellent', without: [] },
  daiqing: { park: 'builder2', designated: 'second', pace: 'steady', marks: 0.88, grade: 'qualified', without: ['international'] },
  lianting: { park: 'builder15', designated: 'first', pace: 'steady', marks: 0.8, grade: 'qualified', without: [] },
  chiyao: { park: 'builder16', designated: 'first', pace: 'idle', marks: 0.42, grade: 'unqualified', without: ['international'] },
} as const satisfies Record<string, ToldZone>;

export const allZones: readonly ToldZone[] = Object.values(zonesTold);

/** Workdays before today at which the past round opened; the present one opens later, for the year after. */
const pastRoundAgo = 104;

/** The year whose recognition is over: the last full year before its round. */
export const reviewedYear = (today: BusinessDate): number => yearOf(workdayBefore(today, pastRoundAgo)) - 1;

/** First day of the round of the year that is over. */
export const pastRoundFrom = (today: BusinessDate): BusinessDate => workdayBefore(today, pastRoundAgo);

/** When a zone was designated. */
export const designatedOn = (today: BusinessDate, { designated }: Pick<ToldZone, 'designated'>): BusinessDate =>
  designationDays(today)[designated];

/** Whether a zone took part in the round of the year that is over. */
export const tookPart = (today: BusinessDate, zone: Pick<ToldZone, 'designated'>): boolean =>
  yearOf(designatedOn(today, zone)) <= reviewedYear(today);

/** The story a zone's own texts draw on; `matter` keeps the choices of one text apart from those of another. */
export function zoneStory(today: BusinessDate, { park, designated }: Pick<ToldZone, 'park' | 'designated'>, matter: string): Story {
  return { ...storyOf(parkOf(park), designatedOn(today, { designated })), random: randomOf(`zone/${park}/${matter}`) };
}

export type Span = { readonly from: BusinessDate; readonly to: BusinessDate };

/** The three parts of a zone's plan, and the plan as a whole. */
export type ZoneSpans = Readonly<Record<Phase, Span>> & { readonly plan: Span; readonly years: readonly number[] };

/** The year in which the second part of a plan lies: the one after the reviewed year, or after a late designation. */
const secondYear = (today: BusinessDate, zone: ToldZone): number =>
  zone.designated === 'first' ? reviewedYear(today) + 1 : yearOf(designatedOn(today, zone)) + 1;

export function spansOf(today: BusinessDate, zone: ToldZone): ZoneSpans {
  const from = designatedOn(today, zone);
  const second = secondYear(today, zone);
  const day = (year: number, monthAndDay: string) => businessDate(`${year}-${monthAndDay}`);
  return {
    plan: { from, to: day(second + 1, '12-31') },
    first: { from, to: zone.designated === 'first' ? day(second - 1, '11-20') : day(second, '06-30') },
    second: { from: day(second, '03-01'), to: day(second, '12-10') },
    beyond: { from: day(second, '07-01'), to: day(second + 1, '06-30') },
    years: Array.from({ length: second + 2 - yearOf(from) }, (_, n) => yearOf(from) + n),
  };
}

/** Workdays after the designation at which the plan came to each hand. */
export const planSteps = { file: 2, check: 4, endorse: 5, propose: 8, consent: 10 } as const;

/** The first plan's day of consent. */
export const consentedOn = (today: BusinessDate, zone: ToldZone): BusinessDate =>
  workdayAfter(designatedOn(today, zone), planSteps.consent);

/** A day on which a zone reports on its plan, and the day its figures are as of. */
export type ReportDay = { readonly day: BusinessDate; readonly asOf: BusinessDate };

const lastReportAgo = 9;
const fewestDaysBetween = 40;

/** When a zone reported: soon after the consent, twice a year, and lately. */
export function reportDays(today: BusinessDate, zone: ToldZone): readonly ReportDay[] {
  const first = workdayAfter(consentedOn(today, zone), 2);
  const yearEnd = businessDate(`${yearOf(designatedOn(today, zone))}-12-31`);
  const last = workdayBefore(today, lastReportAgo);
  const halves = spansOf(today, zone).years.flatMap((year) =>
    ['06-22', '12-16'].map((monthAndDay) => workdayAfter(businessDate(`${year}-${monthAndDay}`), 0)),
  );
  const between = halves.filter((day) => day > addDays(first, fewestDaysBetween) && addDays(day, fewestDaysBetween) < last);
  return [{ day: first, asOf: first < yearEnd ? first : yearEnd }, ...[...between, last].map((day) => ({ day, asOf: day }))];
}
