import { addDays, type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import { filingTime, type Stop, stop } from './agenda.ts';
import { workdayAfter } from './days.ts';
import { agenciesInside } from './providers.ts';
import { amendAndFile, type Application, applicationOf, apply, withdraw } from './steps-applicant.ts';
import { announce, awaitEndOfNotice, closeCall, confirm, designate, extendPlan, propose } from './steps-centre.ts';
import { review, sign } from './steps-county.ts';
import { recordQualifications } from './steps-licence.ts';
import { moveIn } from './steps-residence.ts';
import { declare, drawPanel, inspect, judged, openScores, recuseAndReplace, seal } from './steps-panel.ts';

/** Days between the first day of a past call and today. */
const firstCallAgo = 860;
const secondCallAgo = 430;

/** Workdays after a call's first day on which each step of a past call was taken. */
const after = {
  file: 6,
  review: 10,
  sign: 12,
  draw: 18,
  declare: 20,
  inspect: 25,
  seal: 29,
  open: 31,
  propose: 33,
  confirm: 35,
  over: 41,
  designate: 43,
};

/** The first moment of all: where the clock is set back to. */
export const firstDayOf = (today: BusinessDate): BusinessDate => workdayAfter(addDays(today, -firstCallAgo), 0);

const secondDayOf = (today: BusinessDate): BusinessDate => workdayAfter(addDays(today, -secondCallAgo), 0);

/** When the zones of each of the two closed calls were designated. */
export const designationDays = (today: BusinessDate): { readonly first: BusinessDate; readonly second: BusinessDate } => ({
  first: workdayAfter(firstDayOf(today), after.designate),
  second: workdayAfter(secondDayOf(today), after.designate),
});

const callIn = (year: number, start: BusinessDate, places: number) => ({
  title: `${year}年度市级示范区申报（演示）`,
  year,
  places,
  firstDay: start,
  lastDay: workdayAfter(start, 15),
});

/** Evaluation and selection of an application of a past call, from the draw to the confirmed outcome. */
function evaluated(
  application: Application,
  start: BusinessDate,
  { isSelected, isReplaced }: { readonly isSelected: boolean; readonly isReplaced: boolean },
): readonly Stop[] {
  const on = (n: number) => workdayAfter(start, n);
  const { park } = application.park;
  return [
    stop(on(after.draw), '09:30', `${park}：抽取专家`, async (city) => {
      await drawPanel(city, judged(application));
      if (isReplaced) await recuseAndReplace(city, judged(application));
    }),
    stop(on(after.declare), '14:00', `${park}：专家声明`, (city) => declare(city, judged(application), { isReplaced })),
    stop(on(after.inspect), '16:30', `${park}：现场考察`, (city) => inspect(city, application, on(after.inspect))),
    stop(on(after.seal), '15:00', `${park}：封存评分`, (city) => seal(city, judged(application), { isReplaced })),
    stop(on(after.open), '09:30', `${park}：开启评分`, (city) => openScores(city, judged(application))),
    stop(on(after.propose), isSelected ? '10:00' : '11:00', `${park}：提出结论`, (city) => propose(city, application, isSelected)),
    stop(on(after.confirm), filingTime(application.park), `${park}：审定`, (city) => confirm(city, application, isSelected)),
  ];
}

/** From the end of the notice to the agencies' moving in. */
function designated(application: Application, start: BusinessDate): readonly Stop[] {
  const { park, key } = application.park;
  const day = workdayAfter(start, after.designate);
  const agencies = agenciesInside(key);
  const half = Math.ceil(agencies.length / 2);
  return [
    stop(workdayAfter(start, after.over), '09:00', `${park}：公示期满`, (city) => awaitEndOfNotice(city, application)),
    stop(day, filingTime(application.park), `${park}：认定`, async (city) => {
      await designate(city, application);
      const review = `${application.park.place}.review`;
      await moveIn(city, key, { agencies: agencies.slice(0, half), from: day, by: key, confirmedBy: review });
      await moveIn(city, key, { agencies: agencies.slice(half), from: day, by: 'officer1', confirmedBy: review });
    }),
  ];
}

/** Filing and the county's recommendation; with a return for completion in between if asked. */
function recommended(application: Application, start: BusinessDate, isReturned: boolean): readonly Stop[] {
  const on = (n: number) => workdayAfter(start, n);
  const { park } = application.park;
  const seenOn = on(after.review - 1);
  const detour = [
    stop(on(after.review - 3), '10:00', `${park}：退回补正`, async (city: Parameters<Stop['run']>[0]) => {
      await review(city, application, { verdict: 'return', seenOn: on(after.review - 3) });
      await sign(city, application, 'return');
    }),
    stop(on(after.review - 1), '09:00', `${park}：补正重报`, (city: Parameters<Stop['run']>[0]) => amendAndFile(city, application)),
  ];
  return [
    stop(on(after.file), filingTime(application.park), `${park}：报送`, (city) => apply(city, application)),
    ...(isReturned ? detour : []),
    stop(on(after.review), '10:30', `${park}：区县审核`, (city) => review(city, application, { verdict: 'recommend', seenOn })),
    stop(on(after.sign), '15:00', `${park}：区县推荐`, (city) => sign(city, application, 'recommend')),
  ];
}

/** The call of two years ago: three zones were designated. */
function firstCall(today: BusinessDate): readonly Stop[] {
  const start = firstDayOf(today);
  const year = yearOf(start);
  const applications = ['builder1', 'builder15', 'builder16'].map((park) =>
    applicationOf(park, 'call1', workdayAfter(start, after.file), year),
  );
  return [
    stop(start, '08:30', '登记代理资质', recordQualifications),
    stop(start, '09:00', '延期决定生效', (city) => extendPlan(city, businessDate(`${Math.max(2027, yearOf(today) + 1)}-12-31`))),
    stop(start, '09:30', `发布${year}年度批次`, (city) => announce(city, 'call1', callIn(year, start, applications.length))),
    ...applications.flatMap((application) => [
      ...recommended(application, start, false),
      ...evaluated(application, start, { isSelected: true, isReplaced: false }),
      ...designated(application, start),
    ]),
    stop(workdayAfter(start, after.designate + 2), '09:00', '办结批次', (city) => closeCall(city, 'call1')),
  ];
}

/** Last year's call: one designated, one not selected, one refused by its county, one withdrawn. */
function secondCall(today: BusinessDate): readonly Stop[] {
  const start = secondDayOf(today);
  const year = yearOf(start);
  const filedOn = workdayAfter(start, after.file);
  const application = (park: string) => applicationOf(park, 'call2', filedOn, year);
  const [gaoxin, zichuan, zhoucun, yiyuan] = [
    application('builder2'),
    application('builder5'),
    application('builder7'),
    application('builder9'),
  ];
  const on = (n: number) => workdayAfter(start, n);
  return [
    stop(start, '09:00', `发布${year}年度批次`, (city) => announce(city, 'call2', callIn(year, start, 1))),
    ...recommended(gaoxin, start, true),
    ...evaluated(gaoxin, start, { isSelected: true, isReplaced: true }),
    ...designated(gaoxin, start),
    ...recommended(zichuan, start, false),
    ...evaluated(zichuan, start, { isSelected: false, isReplaced: false }),
    stop(filedOn, filingTime(zhoucun.park), '丝舸：报送', (city) => apply(city, zhoucun)),
    stop(on(after.review), '10:30', '丝舸：区县审核', (city) => review(city, zhoucun, { verdict: 'reject', seenOn: on(after.review - 1) })),
    stop(on(after.sign), '15:00', '丝舸：不予推荐', (city) => sign(city, zhoucun, 'reject')),
    stop(filedOn, filingTime(yiyuan.park), '沂岚：报送', (city) => apply(city, yiyuan)),
    stop(on(after.review), '10:30', '沂岚：撤回', (city) => withdraw(city, yiyuan)),
    stop(on(after.designate + 2), '09:00', '办结批次', (city) => closeCall(city, 'call2')),
  ];
}

/** Two closed calls with everything that came of them. */
export const history = (today: BusinessDate): readonly Stop[] => [...firstCall(today), ...secondCall(today)];
