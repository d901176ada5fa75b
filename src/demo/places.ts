import { districtNames } from '#policy/zibo-2020/districts.ts';

/** A district as the demonstration writes it: account names, the area of credit codes, invented roads. */
export type Place = {
  readonly code: string;
  readonly key: string;
  readonly name: string;
  /** Six digits for positions 3 to 8 of a credit code; functional zones borrow their parent's. */
  readonly area: string;
  readonly roads: readonly string[];
};

const place = (code: string, key: string, area: string, roads: string): Place => ({
  code,
  key,
  area,
  name: districtNames[code]?.zh ?? code,
  roads: roads.split(' '),
});

/** All eleven, in the order of the register. The roads are on no map. */
export const places: readonly Place[] = [
  place('370302', 'zichuan', '370302', '泺岚大道 松烟路 石砚街 青窑路 岚桥街'),
  place('370303', 'zhangdian', '370303', '稷门大道 问津路 论辩街 学宫路 简牍街'),
  place('370304', 'boshan', '370304', '岫川路 琉云街 赤窑路 泉铃街 釉彩路'),
  place('370305', 'linzi', '370305', '稷水大道 车辙路 编钟街 盐铁路 磬声街'),
  place('370306', 'zhoucun', '370306', '丝舸路 染坊街 机杼路 商旗街 锦梭路'),
  place('370321', 'huantai', '370321', '槐汀大道 苇荡路 莲舟街 鱼梁路 汀兰街'),
  place('370322', 'gaoqing', '370322', '黛湖路 河埂街 麦浪路 雁渚街 沙柳路'),
  place('370323', 'yiyuan', '370323', '沂岚路 溶洞街 果岭路 山楂街 云梯路'),
  place('3703-GX', 'gaoxin', '370303', '岱青大道 晶格路 量尺街 炉火路 星轨街'),
  place('3703-JK', 'jingkai', '370303', '瀚岐大道 轴承路 齿轮街 浮桥路 信风街'),
  place('3703-WC', 'wenchang', '370302', '萌岚路 湖心街 芦笛路 书院街 晚钟路'),
];

/** @throws RangeError for a key that is no place. */
export function placeOf(key: string): Place {
  const found = places.find((one) => one.key === key);
  if (!found) throw new RangeError(`no such place: ${key}`);
  return found;
}

/** An invented address in a place. */
export const addressIn = ({ name, roads }: Place, n: number): string =>
  `山东省淄博市${name}${roads[n % roads.length] ?? ''}${8 + ((n * 17) % 180)}号`;
