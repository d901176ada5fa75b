import { both, type Words } from '#core/kernel/words.ts';

/** A district, county or functional zone of Zibo whose IP authority reviews applications (row 7.2, I-33). */
export type District = { readonly code: string; readonly name: Words; readonly isFunctionalZone: boolean };

const place = (code: string, zh: string, en: string, isFunctionalZone = false): District => ({
  code,
  name: both(zh, en),
  isFunctionalZone,
});

/** GB/T 2260 codes; the three functional zones have local codes, never to be written into a credit code. */
export const districts: readonly District[] = [
  place('370302', '淄川区', 'Zichuan'),
  place('370303', '张店区', 'Zhangdian'),
  place('370304', '博山区', 'Boshan'),
  place('370305', '临淄区', 'Linzi'),
  place('370306', '周村区', 'Zhoucun'),
  place('370321', '桓台县', 'Huantai'),
  place('370322', '高青县', 'Gaoqing'),
  place('370323', '沂源县', 'Yiyuan'),
  place('3703-GX', '高新区', 'High-tech Zone', true),
  place('3703-JK', '经济开发区', 'Economic Development Zone', true),
  place('3703-WC', '文昌湖区', 'Wenchang Lake', true),
];

export const districtNames: Readonly<Record<string, Words>> = Object.fromEntries(districts.map(({ code, name }) => [code, name]));
