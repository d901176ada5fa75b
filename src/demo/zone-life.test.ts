import { describe, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import { ZoneRecordBody } from '#contract/zone-records.ts';
import { faultsOf } from '#core/form/draft.ts';
import { addMonths, type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import { meanOf, totalOf } from '#core/panel/sheet.ts';
import { contentFaults, type PlanContent } from '#processes/plan/content.ts';
import { Report } from '#processes/plan/data.ts';
import { differenceOf } from '#processes/plan/difference.ts';
import { RecognitionForm } from '#processes/recognition/form.ts';
import { Notice } from '#processes/rectification/data.ts';
import { scoreGroups, ScoreSheet } from '#processes/recognition/score-sheet.ts';
import { gradeOf, partOneScore } from '#processes/recognition/scoring.ts';
import { quotedFromPlan } from '../../tests/support/plan-runs.ts';
import { momentsOf } from './agenda.ts';
import { changesOf } from './application-form.ts';
import type { City } from './city.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { expertPool } from './people.ts';
import { parkOf } from './parks.ts';
import { planContent, staffInside, targetMoved, taskPutOff } from './plan-told.ts';
import { fundsRecords, publishedRecords, staffRecords, supportRecords, visitRecord } from './records-told.ts';
import { indicatorReportsOn, taskReportsOn, taskStateOn, valueOn } from './reports-told.ts';
import { yearForm, yearSheet } from './year-told.ts';
import { findingsOf } from './steps-consequences.ts';
import { zoneLife } from './zone-life.ts';
import { lastDayToRectify } from './zone-rounds.ts';
import {
  allZones,
  designatedOn,
  pastRoundFrom,
  reportDays,
  reviewedYear,
  spansOf,
  tookPart,
  type ToldZone,
  zonesTold,
} from './zones-told.ts';

const days = ['2026-11-22', '2026-11-29', '2026-10-04', '2027-01-02', '2027-03-01', '2027-06-15', '2028-02-29', '2028-08-31'].map(
  businessDate,
);
const today = businessDate('2026-11-29');
const sealFile = 'd'.repeat(64);
const someId = '00000000-0000-4000-8000-000000000000';
const city = {
  organisations: new Map(allZones.flatMap(({ park }) => staffInside(park).map(({ agency }) => [agency, someId]))),
} as unknown as City;

const recordsOf = (day: BusinessDate, zone: ToldZone) =>
  reportDays(day, zone)
    .flatMap((at) => [...fundsRecords(day, zone, at), ...staffRecords(city, zone, at.day), ...publishedRecords(day, zone, at.day)])
    .concat(visitRecord(day, zone, { on: workdayBefore(day, 61), by: 'officer1' }), ...supportRecords(day, zone, workdayBefore(day, 58)));

const yearsOf = (day: BusinessDate, zone: ToldZone) => {
  const year = reviewedYear(day);
  const past = tookPart(day, zone) ? [{ year, filedOn: workdayAfter(pastRoundFrom(day), 8) }] : [];
  return [...past, { year: year + 1, filedOn: workdayBefore(day, 8) }];
};

/** Part one of the reviewed year, with what the system can not count left at nothing. */
function partOne(day: BusinessDate, zone: ToldZone): number {
  const year = reviewedYear(day);
  const content = planContent(day, zone);
  const on = reportDays(day, zone)
    .filter(({ asOf }) => yearOf(asOf) <= year)
    .at(-1)?.asOf;
  if (!on) throw new Error('nothing was reported in the reviewed year');
  const tasks = content.tasks.rows.flatMap((task, place) =>
    yearOf(task.start as BusinessDate) > year
      ? []
      : [{ state: taskStateOn(task, { pace: zone.pace, place, on }) ?? ('not_started' as const) }],
  );
  const inside = staffInside(zone.park);
  const counted: Readonly<Record<string, number>> = { agencies: inside.length, staff: inside.reduce((sum, one) => sum + one.staff, 0) };
  const indicators = content.indicators.rows.flatMap(({ unit, source, targets }) => {
    const target = targets.find((one) => one.year === year)?.value;
    if (target === undefined) return [];
    return [{ target, actual: source === 'reported' ? valueOn({ unit, target }, zone.pace, on) : (counted[source] ?? 0) }];
  });
  return partOneScore(tasks, indicators);
}

/** What five sheets give, whoever sits: the lowest and the highest mean of the pool. */
function expertsGive(zone: ToldZone, year: number): readonly [number, number] {
  const totals = expertPool
    .map(({ person }) => totalOf(scoreGroups, ScoreSheet.parse(yearSheet(zone, year)(person))).total)
    .sort((a, b) => a - b);
  return [meanOf(totals.slice(0, 5)), meanOf(totals.slice(-5))];
}

describe.each(days)('the zones of the city on %s', (day) => {
  it.each(allZones.map((zone) => [parkOf(zone.park).park, zone] as const))(
    '%s has a plan, a year and records that can be filed as they are',
    (_name, zone) => {
      const content = planContent(day, zone);
      expect(contentFaults(content as never)).toEqual([]);
      expect(new Set(content.tasks.rows.map(({ chapter }) => chapter)).size + zone.without.length).toBe(7);
      expect(changesOf(content as never).length).toBeLessThanOrEqual(60);
      for (const told of yearsOf(day, zone)) {
        const form = yearForm(day, zone, { ...told, content, sealFile });
        expect(faultsOf(RecognitionForm, form as never)).toEqual([]);
        expect(changesOf(form as never).length).toBeLessThanOrEqual(60);
      }
      for (const { body } of recordsOf(day, zone)) expect(ZoneRecordBody.safeParse(body).error).toBeUndefined();
      for (const { person } of expertPool) expect(ScoreSheet.safeParse(yearSheet(zone, 2026)(person)).error).toBeUndefined();
    },
  );

  it('every zone reports in order, and never of a day to come', () => {
    for (const zone of allZones) {
      const { plan } = spansOf(day, zone);
      const asOf = reportDays(day, zone).map((one) => one.asOf);
      expect(asOf).toEqual([...new Set(asOf)].sort());
      expect(asOf.every((on) => on >= plan.from)).toBe(true);
      expect(reportDays(day, zone).every((one) => one.asOf <= one.day && one.day < day)).toBe(true);
    }
  });

  it('what is reported is what the API takes, and no task spends more than it has', () => {
    for (const zone of allZones) {
      const { tasks, indicators } = planContent(day, zone);
      const money = new Map(tasks.rows.map(({ no, moneyYuan }) => [no, moneyYuan]));
      for (const { asOf: on } of reportDays(day, zone)) {
        for (const { no, ...body } of taskReportsOn(tasks, { pace: zone.pace, on, before: null })) {
          expect(contract.reportTask?.body?.safeParse(body).error).toBeUndefined();
          expect(body.spentYuan).toBeLessThanOrEqual(money.get(no) ?? 0);
        }
        for (const { no: _no, ...body } of indicatorReportsOn(indicators, { pace: zone.pace, on })) {
          expect(contract.reportIndicator?.body?.safeParse(body).error).toBeUndefined();
        }
      }
    }
  });

  it('no zone spends more money of a year than arrived', () => {
    for (const zone of allZones) {
      const sums = new Map<string, number>();
      for (const { body } of recordsOf(day, zone) as readonly { body: { kind: string; year?: number; yuan?: number } }[]) {
        const key = `${body.kind} ${body.year}`;
        sums.set(key, (sums.get(key) ?? 0) + (body.yuan ?? 0));
      }
      for (const year of spansOf(day, zone).years)
        expect(sums.get(`funds_spent ${year}`) ?? 0).toBeLessThanOrEqual(sums.get(`funds_arrived ${year}`) ?? 0);
    }
  });

  it('the grades that were given are the ones the scores give, whoever sat on the panels', () => {
    const thresholds = { excellent: 85, qualified: 60 };
    for (const zone of allZones.filter((one) => tookPart(day, one))) {
      const [least, most] = expertsGive(zone, reviewedYear(day));
      const one = partOne(day, zone);
      const computed = [gradeOf(one + least, thresholds), gradeOf(one + most, thresholds)];
      expect(computed, `${zone.park}: ${one}+${least}–${most}`).toEqual([zone.grade, zone.grade]);
    }
  });

  it('the zones are designated before the reviewed year ends, and all three grades were given', () => {
    const graded = allZones.filter((zone) => tookPart(day, zone));
    for (const zone of graded) expect(yearOf(designatedOn(day, zone)) <= reviewedYear(day)).toBe(true);
    expect(new Set(graded.map(({ grade }) => grade))).toEqual(new Set(['excellent', 'qualified', 'unqualified']));
    expect(reviewedYear(day) + 1).toBeLessThanOrEqual(yearOf(day));
  });

  it('never moves one zone twice in the same moment', () => {
    for (const { stops } of momentsOf(zoneLife(day))) {
      const zones = stops.map(({ what }) => what.split('：')[0]);
      expect(new Set(zones).size).toBe(zones.length);
    }
  });
});

describe('what waits where', () => {
  const names = zoneLife(today).map(({ what }) => what);
  const last = (park: string, steps: readonly string[]) => steps.filter((step) => names.includes(`${park}：${step}`)).at(-1);
  const park = ({ park: key }: ToldZone) => parkOf(key).park;

  it('a change of a plan waits for the county’s reviewer, its approver, an officer and an approver of the centre', () => {
    const steps = ['报告调整', '区县审核调整', '区县签发调整', '市中心审核调整', '调整施行'];
    const { jimen, daiqing, lianting, chiyao } = zonesTold;
    expect([daiqing, lianting, chiyao].map((zone) => last(park(zone), steps))).toEqual(['报告调整', '区县审核调整', '区县签发调整']);
    const ofJimen = names.filter((what) => steps.some((step) => what === `${park(jimen)}：${step}`));
    expect(ofJimen.filter((what) => what.endsWith('市中心审核调整'))).toHaveLength(2);
    expect(ofJimen.filter((what) => what.endsWith('调整施行'))).toHaveLength(1);
  });

  it('a recognition waits for the building unit, for the county’s signature, for the draw and for five experts', () => {
    const year = reviewedYear(today) + 1;
    const steps = ['自评写了一半', '自评', '区县意见', '区县签发', '抽取专家', '六人声明', '四人封存'].map((step) => `${year}年度${step}`);
    const { jimen, daiqing, lianting, chiyao } = zonesTold;
    expect([chiyao, daiqing, lianting, jimen].map((zone) => last(park(zone), steps)?.slice(6))).toEqual([
      '自评写了一半',
      '区县意见',
      '区县签发',
      '四人封存',
    ]);
  });
});

describe('what is told of the zones', () => {
  const longTexts = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return value.length > 30 ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(longTexts) : [];
  };
  const told = (zone: ToldZone) => {
    const content: PlanContent = planContent(today, zone);
    const years = yearsOf(today, zone).map((one) => yearForm(today, zone, { ...one, content, sealFile: '' }));
    const changes = [
      taskPutOff({ base: content, no: '4.2', days: 45, changedOn: today }),
      targetMoved({ base: content, no: 'B', add: 30, changedOn: today }),
    ];
    return { content, years, changes, records: recordsOf(today, zone).map(({ body }) => body) };
  };

  it('repeats no sentence of the plan', () => {
    expect(quotedFromPlan('区县知识产权管理部门')).not.toEqual([]); // what stands there is found
    for (const zone of allZones) expect(longTexts(told(zone)).flatMap(quotedFromPlan)).toEqual([]);
  });

  it('differs from zone to zone in the plan and in every year', () => {
    const texts = allZones.flatMap((zone) => {
      const { content, years } = told(zone);
      return [...longTexts(content.tasks), ...years.flatMap(({ experience, goingOn }) => longTexts({ experience, goingOn }))];
    });
    expect(texts.filter((text, n) => texts.indexOf(text) !== n)).toEqual([]);
  });

  it('is the same in every load', () => {
    for (const zone of allZones) expect(JSON.stringify(told(zone))).toBe(JSON.stringify(told(zone)));
  });

  it('the changes differ from the plan, and their reports are what the process takes', () => {
    for (const zone of allZones) {
      const content = planContent(today, zone);
      const no = content.tasks.rows.find(({ chapter }) => chapter === 'talent')?.no ?? '';
      for (const change of [
        taskPutOff({ base: content, no, days: 45, changedOn: today }),
        targetMoved({ base: content, no: 'A', add: -2, changedOn: today }),
      ]) {
        expect(contentFaults(change.content as never)).toEqual([]);
        expect(differenceOf(content, change.content).length).toBeGreaterThan(0);
        expect(Report.safeParse(change.report).error).toBeUndefined();
      }
    }
  });
});

describe.each(days)('what the past round led to on %s', (day) => {
  const at = (what: string) =>
    zoneLife(day)
      .find((one) => one.what === what)
      ?.at.slice(0, 10) ?? '';

  it('follows the decided grades: notice, then the first finding dealt with; the recommendation and the list after all grades', () => {
    const decided = zoneLife(day)
      .filter(({ what }) => what.endsWith('：认定等次'))
      .map((one) => one.at.slice(0, 10));
    const last = decided.sort().at(-1) ?? '';
    const steps = ['赤窑：拟整改通知', '赤窑：签发整改通知', '赤窑：整改一项'].map(at);
    expect([last, ...steps]).toEqual([last, ...steps].sort());
    expect(at('稷门：启动推荐') > last && at('拟定区县加分名单') > last).toBe(true);
  });

  it('gives the zone a last day to come, no more than six months after the notice', () => {
    const notice = Notice.parse({ findings: findingsOf(planContent(day, zonesTold.chiyao)), deadline: lastDayToRectify(day) });
    expect(notice.findings).toHaveLength(3);
    expect(notice.deadline > day && notice.deadline <= addMonths(businessDate(at('赤窑：签发整改通知')), 6)).toBe(true);
    expect(notice.findings.flatMap(({ found, measure }) => [...quotedFromPlan(found), ...quotedFromPlan(measure)])).toEqual([]);
  });
});
