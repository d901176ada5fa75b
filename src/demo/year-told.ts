import { type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import { scoreGroups } from '#processes/recognition/score-sheet.ts';
import type { PlanContent } from '#processes/plan/content.ts';
import { agenciesInside } from './providers.ts';
import { fundingOf, staffInside } from './plan-told.ts';
import { peopleOfPark } from './organisations.ts';
import { parkOf } from './parks.ts';
import { randomOf } from './random.ts';
import { taskStateOn, valueOn } from './reports-told.ts';
import { yearTexts } from './texts-year.ts';
import { reportDays, type ToldZone, zoneStory } from './zones-told.ts';

/** A year of a zone as its building unit reports on it, on a day. */
export type ToldYear = { readonly year: number; readonly filedOn: BusinessDate; readonly content: PlanContent };

const wan = 10_000;

/** As of which day the plan's progress was last reported for a year. */
function lastReportOf(today: BusinessDate, zone: ToldZone, { year, filedOn }: ToldYear): BusinessDate {
  const yearEnd = businessDate(`${year}-12-31`);
  const until = filedOn < yearEnd ? filedOn : yearEnd;
  const known = reportDays(today, zone).filter(({ day, asOf }) => day <= filedOn && asOf <= until);
  return known.at(-1)?.asOf ?? until;
}

const delays = ['合作方进场推迟，已顺延到下一季度。', '人手不足，先做了其他任务，下年补上。', '企业意见分歧较大，方案改了两稿。'] as const;

/** Part one: an effect for what is done, a reason for what is not. */
function carriedOut(today: BusinessDate, zone: ToldZone, told: ToldYear) {
  const on = lastReportOf(today, zone, told);
  const { tasks, indicators } = told.content;
  return {
    tasks: tasks.rows
      .map((task, place) => ({ task, place }))
      .filter(({ task }) => task.start <= `${told.year}-12-31`)
      .map(({ task, place }) =>
        taskStateOn(task, { pace: zone.pace, place, on }) === 'done'
          ? { no: task.no, effect: '按期完成，企业反映好，佐证齐全。' }
          : { no: task.no, reason: delays[place % delays.length] },
      ),
    indicators: indicators.rows.flatMap(({ no, unit, source, targets }) => {
      const target = targets.find((one) => one.year === told.year)?.value;
      if (target === undefined) return [];
      if (source !== 'reported') return [{ no, reason: '由系统统计；如低于目标，差额列入下年措施。' }];
      const isReached = yearOf(on) === told.year && valueOn({ unit, target }, zone.pace, on) >= target;
      return [{ no, ...(isReached ? {} : { reason: `到${on}尚未达到目标，余下场次已排期。` }) }];
    }),
  };
}

function annexOf(today: BusinessDate, zone: ToldZone, { year }: ToldYear) {
  const random = randomOf(`annex/${zone.park}/${year}`);
  const inside = staffInside(zone.park);
  const planned = fundingOf(today, zone)
    .filter((row) => row.year === year)
    .reduce((sum, { yuan }) => sum + yuan, 0);
  const share = { diligent: 92, steady: 64, idle: 18 }[zone.pace];
  return {
    agenciesIn: agenciesInside(zone.park).length,
    agenciesOut: 0,
    staff: inside.reduce((sum, { staff }) => sum + staff, 0),
    incomeYuan: random.between(300, 1800) * wan,
    grants: random.between(6, 260),
    loans: random.between(0, 14),
    custody: random.between(3, 40),
    trainings: random.between(2, 14),
    wins: random.between(0, 4),
    pledges: inside.length,
    countySupportYuan: random.between(40, 200) * wan,
    fundsPlannedYuan: planned,
    fundsArrivedYuan: Math.floor((planned * share) / 100 / wan) * wan,
    fundsSpentYuan: Math.floor((planned * (share - 6)) / 100 / wan) * wan,
  };
}

/** Form F7 as a building unit files it; `sealFile` is the hash of the sealed page. */
export function yearForm(today: BusinessDate, zone: ToldZone, told: ToldYear & { readonly sealFile: string }) {
  const texts = yearTexts(zoneStory(today, zone, `year/${told.year}`), told.year);
  const { system, mechanism, management, innovation, cases, ideas, measures, effect } = texts;
  return {
    carriedOut: { ...carriedOut(today, zone, told), effect },
    experience: { system, mechanism, management, innovation, cases },
    goingOn: { ideas, measures },
    annex: annexOf(today, zone, told),
    declaration: { isTrue: true, sealFile: told.sealFile, signedBy: peopleOfPark(parkOf(zone.park)).head, signedOn: told.filedOn },
  };
}

const remarks = [
  '任务与指标对得上，经验写得具体，下一步措施可执行。',
  '台账清楚，个别指标口径应再说明，托管一项做得扎实。',
  '成效写得多、方法写得少，建议补上怎样推广。',
  '进展落后于方案，措施尚需落到人和时间。',
] as const;

/** One expert's sheet on a year: marks around what the zone deserves, in steps of half a point. */
export function yearSheet({ park, marks, pace }: ToldZone, year: number) {
  return (expert: string) => {
    const random = randomOf(`year-sheet/${park}/${year}/${expert}`);
    const leaning = random.between(-3, 3);
    const mark = (full: number) => Math.round(full * Math.min(1, marks + (leaning + random.between(-4, 4)) / 100) * 2) / 2;
    return {
      scores: Object.fromEntries(scoreGroups.flatMap(({ indicators }) => indicators.map(({ id, weight }) => [id, mark(weight)]))),
      remark: pace === 'idle' ? remarks[3] : random.pick(remarks.slice(0, 3)),
      hasNoConflict: true,
    };
  };
}
