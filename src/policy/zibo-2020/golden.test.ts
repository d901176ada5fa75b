import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Setting } from '#core/policy/settings.ts';
import { answerOf } from './answer.ts';
import { readCaseFile } from './case-file.ts';
import { determine } from './determine.ts';
import { exampleCase, type ExampleInput } from './example-world.ts';
import type { ItemTrace, LineTrace } from './explain.ts';
import { type SupportClause, supportClauses } from './index.ts';
import { zibo2020Settings } from './settings.ts';

const kept = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

const traceOf = (input: ExampleInput, key: string): ItemTrace => {
  const reading = readCaseFile(exampleCase(input));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const item = answerOf(determine(reading.file), { explain: true }).items.find((one) => one.clause === key && one.agency === 'A1');
  if (!item?.trace) throw new Error(`no trace of ${key}`);
  return item.trace;
};

const conditionText = ({ says, outcome, fact, missing, code, fails }: LineTrace['conditions'][number]): string => {
  const mark = { met: '是', not_met: '否', unknown: '未知' }[outcome];
  const rest = [fact, missing && `缺 ${missing.join(' ')}`, code && `${code} ${fails}`].filter(Boolean).join('｜');
  return `      ${mark} ${says}${rest ? `｜${rest}` : ''}`;
};

/** One worked example: result, lines, and the conditions that did not simply hold (all of them where `isWhole`). */
const exampleText = ({ title, input }: SupportClause['examples'][number], key: string, isWhole: boolean): string => {
  const { result, lines } = traceOf(input, key);
  return [
    `  ${title}：${result}`,
    ...lines.flatMap((line) => [
      `    ${line.fact}（${line.day}）${line.amount}；${line.result}`,
      ...line.conditions.filter(({ outcome }) => isWhole || outcome !== 'met').map(conditionText),
    ]),
  ].join('\n');
};

const clauseText = (clause: SupportClause): string => {
  const [first] = clause.examples;
  const trace = traceOf(first?.input ?? { facts: [] }, clause.key);
  return [
    `${clause.key} ${trace.cite} ${clause.title}（${clause.item}，${clause.paidAs}）`,
    `  ${trace.text}`,
    ...trace.settings.map(({ id, key, title, value, status }) => `  ${id} ${key} ${title}：${value}（${status}）`),
    `  未确认：${trace.unconfirmed.join('，')}`,
    ...clause.conditions.map(({ code, settings }) => `  ${code} ${settings?.join(' ') ?? ''}`.trimEnd()),
    ...trace.limits.map((limit) => `  ${limit}`),
    ...clause.examples.map((one, i) => exampleText(one, clause.key, i === 0)),
  ].join('\n');
};

const settingText = ([key, setting]: readonly [string, Setting<unknown>]): string => {
  const { id, clause, source, status, isUrgent, options, title, question, reasoning } = setting;
  const choices = options.map(({ value, label }) => `${String(value)}=${label}`).join('；');
  const head = [id, key, clause, source, status, isUrgent ? 'urgent' : '', title].filter(Boolean).join(' ');
  return `${head}\n  ${question}\n  默认 ${String(setting.default)}${choices ? `｜${choices}` : ''}\n  ${reasoning}`;
};

describe('what people read', () => {
  test('every worked example of every clause is explained in these sentences', async () => {
    await expect(`${supportClauses.map(clauseText).join('\n\n')}\n`).toMatchFileSnapshot(kept('explanations.txt'));
  });

  test('these are the open questions of the plan, their readings and their defaults', async () => {
    const entries = Object.entries(zibo2020Settings) as unknown as readonly [string, Setting<unknown>][];
    await expect(`${entries.map(settingText).join('\n')}\n`).toMatchFileSnapshot(kept('settings.txt'));
  });
});
