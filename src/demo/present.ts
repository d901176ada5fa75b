import { addDays, type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { filingTime, type Stop, stop } from './agenda.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { applicationOf, type Application, apply, draft } from './steps-applicant.ts';
import { announce, awaitEndOfNotice, confirm, object, propose } from './steps-centre.ts';
import { review, sign } from './steps-county.ts';
import { declare, drawPanel, inspect, judged, openScores, saveScores, seal } from './steps-panel.ts';

/** Workdays before today at which the call under evaluation came to each step. */
const before = { announce: 62, close: 45, file: 50, review: 46, sign: 44, draw: 38, declare: 35, inspect: 30, seal: 22, open: 16 };

type Path = { readonly application: Application; readonly back: (n: number) => BusinessDate };

const recommended = ({ application, back }: Path): readonly Stop[] => {
  const { park } = application.park;
  return [
    stop(back(before.file), filingTime(application.park), `${park}：报送`, (city) => apply(city, application)),
    stop(back(before.review), '10:30', `${park}：区县审核`, (city) =>
      review(city, application, { verdict: 'recommend', seenOn: back(before.review + 1) }),
    ),
    stop(back(before.sign), '15:00', `${park}：区县推荐`, (city) => sign(city, application, 'recommend')),
  ];
};

const scored = ({ application, back }: Path): readonly Stop[] => {
  const { park } = application.park;
  return [
    stop(back(before.draw), '09:30', `${park}：抽取专家`, (city) => drawPanel(city, judged(application))),
    stop(back(before.declare), '14:00', `${park}：专家声明`, (city) => declare(city, judged(application))),
    stop(back(before.inspect), '16:30', `${park}：现场考察`, (city) => inspect(city, application, back(before.inspect))),
    stop(back(before.seal), '15:00', `${park}：封存评分`, (city) => seal(city, judged(application))),
    stop(back(before.open), '09:30', `${park}：开启评分`, (city) => openScores(city, judged(application))),
  ];
};

/** This year's first call: its window is over and its applications stand at every step from evaluation to designation. */
function underEvaluation(today: BusinessDate): readonly Stop[] {
  const back = (n: number) => workdayBefore(today, n);
  const year = yearOf(back(before.announce));
  const path = (park: string): Path => ({ application: applicationOf(park, 'call3', back(before.file), year), back });
  const [linzi, huantai, zichuan, boshan, jingkai] = [
    path('builder3'),
    path('builder4'),
    path('builder5'),
    path('builder6'),
    path('builder10'),
  ];
  const call = {
    title: `${year}年度第一批市级示范区申报（演示）`,
    year,
    places: 3,
    firstDay: back(before.announce),
    lastDay: back(before.close),
  };
  return [
    stop(back(before.announce), '09:00', `发布${year}年度第一批`, (city) => announce(city, 'call3', call)),
    ...[linzi, huantai, zichuan, boshan, jingkai].flatMap(recommended),
    ...[linzi, huantai, zichuan, jingkai].flatMap(scored),
    stop(back(12), '09:30', '瀚岐：提出结论', (city) => propose(city, jingkai.application, true)),
    stop(back(10), '10:00', '瀚岐：审定并公示', (city) => confirm(city, jingkai.application, true)),
    stop(back(4), '09:00', '瀚岐：公示期满', (city) => awaitEndOfNotice(city, jingkai.application)),
    stop(back(5), '10:00', '稷水：提出结论', (city) => propose(city, linzi.application, true)),
    stop(back(3), '10:00', '稷水：审定并公示', (city) => confirm(city, linzi.application, true)),
    stop(back(2), '11:00', '槐汀：提出结论', (city) => propose(city, huantai.application, true)),
    stop(back(1), '10:00', '稷水：有人提出异议', (city) => object(city, linzi.application)),
    stop(back(14), '09:30', '岫川：抽取专家', (city) => drawPanel(city, judged(boshan.application))),
    stop(back(11), '14:00', '岫川：三人声明', (city) => declare(city, judged(boshan.application), { count: 3 })),
    stop(back(8), '16:30', '岫川：现场考察', (city) => inspect(city, boshan.application, back(8))),
    stop(back(6), '15:00', '岫川：两人封存评分', async (city) => {
      await seal(city, judged(boshan.application), { count: 2 });
      await saveScores(city, judged(boshan.application), 2);
    }),
  ];
}

/** The earliest workday from which ten workdays are not over yet: a county that got its case then is close to its deadline. */
const oldestOpenReview = (today: BusinessDate): number => {
  let n = 1;
  while (workdayAfter(workdayBefore(today, n + 1), 10) > today) n += 1;
  return n;
};

/** The call that is open today: drafts, and the counties' work. */
function openCall(today: BusinessDate): readonly Stop[] {
  const back = (n: number) => workdayBefore(today, n);
  const year = yearOf(today);
  const application = (park: string, n: number) => applicationOf(park, 'call4', back(n), year);
  const nearDeadline = oldestOpenReview(today);
  const zhoucun = application('builder7', 14);
  const gaoqing = application('builder8', 7);
  const wenchang = application('builder11', 6);
  const title = `${year}年度第${yearOf(back(before.announce)) === year ? '二' : '一'}批市级示范区申报（演示）`;
  return [
    stop(back(20), '09:00', `发布${year}年度新一批`, (city) =>
      announce(city, 'call4', { title, year, places: 2, firstDay: back(20), lastDay: workdayAfter(addDays(today, 25), 0) }),
    ),
    stop(back(14), '10:00', '丝舸：报送', (city) => apply(city, zhoucun)),
    stop(back(12), '10:30', '丝舸：区县审核', (city) => review(city, zhoucun, { verdict: 'recommend', seenOn: back(13) })),
    stop(back(9), '15:00', '丝舸：区县推荐', (city) => sign(city, zhoucun, 'recommend')),
    stop(back(nearDeadline), '14:30', '沂岚：报送', (city) => apply(city, application('builder9', nearDeadline))),
    stop(back(7), '10:00', '黛湖：报送', (city) => apply(city, gaoqing)),
    stop(back(2), '15:30', '黛湖：区县审核', (city) => review(city, gaoqing, { verdict: 'recommend', seenOn: back(3) })),
    stop(back(6), '10:00', '萌岚：报送', (city) => apply(city, wenchang)),
    stop(back(4), '10:30', '萌岚：区县审核', (city) => review(city, wenchang, { verdict: 'return', seenOn: back(4) })),
    stop(back(2), '16:00', '萌岚：退回补正', (city) => sign(city, wenchang, 'return')),
    stop(back(1), '14:00', '玉黛：报送', (city) => apply(city, application('builder12', 1))),
    stop(back(3), '15:00', '齐岫：填完未报', (city) => draft(city, application('builder13', 3))),
    stop(back(2), '17:00', '鹤汀：填写一半', (city) => draft(city, application('builder14', 2), 'half')),
  ];
}

/** Everything that is under way today. */
export const present = (today: BusinessDate): readonly Stop[] => [...underEvaluation(today), ...openCall(today)];
