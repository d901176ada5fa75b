import type { ChapterName } from '#processes/plan/content.ts';
import { type Story, tell, type Telling } from './story.ts';

/** In which part of the plan a task lies: the first year, the year after, or the time beyond. */
export type Phase = 'first' | 'second' | 'beyond';

type TaskTelling = { readonly title: Telling; readonly content: Telling };

/** A task of a construction plan before it has its days: number, chapter, and the ways it can be told. */
type TaskKind = {
  readonly no: string;
  readonly chapter: ChapterName;
  readonly phase: Phase;
  readonly ways: readonly TaskTelling[];
  readonly proof: string;
};

const kinds: readonly TaskKind[] = [
  {
    no: '1.1',
    chapter: 'measures',
    phase: 'first',
    proof: '印发件和公开页面截图',
    ways: [
      {
        title: () => '机构入驻与奖补细则',
        content: ({ park, random }) =>
          `${park}起草入驻与奖补细则，列明可用楼宇、装修补助和${random.between(4, 7)}项奖励怎样申请、几天办结；征求${random.between(12, 26)}家企业和机构意见后印发。`,
      },
      {
        title: () => '一个窗口、一本手册',
        content: ({ lead, head, random }) =>
          `在企业服务大厅固定一个窗口，为${lead}企业编一本办事手册，写清${random.between(9, 16)}类事项找谁办、要带什么、收费多少；${head}每月到窗口坐班一次。`,
      },
    ],
  },
  {
    no: '1.2',
    chapter: 'measures',
    phase: 'beyond',
    proof: '试点名单、专利组合清单和评议报告',
    ways: [
      {
        title: ({ products }) => `${products[0]}专利组合培育试点`,
        content: ({ products, random }) =>
          `选${random.between(5, 9)}家做${products[0]}的企业，每家配一名分析师和一名代理师，先做检索再定研发方向，两年内各形成一组能对外许可的专利。`,
      },
      {
        title: () => '先服务后付费的托管试点',
        content: ({ park, random }) =>
          `${park}出${random.between(60, 150)}万元作保，${random.between(10, 20)}家小企业可先用托管服务，一年后按节省的费用和新增的授权付款；付不出的由保证金垫付并公布原因。`,
      },
    ],
  },
  {
    no: '2.1',
    chapter: 'agencies',
    phase: 'first',
    proof: '入驻协议、租赁合同和社保清单',
    ways: [
      {
        title: () => '补上服务链的缺口',
        content: ({ park, random }) =>
          `逐项核对${park}已有的服务，把空缺的${random.between(2, 4)}类列成招引清单；走访外地机构${random.between(8, 15)}家，至少谈成${random.between(1, 2)}家设点，给足半年试运行期。`,
      },
      {
        title: () => '腾出一层楼办机构之家',
        content: ({ contact, random }) =>
          `把服务中心${random.between(3, 6)}层腾出来给机构共用，设洽谈间、档案室和直播间；${contact}负责每周排班，空置超过一个月的工位收回另派。`,
      },
    ],
  },
  {
    no: '2.2',
    chapter: 'agencies',
    phase: 'second',
    proof: '评价结果和公布记录',
    ways: [
      {
        title: () => '企业给机构打分',
        content: ({ random }) =>
          `每半年请用过服务的企业给机构打分，回收不少于${random.between(80, 160)}份；得分与楼宇优惠挂钩，末位的先约谈，连续两次末位的不再减租。`,
      },
      {
        title: () => '机构名录上网并逐季更新',
        content: ({ lead, random }) =>
          `把机构的专长、人数、收费区间和办过的${lead}案例放上网页，每季更新一次；企业按需要筛选，点击量和成单数在季度会上通报，目标全年${random.between(60, 140)}单。`,
      },
    ],
  },
  {
    no: '3.1',
    chapter: 'matching',
    phase: 'first',
    proof: '签到表、需求台账和回访记录',
    ways: [
      {
        title: () => '每月一场见面会',
        content: ({ products, random }) =>
          `围绕${products[0]}、${products[1]}等题目每月请企业和机构坐到一起，会前收需求、会后七天内回访；全年登记需求${random.between(90, 180)}项，办成的写进台账。`,
      },
      {
        title: () => '需求派单制',
        content: ({ contact, random }) =>
          `企业一个电话报需求，${contact}当天登记、次日派给两家机构报价，由企业自选；每件跟到办结，全年不少于${random.between(110, 210)}单。`,
      },
    ],
  },
  {
    no: '3.2',
    chapter: 'matching',
    phase: 'second',
    proof: '许可转让合同备案和活动记录',
    ways: [
      {
        title: () => '院所专利进园区',
        content: ({ park, random }) =>
          `请${random.between(3, 6)}家院所拿出适合${park}的专利目录，机构先做可用性判断，再约企业看样；全年谈成许可或转让${random.between(6, 18)}件。`,
      },
      {
        title: () => '上下游结对',
        content: ({ industries, random }) =>
          `把${industries}企业按上下游结成${random.between(8, 14)}对，由同一家机构服务，共用检索结果，避免相互侵权；每对每季碰头一次。`,
      },
    ],
  },
  {
    no: '4.1',
    chapter: 'talent',
    phase: 'first',
    proof: '学员名册、考核成绩和课程表',
    ways: [
      {
        title: () => '企业专员轮训',
        content: ({ park, random }) =>
          `${park}把企业专员分成${random.between(3, 5)}期轮训，每期两天，讲交底书、检索和合同；结业要交一份本企业的专利体检表，全年${random.between(120, 240)}人次。`,
      },
      {
        title: () => '代理师带徒',
        content: ({ products, random }) =>
          `请办过${products[0]}、${products[3]}案件且执业满五年的代理师每人带两名徒弟，签带教协议，一年内独立完成${random.between(6, 12)}件；带成一人给师傅津贴，徒弟考过资格考试的报销考务费。`,
      },
    ],
  },
  {
    no: '4.2',
    chapter: 'talent',
    phase: 'second',
    proof: '聘用合同和社保记录',
    ways: [
      {
        title: () => '引进分析与许可谈判人员',
        content: ({ lead, random }) =>
          `缺的是懂${lead}又会谈许可的人，拟引进${random.between(3, 6)}名，提供公寓和子女入学联系；每人每年至少做${random.between(4, 8)}份分析报告给园内企业共用。`,
      },
      {
        title: () => '高校实习基地',
        content: ({ park, random }) =>
          `${park}与两所高校共建实习基地，每学期接收${random.between(8, 16)}名学生到机构跟案；留下工作的，机构可申请一年的用工补贴。`,
      },
    ],
  },
  {
    no: '5.1',
    chapter: 'order',
    phase: 'first',
    proof: '承诺书、抽查表和投诉处置单',
    ways: [
      {
        title: () => '收费与质量公开承诺',
        content: ({ park, random }) =>
          `${park}的机构把收费表和质量承诺贴在门口，抽查小组每季看${random.between(20, 40)}件案卷；报价明显低于成本的先问原因，说不清的在会上通报。`,
      },
      {
        title: () => '投诉五日办结',
        content: ({ contact, random }) =>
          `开通投诉电话，${contact}当日登记、五个工作日办结并回告；每半年把${random.between(3, 6)}类常见问题和处理办法印成提示发给企业。`,
      },
    ],
  },
  {
    no: '6.1',
    chapter: 'international',
    phase: 'beyond',
    proof: '合作备忘录和排查报告',
    ways: [
      {
        title: () => '出口产品专利排查',
        content: ({ products, random }) =>
          `为出口${products[0]}的企业查清目的国的在先专利，每年${random.between(4, 8)}份报告；有风险的请境外同行出具意见，费用企业和园区各半。`,
      },
      {
        title: () => '境外律所联络名单',
        content: ({ random }) =>
          `与${random.between(3, 5)}家境外律所约定联络人、报价和回复时限，企业需要时两天内能找到人；每年请来讲一次，内容录下来供未到场企业观看。`,
      },
    ],
  },
  {
    no: '7.1',
    chapter: 'campaigns',
    phase: 'first',
    proof: '受理通知书、授权公告和企业确认',
    ways: [
      {
        title: () => '帮无专利企业迈出第一步',
        content: ({ park, random }) =>
          `摸清${park}尚无专利的企业名单，一家一名辅导员，先看产品再谈申请；一年内让其中${random.between(12, 22)}家有了自己的授权，不凑数、不代写空壳申请。`,
      },
      {
        title: () => '与同行比一比',
        content: ({ products, random }) =>
          `为做${products[1]}、${products[2]}的${random.between(10, 18)}家企业各选一家领先同行作比照，列出差几件、差在哪，由机构陪着补，年底看差距缩小多少。`,
      },
    ],
  },
  {
    no: '7.2',
    chapter: 'campaigns',
    phase: 'second',
    proof: '放款凭证、托管合同和保单',
    ways: [
      {
        title: () => '银企保三方对账',
        content: ({ park, random }) =>
          `${park}每月把要贷款的企业名单送银行和保险机构，机构先出价值分析，十五天内给答复；全年促成质押贷款${random.between(10, 24)}笔，逾期的单独列出原因。`,
      },
      {
        title: () => '托管到每一件专利',
        content: ({ lead, random }) =>
          `为${random.between(20, 40)}家${lead}企业建专利台账，谁缴年费、哪件该放弃、哪件能许可都写明；托管机构每季交一份清单，由企业签字。`,
      },
    ],
  },
];

/** A task as a building unit's plan tells it, still without its days and its money. */
export type ToldTask = {
  readonly no: string;
  readonly chapter: ChapterName;
  readonly phase: Phase;
  readonly title: string;
  readonly content: string;
  readonly evidenceExpected: string;
};

/** The tasks of a zone; a chapter named in `without` has none. */
export function toldTasks(story: Story, without: readonly ChapterName[]): readonly ToldTask[] {
  return kinds
    .map(({ no, chapter, phase, ways, proof }) => {
      const { title, content } = story.random.pick(ways);
      return { no, chapter, phase, title: title(story), content: content(story), evidenceExpected: proof };
    })
    .filter(({ chapter }) => !without.includes(chapter));
}

const noExports: readonly Telling[] = [
  ({ lead }) => `园内${lead}企业目前以国内订单为主，没有稳定的出口业务，第一个建设期不设任务；出现出口需求时再报告调整。`,
];

const rules: readonly Telling[] = [
  ({ head, random }) =>
    `设工作专班，${head}任组长，双周碰头；任务、资金、台账三本账由专人记，每季向园区会议报告一次，超支${random.between(5, 10)}%以上先停后议。`,
  ({ contact, random }) =>
    `资金由园区财务单列核算，${random.between(3, 8)}万元以上的支出须两人会签；任务进展由${contact}按季核实，凭佐证填报，不以口头汇报为准。`,
];

const risks: readonly Telling[] = [
  ({ park, random }) =>
    `担心的有两条：一是机构招不来，二是企业用不起。前者备了${random.between(2, 4)}家候选名单，后者由${park}的小额补助兜底；半年看一次，目标做不到就如实报告调整。`,
  ({ lead, random }) => `${lead}行情若转弱，企业会压缩这方面的开支；届时把${random.between(2, 3)}项大任务拆小，先保托管和培训，再谈引进。`,
];

/** The texts of a plan that stand beside its tasks. */
export const planProse = (story: Story) => ({
  noExports: tell(story, noExports),
  rules: tell(story, rules),
  risks: tell(story, risks),
});
