/** What people call the fields of a case file; the door itself names them by key. */
const names: Readonly<Record<string, string>> = {
  agencyAtFiling: '申请时的代理机构',
  agencyFeeYuan: '实付代理费',
  areas: '成绩显著的方面',
  bankInCity: '是否本市银行',
  campaign: '清零或倍增',
  client: '委托企业',
  contractNo: '合同编号',
  enterprise: '企业',
  final: '裁判是否已生效',
  foreignRelated: '是否涉外',
  grade: '认定等次',
  insuredByGovBankInsurer: '是否政银保质押贷款',
  level: '级别',
  majorInfluence: '是否具有重大影响',
  malicious: '是否恶意',
  mode: '托管方式',
  outcome: '案件结果',
  ownerCity: '权利人所在地',
  patentCase: '是否专利案件',
  patents: '涉及件数',
  person: '持证人',
  result: '认定结果',
  sharePercent: '各方份额',
  signedDate: '合同签订日',
  status: '认定状态',
  zone: '企业所在示范区',
};

/** The name of a field that is missing; the key itself where it has none. */
export const fieldName = (key: string): string => names[key] ?? key;
