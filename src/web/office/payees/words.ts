import { both } from '#core/kernel/words.ts';

/** What the page of payees says. */
export const words = {
  title: both('收款账户', 'Accounts'),
  lead: both(
    '支持资金付到这里登记的账户。账号只显示后四位；完整账号只有付款的财政部门能读到。',
    'Support is paid into these accounts. Only the last four digits are shown; the paying office alone reads the whole number.',
  ),
  add: both('登记账户', 'Add an account'),
  change: both('变更账户', 'Change the account'),
  changeOf: (name: string) => both(`变更账户：${name}`, `Change the account of ${name}`),
  none: both('还没有收款账户', 'No account yet'),
  noneNext: both('申领资金类支持前，先登记一个；发给个人的支持按人登记。', 'Add one before claiming money; persons get one each.'),
  name: both('户名', 'Name'),
  bank: both('开户银行', 'Bank'),
  account: both('账号', 'Account no.'),
  accountHelp: both('8至32位数字，请对照卡面逐组核对', '8 to 32 digits; compare group by group'),
  masked: (tail: string) => both(`**** ${tail}`, `**** ${tail}`),
  kind: both('收款人', 'Payee'),
  agency: both('本机构', 'The agency'),
  person: both('个人', 'A person'),
  personHelp: both(
    '只用于发给个人的支持（如代理师资格证书补助），户名须与本人姓名一致',
    'Only for support paid to persons; the name must be theirs',
  ),
  code: both('动态验证码', 'Second factor'),
  codeHelp: both('手机验证器上当前的6位数字', 'The six digits your authenticator shows now'),
  usable: both('可用', 'Usable'),
  waiting: (at: string) => both(`等待期，${at}起可用`, `Waiting; usable from ${at}`),
  replaced: both('将被替换', 'About to be replaced'),
  ended: (at: string) => both(`已于${at}停用`, `Ended ${at}`),
  history: (n: number) => both(`停用的账户（${n}）`, `Accounts no longer used (${n})`),
  wait: both(
    '变更的账户和后来加的账户有72小时等待期，期间不向它付款，也会通知本机构其他人员：若不是您办的，请立即联系市中心。',
    'A changed or further account waits 72 hours before money goes there, and your colleagues are told. If it was not you, call the centre at once.',
  ),
  needsFactor: both('变更收款账户要用动态验证码，您还没有绑定。', 'Changing an account needs a second factor, which you have not set up.'),
  toAccount: both('去绑定动态验证码', 'Set it up'),
  added: both('账户已登记', 'Account added'),
  changed: both('变更已登记，进入72小时等待期', 'The change is entered and waits 72 hours'),
};
