import { both } from '#core/kernel/words.ts';

/** What the page of recommendations says. */
export const words = {
  title: both('优先推荐名单', 'Priority list'),
  lead: (grades: string) =>
    both(
      `可以推荐的等次：${grades}（口径I-40）。先看等次，再看得分；得分相同的并列。`,
      `Grades that may be recommended: ${grades} (I-40). By grade, then by score; equal scores share a place.`,
    ),
  cases: both('全部推荐案件', 'All recommendations'),
  undecided: (n: number) =>
    both(
      `同年度还有${n}个示范区等次未定；现在推荐须写明理由。`,
      `${n} zones of the year are not graded yet; a recommendation needs its reason now.`,
    ),
  none: both('还没有年度认定结果', 'No zone has a result yet'),
  noneNext: both('年度认定作出以后，优秀的示范区自动列在这里。', 'Excellent zones stand here once their year is decided.'),
  empty: both('这一年度没有可以推荐的示范区', 'No zone of this year may be recommended'),
  emptyNext: both(
    '等次不在可推荐之列，或资格已取消。可推荐的等次由市中心解释确定。',
    'Their grades may not be recommended, or the titles are lost.',
  ),
  toReadings: both('查看口径', 'To the readings'),
  toRecognitions: both('查看年度认定', 'To the recognitions'),
  rank: both('名次', 'Place'),
  zone: both('示范区', 'Zone'),
  grade: both('等次', 'Grade'),
  total: both('总分', 'Total'),
  parts: (one: string, two: string, three: string) => both(`落实${one}　经验${two}　推进${three}`, `${one} + ${two} + ${three}`),
  held: (title: string) => both(`已获“${title}”`, `Holds "${title}"`),
  recommend: both('推荐', 'Recommend'),
  recommendFor: (zone: string, level: string) => both(`推荐${zone}申报${level}`, `Recommend ${zone} as ${level}`),
  notRecommended: both('未推荐', 'Not recommended'),
  passedOver: (names: string) => both(`排在前面而没有推荐的：${names}。须写明理由。`, `Passed over: ${names}. The reason is needed.`),
  inOrder: both('按次序推荐，不必写理由。', 'In order; no reason is needed.'),
  year: both('认定年度', 'Year of the result'),
};
