import { both, type Language, type Words } from '#core/kernel/words.ts';

/** What the result of `/what-can-i-get` says around the engine's own sentences. */
export const resultWords = {
  result: (year: number) => both(`${year}年度的结果`, `Result for ${year}`),
  cash: both('资金上限合计', 'Cash, at most'),
  voucher: both('服务券上限合计', 'Vouchers, at most'),
  apart: both(
    '服务券只能抵付服务费，不是钱，两项不相加。数额都是上限，以市中心核定为准。',
    'Vouchers pay for services only and are not money: the two are never added. All sums are ceilings; the centre decides.',
  ),
  persons: (yuan: string) => both(`资金中有${yuan}给个人，不归机构。`, `Of the cash, ${yuan} goes to persons, not to the agency.`),
  assumed: (day: string) =>
    both(
      `计算时把填写的事实都当作发生在${day}，每件事只由贵机构一家完成。`,
      `The facts are taken to have happened on ${day}, each done by your agency alone.`,
    ),
  notInForce: (from: string, to: string) =>
    both(
      `方案只在${from}至${to}施行，这一年度没有一天在施行期内，因此都不可得。`,
      `The plan is in force from ${from} to ${to} only; no day of this year lies within, so nothing can be had.`,
    ),
  until: (from: string, to: string) =>
    both(`本年度能计入的是${from}至${to}发生的事实。`, `Facts from ${from} to ${to} can count this year.`),
  upTo: both('可得上限', 'Up to'),
  exactly: both('可得定额', 'Exactly'),
  no: both('不可得', 'Not available'),
  open: both('待核', 'Open'),
  openWhy: both(
    '缺的事实补上以后才能下结论；没有当作“否”。',
    'It can be decided once the missing facts are there; they were not taken for a no.',
  ),
  none: both('没有填写有关的事实', 'No facts given'),
  idle: both('还没有填到的条款', 'Clauses nothing was given for'),
  paidCash: both('资金', 'cash'),
  paidVoucher: both('服务券', 'vouchers'),
  why: both('为什么可得', 'Why'),
  whyNot: both('为什么不可得', 'Why not'),
  whyOpen: both('为什么还不能下结论', 'Why it is open'),
  gate: both(
    '基本门槛都符合：在方案施行期内、有专利代理资质、在示范区内、示范区资格有效',
    'The common conditions are met: plan in force, qualification, inside a zone whose title stands',
  ),
  calculation: both('怎么算', 'The calculation'),
  text: both('这一条怎么说', 'What the clause says'),
  limit: both('限制', 'Limit'),
  change: both('怎样变成“可得”', 'What would make it a yes'),
  more: both('还能再多', 'What would give more'),
  noChange: both(
    '按现行口径，本年度内没有单独一步就能改变这个结果的办法。',
    'Under the present readings no single step within the year changes this.',
  ),
  reaches: (sum: string) => both(`就最高可得${sum}`, `then up to ${sum}`),
  unconfirmed: both('口径尚待市中心确认', 'Rests on readings the centre has not confirmed'),
  unconfirmedWhy: both(
    '方案有些话可以有几种读法。这里用的是系统的默认读法，市中心还没有确认。',
    'Some words of the plan can be read in several ways. These are the system’s default readings, not yet confirmed by the centre.',
  ),
  pivots: both('换一种读法，结果会变：', 'Another reading would change this:'),
  becomes: both('变为', 'becomes'),
  noPivot: both('换用其他读法，这个结果不变。', 'Other readings leave this result as it is.'),
  used: both('用到的口径', 'Readings used'),
  confirmed: both('已确认', 'confirmed'),
  mix: both('只能选一项的，已替您选好', 'Where only one may be had, the better one is taken'),
  mixWhy: both(
    '第九条末款规定当年只享受一次、不重复支持。系统试过所有合法的组合，留下总额最高的；没有取的是：',
    'The last paragraph of Art. 9 supports a matter once a year. Of all lawful combinations the highest was kept; left out:',
  ),
  wouldBe: (sum: string) => both(`单独看可得${sum}`, `alone it would give ${sum}`),
  held: both('有待决事项，暂缓拨付', 'held until an open question is closed'),
  cut: (sum: string) => both(`未核减前为${sum}`, `${sum} before the cap`),
  example: both('这一条的算例', 'Worked examples of this clause'),
  edit: both('改一改数字', 'Change the numbers'),
  missing: both('还缺', 'Missing'),
};

/** Names of facts that may be missing, as one would ask for them. */
const missingNames: Readonly<Record<string, string>> = {
  final: '裁判是否生效',
  foreignRelated: '是否涉外',
  majorInfluence: '是否有重大影响',
  agencyFeeYuan: '实际支付的代理费',
  zone: '委托人是否在示范区内',
  client: '委托人是谁',
  result: '市中心是否认定成绩显著',
  areas: '市中心是否认定成绩显著',
  status: '是否有非正常申请的认定',
  malicious: '是否有非正常申请的认定',
  patents: '非正常申请涉及的件数',
  grade: '市中心认定的成效等次',
  mode: '托管方式',
};

/** The missing facts of an item in words, each once. */
export const missingInWords = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map((name) => missingNames[name] ?? name)),
];

/** An advice of the engine with the names of its fields put into words. */
export const adviceInWords = (says: string): string =>
  says
    .replaceAll(/案件 (\S+) /g, '$1')
    .replaceAll(
      /补填 (\S+) 的 (\w+) 且对申请有利/g,
      (_whole, fact: string, field: string) => `查明${fact}“${missingNames[field] ?? field}”，且结果有利`,
    );

/** Amounts within a sentence with their thousands set apart. */
export const groupedYuan = (text: string): string => text.replaceAll(/\d{4,}(?=元)/g, (digits) => Number(digits).toLocaleString('zh-CN'));

/** An amount in yuan, and in wan where it is ten thousand or more. */
export function sumInWords(yuan: number, language: Language): string {
  const grouped = yuan.toLocaleString('zh-CN');
  if (language === 'en') return `${grouped} yuan`;
  return yuan >= 10_000 ? `${yuan / 10_000}万元（${grouped}元）` : `${grouped}元`;
}

/** An amount as short as one says it: in wan from ten thousand on. */
export const wanInWords = (yuan: number, language: Language): string =>
  language === 'en' || yuan < 10_000 ? sumInWords(yuan, language) : `${yuan / 10_000}万元`;

/** How something is paid. */
export const paidInWords = (paidAs: 'cash' | 'voucher'): Words => (paidAs === 'cash' ? resultWords.paidCash : resultWords.paidVoucher);
