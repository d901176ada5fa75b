import { both, type Words } from '#core/kernel/words.ts';

/** What a row of the plan does for its reader. */
export type RowKind = 'asks' | 'gives' | 'rule';

/** One row of the plan in our own words; `row` is its number in the clause table. */
export type PlanRow = { readonly row: string; readonly kind: RowKind; readonly says: Words };

export type PlanArticle = { readonly id: string; readonly number: Words; readonly title: Words; readonly rows: readonly PlanRow[] };

const asks = (row: string, zh: string, en: string): PlanRow => ({ row, kind: 'asks', says: both(zh, en) });
const gives = (row: string, zh: string, en: string): PlanRow => ({ row, kind: 'gives', says: both(zh, en) });
const rule = (row: string, zh: string, en: string): PlanRow => ({ row, kind: 'rule', says: both(zh, en) });

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七'];
const article = (number: number, zh: string, en: string, rows: readonly PlanRow[]): PlanArticle => ({
  id: `article-${number}`,
  number: number === 0 ? both('印发', 'Issue') : both(`第${numerals[number]}条`, `Article ${number}`),
  title: both(zh, en),
  rows,
});

/** The plan by article, retold: never its own sentences. */
export const plan: readonly PlanArticle[] = [
  article(0, '文件的来历', 'Where it comes from', [
    rule('0.1', '市中心制定本方案（试行），发给各有关单位照办。', 'The centre made this trial plan and sent it to all units concerned.'),
    rule(
      '0.2',
      '印发日期：2020年8月25日；印发单位：市知识产权事业发展中心。',
      'Issued on 25 August 2020 by the city IP development centre.',
    ),
  ]),
  article(1, '目的与依据', 'Aims and basis', [
    rule(
      '1.1',
      '目的：稳住并扩大知识产权服务业的就业，呼应市里的改革与攻坚任务，把这个行业做大。',
      'To steady and widen employment in IP services and make the trade grow.',
    ),
    rule(
      '1.2',
      '依据：国家2014年的集聚发展区办法，以及市政府办公厅2018年第132号意见。',
      'Rests on the national measures of 2014 and the city opinion no. 132 of 2018.',
    ),
    rule('1.3', '下文一律简称“示范区”。', 'The short name is “the zone”.'),
  ]),
  article(2, '要建成什么', 'What is to be built', [
    rule(
      '2.1',
      '在市里和条件合适的区县，布局若干个市级示范区，不预设数量。',
      'Several city-level zones, in the city or in suitable districts; no fixed number.',
    ),
    rule(
      '2.2',
      '看成效：机构聚起来、管理成体系、结构更合理、行业更大，并与本地产业和科技结合。',
      'Measured by agglomeration, management, structure, size, and ties with local industry and science.',
    ),
  ]),
  article(3, '建在哪里', 'Where', [
    asks('3.1', '选址须是产业已经集聚的地方。', 'The site must be where industry gathers.'),
    rule(
      '3.2',
      '创新创业园区、示范园区和各类开发区，特色鲜明、需求旺盛的优先；其他地方也可以申报。',
      'Parks and development zones with marked industries and strong demand come first; others may apply.',
    ),
  ]),
  article(4, '谁来管', 'Who is in charge', [
    rule('4.1', '市中心指导建设并负责考核。', 'The centre guides and assesses.'),
    rule('4.2', '向省、向国家推荐更高一级称号，由市中心统一协调。', 'The centre coordinates recommendations to province and nation.'),
  ]),
  article(5, '申报的三项条件', 'Three conditions', [
    rule('5.0', '以下三项须同时具备。', 'All three must hold together.'),
    asks(
      '5.1',
      '区县重视：管理机制、发展规划、扶持政策，三样都有文件可查。',
      'The district cares: mechanism, development plan and supporting policy, each on paper.',
    ),
    asks(
      '5.2',
      '产业扎实：优势明显，有一批创新企业和龙头企业，并且真的需要知识产权服务。',
      'Solid industry, innovative and leading firms, real demand.',
    ),
    asks('5.3a', '机构成形：范围内至少有两家服务机构或服务点。', 'At least two agencies or service points inside.'),
    asks(
      '5.3b',
      '服务够用：五类权利、六类服务共十一种，基本都能在这里办到。',
      'Eleven kinds of service, five of rights and six of work, can basically be had there.',
    ),
  ]),
  article(6, '建设单位要做的七件事', 'Seven tasks of the building unit', [
    rule('6.0', '七件事构成《建设方案》的任务清单。', 'The seven make the task list of the construction plan.'),
    asks(
      '6.1',
      '出台集聚措施，在融资、转化、托管和高价值专利上试新办法。',
      'Make measures; try new ways in finance, transfer, custody and high-value patents.',
    ),
    asks('6.2', '引进和培育机构，补齐服务链，做出品牌，带动周边。', 'Attract and grow agencies, complete the chain, build brands.'),
    asks('6.3', '为区内企业牵线，让需求和服务对得上。', 'Bring demand and supply together.'),
    asks('6.4', '引高端人才，育本地人才，服务做深做新。', 'Bring in and train talent; widen and deepen the services.'),
    asks('6.5', '管好市场：行业自律，不打低价恶战，以质取胜。', 'Keep order: self-discipline against dumping, quality first.'),
    asks('6.6', '与境外机构合作，拓展涉外业务。', 'Work with foreign agencies, open international business.'),
    asks(
      '6.7',
      '在企业中开展清零、倍增、对标等行动，推行管理规范、质押融资和托管。',
      'Run the campaigns in firms; spread the management standard, pledge loans and custody.',
    ),
  ]),
  article(7, '怎么申报', 'How to apply', [
    asks('7.1', '填一份申报书。', 'Fill in the application form.'),
    asks('7.2', '交给所在区县的知识产权管理部门，不能跨区县。', 'File it with the authority of your own district.'),
    asks('7.3', '区县审核通过，再推荐到市中心；没有别的渠道。', 'The district reviews and recommends; there is no other way.'),
  ]),
  article(8, '材料与审定', 'Papers and decision', [
    rule('8.1', '必交材料只有申报书一样，其余都是佐证。', 'The form is the only paper required; the rest is evidence.'),
    rule('8.2', '市中心请专家评、到现场看，好中选优，定下建设单位。', 'Experts evaluate, the site is visited, the better ones are chosen.'),
  ]),
  article(9, '给什么支持', 'Support', [
    gives(
      '9.1a',
      '促成本市银行的专利质押贷款：每完成一笔政银保贷款，最多1万元。',
      'Per government-bank-insurance pledge loan from a local bank: up to 10,000 yuan.',
    ),
    gives('9.1b', '每完成一项知识产权证券化，最多10万元。', 'Per IP securitisation: up to 100,000 yuan.'),
    rule('9.2a', '托管分三种：全部交办、只作顾问、单项委托。', 'Custody comes in three modes: complete, advisory, single matters.'),
    asks('9.2b', '托管要拿支持，先由市中心认定成绩突出。', 'For support the centre must first find the results outstanding.'),
    gives(
      '9.2c',
      '认定以后，每年发服务券，三档上限分别为5万、3万、1万元。',
      'Then vouchers each year, up to 50,000, 30,000 or 10,000 yuan.',
    ),
    gives(
      '9.3a',
      '入驻后创成国家级品牌或重点资质，最多20万元。',
      'A national brand or key qualification won after moving in: up to 200,000 yuan.',
    ),
    gives('9.3b', '省级的，最多10万元。', 'A provincial one: up to 100,000 yuan.'),
    gives('9.3c', '当年新取得专利代理师证书，固定1万元，只给一次。', 'A new patent attorney’s certificate: exactly 10,000 yuan, once.'),
    gives(
      '9.4a',
      '替区内企业打赢涉外或影响重大的专利案，每案补代理费最多5万元。',
      'A foreign-related or major patent case won for a firm in the zone: up to 50,000 yuan of fees.',
    ),
    rule('9.4b', '同一申请人一年合计不超过20万元。', 'One applicant gets at most 200,000 yuan a year for such cases.'),
    gives(
      '9.5a',
      '代理本市发明专利，一年授权过70件、过120件、满200件，分别最多1万、3万、5万元；有恶意非正常申请的不给。',
      'Local invention grants in a year, over 70, over 120, 200 and more: up to 10,000, 30,000, 50,000 yuan, unless filings were abnormal in bad faith.',
    ),
    gives(
      '9.5b',
      '帮企业清零并授权1件以上，发券最多1万元；帮企业倍增并授权5件以上，发券最多5万元；有非正常申请的不给。',
      'Zero-clearing with one grant: vouchers up to 10,000; doubling with five: up to 50,000 yuan; not with abnormal filings.',
    ),
    rule('9.6', '同一年度不重复享受。', 'Once in a year; nothing is supported twice.'),
  ]),
  article(10, '区县的责任', 'What districts do', [
    asks(
      '10.1',
      '有示范区的区县，在政策、平台、体系、人才上多给资源。',
      'Districts with a zone add policy, platforms, systems and talent.',
    ),
  ]),
  article(11, '建设单位的保障', 'What building units secure', [
    asks(
      '11.1',
      '有人管、有制度、有配套资金，优惠条件公开，让人才和品牌机构愿意来。',
      'Leadership, rules, matching money, published terms.',
    ),
  ]),
  article(12, '一年一认定', 'Recognised every year', [
    rule('12.1', '每年由市中心组织一次认定，一区一年一个结果。', 'Once a year, by the centre; one result per zone and year.'),
  ]),
  article(13, '认定看什么', 'What recognition looks at', [
    rule('13.0', '自评材料分三部分。', 'The self-assessment has three parts.'),
    asks('13.1', '方案里的任务做了没有，效果如何。', 'Which tasks were done, with what effect.'),
    asks('13.2', '体制、管理、创新上取得的成效和经验。', 'Results and experience in system, management and innovation.'),
    asks('13.3', '下一步打算怎么干。', 'What comes next.'),
  ]),
  article(14, '三个等次与后果', 'Three grades and what follows', [
    rule('14.1', '结果三档：优秀、合格、不合格。', 'Three grades: excellent, qualified, unqualified.'),
    rule('14.2a', '拿什么衡量：经批准的《建设方案》。', 'The yardstick is the approved construction plan.'),
    asks(
      '14.2b',
      '任务或指标有变，及时说明：先过区县，再经市中心同意。',
      'Changes are reported in time: district first, then the centre’s consent.',
    ),
    gives('14.3a', '前两档保留称号。', 'The first two keep the title.'),
    gives('14.3b', '优秀的，优先向国家推荐。', 'The excellent are recommended to the nation first.'),
    asks('14.3c', '不合格的，在通知书写明的期限内整改。', 'The unqualified rectify within the time the notice sets.'),
    rule('14.3d', '整改后仍不过关，称号收回。', 'If that fails, the title is withdrawn.'),
  ]),
  article(15, '对区县的鼓励', 'A bonus for districts', [
    gives(
      '15.1',
      '建示范区算区县的创新工作，年度考核加分；加多少由考核部门定。',
      'Counts as innovation in the yearly assessment; how many points is for the assessors.',
    ),
  ]),
  article(16, '谁来解释', 'Who interprets', [
    rule('16.1', '由市中心解释；每次解释都登记、公开。', 'The centre; every ruling is registered and published.'),
  ]),
  article(17, '何时有效', 'When it applies', [
    rule('17.1', '2020年8月25日起施行。', 'From 25 August 2020.'),
    rule('17.2', '试行一年；延期须另有决定。', 'One year on trial; an extension needs its own decision.'),
    rule('17.3', '与国家法律法规不一致的，依法律法规。', 'National law prevails.'),
  ]),
];
