import { both } from '#core/kernel/words.ts';
import { heading, page, type Setting, to } from './frame.ts';
import { html } from './html.ts';
import { answerQuick, type RulingsInEffect, valuesUnder } from './what-can-i-get-answer.ts';
import { quickForm } from './what-can-i-get-form.ts';
import { type Asked, readQuick, workedExamples } from './what-can-i-get-input.ts';
import { quickResult } from './what-can-i-get-result.ts';

/** What the page needs: the query as it came, and the centre's rulings that decide amounts, as in effect today. */
export type WhatCanIGetData = { readonly asked: Asked; readonly rulings: RulingsInEffect };

const words = {
  title: both('我能拿到什么', 'What can I get'),
  lede: both(
    '专利代理机构填几个数字，就知道示范区建设方案第九条这一年给什么、不给什么、为什么。不用登录，不保存。',
    'A patent agency gives a few numbers and learns what Art. 9 of the plan gives this year, what it does not, and why. No sign-in, nothing stored.',
  ),
  first: both('第一次来？先看一个算例：', 'New here? Start with a worked example:'),
  inside: both('区内的一家机构：有的可得，有的不可得', 'An agency in a zone: some yes, some no'),
  outside: both('区外的一家机构：为什么都不可得', 'An agency outside: why nothing'),
  form: both('填数字', 'Your numbers'),
  formAgain: both('改数字再算', 'Change the numbers'),
};

/** Years one may ask about, the present one first; none before the plan's first. */
function yearsOf(today: string, policyFrom: string): readonly number[] {
  const [first, last] = [Number(policyFrom.slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: Math.max(1, Math.min(20, last - first + 1)) }, (_, i) => last - i);
}

/** The year shown at first: this one, or the last one in which the plan was in force. */
const usualYear = (today: string, policyTo: string): number => Math.min(Number(today.slice(0, 4)), Number(policyTo.slice(0, 4)));

/** `/what-can-i-get`: a year in plain numbers and what the plan gives for it. Answer 422 when `hasFaults` says so. */
export function whatCanIGetPage(
  setting: Setting,
  { asked, rulings }: WhatCanIGetData,
): { readonly body: string; readonly hasFaults: boolean } {
  const { language, today } = setting;
  const values = valuesUnder(rulings);
  const currentYear = usualYear(today, values.policyTo);
  const read = readQuick(asked, currentYear);
  const isAsked = read.kind === 'asked';
  const data = {
    asked,
    faults: read.kind === 'faulty' ? read.faults : [],
    years: yearsOf(today, values.policyFrom),
    currentYear: isAsked ? read.input.year : currentYear,
    countsInForceDaysOnly: values.countWindow === 'in_force_days',
  };
  const examples = html`<p class="note">
    ${words.first[language]}<br /><a href="${to(setting, workedExamples.inside)}">${words.inside[language]}</a><br /><a
      href="${to(setting, workedExamples.outside)}"
      >${words.outside[language]}</a
    >
  </p>`;
  const body = page(setting, {
    title: words.title[language],
    description: words.lede[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], words.lede[language])}
      ${!isAsked && examples}${isAsked && quickResult(setting, answerQuick(read.input, today, rulings))}
      <h2>${(isAsked ? words.formAgain : words.form)[language]}</h2>
      ${quickForm(setting, data)}
    </div>`,
  });
  return { body, hasFaults: read.kind === 'faulty' };
}
