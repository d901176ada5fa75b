import { type Story, tell, tellInTurn, type Telling } from './story.ts';

const effects: readonly Telling[] = [
  ({ park, random }) =>
    `对照方案逐项核过，${park}全年办结企业需求${random.between(90, 190)}项，企业到窗口的平均等候从四十分钟降到${random.between(9, 18)}分钟，回访满意的占${random.between(86, 97)}%。`,
  ({ lead, random }) =>
    `${lead}企业的有效发明专利净增${random.between(40, 110)}件，其中${random.between(10, 30)}件已用于许可或质押；做得不够的地方在各项任务后面照实写明。`,
];

const systems: readonly Telling[] = [
  ({ head, district, random }) =>
    `${district}把这项工作列入园区年度目标，${head}直接分管；园区、街道、机构三方每月开一次短会，全年议定${random.between(9, 20)}件事，件件有人认领。`,
  ({ contact, random }) => `原来分散在${random.between(3, 5)}个科室的事并到企业服务中心，由${contact}一口对外，企业不用再跑第二处。`,
];

const mechanisms: readonly Telling[] = [
  ({ random }) =>
    `服务费先由园区垫${random.between(3, 5)}成，企业验收后再补齐；机构回款快了，企业也敢先试，坏账至今${random.between(0, 2)}笔。`,
  ({ park, random }) => `${park}把机构的楼宇优惠与企业打分挂钩，每半年调一次，已有${random.between(1, 3)}家升档、一家降档，名单贴在大厅。`,
];

const managements: readonly Telling[] = [
  ({ random }) =>
    `任务、资金、佐证放在同一本台账，季度末对一次；发现佐证缺页${random.between(3, 9)}处，当季补齐，年底审计只提了${random.between(1, 3)}条小问题。`,
  ({ contact, random }) =>
    `${contact}每季抽${random.between(10, 24)}件案卷，看撰写、看回复期限、看收费，问题写在反馈单上当面交给机构，下次先查上次的问题。`,
];

const innovations: readonly Telling[] = [
  ({ products, random }) =>
    `试着用检索结果定研发题目：${products[0]}课题组先看完${random.between(200, 480)}篇文献再立项，砍掉两个别人已做完的方向，省下近半年时间。`,
  ({ products, random }) =>
    `为${products[1]}做了一张专利地图，挂在展厅，企业可当场圈出空白；据此新立项目${random.between(3, 7)}个，其中两个已有样品。`,
];

const cases: readonly Telling[] = [
  ({ products, random }) =>
    `一家做${products[2]}的企业被同行发函，机构三天内找到在先文献，对方撤函；这件事后${random.between(6, 13)}家企业主动来做出厂前排查。`,
  ({ products, random }) =>
    `做${products[3]}的小企业只有两件专利，经评估质押得到贷款${random.between(150, 420)}万元，设备当年到位，年底又申请了三件。`,
];

const ideas: readonly Telling[] = [
  ({ lead, random }) =>
    `下一步少铺摊子，把${lead}企业最常用的检索、托管、质押三件事做深，目标是每家重点企业都有一本活的专利台账，先做${random.between(20, 40)}家。`,
  ({ park, random }) => `${park}打算把服务送到相邻的${random.between(2, 4)}个镇办，机构不增人、增站点，按办结量结算。`,
];

const measures: readonly Telling[] = [
  ({ contact, random }) =>
    `一是三月底前签完下年托管合同；二是六月底前补上评估岗位${random.between(1, 3)}个；三是每季公布一次未办结需求清单，由${contact}逐件销号。`,
  ({ head, random }) =>
    `年初由${head}与各机构签任务书，年中看一次，完不成${random.between(5, 7)}成的调整到别家；培训改为到厂里讲，每场不超过两小时。`,
];

/** What a building unit says of its year, the texts of form F7; the next year it says it another way. */
export function yearTexts(story: Story, year: number) {
  const told = (ways: readonly Telling[]) => tellInTurn(story, ways, story.park.length + year);
  return {
    effect: told(effects),
    system: told(systems),
    mechanism: told(mechanisms),
    management: told(managements),
    innovation: told(innovations),
    cases: told(cases),
    ideas: told(ideas),
    measures: told(measures),
  };
}

const measureTitles = ['机构入驻奖补细则（演示文件）', '企业需求派单办法（演示文件）'] as const;
const preferenceTitles = ['楼宇租金减免公告（演示文件）', '人才公寓申请须知（演示文件）'] as const;

/** A measure and a preferential term as they are published. */
export const publishedTexts = ({ park, random }: Story) => ({
  measure: {
    title: random.pick(measureTitles),
    summary: `${park}入驻机构按新办结的企业需求领取奖补，每单${random.between(2, 5)}百元，季度结清，名单和金额同时公布。`,
  },
  preference: {
    title: random.pick(preferenceTitles),
    summary: `新入驻机构头${random.between(12, 24)}个月免租，之后三年减半；带来外地骨干满一年的，每人可申请一间公寓，先到先得。`,
  },
});

const topics: readonly Telling[] = [
  ({ park }) => `到${park}看台账和三家机构，重点问任务佐证怎样留、指标怎样数。`,
  ({ products }) => `与做${products[0]}的企业座谈，听托管和质押两项服务用得怎样，顺带核对入驻名单。`,
];

const advice: readonly Telling[] = [
  ({ random }) => `佐证要随做随传，别等年底；培训签到建议加手写签名，抽查时有${random.between(2, 5)}场只有电子名单。`,
  ({ contact }) => `建议${contact}把未办结需求按月列出，先解决拖得最久的；资金支出滞后于任务，请按季对一次账。`,
];

/** What a visit of the centre was about, and what was advised. */
export const visitTexts = (story: Story) => ({ topics: tell(story, topics), advice: tell(story, advice) });

const supports = [
  { category: 'policy', title: '区县出台机构落户补助办法（演示）' },
  { category: 'platform', title: '开放区县专利检索平台账号（演示）' },
  { category: 'talent', title: '安排人才公寓供机构骨干申请（演示）' },
  { category: 'money', title: '拨付示范区年度配套资金（演示）' },
] as const;

/** Two things a district did for a zone. */
export const supportTitles = ({ random }: Story) => random.some(supports, 2);
