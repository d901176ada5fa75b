import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { both } from '#core/kernel/words.ts';
import { daysUntil, deadlineInWords, momentInWords, timeLeft } from './days.ts';
import { heading, page, type Setting } from './frame.ts';
import { type Html, html } from './html.ts';

/** A call as `listCalls` answers it. */
export type CallItem = AnswerOf<NamedEndpoints['listCalls']>[number];

const words = {
  title: both('申报批次', 'Calls for applications'),
  lede: both(
    '每一批次写明名额和起止时间。报送以系统收到的时刻为准，过时不能报送，也不补收。',
    'Each call names its places and its first and last moment. What counts is when the system receives the form; nothing is accepted late.',
  ),
  none: both('目前没有批次。新批次发布后会出现在这里；申报书可以先行准备。', 'There is no call at present. New calls appear here.'),
  current: both('正在受理', 'Open now'),
  others: both('其他批次', 'Other calls'),
  open: both('受理中', 'Open'),
  coming: both('未开始', 'Not open yet'),
  closed: both('已截止', 'Closed'),
  deadline: both('截止', 'Closes'),
  opens: both('开始', 'Opens'),
  apply: both('登录申报', 'Sign in to apply'),
};

/** One call in a list, with its deadline in full. */
export function callRow(setting: Setting, call: CallItem): Html {
  const { language, today } = setting;
  const left = daysUntil(today, call.closesAt);
  const isComing = !call.isOpen && left >= 0;
  const status = call.isOpen
    ? html`<span class="tag">${words.open[language]} · ${timeLeft(left, language)}</span>`
    : html`<span class="tag off">${(isComing ? words.coming : words.closed)[language]}</span>`;
  const places =
    language === 'zh'
      ? `${call.year}年度 · 名额${call.places}个`
      : `${call.year} · ${call.places} ${call.places === 1 ? 'place' : 'places'}`;
  return html`<li>
    <p class="big">${call.title}</p>
    <p>${status}</p>
    <p class="wide">
      ${words.deadline[language]} <time datetime="${call.closesAt}"><strong>${deadlineInWords(call.closesAt, language)}</strong></time>
    </p>
    <p class="wide soft small">
      ${words.opens[language]} <time datetime="${call.opensAt}">${momentInWords(call.opensAt, language)}</time>　${places}
    </p>
  </li>`;
}

/** `/calls`: every call, open ones first. */
export function callsPage(setting: Setting, { calls }: { readonly calls: readonly CallItem[] }): string {
  const { language } = setting;
  const open = calls.filter(({ isOpen }) => isOpen);
  const others = calls.filter(({ isOpen }) => !isOpen);
  const list = (title: string, rows: readonly CallItem[]) =>
    rows.length > 0 &&
    html`<h2>${title}</h2>
      <ul class="rows">
        ${rows.map((call) => callRow(setting, call))}
      </ul>`;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], words.lede[language])}
      ${calls.length === 0 && html`<p class="note">${words.none[language]}</p>`} ${list(words.current[language], open)}
      ${open.length > 0 && html`<p class="acts"><a class="button" href="/app">${words.apply[language]}</a></p>`}
      ${list(words.others[language], others)}
    </div>`,
  });
}
