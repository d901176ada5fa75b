import { both } from '#core/kernel/words.ts';

/** What the page of vouchers says. */
export const words = {
  title: both('服务券', 'Vouchers'),
  lead: both(
    '本机构持有的知识产权服务券。券不能转让，到期余额收回；出示券码给服务方即可抵用。',
    'Vouchers this agency holds. They are not transferable and end on their day; show the code to whoever gives the service.',
  ),
  leadAll: both('全市发放的知识产权服务券及其使用。', 'All vouchers issued in the city, and their use.'),
  present: both('兑用服务券', 'Present a voucher'),
  redemptions: both('兑用记录', 'Redemptions'),
  none: both('还没有服务券', 'No vouchers yet'),
  noneNext: both(
    '专利托管等事项核定后发券。收到别家的券，请点“兑用服务券”。',
    'Vouchers are issued for custody and the like. To redeem another’s voucher, press "Present a voucher".',
  ),
  noneAll: both('核定专利托管等事项后，发出的券在这里。', 'Vouchers appear here once claims such as custody are determined.'),
  noMatch: both('没有符合筛选的券', 'No voucher matches'),
  number: both('券号', 'Number'),
  holder: both('持券机构', 'Holder'),
  issuer: both('由市知识产权事业发展中心依核定发放', 'Issued by the city IP centre on a determination'),
  issuedOn: both('发放', 'Issued'),
  validTo: both('有效至', 'Valid until'),
  daysLeft: (n: number) => both(`还有${n}天`, `${n} day${n === 1 ? '' : 's'} left`),
  value: both('面值', 'Value'),
  used: both('已用', 'Used'),
  left: both('余额', 'Left'),
  balanceOf: (number: string) => both(`${number}的余额`, `Balance of ${number}`),
  show: both('出示券码', 'Show the code'),
  code: both('券码', 'Code'),
  codeWhy: both(
    '服务方扫码或输入券码。只在接受服务时出示；谁拿到券码，谁就能提出兑用。',
    'The provider scans or types it. Show it only for a service: whoever has it may present it.',
  ),
  copy: both('复制券码', 'Copy'),
  copied: both('券码已复制', 'Copied'),
  qr: both('券码二维码', 'QR code'),
  someProvider: both('服务方', 'A provider'),
  uses: both('使用记录', 'Uses'),
  noUses: both('还没有使用', 'Not used yet'),
  decision: both('核定案卷', 'The decision'),
  search: both('查找券号、机构或事项', 'Search number, holder or support'),
  allStates: both('全部状态', 'All states'),
  state: both('状态', 'State'),
  count: (n: number, value: string, left: string) =>
    both(`${n}张，面值${value}元，余额${left}元`, `${n}, value ${value} yuan, ${left} yuan left`),
  looking: both('正在查询…', 'Looking it up…'),
  typeFirst: both('先扫码或输入券码，核对持券机构和余额，再填其他内容。', 'Scan or type the code first and check holder and balance.'),
  ended: both('这张券已经失效，不能兑用。', 'This voucher has ended and can not be used.'),
  notFound: both('没有这张券，请核对券码。', 'No such voucher; check the code.'),
  after: (sum: string) => both(`兑用后余额${sum}元`, `${sum} yuan left afterwards`),
  tooMuch: (sum: string) => both(`超过券上余额${sum}元`, `More than the ${sum} yuan on the voucher`),
};

export const stateWords = {
  issued: both('可用', 'Usable'),
  used: both('已用完', 'Used up'),
  expired: both('已到期', 'Expired'),
  cancelled: both('已作废', 'Cancelled'),
} as const;
