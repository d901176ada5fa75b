import { both, type Language, type Words } from '#core/kernel/words.ts';
import { findProcess } from './present.ts';

/** Entries that are no step of a case. */
const titles: Readonly<Record<string, Words>> = {
  read: both('查阅案卷', 'Case read'),
  sign_in: both('登录', 'Signed in'),
  switch_office: both('切换身份', 'Office switched'),
  password: both('修改密码', 'Password changed'),
  second_factor: both('通过动态验证码', 'Second factor passed'),
  'second_factor.enrol': both('启用动态验证码', 'Second factor set up'),
  start: both('首次启动', 'First start'),
  'person.add': both('登记人员', 'Person added'),
  'person.disable': both('停用账号', 'Account disabled'),
  'organisation.add': both('登记单位', 'Organisation added'),
  'membership.add': both('登记入驻', 'Move-in recorded'),
  'related_party.add': both('登记关联方', 'Related party recorded'),
  'file.upload': both('上传文件', 'File uploaded'),
  'fact.add': both('登记事实', 'Fact recorded'),
  'fact.correct': both('更正事实', 'Fact corrected'),
  'fact.withdraw': both('撤回事实', 'Fact withdrawn'),
  'fact.confirm': both('对方答复事实', 'Fact answered'),
  'import.check': both('校验清单', 'List checked'),
  'import.confirm': both('确认导入', 'List imported'),
  'import.discard': both('放弃导入', 'List discarded'),
  'zone_record.add': both('登记台账', 'Record of a zone added'),
  'zone_record.withdraw': both('撤回台账', 'Record of a zone withdrawn'),
  'plan.report_task': both('填报任务进展', 'Task reported'),
  'plan.report_indicator': both('填报指标数值', 'Indicator reported'),
  'recognition.round': both('启动年度认定', 'Round opened'),
  'recommendation.dossier': both('生成推荐材料', 'Dossier made'),
  'recommendation.download': both('下载推荐材料', 'Dossier downloaded'),
  'determination.start': both('开始年度核算', 'Determination started'),
  'determination.run': both('完成年度核算', 'Determination done'),
  'payment.answer': both('登记银行回单', 'Bank answer taken in'),
  'payment.download': both('下载银行文件', 'Bank file downloaded'),
  'voucher.expire': both('服务券到期', 'Voucher expired'),
  'bulk.start': both('批量办理', 'Many cases decided'),
  'bulk.undo': both('撤回批量办理', 'Many decisions undone'),
};

/** A step of a case by process and event; undefined for a kind that is none. */
function stepTitle(kind: string, language: Language): string | undefined {
  const [, name = '', event = ''] = /^case\.(\w+)\.(\w+)$/.exec(kind) ?? [];
  const process = findProcess(name);
  const step = event === 'open' ? process?.opens : process?.events[event];
  return process && step && `${process.title[language]}${language === 'zh' ? '：' : ': '}${step.title[language]}`;
}

/** What an entry of the audit log is called; its own kind where nobody named it. */
export function auditTitle(kind: string, language: Language): string {
  const own = Object.hasOwn(titles, kind) ? titles[kind] : undefined;
  return own?.[language] ?? stepTitle(kind, language) ?? kind;
}
