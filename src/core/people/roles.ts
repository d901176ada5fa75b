import { both, type Words } from '#core/kernel/words.ts';

/** Everybody the programme knows (`forms.md` section 4), the public and the clock included. */
export const roles = {
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
  public: both('社会公众', 'Public'),
  clock: both('系统时钟', 'Clock'),
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roles;

/** Roles a person can be given; the public needs no account and the clock has none. */
export type OfficeRole = Exclude<Role, 'public' | 'clock'>;

export const roleNames = Object.keys(roles) as readonly Role[];
export const officeRoles = roleNames.filter((role): role is OfficeRole => role !== 'public' && role !== 'clock');

/** Roles that may hold an office in each kind of organisation. */
export const organisationKinds = {
  builder: { title: both('申报（建设）单位', 'Building unit'), roles: ['applicant'] },
  county: { title: both('区县知识产权管理部门', 'County authority'), roles: ['county_reviewer', 'county_approver'] },
  centre: {
    title: both('市知识产权事业发展中心', 'City IP centre'),
    roles: ['centre_officer', 'centre_approver', 'administrator'],
  },
  agency: { title: both('知识产权服务机构', 'IP service agency'), roles: ['agency'] },
  enterprise: { title: both('企业', 'Enterprise'), roles: ['enterprise'] },
  bank: { title: both('银行保险机构', 'Bank or insurer'), roles: ['bank'] },
  finance: { title: both('财政兑付部门', 'Finance office'), roles: ['finance'] },
  audit: { title: both('审计监察机关', 'Audit office'), roles: ['auditor'] },
  expert_pool: { title: both('专家库', 'Expert pool'), roles: ['expert'] },
} as const satisfies Record<string, { title: Words; roles: readonly OfficeRole[] }>;

export type OrganisationKind = keyof typeof organisationKinds;
