import { both } from '#core/kernel/words.ts';

/** The five kinds of rights in which services are needed (row 5.3b). */
export const rightKinds = {
  patent: both('专利', 'Patents'),
  trademark: both('商标', 'Trade marks'),
  copyright: both('版权', 'Copyright'),
  geographical_indication: both('地理标志', 'Geographical indications'),
  plant_variety: both('植物新品种', 'Plant varieties'),
} as const;

/** The six kinds of services needed besides (row 5.3b). */
export const serviceKinds = {
  search_analysis: both('检索分析', 'Search and analysis'),
  navigation_warning: both('导航预警', 'Navigation and early warning'),
  review_assessment: both('评议评估', 'Review and valuation'),
  pledge_financing: both('质押融资', 'Pledge financing'),
  transfer_commercialisation: both('转移转化', 'Transfer and commercialisation'),
  custody: both('托管', 'Custody'),
} as const;

/** All eleven kinds, in the plan's order. The plan's list is open; these are its named members (I-32). */
export const coveredKinds = { ...rightKinds, ...serviceKinds } as const;

export type CoveredKind = keyof typeof coveredKinds;
export const coveredKindNames = Object.keys(coveredKinds) as readonly CoveredKind[];
