import { both, type Words } from '#core/kernel/words.ts';

/** Where an indicator's value comes from: a count the system has itself, with the one unit it is counted in, or what is reported. */
export const sources = {
  agencies: { title: both('区内服务机构数（系统统计）', 'Agencies inside (counted here)'), unit: '家' },
  staff: { title: both('区内机构从业人员数（系统统计）', 'Staff of the agencies inside (counted here)'), unit: '人' },
  invention_grants: { title: both('区内机构代理的发明专利授权量（系统统计）', 'Invention grants (counted here)'), unit: '件' },
  scheme_loans: { title: both('政银保质押贷款笔数（系统统计）', 'Loans of the scheme (counted here)'), unit: '笔' },
  custody_contracts: { title: both('专利托管合同数（系统统计）', 'Custody contracts (counted here)'), unit: '份' },
  certificates: { title: both('新取得代理师资格人数（系统统计）', 'New attorney certificates (counted here)'), unit: '人' },
  won_cases: { title: both('胜诉专利案件数（系统统计）', 'Won patent cases (counted here)'), unit: '件' },
  reported: { title: both('建设单位填报', 'Reported by the building unit'), unit: null },
} as const satisfies Record<string, { title: Words; unit: string | null }>;

export type SourceName = keyof typeof sources;

/** Sources whose values the system counts. */
export const countedSources = (Object.keys(sources) as SourceName[]).filter((name) => sources[name].unit !== null);

export const sourceTitles = Object.fromEntries(Object.entries(sources).map(([name, { title }]) => [name, title])) as Readonly<
  Record<SourceName, Words>
>;
