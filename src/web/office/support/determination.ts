import { both, type Words } from '#core/kernel/words.ts';

/** What the page reads of `readDetermination`; the shape is that of a case file's answer with its trace. */
export type Condition = {
  readonly says: string;
  readonly outcome: 'met' | 'not_met' | 'unknown';
  readonly fact?: string;
  readonly missing?: readonly string[];
  readonly fails?: string;
};
export type TraceLine = {
  readonly fact: string;
  readonly day?: string;
  readonly conditions: readonly Condition[];
  readonly amount?: string;
  readonly result?: string;
};
export type Trace = {
  readonly text?: string;
  readonly lines: readonly TraceLine[];
  readonly settings?: readonly { readonly key: string; readonly title: string; readonly value: string; readonly status: string }[];
  readonly limits?: readonly string[];
  readonly result?: string;
};
export type Item = {
  readonly clause: string;
  readonly eligible: boolean | null;
  readonly ceilingYuan: number;
  readonly kind: 'cash' | 'voucher';
  readonly code: string;
  readonly cite: string;
  readonly fixed?: boolean;
  readonly uncappedYuan?: number;
  readonly paymentHold?: boolean;
  readonly missing?: readonly string[];
  readonly trace?: Trace;
};
export type GuideClause = {
  readonly key: string;
  readonly cite: string;
  readonly title: string;
  readonly says: string;
  readonly paidAs: 'cash' | 'voucher';
};
export type Totals = { readonly cash: number; readonly voucher: number };

/** One clause as the page shows it: with its item, or without any fact. */
export type ClauseLine = { readonly clause: GuideClause; readonly item: Item | null };

export type Standing = 'earned' | 'open' | 'blocked';

export const standingOf = (item: Item): Standing => (item.eligible === true ? 'earned' : item.eligible === null ? 'open' : 'blocked');

/** Names of zones in place of their ids: people know the one, records hold the other. */
export const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (names.has(id) ? `“${names.get(id)}”` : id));

/** One line per clause in the plan's order, whether there are facts or not. */
export const linesOf = (clauses: readonly GuideClause[], items: readonly Item[]): readonly ClauseLine[] =>
  clauses.map((clause) => ({ clause, item: items.find((item) => item.clause === clause.key) ?? null }));

/** Cash and vouchers apart; they are never added up. */
export function totalsOf(items: readonly Item[]): Totals {
  const sum = (kind: Item['kind']) =>
    items.filter((item) => item.kind === kind && item.eligible === true).reduce((all, { ceilingYuan }) => all + ceilingYuan, 0);
  return { cash: sum('cash'), voucher: sum('voucher') };
}

const isCounted = ({ conditions }: TraceLine) => conditions.every(({ outcome }) => outcome === 'met');

function obstacleWords({ outcome, fails, says, fact }: Condition): string {
  const words = outcome === 'not_met' ? (fails ?? says) : `待补：${says}`;
  return fact ? `${words}（${fact}）` : words;
}

/** What stands in the way, in the clause's own sentences; each once. Facts that do not count are named even where others do. */
export function reasonsOf(item: Item): readonly string[] {
  const lines = item.trace?.lines ?? [];
  const blocked = lines.filter((line) => !isCounted(line));
  const says = blocked.flatMap((line) => line.conditions.filter(({ outcome }) => outcome !== 'met').map(obstacleWords));
  return [...new Set(says)].slice(0, 4);
}

/** How many of the facts count; null where there is only one. */
export function countedOf(item: Item): { readonly counted: number; readonly all: number } | null {
  const lines = item.trace?.lines ?? [];
  return lines.length > 1 ? { counted: lines.filter(isCounted).length, all: lines.length } : null;
}

/** What a clause with a single fact saw of it: its last findings, which are the clause's own. */
export function findingsOf(item: Item): readonly string[] {
  const lines = item.trace?.lines ?? [];
  const only = lines.length === 1 ? lines[0] : undefined;
  return only && isCounted(only) ? [...new Set(only.conditions.flatMap(({ fact }) => fact ?? []))].slice(-2) : [];
}

/** Sentences for codes an answer may carry when it brings none of its own. */
const codes: Readonly<Record<string, Words>> = {
  OK: both('条件都已具备', 'Every condition is met'),
  OK_CAPPED: both('条件都已具备，超出上限的部分不计', 'Every condition is met; what goes beyond the cap is cut'),
  UNKNOWN: both('还缺事实，暂不核定', 'A fact is missing; nothing is decided yet'),
  BELOW_THRESHOLD: both('数量还没有达到最低一档', 'The lowest step is not reached'),
  ABNORMAL_FILING: both('有非正常申请的认定', 'Abnormal filings were found'),
  NO_CENTRE_RECOGNITION: both('市中心还没有认定成绩突出', 'The centre has not recognised the results'),
  POLICY_NOT_IN_FORCE: both('事实不在文件施行期内', 'Outside the days the plan is in force'),
  NOT_IN_ZONE: both('当日机构不在示范区内', 'The agency was not in a zone that day'),
  NOT_QUALIFIED_AGENCY: both('当日没有专利代理资质', 'No patent-agency qualification that day'),
  ZONE_NOT_DESIGNATED: both('所在区域当日还不是示范区', 'The area was not a zone that day'),
  ONCE_ONLY: both('本年度同项支持已经享受', 'Supported once this year already'),
  SAME_MATTER: both('同一件事已由另一项支持', 'The same matter is supported elsewhere'),
  DUPLICATE: both('同一件事重复登记', 'The same matter is recorded twice'),
};

export const codeWords = (code: string): Words => codes[code] ?? both('条件不具备', 'A condition is not met');

const nextByCode: Readonly<Record<string, Words>> = {
  UNKNOWN: both('补齐缺少的事实后会立即重新核算。', 'Add the missing fact; it is computed again at once.'),
  BELOW_THRESHOLD: both(
    '新的授权请上传授权清单，数量达到后自动改变。',
    'Upload new grants; it changes by itself once the number is reached.',
  ),
  NO_CENTRE_RECOGNITION: both('由市中心组织认定，认定后自动改变。', 'The centre’s recognition changes this.'),
  POLICY_NOT_IN_FORCE: both('关注方案延期或接续文件。', 'Watch for an extension of the plan.'),
  NOT_IN_ZONE: both('请建设单位登记本机构的入驻日期。', 'Ask the building unit to record your move into the zone.'),
  NOT_FINAL: both('裁判生效后再登记。', 'Record it once the judgment is final.'),
  CLIENT_NOT_IN_ZONE: both('核对委托人的信用代码是否填对。', 'Check the client’s credit code.'),
};

const nextByClause: Readonly<Record<string, Words>> = {
  '9.4': both('登记胜诉案件。', 'Record a case won.'),
  '9.5.tier': both('上传发明专利授权清单。', 'Upload a list of invention grants.'),
};

/** The one thing to do next about a clause; null where there is nothing. */
export function nextStep({ clause, item }: ClauseLine): Words | null {
  if (item === null) return nextByClause[clause.key] ?? null;
  if (item.eligible === true) return null;
  return nextByCode[item.code] ?? null;
}
