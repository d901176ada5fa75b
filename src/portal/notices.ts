import { both } from '#core/kernel/words.ts';
import { dayInWords, daysUntil, deadlineInWords, timeLeft } from './days.ts';
import { heading, page, type Setting, to } from './frame.ts';
import { type Html, html } from './html.ts';

/** A public notice in a list. */
export type NoticeItem = {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: string;
  /** First and last day, YYYY-MM-DD. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The moment from which an objection is late. */
  readonly closesAt: string;
  /** Whether an objection can be made now. */
  readonly isOpen: boolean;
};

const words = {
  title: both('公示', 'Public notices'),
  lede: both(
    '认定、支持与按比例结算都向社会公示。公示期内任何单位和个人都可以实名提出异议，每件异议都会得到答复。',
    'Designations, support and settlements are made public. Until the notice closes anybody may object under their name; every objection is answered.',
  ),
  none: both('目前没有公示。', 'There are no notices at present.'),
  open: both('公示中', 'Open'),
  over: both('公示期满', 'Over'),
  until: both('异议截止', 'Objections until'),
  published: both('发布', 'Published'),
};

/** One notice in a list. */
export function noticeRow(setting: Setting, notice: NoticeItem): Html {
  const { language, today } = setting;
  const status = notice.isOpen
    ? html`<span class="tag">${words.open[language]} · ${timeLeft(daysUntil(today, notice.closesAt), language)}</span>`
    : html`<span class="tag off">${words.over[language]}</span>`;
  return html`<li>
    <p class="big"><a href="${to(setting, `/notices/${notice.id}`)}">${notice.title}</a></p>
    <p>${status}</p>
    <p class="wide soft small">
      ${words.published[language]}
      <time datetime="${notice.firstDay}">${dayInWords(notice.firstDay, language)}</time>　${words.until[language]}
      <time datetime="${notice.closesAt}">${deadlineInWords(notice.closesAt, language)}</time>
    </p>
  </li>`;
}

/** `/notices`: the newest first. */
export function noticesPage(setting: Setting, { notices }: { readonly notices: readonly NoticeItem[] }): string {
  const { language } = setting;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], words.lede[language])}
      ${
        notices.length === 0
          ? html`<p class="note">${words.none[language]}</p>`
          : html`<ul class="rows">
              ${notices.map((notice) => noticeRow(setting, notice))}
            </ul>`
      }
    </div>`,
  });
}
