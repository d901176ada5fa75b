import { choice, day, risingNumbers, type SettingValues } from '#core/policy/settings.ts';

/** Readings that decide amounts under 第九条; the keys are those of a case file's `overrides`. */
export const supportSettings = {
  policyFrom: day(
    {
      id: 'I-01',
      title: '施行首日',
      question: '方案从哪一天起适用？',
      clause: '17.1',
      reasoning: '文件写明起始日，当日即适用，首日计入。',
      isUrgent: true,
    },
    '2020-08-25',
  ),
  policyTo: day(
    {
      id: 'I-01',
      title: '试用期末日',
      question: '一年试用期的最后一天是哪一天？',
      clause: '17.2',
      reasoning: '首日计入，满一年止于次年对应日的前一日。延期或接续文件出台时改此日期，并登记文号。',
      isUrgent: true,
    },
    '2021-08-24',
  ),
  yearBasis: choice(
    {
      id: 'I-02',
      title: '年度口径',
      question: '“年度”按什么起止？',
      clause: '9.2c',
      reasoning: '政务考核与专利统计都按自然年。试用期因此横跨两个不完整的年度。',
    },
    { calendar: '自然年（1月1日至12月31日）', policy_year: '方案年（8月25日至次年8月24日）' },
  ),
  countWindow: choice(
    {
      id: 'I-03',
      title: '授权计数区间',
      question: '施行以前或不在区内时的授权是否计入当年件数？',
      clause: '9.5a',
      reasoning: '不溯及既往，与其他事实同一道门槛；先窄后宽，日后可补。',
      isUrgent: true,
    },
    { in_force_days: '只计各项条件都成立之日的授权', whole_year: '全年授权都计，资格在核定日检验一次' },
  ),
  zoneRule: choice(
    {
      id: 'I-06',
      title: '年中取消资格',
      question: '示范区年中被取消，此前的事实还算不算？',
      clause: '14.3d',
      reasoning: '取消向后生效，机构没有过错，此前取得的不受影响；骗取资格的改用另一口径。',
    },
    { fact_date: '只看事实当日', fact_and_determination_date: '事实当日与核定日都须保有资格' },
  ),
  rectification: choice(
    {
      id: 'I-07',
      title: '整改期间',
      question: '限期整改期间的事实算不算？',
      clause: '14.3c',
      reasoning: '整改期间资格尚在，事实照计，复核之前暂缓拨付。',
    },
    { counts: '计入，暂缓拨付', suspended: '不计入' },
  ),
  tierMinimums: risingNumbers(
    {
      id: 'I-10',
      title: '授权件数三档起点',
      question: '三档各从多少件起算？',
      clause: '9.5a',
      reasoning: '前两档用“超过”，不含本数；末档另有“以上”，含本数。只有71、121、200使两个词都有意义。',
      isUrgent: true,
    },
    [71, 121, 200],
  ),
  campaignThreshold: choice(
    {
      id: 'I-13',
      title: '专项行动件数口径',
      question: '最低授权件数按一家企业计，还是几家合计？',
      clause: '9.5b',
      reasoning: '条件写在“为企业”之后，以一家企业的成效为准。',
    },
    { one_enterprise: '按一家企业计', sum_enterprises: '参加同一行动的企业合计' },
  ),
  campaignTimes: choice(
    {
      id: 'I-14',
      title: '专项行动次数',
      question: '同一机构服务多家企业，按机构一次还是按企业计次？',
      clause: '9.5b',
      reasoning: '该句没有“每”字，且年度只享受一次。',
    },
    { once_per_agency: '每机构每年一次', per_enterprise: '每家企业一次' },
  ),
  campaignPair: choice(
    {
      id: 'I-14',
      title: '清零与倍增并存',
      question: '同年既有清零又有倍增，取高还是相加？',
      clause: '9.5b',
      reasoning: '两种情形以“或”相连，取其高者。',
    },
    { higher: '取高', sum: '相加' },
  ),
  clauseFive: choice(
    {
      id: 'I-15',
      title: '件数与专项行动并存',
      question: '第（五）项前段与后段能否同年兼得？',
      clause: '9.5',
      reasoning: '同一项、同一年、同一批授权，只取其高；金额相同由机构选择，系统先列前段。',
      isUrgent: true,
    },
    { higher: '只取高者', both: '可以兼得', both_distinct: '可以兼得，但同一件授权只用一次' },
  ),
  abnormalTier: choice(
    {
      id: 'I-16',
      title: '前段的非正常申请',
      question: '哪种非正常申请使前段不予支持？',
      clause: '9.5a',
      reasoning: '前段只排除恶意的非正常申请，须有认定。',
    },
    { malicious: '仅恶意', any: '任何非正常申请' },
  ),
  abnormalCampaign: choice(
    {
      id: 'I-16',
      title: '后段的非正常申请',
      question: '哪种非正常申请使后段不予支持？',
      clause: '9.5b',
      reasoning: '后段没有“恶意”二字，任何非正常申请都排除。',
    },
    { any: '任何非正常申请', malicious: '仅恶意' },
  ),
  abnormalEffect: choice(
    {
      id: 'I-16',
      title: '非正常申请的后果',
      question: '认定后整年不予支持，还是只扣减涉及件数？',
      clause: '9.5',
      reasoning: '条件针对机构当年的代理行为，一经认定，当年该段不予支持。',
    },
    { bars_agency_year: '当年不予支持', deduct: '扣减涉及件数' },
  ),
  custodyMap: choice(
    {
      id: 'I-17',
      title: '托管三档金额的对应',
      question: '5、3、1万元对应三种托管方式，还是成效三个等次？',
      clause: '9.2c',
      reasoning: '三个金额紧接三种方式，轻重相当；文中没有出现等次。',
      isUrgent: true,
    },
    { mode: '按托管方式', grade: '按成效等次' },
  ),
  custodyTimes: choice(
    {
      id: 'I-18',
      title: '多种托管方式',
      question: '同年有几种托管方式，取高还是各算一次？',
      clause: '9.2c',
      reasoning: '按年给予，且年度只享受一次，取最高的一种。',
    },
    { highest: '取最高一种', sum_of_modes: '每种方式各一次' },
  ),
  certTo: choice(
    {
      id: 'I-20',
      title: '证书奖励给谁',
      question: '新取得证书的一万元给个人还是机构？',
      clause: '9.3c',
      reasoning: '证书由个人取得，“一次性”也切合个人一生一次的事件。',
      isUrgent: true,
    },
    { person: '给取得证书的个人', agency_per_person: '给机构，按人计', agency_once: '给机构，一年一次' },
  ),
  securitizationGate: choice(
    {
      id: 'I-21',
      title: '证券化的前提',
      question: '证券化是否也要先有本市银行质押贷款？',
      clause: '9.1b',
      reasoning: '开头的前提写在两个金额之前，一并适用；先窄后宽。',
      isUrgent: true,
    },
    { local_loan_needed: '当年至少一笔本市银行质押贷款', none: '不需要' },
  ),
  honourTimes: choice(
    {
      id: 'I-22',
      title: '同年多项荣誉',
      question: '同年取得多项品牌或资质，取高还是各算？',
      clause: '9.3a',
      reasoning: '年度只享受一次，取最高的一项。',
    },
    { highest_once: '取最高一项', each: '每项各算' },
  ),
  feeLimit: choice(
    {
      id: 'I-23',
      title: '以实际代理费为限',
      question: '补助能否超过实际支付的代理费？',
      clause: '9.4a',
      reasoning: '补助针对代理费，不应多于实际支出。',
    },
    { actual_fee: '不超过实际代理费', none: '不以实际代理费为限' },
  ),
  capBy: choice(
    {
      id: 'I-24',
      title: '年度20万元按谁累计',
      question: '“同一申请人”指申请补助的机构还是委托企业？',
      clause: '9.4b',
      reasoning: '补助政策中的申请人是提出申请的一方；前句刚用过“企业”而此处换了词。',
      isUrgent: true,
    },
    { agency: '按申请补助的机构', client_enterprise: '按委托企业' },
  ),
  acrossClauses: choice(
    {
      id: 'I-25',
      title: '年度只享受一次的范围',
      question: '“只享受一次”按每一项计，还是全条只选一项？',
      clause: '9.6',
      reasoning: '若全条只选一项，按笔支持与年度累计上限就成了空文；因此各项每年结算一次。',
      isUrgent: true,
    },
    { each_clause: '各项每年各结算一次', one_clause: '每年只取一项' },
  ),
  sameMatter: choice(
    {
      id: 'I-26',
      title: '同一事项',
      question: '同一事项符合几项规定时保留哪一项？',
      clause: '9.6',
      reasoning: '一事一补，对申请人有利的从高。',
    },
    { highest: '从高', first_determined: '以先核定的为准' },
  ),
} as const;

/** The readings in force for one case file. */
export type SupportValues = SettingValues<typeof supportSettings>;
