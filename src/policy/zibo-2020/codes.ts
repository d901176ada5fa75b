/** What each code of an answer means, for people. */
export const codeLabels = {
  OK: '符合条件',
  OK_CAPPED: '符合条件，按上限核减',
  UNKNOWN: '材料缺项，暂不核定',
  BELOW_THRESHOLD: '未达最低数量或条件',
  ABNORMAL_FILING: '有非正常申请的认定',
  BANK_NOT_LOCAL: '放款的不是本市银行',
  NOT_INSURED_SCHEME: '不是政银保贷款',
  GATE_NO_LOCAL_LOAN: '当年没有本市银行质押贷款',
  NO_CENTRE_RECOGNITION: '没有市中心的成绩显著认定',
  LEVEL_NOT_COVERED: '级别不在支持范围',
  BEFORE_ENTRY: '在入驻之前取得',
  NOT_WON: '案件没有胜诉',
  NOT_FINAL: '裁判尚未生效',
  NOT_FOREIGN_OR_MAJOR: '既不涉外也无重大影响',
  NOT_PATENT_CASE: '不是专利案件',
  CLIENT_NOT_IN_ZONE: '委托人不在示范区内',
  OUTSIDE_YEAR: '不在所问年度',
  POLICY_NOT_IN_FORCE: '不在方案施行期内',
  NOT_IN_ZONE: '机构不在示范区内',
  NOT_QUALIFIED_AGENCY: '机构没有专利代理资质',
  ZONE_NOT_DESIGNATED: '所在区域尚未认定为示范区',
  ZONE_REVOKED: '示范区资格已被取消',
  ZONE_RECTIFYING: '示范区整改期间不计',
  ONCE_ONLY: '年度内已有同项支持，不重复',
  SAME_MATTER: '同一事项已由另一项支持',
  DUPLICATE: '同一事项重复填报',
} as const;

/** A code of the case-file door. */
export type Code = keyof typeof codeLabels;

/** The words for a code; the code itself if it has none. */
export const codeLabel = (code: string): string => (Object.hasOwn(codeLabels, code) ? codeLabels[code as Code] : code);
