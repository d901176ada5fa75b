import type { BusinessDate } from '#core/kernel/dates.ts';
import { filingTime, type Stop, stop } from './agenda.ts';
import { type Back, workdayAfter, workdayBefore } from './days.ts';
import { parkOf } from './parks.ts';
import { planContent, targetMoved, taskPutOff, type ToldChange } from './plan-told.ts';
import { fundsRecords, publishedRecords, staffRecords, supportRecords, visitRecord } from './records-told.ts';
import { indicatorReportsOn, taskReportsOn } from './reports-told.ts';
import { checkPlan, consentToPlan, endorsePlan, fileChange, filePlan, reviewPlan } from './steps-plan.ts';
import { addRecords, reportProgress } from './steps-zone.ts';
import { rounds } from './zone-rounds.ts';
import { allZones, consentedOn, designatedOn, planSteps, reportDays, type ToldZone, zonesTold } from './zones-told.ts';

/** The first plan of a zone, through four hands into force. */
function firstPlan(today: BusinessDate, zone: ToldZone): readonly Stop[] {
  const from = designatedOn(today, zone);
  const on = (n: number) => workdayAfter(from, n);
  const park = parkOf(zone.park);
  const kase = { park: zone.park, n: 1 };
  return [
    stop(on(planSteps.file), filingTime(park), `${park.park}：报送方案`, (city) => filePlan(city, kase, planContent(today, zone))),
    stop(on(planSteps.check), '11:10', `${park.park}：区县审核方案`, (city) => reviewPlan(city, kase)),
    stop(on(planSteps.endorse), '11:10', `${park.park}：区县签发方案`, (city) => endorsePlan(city, kase)),
    stop(on(planSteps.propose), '11:10', `${park.park}：市中心审核方案`, (city) => checkPlan(city, kase)),
    stop(on(planSteps.consent), filingTime(park), `${park.park}：方案施行`, (city) => consentToPlan(city, kase)),
  ];
}

/** What a zone reports over the time: progress, money, people; what it publishes; who visits and who supports it. */
function reports(today: BusinessDate, zone: ToldZone): readonly Stop[] {
  const { tasks, indicators } = planContent(today, zone);
  const days = reportDays(today, zone);
  const name = parkOf(zone.park).park;
  const visits = [
    { on: workdayAfter(consentedOn(today, zone), 20), by: 'officer1' },
    { on: workdayBefore(today, 61), by: 'officer2' },
  ];
  const first = days[0]?.day ?? consentedOn(today, zone);
  return [
    ...days.map(({ day, asOf }, n) =>
      stop(day, '16:10', `${name}：填报进展`, async (city) => {
        const before = days[n - 1]?.asOf ?? null;
        await reportProgress(city, zone.park, {
          tasks: taskReportsOn(tasks, { pace: zone.pace, on: asOf, before }),
          indicators: indicatorReportsOn(indicators, { pace: zone.pace, on: asOf }),
        });
        await addRecords(city, zone.park, fundsRecords(today, zone, { day, asOf }));
      }),
    ),
    ...[first, days.at(-2)?.day ?? first].flatMap((day, n) =>
      n > 0 && day === first
        ? []
        : [stop(day, '16:20', `${name}：登记人员`, async (city) => addRecords(city, zone.park, staffRecords(city, zone, day)))],
    ),
    stop(first, '16:30', `${name}：公布措施`, (city) => addRecords(city, zone.park, publishedRecords(today, zone, first))),
    ...visits.map((visit) =>
      stop(visit.on, '14:40', `${name}：现场指导`, (city) => addRecords(city, zone.park, [visitRecord(today, zone, visit)])),
    ),
    stop(workdayBefore(today, 58), '15:20', `${name}：区县支持`, (city) =>
      addRecords(city, zone.park, supportRecords(today, zone, workdayBefore(today, 58))),
    ),
  ];
}

type Change = { readonly zone: ToldZone; readonly n: number; readonly told: ToldChange; readonly days: readonly number[] };

/** A change of a plan, as far as it has come: filed, reviewed, passed on, checked and consented, each so many workdays ago. */
function change(back: Back, { zone, n, told, days }: Change): readonly Stop[] {
  const kase = { park: zone.park, n };
  const park = parkOf(zone.park);
  const steps = [
    ['报告调整', (city) => fileChange(city, kase, told)],
    ['区县审核调整', (city) => reviewPlan(city, kase)],
    ['区县签发调整', (city) => endorsePlan(city, kase)],
    ['市中心审核调整', (city) => checkPlan(city, kase)],
    ['调整施行', (city) => consentToPlan(city, kase)],
  ] as const satisfies readonly (readonly [string, Stop['run']])[];
  return days.flatMap((ago, i) => {
    const [what, run] = steps[i] ?? [];
    return what && run ? [stop(back(ago), filingTime(park), `${park.park}：${what}`, run)] : [];
  });
}

/** Changes of plans: one consented, and one at every desk that has a hand in them. */
function changes(today: BusinessDate, back: Back): readonly Stop[] {
  const { jimen, daiqing, lianting, chiyao } = zonesTold;
  const base = (zone: ToldZone) => planContent(today, zone);
  const second = taskPutOff({ base: base(jimen), no: '4.2', days: 45, changedOn: back(70) });
  return [
    ...change(back, { zone: jimen, n: 2, told: second, days: [66, 64, 63, 60, 57] }),
    ...change(back, {
      zone: jimen,
      n: 3,
      told: targetMoved({ base: second.content, no: 'B', add: 30, changedOn: back(17) }),
      days: [14, 12, 11, 7],
    }),
    ...change(back, {
      zone: chiyao,
      n: 2,
      told: taskPutOff({ base: base(chiyao), no: '7.2', days: 60, changedOn: back(40) }),
      days: [12, 9, 8],
    }),
    ...change(back, {
      zone: lianting,
      n: 2,
      told: targetMoved({ base: base(lianting), no: 'A', add: -2, changedOn: back(9) }),
      days: [6, 3],
    }),
    ...change(back, {
      zone: daiqing,
      n: 2,
      told: taskPutOff({ base: base(daiqing), no: '2.2', days: 30, changedOn: back(8) }),
      days: [3],
    }),
  ];
}

/** The life of the designated zones: plans, what is reported on them, changes, and the yearly recognition. */
export function zoneLife(today: BusinessDate): readonly Stop[] {
  const back: Back = (n) => workdayBefore(today, n);
  return [
    ...allZones.flatMap((zone) => [...firstPlan(today, zone), ...reports(today, zone)]),
    ...changes(today, back),
    ...rounds(today, back),
  ];
}
