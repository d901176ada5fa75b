import { both } from '#core/kernel/words.ts';

export const adminWords = {
  organisations: both('单位', 'Organisations'),
  people: both('人员', 'People'),
  search: both('搜索名称', 'Search'),
  allKinds: both('全部类别', 'All kinds'),
  kind: both('类别', 'Kind'),
  name: both('名称', 'Name'),
  creditCode: both('统一社会信用代码', 'Unified social credit code'),
  agencyCode: both('专利代理机构代码', 'Patent agency code'),
  agencyCodeHelp: both('5位数字，专利代理机构填写', 'Five digits, patent agencies only'),
  district: both('所在区县', 'District'),
  noDistrict: both('市级（不属于区县）', 'Whole city'),
  address: both('地址', 'Address'),
  addOrganisation: both('登记单位', 'Add an organisation'),
  addPerson: both('登记人员', 'Add a person'),
  added: both('已登记', 'Added'),
  invented: both('虚构', 'Invented'),
  username: both('用户名', 'User name'),
  usernameHelp: both('小写字母、数字、点、下划线或短横', 'Small letters, digits, dot, underscore or dash'),
  personName: both('姓名', 'Name'),
  email: both('电子邮箱', 'E-mail'),
  password: both('初始密码', 'First password'),
  passwordHelp: both('不少于12位，请本人登录后修改', 'Twelve characters or more; the person should change it'),
  offices: both('身份', 'Offices'),
  organisation: both('单位', 'Organisation'),
  role: both('角色', 'Role'),
  addOffice: both('再加一个身份', 'One more office'),
  removeOffice: both('移除此身份', 'Remove this office'),
  expert: both('是评审专家', 'Is an expert'),
  field: both('专业领域', 'Field'),
  employerName: both('工作单位', 'Employer'),
  employerCode: both('工作单位信用代码', 'Credit code of the employer'),
  disable: both('停用', 'Disable'),
  disableAsk: (name: string) =>
    both(
      `停用后${name}不能再登录，已登录的设备立即退出。已办理的记录不受影响。`,
      `${name} can no longer sign in and is signed out everywhere. What was done stays on record.`,
    ),
  disabled: both('已停用', 'Disabled'),
  factor: both('二次验证', 'Second factor'),
  on: both('已绑定', 'On'),
  off: both('未绑定', 'Off'),
  none: both('没有符合的记录', 'Nothing matches'),
  noneNext: both('换个条件再看，或新登记一个。', 'Change the filter or add one.'),
};

/** Kinds of organisation and the roles each may hold; the server checks them again. */
export const kindWords: Readonly<
  Record<string, { readonly title: { readonly zh: string; readonly en: string }; readonly roles: readonly string[] }>
> = {
  builder: { title: both('申报（建设）单位', 'Building unit'), roles: ['applicant'] },
  county: { title: both('区县知识产权管理部门', 'County authority'), roles: ['county_reviewer', 'county_approver'] },
  centre: { title: both('市知识产权事业发展中心', 'City IP centre'), roles: ['centre_officer', 'centre_approver', 'administrator'] },
  agency: { title: both('知识产权服务机构', 'IP service agency'), roles: ['agency'] },
  enterprise: { title: both('企业', 'Enterprise'), roles: ['enterprise'] },
  bank: { title: both('银行保险机构', 'Bank or insurer'), roles: ['bank'] },
  finance: { title: both('财政兑付部门', 'Finance office'), roles: ['finance'] },
  audit: { title: both('审计监察机关', 'Audit office'), roles: ['auditor'] },
  expert_pool: { title: both('专家库', 'Expert pool'), roles: ['expert'] },
};

export const roleWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  applicant: both('申报（建设）单位', 'Building unit'),
  county_reviewer: both('区县审核人', 'County reviewer'),
  county_approver: both('区县签发人', 'County approver'),
  centre_officer: both('市中心经办人', 'Centre officer'),
  centre_approver: both('市中心审定人', 'Centre approver'),
  expert: both('评审专家', 'Expert'),
  agency: both('知识产权服务机构', 'IP service agency'),
  enterprise: both('企业', 'Enterprise'),
  bank: both('银行保险机构', 'Bank or insurer'),
  finance: both('财务兑付人员', 'Finance'),
  auditor: both('审计监察人员', 'Auditor'),
  administrator: both('系统管理员', 'System administrator'),
};
