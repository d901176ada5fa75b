import { both } from '#core/kernel/words.ts';
import { districts } from '#policy/zibo-2020/districts.ts';
import { type CallItem, callRow } from './calls.ts';
import { deadlineInWords } from './days.ts';
import { page, type Setting, to } from './frame.ts';
import { type Html, html } from './html.ts';
import { type NoticeItem, noticeRow } from './notices.ts';
import type { ZoneItem } from './zones.ts';

export type HomeData = {
  readonly calls: readonly CallItem[];
  readonly notices: readonly NoticeItem[];
  readonly zones: readonly ZoneItem[];
};

const words = {
  title: both('首页', 'Home'),
  kicker: both('淄博市知识产权事业发展中心', 'Zibo City Intellectual Property Development Centre'),
  claim: both('让知识产权服务，聚到产业身边', 'IP services, close to industry'),
  lede: both(
    '市里在产业集中的地方建设一批知识产权服务业集聚发展示范区：园区搭台，机构入驻，企业就近得到专利、商标、融资、维权等服务。申报、评审、公示、认定和扶持，都在这里办。',
    'Where industry gathers, the city builds zones in which IP agencies settle and firms find patent, trade mark, finance and enforcement services next door. Applying, evaluation, public notice, designation and support all happen here.',
  ),
  apply: both('登录办事', 'Sign in'),
  flow: both('看看怎么办', 'See how it works'),
  noCall: both('目前没有受理中的批次', 'No call is open at present'),
  callNow: both('正在受理', 'Open now'),
  until: both('截止', 'Closes'),
  noticeNow: both('正在公示', 'On public notice'),
  zonesNow: both('已认定示范区', 'Zones designated'),
  forWhom: both('你是哪一方', 'Which of these are you?'),
  calls: both('申报批次', 'Calls'),
  notices: both('最新公示', 'Latest notices'),
  noNotices: both('目前没有公示。', 'There are no notices at present.'),
  allNotices: both('全部公示', 'All notices'),
  byDistrict: both('各区县示范区', 'Zones by district'),
  allZones: both('打开名册', 'Open the register'),
  none: both('还没有认定的示范区。', 'No zone has been designated yet.'),
};

const audiences = [
  {
    title: both('园区与区县单位', 'Parks and district bodies'),
    says: both(
      '申报建设示范区：对照三项条件，填一份申报书，由所在区县审核推荐。',
      'Apply to build a zone: three conditions, one form, reviewed and recommended by your district.',
    ),
    link: ['/how-it-works', both('申报流程', 'The procedure')],
  },
  {
    title: both('知识产权服务机构', 'IP service agencies'),
    says: both(
      '入驻示范区后，质押融资、托管、维权、授权等业绩可得支持；登录即可看到本年度能得多少、差在哪里。',
      'Inside a zone, pledge loans, custody, cases won and grants earn support. Sign in to see how much this year, and what is missing.',
    ),
    link: ['/policy#article-9', both('扶持内容', 'What is supported')],
  },
  {
    title: both('企业与社会公众', 'Firms and the public'),
    says: both(
      '查找身边的示范区；对公示有不同意见，可以直接提出；拿到回执，可以当场核验真伪。',
      'Find a zone near you, object to a notice, or check whether a receipt is genuine.',
    ),
    link: ['/zones', both('查名册', 'Find a zone')],
  },
] as const;

function hero(setting: Setting, { calls, notices, zones }: HomeData): Html {
  const { language } = setting;
  const open = calls.find(({ isOpen }) => isOpen);
  const onNotice = notices.filter(({ isOpen }) => isOpen).length;
  const held = zones.filter(({ status }) => status !== 'revoked').length;
  const count = (number: number) => (language === 'zh' ? `${number}个` : String(number));
  return html`<section class="hero">
    <div class="wrap">
      <div>
        <p class="kicker">${words.kicker[language]}</p>
        <h1>${words.claim[language]}</h1>
        <p>${words.lede[language]}</p>
        <p class="acts">
          <a class="button" href="/app">${words.apply[language]}</a>
          <a class="button quiet" href="${to(setting, '/how-it-works')}">${words.flow[language]}</a>
        </p>
      </div>
      <dl class="now">
        <dt>${words.callNow[language]}</dt>
        <dd>
          ${open ? html`${open.title}<br /><span class="num">${words.until[language]} ${deadlineInWords(open.closesAt, language)}</span>` : words.noCall[language]}
        </dd>
        <dt>${words.noticeNow[language]}</dt>
        <dd>${count(onNotice)}</dd>
        <dt>${words.zonesNow[language]}</dt>
        <dd>${count(held)}</dd>
      </dl>
    </div>
  </section>`;
}

function zonesByDistrict(setting: Setting, zones: readonly ZoneItem[]): Html {
  const { language } = setting;
  if (zones.length === 0) return html`<p class="note">${words.none[language]}</p>`;
  const rows = districts
    .map(({ code, name }) => ({
      code,
      name: name[language],
      count: zones.filter((zone) => zone.district === code && zone.status !== 'revoked').length,
    }))
    .filter(({ count }) => count > 0);
  return html`<ul class="rows count">
      ${rows.map(
        ({ code, name, count }) =>
          html`<li>
            <p><a href="${to(setting, `/zones?district=${encodeURIComponent(code)}`)}">${name}</a></p>
            <p class="big num">${count}</p>
          </li>`,
      )}
    </ul>
    <p><a href="${to(setting, '/zones')}">${words.allZones[language]}</a></p>`;
}

/** `/`: what the scheme is, for whom, and what is open now. Hand over all calls, the five newest notices and the register. */
export function homePage(setting: Setting, data: HomeData): string {
  const { language } = setting;
  const current = data.calls.filter(({ isOpen }) => isOpen);
  return page(setting, {
    title: words.title[language],
    description: words.lede[language],
    body: html`${hero(setting, data)}
      <div class="wrap">
        <h2>${words.forWhom[language]}</h2>
        <ul class="three">
          ${audiences.map(
            ({ title, says, link: [target, label] }) =>
              html`<li>
                <h3>${title[language]}</h3>
                <p>${says[language]}</p>
                <p><a href="${to(setting, target)}">${label[language]}</a></p>
              </li>`,
          )}
        </ul>
        ${
          current.length > 0 &&
          html`<h2>${words.calls[language]}</h2>
            <ul class="rows">
              ${current.map((call) => callRow(setting, call))}
            </ul>`
        }
        <h2>${words.notices[language]}</h2>
        ${
          data.notices.length === 0
            ? html`<p class="note">${words.noNotices[language]}</p>`
            : html`<ul class="rows">
                  ${data.notices.slice(0, 5).map((notice) => noticeRow(setting, notice))}
                </ul>
                <p><a href="${to(setting, '/notices')}">${words.allNotices[language]}</a></p>`
        }
        <h2>${words.byDistrict[language]}</h2>
        ${zonesByDistrict(setting, data.zones)}
      </div>`,
  });
}
