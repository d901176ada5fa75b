import type { Park } from './parks.ts';
import { type Story, tell, type Telling } from './story.ts';

/** The boundary in words: which road on which side. */
export const boundaryText = ({ sides: [east, south, west, north], areaKm2 }: Park): string =>
  `东至${east}，南至${south}，西至${west}，北至${north}，合计约${areaKm2}平方公里；界线以道路中心线为准，图纸附后。`;

const reasons: readonly Telling[] = [
  ({ park, district, lead, random }) =>
    `${park}已集中${district}${random.between(5, 7)}成以上的${lead}企业，研发、中试、检测都在步行范围内。近三年园内企业外出办理专利事务平均每年${random.between(260, 480)}次，就近设点的愿望明确，楼宇、网络和公共会议室均已具备。`,
  ({ park, lead, random }) =>
    `选在${park}，一是因为${lead}的上下游基本齐备，二是园区内有一栋${random.between(4, 9)}层的空置办公楼可整体用于服务机构入驻，三是已有机构自发租用园区用房，不需要另起炉灶。`,
  ({ park, district, industries, random }) =>
    `${district}把${industries}列为主攻方向，${park}是其主要承载地。园区半径${random.between(2, 5)}公里内有高校院所${random.between(2, 4)}家，成果就地转化的频次逐年上升，对检索、分析和运营人员的需求最为迫切。`,
];

const advantages: readonly Telling[] = [
  ({ lead, products, random }) =>
    `${lead}是园区的支柱，${products[0]}、${products[1]}两类产品的省内市场占有率估算为${random.between(18, 36)}%。园内有省级以上研发平台${random.between(3, 9)}个，规模以上企业研发投入占营业收入的${random.between(3, 6)}.${random.between(1, 9)}%，近三年新增发明专利申请${random.between(160, 420)}件。`,
  ({ industries, products, random }) =>
    `园区围绕${industries}形成了从原料到${products[2]}成品的配套关系，本地配套率约${random.between(45, 70)}%。龙头企业牵头组建了创新联合体，带动${random.between(20, 46)}家中小企业参与，${products[3]}方向已有${random.between(2, 6)}项团体标准。`,
  ({ lead, products, random }) =>
    `${lead}企业数量在全市位居前列，其中高新技术企业${random.between(12, 40)}家、专精特新企业${random.between(8, 25)}家。${products[0]}与${products[4]}的关键工序实现自主可控，每年技术合同成交额约${random.between(2, 9)}亿元。`,
];

const demands: readonly Telling[] = [
  ({ park, random }) =>
    `在${park}走访${random.between(36, 70)}家企业并回收问卷，其中${random.between(62, 88)}%需要专利挖掘与布局，${random.between(30, 55)}%计划两年内用专利融资，${random.between(20, 40)}%遇到过海外预警或侵权交涉。现有服务集中在申请环节，分析评议和运营明显不足。`,
  ({ products, random }) =>
    `${products[0]}、${products[1]}企业普遍希望有人长期代管专利年费和监控竞争对手；问卷显示平均每家每年愿意支付${random.between(3, 9)}万元。商标和版权需求来自下游品牌企业，地理标志需求来自周边镇村，分散但稳定。`,
  ({ lead, random }) =>
    `${lead}企业的专利平均维持年限只有${random.between(4, 6)}年，主要原因是申请前缺少检索、授权后无人管理。座谈中企业提出最多的三项是检索分析、质押融资对接和维权援助，分别占${random.between(55, 80)}%、${random.between(35, 50)}%和${random.between(20, 34)}%。`,
];

/** The texts of the sections on siting, industry and demand. */
export const siteTexts = (story: Story) => ({
  reason: tell(story, reasons),
  advantage: tell(story, advantages),
  demand: tell(story, demands),
});
