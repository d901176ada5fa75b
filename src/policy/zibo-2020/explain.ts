import type { AmountRule } from '#core/policy/clause.ts';
import { type ConditionTrace, explainConditions } from '#core/policy/condition.ts';
import { type Line, stands } from '#core/policy/lines.ts';
import type { Setting, SettingStatus } from '#core/policy/settings.ts';
import { codeLabel } from './codes.ts';
import { fieldName } from './field-names.ts';
import type { DecidedItem, Determination } from './determine.ts';
import type { Row } from './rows.ts';
import { supportSettings } from './settings-support.ts';

/** One reading the result rests on. */
export type SettingTrace = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly status: SettingStatus;
};

/** One row with all its conditions, its amount and what became of it. */
export type LineTrace = {
  readonly fact: string;
  readonly day: string;
  readonly conditions: readonly ConditionTrace[];
  readonly amount: string;
  readonly result: string;
};

/** The chain from text to result of one item, in sentences of our own. */
export type ItemTrace = {
  readonly cite: string;
  readonly text: string;
  readonly settings: readonly SettingTrace[];
  readonly lines: readonly LineTrace[];
  readonly limits: readonly string[];
  readonly result: string;
  readonly settingsVersion: string;
  /** Readings behind this result that the interpreting body has not confirmed. */
  readonly unconfirmed: readonly string[];
};

/** Explains one decided item: the same condition values the amounts came from, walked again. */
export function explainItem({ settings }: Determination, { item, missing }: DecidedItem): ItemTrace {
  const { clause, lines } = item;
  const keys = [...new Set([...clause.settings, 'acrossClauses', 'sameMatter'])] as readonly (keyof typeof supportSettings)[];
  const traces = keys.map((key) => settingTrace(settings, key));
  return {
    cite: clause.cite,
    text: clause.says,
    settings: traces,
    lines: lines.map(explainLine),
    limits: [clause.once?.says, clause.cap?.says].flatMap((says) => says ?? []),
    result: resultOf(item, missing),
    settingsVersion: settings.version,
    unconfirmed: traces.flatMap(({ id, key, status }) => (status === 'default_unconfirmed' ? [`${id} ${key}`] : [])),
  };
}

function settingTrace({ values, statusOf }: Determination['settings'], key: keyof typeof supportSettings): SettingTrace {
  const { id, title, options } = supportSettings[key] as unknown as Setting<unknown>;
  const value = values[key];
  const label = options.find((option) => option.value === value)?.label;
  return { id, key, title, value: label ?? (Array.isArray(value) ? value.join('、') : String(value)), status: statusOf[key] };
}

const yuanText = (amount: number): string => `${Math.floor(amount / 100)}元`;

function explainLine(line: Line<Row>): LineTrace {
  const { clause, row, full, amount, code, because } = line;
  const shared = row.shares.length > 1 ? `，${row.agency} 按份额 ${percentOf(row)}` : '';
  const result = stands(line)
    ? amount < full
      ? `核减为 ${yuanText(amount)}${because ? `（${because}）` : ''}`
      : `计 ${yuanText(amount)}`
    : `不计：${codeLabel(code)}${because ? `（见 ${because}）` : ''}`;
  return {
    fact: row.factId,
    day: row.day,
    conditions: explainConditions(clause.conditions, row),
    amount: `${amountWords(clause.amount)}${shared}，本行 ${yuanText(full)}`,
    result,
  };
}

const percentOf = (row: Row): string => `${row.shares.find(({ agency }) => agency === row.agency)?.percent ?? '未申报'}%`;

function amountWords(rule: AmountRule<Row>): string {
  switch (rule.kind) {
    case 'perItem':
      return `每项最高 ${yuanText(rule.each)}`;
    case 'table':
      return `按方式或级别：${Object.values(rule.sums).map(yuanText).join('、')}`;
    case 'tier':
      return `按件数分档：${rule.sums.map(yuanText).join('、')}`;
    case 'fixed':
      return `定额 ${yuanText(rule.sum)}`;
  }
}

function resultOf(item: DecidedItem['item'], missing: readonly string[]): string {
  const { clause, code, eligible, ceiling, uncapped, isHeld } = item;
  if (eligible === null) return `${clause.cite}：缺少${missing.map(fieldName).join('、')}（未填，或对方有异议），暂不核定。`;
  if (!eligible) return `${clause.cite}：不予支持，${codeLabel(code)}。`;
  const form = clause.paidAs === 'voucher' ? '服务券' : '资金';
  const bound = clause.amount.kind === 'fixed' ? '定额' : '上限';
  const cut = code === 'OK_CAPPED' ? `（未核减前 ${yuanText(uncapped)}）` : '';
  const hold = isHeld ? '；有待决事项，暂缓拨付' : '';
  return `${clause.cite}：${form}${bound} ${yuanText(ceiling)}${cut}${hold}。`;
}
