import { addDays, type BusinessDate } from '#core/kernel/dates.ts';
import { filingTime, type Stop, stop } from './agenda.ts';
import type { FilledForm } from './application-form.ts';
import type { City } from './city.ts';
import { type Back, workdayAfter } from './days.ts';
import { parkOf } from './parks.ts';
import { planContent } from './plan-told.ts';
import { draftNotice, findingsOf, issueNotice, prepareBonus, recommend, reportFirstFinding } from './steps-consequences.ts';
import { declare, drawPanel, type Judged, openScores, saveScores, seal } from './steps-panel.ts';
import { awaitYear, countyOf, doToYear, openRound, sealedPage, type YearCase, yearKey, writeYear } from './steps-recognition.ts';
import { yearForm, yearSheet } from './year-told.ts';
import { allZones, pastRoundFrom, reviewedYear, tookPart, type ToldZone, zonesTold } from './zones-told.ts';

/** Workdays after the opening of the past round at which its cases came to each step. */
const after = {
  file: 8,
  check: 10,
  sign: 11,
  draw: 14,
  declare: 15,
  seal: 19,
  open: 21,
  propose: 23,
  approve: 25,
  over: 31,
  decide: 33,
  window: 20,
};

const usualPanel = 5;

const caseOf = ({ park }: ToldZone, year: number): YearCase => ({ park, year });

const judgedYear = (zone: ToldZone, year: number, size = usualPanel): Judged => ({
  key: yearKey(caseOf(zone, year)),
  size,
  sheet: yearSheet(zone, year),
});

const opinions: Readonly<Record<ToldZone['pace'], string>> = {
  diligent: '到园区核对台账和佐证，所报任务和指标属实，同意报送。',
  steady: '抽查六项任务，进展与台账一致，未完成的已写明原因，同意报送。',
  idle: '所报情况属实；多数任务没有启动，区县已两次约谈，请专家据实评分。',
};

const reasons: Readonly<Record<ToldZone['grade'], string>> = {
  excellent: '当年任务全部完成，指标达到目标，经验可以推广，拟定为优秀。',
  qualified: '主要任务已完成，个别任务和指标有差距且原因清楚，拟定为合格。',
  unqualified: '多数任务没有启动，指标完成不到三成，拟定为不合格，限期整改。',
};

/** The building unit writes its report and, unless told to stop halfway, files it. */
const writes =
  (today: BusinessDate, zone: ToldZone, told: { readonly year: number; readonly filedOn: BusinessDate }, isHalf = false) =>
  async (city: City): Promise<void> => {
    const kase = caseOf(zone, told.year);
    const form = yearForm(today, zone, { ...told, content: planContent(today, zone), sealFile: await sealedPage(city, kase) });
    await writeYear(city, kase, form as unknown as FilledForm, isHalf ? ['experience', 'annex'] : undefined);
    if (!isHalf) await doToYear(city, kase, { by: zone.park, event: 'file' });
  };

const countyCheck =
  (zone: ToldZone, year: number) =>
  (city: City): Promise<void> =>
    doToYear(city, caseOf(zone, year), {
      by: countyOf(zone).reviewer,
      event: 'county_check',
      input: { finding: 'true', doubted: [], opinion: 'submit', says: opinions[zone.pace] },
    });

const countySign =
  (zone: ToldZone, year: number) =>
  (city: City): Promise<void> =>
    doToYear(city, caseOf(zone, year), { by: countyOf(zone).signer, event: 'county_sign' });

/** A recognition of the past round, from the report to the decided grade. */
function decided(today: BusinessDate, zone: ToldZone): readonly Stop[] {
  const start = pastRoundFrom(today);
  const year = reviewedYear(today);
  const on = (n: number) => workdayAfter(start, n);
  const park = parkOf(zone.park);
  const kase = caseOf(zone, year);
  const judged = judgedYear(zone, year);
  const at = (day: number, what: string, run: Stop['run']) => stop(on(day), filingTime(park), `${park.park}：${what}`, run);
  return [
    at(after.file, '报送自评', writes(today, zone, { year, filedOn: on(after.file) })),
    at(after.check, '区县意见', countyCheck(zone, year)),
    at(after.sign, '区县签发', countySign(zone, year)),
    at(after.draw, '抽取认定专家', (city) => drawPanel(city, judged)),
    at(after.declare, '认定专家声明', (city) => declare(city, judged)),
    at(after.seal, '认定封存评分', (city) => seal(city, judged)),
    at(after.open, '认定开启评分', (city) => openScores(city, judged)),
    at(after.propose, '拟定等次', (city) =>
      doToYear(city, kase, {
        by: 'officer1',
        event: 'propose_grade',
        input: { grade: zone.grade, vetoes: [], reason: reasons[zone.grade] },
      }),
    ),
    at(after.approve, '审定等次', (city) => doToYear(city, kase, { by: 'approver2', event: 'approve_grade' })),
    at(after.over, '等次公示期满', (city) => awaitYear(city, kase)),
    at(after.decide, '认定等次', (city) => doToYear(city, kase, { by: 'approver1', event: 'decide' })),
  ];
}

const daysLeftToRectify = 30;

/** The last day of the rectification that is under way. */
export const lastDayToRectify = (today: BusinessDate): BusinessDate => addDays(today, daysLeftToRectify);

/** Nine of ten experts sit on it, whatever the draw: the tenth has a tie to its building unit. */
const wholePool = 9;

/** The round under way: one zone before its panel, one before the draw, one before its county's signature, one still writing. */
function underWay(today: BusinessDate, back: Back): readonly Stop[] {
  const year = reviewedYear(today) + 1;
  const { jimen, daiqing, lianting, chiyao } = zonesTold;
  const judged = judgedYear(jimen, year, wholePool);
  const at = (ago: number, zone: ToldZone, what: string, run: Stop['run']) => {
    const park = parkOf(zone.park);
    return stop(back(ago), filingTime(park), `${park.park}：${year}年度${what}`, run);
  };
  const files = (zone: ToldZone, ago: number) => at(ago, zone, '自评', writes(today, zone, { year, filedOn: back(ago) }));
  return [
    stop(back(30), '09:20', `启动${year}年度认定`, (city) =>
      openRound(
        city,
        { year, firstDay: back(30), lastDay: addDays(today, 16) },
        allZones.map(({ park }) => park),
      ),
    ),
    files(jimen, 26),
    at(24, jimen, '区县意见', countyCheck(jimen, year)),
    at(23, jimen, '区县签发', countySign(jimen, year)),
    at(19, jimen, '抽取专家', (city) => drawPanel(city, judged)),
    at(16, jimen, '六人声明', (city) => declare(city, judged, { count: 6 })),
    at(8, jimen, '四人封存', async (city) => {
      await seal(city, judged, { count: 4 });
      await saveScores(city, judged, 4);
    }),
    files(lianting, 22),
    at(18, lianting, '区县意见', countyCheck(lianting, year)),
    at(16, lianting, '区县签发', countySign(lianting, year)),
    files(daiqing, 8),
    at(5, daiqing, '区县意见', countyCheck(daiqing, year)),
    at(4, chiyao, '自评写了一半', writes(today, chiyao, { year, filedOn: back(4) }, true)),
  ];
}

/** What the past round led to: a rectification under way, a recommendation that waits for its unit, a list that waits for its second person. */
function consequences(today: BusinessDate, back: Back): readonly Stop[] {
  const { jimen, chiyao } = zonesTold;
  const notice = { findings: findingsOf(planContent(today, chiyao)), deadline: lastDayToRectify(today) };
  return [
    stop(back(68), '11:20', '赤窑：拟整改通知', (city) => draftNotice(city, chiyao.park, notice)),
    stop(back(65), '11:20', '赤窑：签发整改通知', (city) => issueNotice(city, chiyao.park)),
    stop(back(6), '11:20', '赤窑：整改一项', (city) => reportFirstFinding(city, chiyao.park, back(7))),
    stop(back(5), '11:20', '稷门：启动推荐', (city) => recommend(city, jimen.park)),
    stop(back(3), '11:20', '拟定区县加分名单', (city) => prepareBonus(city, reviewedYear(today))),
  ];
}

/** The round of the year that is over with what came of it, and the round under way. */
export function rounds(today: BusinessDate, back: Back): readonly Stop[] {
  const start = pastRoundFrom(today);
  const year = reviewedYear(today);
  const zones = allZones.filter((zone) => tookPart(today, zone));
  return [
    stop(start, '09:10', `启动${year}年度认定`, (city) =>
      openRound(
        city,
        { year, firstDay: start, lastDay: workdayAfter(start, after.window) },
        zones.map(({ park }) => park),
      ),
    ),
    ...zones.flatMap((zone) => decided(today, zone)),
    ...consequences(today, back),
    ...underWay(today, back),
  ];
}
