import { both } from '#core/kernel/words.ts';
import { heading, page, type Setting, to } from './frame.ts';
import { html } from './html.ts';

export type ErrorData = { readonly status: number; readonly requestId?: string };

const notFound = {
  title: both('没有这个页面', 'There is no such page'),
  says: both('地址可能写错，或内容已经移走。', 'The address may be wrong, or the content has moved.'),
};
const tooMany = {
  title: both('请求太频繁', 'Too many requests'),
  says: both('请稍候再试，已填写的内容没有提交。', 'Please wait a moment; nothing was sent.'),
};
const fault = {
  title: both('系统出错', 'Something went wrong'),
  says: both(
    '错误已记录。请稍后再试；如仍不行，请凭下面的编号联系市中心。',
    'The fault is logged. Try again later, or tell the centre this number.',
  ),
};
const home = both('回到首页', 'Back to the front page');

/** Any failed request of the portal, in the common frame: 404, 429, 500 and the rest. */
export function errorPage(setting: Setting, { status, requestId }: ErrorData): string {
  const { language } = setting;
  const words = status === 404 ? notFound : status === 429 ? tooMany : fault;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      <p class="clause">${status}</p>
      ${heading(setting, words.title[language], words.says[language])} ${requestId && html`<p><code>${requestId}</code></p>`}
      <p class="acts"><a class="button quiet" href="${to(setting, '/')}">${home[language]}</a></p>
    </div>`,
  });
}
