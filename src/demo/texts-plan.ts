import { type Story, tell, type Telling } from './story.ts';

const goals: readonly Telling[] = [
  ({ park, year, random }) =>
    `到${year + 2}年底，${park}内机构和服务点达到${random.between(8, 14)}家，从业人员${random.between(120, 220)}人，年服务收入${random.between(3, 6)}千万元；园内企业有效发明专利比建设前增加${random.between(30, 55)}%，专利质押融资累计${random.between(2, 6)}亿元。`,
  ({ park, lead, year, random }) =>
    `用三年时间把${park}建成${lead}企业办理知识产权事务的首选地：${year + 1}年补齐缺项服务，${year + 2}年机构总数不少于${random.between(7, 12)}家、执业代理师不少于${random.between(24, 48)}人，企业满意度保持在九成以上。`,
];

const measures: readonly Telling[] = [
  ({ year, head, random }) =>
    `出台园区服务机构入驻办法，前两年租金减免${random.between(5, 9)}成，${year}年第四季度印发，责任人${head}。设立${random.between(100, 300)}万元风险补偿资金，试行“先服务、后付费”的托管新做法，每半年公布一次结果。`,
  ({ contact, year, random }) =>
    `任务一：编制园区服务清单并公开收费参考，${year + 1}年3月前完成；任务二：选${random.between(8, 15)}家企业试点高价值专利组合培育，每家配一名辅导员。两项任务均由${contact}负责，按季度对账。`,
];

const agencies: readonly Telling[] = [
  ({ park, year, random }) =>
    `${park}在${year + 1}年引进${random.between(2, 4)}家、培育${random.between(1, 3)}家机构，优先补上评估、维权和商业化环节；建立机构名录和服务评价，两年内争取省级以上品牌机构${random.between(1, 2)}家，服务半径覆盖周边${random.between(3, 6)}个镇办。`,
  ({ park, year, random }) =>
    `对照服务链逐项列出缺口，${park}与市外机构签订设点意向${random.between(3, 6)}份，${year + 1}年上半年落地不少于${random.between(2, 3)}家。每年评一次园区优质机构，评价结果向企业公开。`,
];

const matching: readonly Telling[] = [
  ({ contact, random }) =>
    `每月第二个周四举办企业与机构见面会，全年不少于${random.between(9, 12)}场；需求登记后三个工作日内派单，一个月内回访。指标：登记需求${random.between(150, 320)}项，办结率不低于${random.between(80, 92)}%。责任人${contact}。`,
  ({ park, lead, random }) =>
    `${park}按${lead}的上中下游分组建立需求台账，由机构轮值认领；每季度发布一次专利信息简报，组织院所与企业对接${random.between(6, 12)}次，促成许可或转让${random.between(15, 40)}件。`,
];

const talent: readonly Telling[] = [
  ({ park, year, random }) =>
    `${park}与两所院校合办实务班，每年培训${random.between(150, 300)}人次；对新取得执业资格并在园区工作满一年的人员给予安家补助，${year + 2}年前净增执业代理师${random.between(10, 24)}人。`,
  ({ park, lead, random }) =>
    `${park}引进熟悉${lead}的分析师和许可谈判人员${random.between(4, 9)}名，给予人才公寓和子女入学支持；组织企业知识产权专员轮训，每家重点企业至少${random.between(1, 2)}人持证上岗。`,
];

const order: readonly Telling[] = [
  ({ park, random }) =>
    `${park}的入驻机构全部签署质量与收费承诺，低于成本承揽的由自律小组约谈；每季度抽查代理案卷${random.between(30, 60)}件，抽查结果在园区公告栏公开，投诉五个工作日内答复。`,
  ({ contact, random }) =>
    `成立由${random.between(7, 11)}家机构和企业组成的自律小组，章程写明禁止买卖申请和包授权宣传；设投诉电话并由${contact}登记处置，每年公布一次市场观察报告。`,
];

const international: readonly Telling[] = [
  ({ products, random }) =>
    `与${random.between(2, 3)}家境外律所建立合作名单，为${products[0]}出口企业做目的国专利风险排查，每年不少于${random.between(3, 6)}项；支持机构承接海外申请${random.between(20, 60)}件。`,
  ({ lead }) => `建设期第一年无专门任务，原因是${lead}出口比重较低；第二年起每年组织一次涉外实务讲座，按企业需要对接海外服务资源。`,
];

const campaigns: readonly Telling[] = [
  ({ park, random }) =>
    `${park}为${random.between(30, 60)}家尚无专利的企业制定一企一策，一年内帮助其中${random.between(18, 28)}家取得首件专利；推动${random.between(6, 12)}家企业通过管理体系认证，专利质押贷款${random.between(15, 36)}笔，托管专利${random.between(400, 900)}件。`,
  ({ products, random }) =>
    `围绕${products[1]}、${products[2]}开展同业对比，找出差距后由机构辅导申请；两年内有${random.between(5, 10)}家企业的发明专利数量翻一番，新增托管企业${random.between(40, 80)}家，运营收入不低于${random.between(300, 800)}万元。`,
];

/** Goals and the seven chapters of the construction plan. */
export const planTexts = (story: Story) => ({
  goals: tell(story, goals),
  measures: tell(story, measures),
  agencies: tell(story, agencies),
  matching: tell(story, matching),
  talent: tell(story, talent),
  order: tell(story, order),
  international: tell(story, international),
  campaigns: tell(story, campaigns),
});

const policies: readonly Telling[] = [
  ({ park, random }) =>
    `${park}入驻机构三年内免物业费，新购专业数据库按${random.between(3, 5)}成补助；企业首次购买分析评议服务的，补助${random.between(2, 5)}成，每家每年不超过${random.between(2, 6)}万元。`,
  ({ district, random }) =>
    `${district}财政每年安排专项，用于机构落户、人才公寓和公共平台；对承接园区公共服务的机构，按考核结果给予${random.between(5, 20)}万元以内的运行经费。`,
];

/** The preferential terms a builder offers. */
export const policiesText = (story: Story): string => tell(story, policies);
