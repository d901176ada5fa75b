import { both } from '#core/kernel/words.ts';

/** Words of the audit page. */
export const auditWords = {
  title: both('审计日志', 'Audit log'),
  lede: both(
    '每一次办理、登录、导入和查阅都在这里，一条接一条；改一个字、删一条，链就断。',
    'Every act, sign-in, import and reading is here, each entry bound to the one before: change a letter and the chain breaks.',
  ),
  check: both('立即核验全部记录', 'Check all entries now'),
  entry: both('记录', 'Entry'),
  who: both('何人', 'Who'),
  when: both('何时（机器时间）', 'When (machine time)'),
  body: both('内容', 'Content'),
  hash: both('哈希', 'Hash'),
  kind: both('按种类筛选', 'Filter by kind'),
  all: both('全部', 'All'),
  none: both('没有这类记录', 'No such entries'),
  caption: both('日志记录，新的在前', 'Log entries, newest first'),
};

/** Kinds people filter by: the beginning of an entry's kind. */
export const auditKinds = [
  { prefix: 'case.application', title: both('示范区申报', 'Applications') },
  { prefix: 'case.recognition', title: both('年度认定', 'Recognitions') },
  { prefix: 'case.plan', title: both('建设方案及调整', 'Plans and their changes') },
  { prefix: 'case.claim', title: both('支持申领', 'Claims') },
  { prefix: 'case.payment', title: both('兑付批次', 'Payment batches') },
  { prefix: 'fact', title: both('事实与证据', 'Facts') },
  { prefix: 'case.objection', title: both('异议', 'Objections') },
  { prefix: 'case.ruling', title: both('解释与延期', 'Rulings') },
  { prefix: 'false_claim', title: both('不实认定与申领限制', 'Findings and bars') },
  { prefix: 'sign_in', title: both('登录', 'Sign-ins') },
  { prefix: 'import', title: both('导入', 'Imports') },
  { prefix: 'determination', title: both('年度核算', 'Determinations') },
  { prefix: 'read', title: both('审计查阅', 'Audit reads') },
] as const;
