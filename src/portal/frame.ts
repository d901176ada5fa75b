import { both, type Language, type Words } from '#core/kernel/words.ts';
import { type Gap, type Html, html, trusted } from './html.ts';
import { style } from './style.ts';

/** What every page is told besides its data. */
export type Setting = {
  readonly language: Language;
  /** True when the language came from `?lang=`; links then carry it on. */
  readonly isLanguageChosen?: boolean;
  /** Path and query of this request, for the language switch and the mark in the navigation. */
  readonly path: string;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  readonly today: string;
  readonly isDemo: boolean;
  /** Where the style sheet is served, if it is not to be inlined. */
  readonly cssPath?: string;
  /** Nonce of the content security policy for the inlined style sheet. */
  readonly nonce?: string;
};

export type Page = {
  readonly title: string;
  readonly description?: string;
  /** Content between header and footer; it brings its own `.wrap`. */
  readonly body: Html;
};

const navigation: readonly (readonly [string, Words])[] = [
  ['/what-can-i-get', both('我能拿到什么', 'What can I get')],
  ['/calls', both('申报批次', 'Calls')],
  ['/notices', both('公示', 'Notices')],
  ['/zones', both('示范区名册', 'Zones')],
  ['/policy', both('政策', 'Policy')],
  ['/how-it-works', both('办事流程', 'How it works')],
  ['/verify', both('回执核验', 'Verify')],
];

/** Adds the chosen language to a path of the portal. */
export function to({ language, isLanguageChosen }: Setting, path: string): string {
  if (!isLanguageChosen) return path;
  const [before = '', anchor] = path.split('#');
  return `${before}${before.includes('?') ? '&' : '?'}lang=${language}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The same page in the other language, its filters kept. */
function inOtherLanguage({ path, language }: Setting): string {
  const [place = '/', query = ''] = path.split('?');
  const asked = new URLSearchParams(query);
  asked.set('lang', language === 'zh' ? 'en' : 'zh');
  return `${place}?${asked.toString()}`;
}

const mark = trusted(
  '<svg width="38" height="38" viewBox="0 0 38 38" aria-hidden="true"><rect width="38" height="38" rx="6" fill="#0f5c5c"/><path d="M7 14.5 19 8l12 6.5M10 17h18M12.5 17v12M25.5 17v12M19 21v8M8.5 29.5h21" fill="none" stroke="#f7f4ec" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round"/></svg>',
);

const words = {
  skip: both('跳到正文', 'Skip to content'),
  demoMark: both('演示', 'Demonstration'),
  demo: both('示范数据：页面上的单位、人员和公示均为虚构', 'Demonstration data: all bodies, people and notices here are invented'),
  main: both('主要栏目', 'Main sections'),
  signIn: both('登录办事', 'Sign in'),
  office: both('主办：淄博市知识产权事业发展中心', 'Run by the Zibo City Intellectual Property Development Centre'),
  basis: both(
    '依据2020年8月25日印发的示范区建设方案（试行）。页面文字是便于阅读的转述，条款内容以印发文本为准。',
    'Under the trial plan issued on 25 August 2020. These pages retell it for reading; the issued Chinese text alone has force.',
  ),
  more: both('更多', 'More'),
  readings: both('解释与口径', 'Readings'),
  developers: both('开放接口', 'Developers'),
};

/** A whole page in the common frame: skip link, header, navigation, content, footer. */
export function page(setting: Setting, { title, description, body }: Page): string {
  const { language, isDemo, cssPath, nonce } = setting;
  const sheet = cssPath
    ? html`<link rel="stylesheet" href="${cssPath}" />`
    : html`<style${nonce ? html` nonce="${nonce}"` : ''}>${trusted(style)}</style>`;
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · ${language === 'zh' ? '稷下' : 'Jixia'}</title>
        ${description ? html`<meta name="description" content="${description}" />` : ''}
        <meta name="theme-color" content="#0f5c5c" />
        ${sheet}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip[language]}</a
        >${isDemo ? html`<aside class="demo" aria-label="${words.demoMark[language]}">${words.demo[language]}</aside>` : ''}
        ${header(setting)}
        <main id="main">${body}</main>
        ${footer(setting)}
      </body>
    </html>`.text;
}

function header(setting: Setting): Html {
  const { language, path } = setting;
  const place = path.split('?')[0] ?? '/';
  const links = navigation.map(([target, label]) => {
    const isHere = place === target || place.startsWith(`${target}/`);
    return html`<a href="${to(setting, target)}" ${isHere ? html` aria-current="${place === target ? 'page' : 'true'}"` : ''}
      >${label[language]}</a
    >`;
  });
  return html`<header class="top">
    <div class="wrap">
      <a class="brand" href="${to(setting, '/')}"
        >${mark}<b>${language === 'zh' ? '稷下' : 'Jixia'}</b
        ><span>${language === 'zh' ? '知识产权服务业集聚发展示范区' : 'IP service demonstration zones'}</span></a
      >
      <div class="tools">
        <a href="${inOtherLanguage(setting)}" lang="${language === 'zh' ? 'en' : 'zh-CN'}" hreflang="${language === 'zh' ? 'en' : 'zh-CN'}"
          >${language === 'zh' ? 'English' : '中文'}</a
        ><a class="button" href="/app">${words.signIn[language]}</a>
      </div>
      <nav aria-label="${words.main[language]}">${links}</nav>
    </div>
  </header>`;
}

function footer(setting: Setting): Html {
  const { language, isDemo } = setting;
  const links = [...navigation, ['/readings', words.readings] as const, ['/developers', words.developers] as const];
  return html`<footer class="bottom">
    <div class="wrap">
      <p>
        ${words.office[language]}<br />${words.basis[language]}${isDemo ? html`<br /><strong>${language === 'zh' ? '示范数据' : 'Demonstration data'}</strong>` : ''}
      </p>
      <nav aria-label="${words.more[language]}">
        ${links.map(([target, label]) => html`<a href="${to(setting, target)}">${label[language]}</a>`)}
      </nav>
    </div>
  </footer>`;
}

/** Title, an opening sentence, and where one came from. */
export const heading = (setting: Setting, title: string, lede?: Gap, back?: readonly [string, string]): Html =>
  html`<div class="head">
    ${back ? html`<p class="crumb"><a href="${to(setting, back[0])}">← ${back[1]}</a></p>` : ''}
    <h1>${title}</h1>
    ${lede ? html`<p class="lede">${lede}</p>` : ''}
  </div>`;

/** Names and values, one under the other. */
export const pairs = (rows: readonly (readonly [string, Gap])[]): Html =>
  html`<dl class="pairs">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
