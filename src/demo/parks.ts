/** A building unit as the demonstration knows it; everything else about it is derived. */
export type Park = {
  readonly key: string;
  /** Key of the place it lies in. */
  readonly place: string;
  /** Short name inside the texts. */
  readonly park: string;
  readonly siteKind: 'innovation_park' | 'demonstration_zone' | 'development_zone' | 'other';
  readonly areaKm2: number;
  /** Main industries with their yearly output in hundred million yuan. */
  readonly industries: readonly (readonly [string, number])[];
  /** Roads or lines to the east, south, west and north. */
  readonly sides: readonly [string, string, string, string];
  /** Products that name companies and patents. */
  readonly products: readonly string[];
  /** How good its application is, out of one; the experts' marks follow it. */
  readonly quality: number;
};

/** Sixteen parks in eleven districts. No such park exists. */
export const parks: readonly Park[] = [
  {
    key: 'builder1',
    place: 'zhangdian',
    park: '稷门创新谷',
    siteKind: 'innovation_park',
    areaKm2: 3.6,
    industries: [
      ['工业软件与检验检测', 42],
      ['新材料中试', 67],
      ['科技服务', 21],
    ],
    sides: ['学宫路', '问津路', '简牍街', '稷门大道'],
    products: ['工业软件', '传感器', '检测仪器', '高分子材料', '数控系统'],
    quality: 0.92,
  },
  {
    key: 'builder2',
    place: 'gaoxin',
    park: '岱青生物医药与先进材料园',
    siteKind: 'development_zone',
    areaKm2: 8.2,
    industries: [
      ['生物医药', 138],
      ['先进陶瓷', 76],
      ['电子材料', 54],
    ],
    sides: ['星轨街', '炉火路', '量尺街', '岱青大道'],
    products: ['原料药', '先进陶瓷', '医疗器械', '电子浆料', '缓释制剂'],
    quality: 0.9,
  },
  {
    key: 'builder3',
    place: 'linzi',
    park: '稷水化工新材料产业园',
    siteKind: 'development_zone',
    areaKm2: 12.5,
    industries: [
      ['化工新材料', 420],
      ['高端橡塑', 96],
    ],
    sides: ['编钟街', '盐铁路', '车辙路', '稷水大道'],
    products: ['烯烃新材料', '聚氨酯', '催化剂', '橡塑助剂', '特种树脂'],
    quality: 0.88,
  },
  {
    key: 'builder4',
    place: 'huantai',
    park: '槐汀氟硅新材料产业园',
    siteKind: 'development_zone',
    areaKm2: 9.4,
    industries: [
      ['氟硅新材料', 260],
      ['功能膜材料', 58],
    ],
    sides: ['莲舟街', '鱼梁路', '苇荡路', '槐汀大道'],
    products: ['氟树脂', '离子膜', '硅橡胶', '水处理膜', '含氟精细品'],
    quality: 0.84,
  },
  {
    key: 'builder5',
    place: 'zichuan',
    park: '泺岚智能装备产业园',
    siteKind: 'demonstration_zone',
    areaKm2: 5.1,
    industries: [
      ['智能装备', 63],
      ['绿色建材', 48],
    ],
    sides: ['岚桥街', '青窑路', '松烟路', '泺岚大道'],
    products: ['窑炉装备', '输送设备', '工业泵', '绿色建材', '打磨机器人'],
    quality: 0.76,
  },
  {
    key: 'builder6',
    place: 'boshan',
    park: '岫川陶琉与健康医药产业园',
    siteKind: 'demonstration_zone',
    areaKm2: 4.3,
    industries: [
      ['日用陶瓷与琉璃', 39],
      ['医药包装', 27],
      ['泵类装备', 44],
    ],
    sides: ['泉铃街', '釉彩路', '琉云街', '岫川路'],
    products: ['艺术琉璃', '日用陶瓷', '药用玻璃', '真空泵', '釉料'],
    quality: 0.82,
  },
  {
    key: 'builder7',
    place: 'zhoucun',
    park: '丝舸纺织与家居产业园',
    siteKind: 'other',
    areaKm2: 3.9,
    industries: [
      ['功能纺织', 52],
      ['智能家居', 36],
    ],
    sides: ['商旗街', '锦梭路', '机杼路', '丝舸路'],
    products: ['功能面料', '丝绸', '智能家具', '燃气具', '纺织助剂'],
    quality: 0.74,
  },
  {
    key: 'builder8',
    place: 'gaoqing',
    park: '黛湖绿色食品与生物产业园',
    siteKind: 'demonstration_zone',
    areaKm2: 6.7,
    industries: [
      ['绿色食品', 33],
      ['生物发酵', 29],
    ],
    sides: ['雁渚街', '沙柳路', '河埂街', '黛湖路'],
    products: ['乳制品', '生物酶', '功能食品', '黑牛育种', '发酵设备'],
    quality: 0.72,
  },
  {
    key: 'builder9',
    place: 'yiyuan',
    park: '沂岚医药包材产业园',
    siteKind: 'development_zone',
    areaKm2: 5.8,
    industries: [
      ['医药包装材料', 88],
      ['现代果业', 24],
    ],
    sides: ['山楂街', '果岭路', '溶洞街', '沂岚路'],
    products: ['药用玻璃瓶', '胶塞', '注射剂', '果品保鲜', '耐水玻管'],
    quality: 0.78,
  },
  {
    key: 'builder10',
    place: 'jingkai',
    park: '瀚岐智能制造产业园',
    siteKind: 'development_zone',
    areaKm2: 10.6,
    industries: [
      ['智能制造', 112],
      ['新能源汽车零部件', 71],
    ],
    sides: ['信风街', '浮桥路', '轴承路', '瀚岐大道'],
    products: ['轴承', '电驱总成', '激光切割机', '液压件', '工业机器人'],
    quality: 0.86,
  },
  {
    key: 'builder11',
    place: 'wenchang',
    park: '萌岚康养科创园',
    siteKind: 'innovation_park',
    areaKm2: 2.2,
    industries: [
      ['康养器械', 12],
      ['数字文旅', 9],
    ],
    sides: ['书院街', '晚钟路', '湖心街', '萌岚路'],
    products: ['康复器械', '水质监测', '文旅软件', '养老看护', '环保装备'],
    quality: 0.68,
  },
  {
    key: 'builder12',
    place: 'zhangdian',
    park: '玉黛数字经济产业园',
    siteKind: 'innovation_park',
    areaKm2: 1.9,
    industries: [
      ['数字经济', 31],
      ['检验检测', 14],
    ],
    sides: ['论辩街', '稷门大道', '学宫路', '问津路'],
    products: ['数据平台', '物联网终端', '视觉检测', '边缘计算', '智慧能源'],
    quality: 0.7,
  },
  {
    key: 'builder13',
    place: 'linzi',
    park: '齐岫循环经济产业园',
    siteKind: 'demonstration_zone',
    areaKm2: 4.8,
    industries: [
      ['循环经济', 45],
      ['精细化工', 82],
    ],
    sides: ['磬声街', '车辙路', '编钟街', '盐铁路'],
    products: ['废塑再生', '溶剂回收', '精细助剂', '尾气净化', '污水处理'],
    quality: 0.7,
  },
  {
    key: 'builder14',
    place: 'gaoxin',
    park: '鹤汀电子信息产业园',
    siteKind: 'innovation_park',
    areaKm2: 3.1,
    industries: [['电子信息', 58]],
    sides: ['量尺街', '晶格路', '星轨街', '炉火路'],
    products: ['传感芯片', '射频器件', '封装材料', '智能仪表', '微机电系统'],
    quality: 0.7,
  },
  {
    key: 'builder15',
    place: 'huantai',
    park: '莲汀精细膜材料园',
    siteKind: 'demonstration_zone',
    areaKm2: 2.8,
    industries: [
      ['膜材料', 44],
      ['水处理装备', 17],
    ],
    sides: ['苇荡路', '鱼梁路', '汀兰街', '莲舟街'],
    products: ['反渗透膜', '中空纤维', '膜组件', '净水装备', '密封材料'],
    quality: 0.8,
  },
  {
    key: 'builder16',
    place: 'boshan',
    park: '赤窑泵业与密封件产业园',
    siteKind: 'development_zone',
    areaKm2: 3.4,
    industries: [
      ['泵业', 37],
      ['密封件', 11],
    ],
    sides: ['赤窑路', '琉云街', '釉彩路', '泉铃街'],
    products: ['离心泵', '真空机组', '机械密封', '铸造件', '阀门'],
    quality: 0.78,
  },
];

/** @throws RangeError for a key that is no park. */
export function parkOf(key: string): Park {
  const found = parks.find((one) => one.key === key);
  if (!found) throw new RangeError(`no such park: ${key}`);
  return found;
}
