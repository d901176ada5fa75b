import { both, type Words } from '#core/kernel/words.ts';
import type { ClauseKey } from './case-file.ts';
import type { AnswerItem } from './answer.ts';
import { type Code, codeLabels } from './codes.ts';
import { codeMeanings, conclusionInEnglish } from './conclusion.ts';
import { supportClauses } from './index.ts';

/**
 * The plan's rules decide and speak in Chinese, and the case-file door passes on those words. Here their sentences stand in
 * English for the pages around the door; what is a fact or a name stays as it is.
 */
export const clauseNames: Readonly<Record<ClauseKey, string>> = {
  '9.1.loan': 'Patent pledge loans',
  '9.1.sec': 'IP securitisation',
  '9.2': 'Patent custody',
  '9.3.honour': 'Demonstration brands and key qualifications',
  '9.3.cert': 'Patent attorney certificates',
  '9.4': 'Agency fees of cases won',
  '9.5.tier': 'Invention grants by number',
  '9.5.campaign': 'Zero clearing and doubling',
};

/** Sentences of conditions, clauses and limits, word for word. */
export const sentences: Readonly<Record<string, string>> = {
  '共同完成的，各方份额已申报': 'Shared matters: every party has declared its part',
  各方份额尚未申报: 'Not every party has declared its part',
  事实发生在本年度内: 'The fact falls into the year',
  这一事实不在所问的年度内: 'The fact is not of the year asked about',
  方案在施行期内: 'The plan is in force',
  当日方案尚未施行或试用期已满: 'The plan was not in force yet, or its trial had ended',
  机构具有专利代理资质: 'The agency holds the patent-agency qualification',
  当日机构没有有效的专利代理资质: 'The agency held no valid qualification that day',
  机构在示范区内: 'The agency is in a zone',
  当日机构不在任何示范区内: 'The agency was in no zone that day',
  所在区域已被认定为示范区: 'The area is designated as a zone',
  当日所在区域还不是示范区: 'The area was no zone yet that day',
  示范区资格未被取消: 'The zone has not lost its title',
  示范区资格已被取消: 'The zone had lost its title',
  示范区不在停止计算的整改期内: 'The zone is not under a rectification that stops the count',
  '示范区正在整改，按现行口径此间事实不计': 'The zone was under rectification; by the present reading facts of that time do not count',
  放款银行是本市银行: 'The lender is a bank of this city',
  '放款的不是本市银行（在本市有营业场所并记账的分支机构）': 'The lender is no bank of this city (a branch with premises and books here)',
  属于政银保专利权质押保险贷款: 'A loan of the government-bank-insurance scheme',
  '普通质押贷款不在支持范围，只有政银保贷款按笔支持': 'Ordinary pledge loans are not supported, only those of the scheme',
  当年另有本市银行专利质押贷款: 'A pledge loan of a local bank in the same year',
  '当年没有任何一笔计入的本市银行专利质押贷款，按现行口径证券化不予支持':
    'No pledge loan of a local bank counts in the year; by the present reading securitisation is then not supported',
  当年有专利托管合同: 'A custody contract runs in the year',
  当年没有在履行的专利托管合同: 'No custody contract runs in the year',
  市中心认定当年成绩显著: 'The centre has recognised outstanding results of the year',
  市中心没有作出当年成绩显著的认定: 'The centre has not recognised outstanding results of the year',
  '金额所依据的方式（或等次）已载明': 'The mode (or grade) the amount rests on is stated',
  托管方式或成效等次未载明: 'Mode of custody or grade of the results is not stated',
  品牌或资质在入驻之后取得: 'Obtained after the agency moved in',
  取得之日机构尚未入驻示范区: 'The agency had not moved in on the day it was obtained',
  级别为国家级或省级: 'Of national or provincial level',
  '只支持国家级和省级，市级不在范围': 'Only national and provincial levels are supported, municipal ones are not',
  案件胜诉: 'The case was won',
  '败诉、和解或撤诉的案件不予补助': 'Cases lost, settled or withdrawn are not supported',
  裁判已经生效: 'The judgment is final',
  '裁判尚未生效，生效后再报': 'The judgment is not final yet; claim once it is',
  案件涉外或具有重大影响: 'Foreign-related, or of major influence',
  '案件既不涉外，也未被认定具有重大影响': 'Neither foreign-related nor found to be of major influence',
  属于专利案件: 'A patent case',
  '商标、版权等案件不在此项': 'Cases on trade marks, copyright and the like are not meant here',
  委托人是示范区内企业: 'The client is an enterprise in a zone',
  委托人在裁判生效日不是示范区内企业: 'The client was not in a zone on the day the judgment became final',
  '实际支付了代理费，数额有据': 'The agency fee was paid, and its amount is proved',
  没有实际发生代理费: 'No agency fee was paid',
  所报授权中有未在别处计过的: 'Some of the grants were not counted elsewhere',
  所报专利号都已在别处计过: 'Every patent number was counted elsewhere',
  我市发明专利当年授权件数达到第一档: 'Grants of local inventions reach the first step',
  当年计入的我市发明专利授权未达第一档件数: 'The grants that count do not reach the first step',
  当年没有恶意非正常申请: 'No malicious abnormal filing in the year',
  '当年有经认定的恶意非正常申请，前段不予支持': 'Malicious abnormal filings were found in the year; this half is not supported',
  专项行动与企业已载明: 'Campaign and enterprise are stated',
  未载明是哪一专项行动或哪家企业: 'Campaign or enterprise is not stated',
  为该企业代理的发明专利当年授权达到最低件数: 'Grants for this enterprise reach the least number',
  '为该企业代理的发明专利授权件数不足（清零1件，倍增5件）': 'Too few grants for this enterprise (zero clearing 1, doubling 5)',
  当年没有非正常申请: 'No abnormal filing in the year',
  '当年有经认定的非正常申请，后段不予支持': 'Abnormal filings were found in the year; this half is not supported',
  '区内有资质的机构帮助企业取得本市银行专利质押贷款，属于政银保的，每笔最高1万元，笔数不限。':
    'A qualified agency in a zone helps an enterprise to a pledge loan of a local bank: for loans of the scheme at most 10,000 yuan each, without limit of number.',
  '机构每完成一项知识产权证券化，最高10万元；按现行口径以当年至少一笔本市银行质押贷款为前提。':
    'At most 100,000 yuan for each IP securitisation; by the present reading only with a pledge loan of a local bank in the year.',
  '区内有资质的机构开展专利托管，并经市中心认定当年成绩显著的，每年发给服务券：完全式最高5万元，顾问式3万元，单项式1万元。':
    'A qualified agency in a zone with patents in custody and results the centre has recognised gets a voucher each year: full custody at most 50,000, advisory 30,000, single 10,000 yuan.',
  '有资质的机构入驻示范区之后取得国家级示范品牌或重点资质的，最高20万元；省级的，最高10万元。':
    'For a national demonstration brand or key qualification obtained after moving in at most 200,000 yuan, for a provincial one 100,000.',
  '当年新取得国家专利代理师资格证书的，一次性给1万元，是定额；每人一生一次，经所在区内机构申报。':
    'For each new national patent attorney certificate exactly 10,000 yuan, once in a life, claimed through the agency in the zone.',
  '区内有资质的机构代理区内企业的专利案件，案件涉外或有重大影响且胜诉的，每案补助代理费最高5万元；同一申请人一年合计最高20万元。':
    'For a patent case of an enterprise in a zone, foreign-related or of major influence, and won: agency fees up to 50,000 yuan a case, 200,000 a year for one applicant.',
  '区内有资质的机构代理的我市发明专利，当年授权满71、121、200件且没有恶意非正常申请的，分别最高1、3、5万元。':
    'For 71, 121 or 200 local inventions granted in the year, without malicious abnormal filings: at most 10,000, 30,000 or 50,000 yuan.',
  '为企业实现专利清零且代理发明授权至少1件的，服务券最高1万元；实现专利倍增且至少5件的，最高5万元；当年不得有非正常申请。':
    'For an enterprise’s first patents with at least one grant a voucher of at most 10,000 yuan, for doubling with at least five 50,000; no abnormal filing in the year.',
  '同一机构每年一次，取最高的一种': 'Once a year for each agency, the highest mode',
  '每人一生一次；几家机构申报同一人的，以先申报的为准': 'Once in a life; of several agencies for one person the first counts',
  同一机构每年取最高的一项: 'One a year for each agency, the highest',
  '件数按年合计，每年结算一次': 'Counted over the year, settled once a year',
  '每机构每年一次，取高': 'Once a year for each agency, the higher',
  同一申请人每年合计最高20万元: 'At most 200,000 yuan a year for one applicant',
};

const grouped = (yuan: string): string => Number(yuan).toLocaleString('en-US');
const yuanList = (list: string): string =>
  list
    .split('、')
    .map((one) => grouped(one.replace('元', '')))
    .join(', ');
/** The clause that a reason points to by its name in the plan. */
const keyByCite: ReadonlyMap<string, string> = new Map(supportClauses.map(({ cite, key }) => [cite, key]));
const codeByLabel: ReadonlyMap<string, string> = new Map(
  Object.entries(codeLabels).map(([code, label]) => [label, codeMeanings[code as Code]]),
);
/** `12月31日` as `by 31 Dec`. */
function before(day = ''): string {
  const [, month, date] = /^(\d+)月(\d+)日$/.exec(day) ?? [];
  const on = new Date(Date.UTC(2000, Number(month) - 1, Number(date)));
  return `by ${on.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })}`;
}

/** How the engine builds a sentence around a figure, and how that is said here. */
const phrases: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [
    /^每项最高 (\d+)元(.*)，本行 (\d+)元$/,
    (each = '', more, row = '') => `at most ${grouped(each)} yuan each${more ? ` ${more}` : ''}; this one ${grouped(row)} yuan`,
  ],
  [
    /^按方式或级别：(.+?元)(，\D.*)?，本行 (\d+)元$/,
    (list = '', _more, row = '') => `by mode or level ${yuanList(list)} yuan; this one ${grouped(row)} yuan`,
  ],
  [
    /^按件数分档：(.+?元)(，\D.*)?，本行 (\d+)元$/,
    (list = '', _more, row = '') => `by steps ${yuanList(list)} yuan; this one ${grouped(row)} yuan`,
  ],
  [/^定额 (\d+)元(.*)，本行 (\d+)元$/, (sum = '', _more, row = '') => `exactly ${grouped(sum)} yuan; this one ${grouped(row)} yuan`],
  [/^计 (\d+)元$/, (sum = '') => `counts ${grouped(sum)} yuan`],
  [/^核减为 (\d+)元(?:（(.*)）)?$/, (sum = '', why) => `cut to ${grouped(sum)} yuan${why ? ` (${sentences[why] ?? why})` : ''}`],
  [
    /^不计：(.+?)(?:（见 (.*)）)?$/,
    (label = '', see) => `does not count: ${codeByLabel.get(label) ?? label}${see ? ` (see ${keyByCite.get(see) ?? see})` : ''}`,
  ],
  [
    /^再完成1笔政银保质押贷款（(\d+月\d+日)前放款），即可得 (\d+) 元$/,
    (day, sum = '') => `One more loan of the scheme paid out ${before(day)} gives ${grouped(sum)} yuan`,
  ],
  [
    /^完成一笔本市银行专利质押贷款（(\d+月\d+日)前放款），即可得 (\d+) 元$/,
    (day, sum = '') => `A pledge loan of a local bank paid out ${before(day)} gives ${grouped(sum)} yuan`,
  ],
  [/^取得市中心对当年成绩显著的认定，即可得 (\d+) 元$/, (sum = '') => `The centre’s recognition of the year gives ${grouped(sum)} yuan`],
  [
    /^签订完全式托管合同（(\d+月\d+日)前），即可得 (\d+) 元$/,
    (day, sum = '') => `A contract of full custody ${before(day)} gives ${grouped(sum)} yuan`,
  ],
  [
    /^取得一项(国家级|省级)品牌或资质（(\d+月\d+日)前），即可得 (\d+) 元$/,
    (level, day, sum = '') =>
      `A ${level === '国家级' ? 'national' : 'provincial'} brand or qualification ${before(day)} gives ${grouped(sum)} yuan`,
  ],
  [
    /^再有一人取得专利代理师证书（(\d+月\d+日)前），即可得 (\d+) 元$/,
    (day, sum = '') => `One more attorney certificate ${before(day)} gives ${grouped(sum)} yuan`,
  ],
  [
    /^再有(\d+)件我市发明专利授权（(\d+月\d+日)前），即可得 (\d+) 元$/,
    (n, day, sum = '') => `${n} more local inventions granted ${before(day)} give ${grouped(sum)} yuan`,
  ],
  [
    /^为企业 (.+) 再有(\d+)件发明专利授权（(\d+月\d+日)前），即可得 (\d+) 元$/,
    (who, n, day, sum = '') => `${n} more inventions granted for ${who} ${before(day)} give ${grouped(sum)} yuan`,
  ],
];

/** A sentence of the rules in English; one that is not among them stays as it is. */
export function inEnglish(says: string): string {
  const whole = sentences[says];
  if (whole !== undefined) return whole;
  for (const [pattern, say] of phrases) {
    const found = pattern.exec(says);
    if (found) return say(...found.slice(1));
  }
  return says;
}

/** An item of an answer with its reasons in English; amounts, codes and facts are the same. */
export function itemInEnglish(item: AnswerItem): AnswerItem {
  const { trace } = item;
  if (!trace) return item;
  const lines = trace.lines.map((line) => ({
    ...line,
    amount: inEnglish(line.amount),
    result: inEnglish(line.result),
    conditions: line.conditions.map(({ fails, ...one }) => ({
      ...one,
      says: inEnglish(one.says),
      ...(fails === undefined ? {} : { fails: inEnglish(fails) }),
    })),
  }));
  const limits = trace.limits.map(inEnglish);
  return { ...item, trace: { ...trace, text: inEnglish(trace.text), limits, lines, result: conclusionOf(item).en } };
}

/** What the rules conclude about an item, in the words of its trace and in English. */
export const conclusionOf = (item: AnswerItem): Words =>
  both(item.trace?.result ?? item.code, conclusionInEnglish({ ...item, isFixed: item.fixed === true }));

/** A clause of the guide in English. */
export const clauseInEnglish = <Guided extends { readonly key: string; readonly says: string }>(clause: Guided) => ({
  ...clause,
  cite: clause.key,
  title: clauseNames[clause.key as ClauseKey],
  says: inEnglish(clause.says),
});
