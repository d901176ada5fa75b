import type { Language } from '#core/kernel/words.ts';
import type { SettingTrace } from '#policy/zibo-2020/explain.ts';
import { type Setting, to } from './frame.ts';
import { type Html, html } from './html.ts';
import type { Outcome, Pivot, QuickLine } from './what-can-i-get-answer.ts';
import { groupedYuan, resultWords as words, sumInWords } from './what-can-i-get-words.ts';

const chinese = (text: string, language: Language): Html => (language === 'en' ? html`<span lang="zh-CN">${text}</span>` : html`${text}`);

/** The readings a result rests on: a mark while any is unconfirmed, those that would change it first. */
export function readingsOf(setting: Setting, { item, pivots }: QuickLine): Html {
  const { language } = setting;
  const settings = item?.trace?.settings ?? [];
  const isOpen = settings.some(({ status }) => status === 'default_unconfirmed');
  return html`<details class="whole small">
    <summary>
      ${isOpen ? html`<span class="tag warn">${words.unconfirmed[language]}</span>` : words.used[language]}
      ${pivots.length > 0 && html`<b>${words.pivots[language].replace(/[：:]$/, '')}</b>`}
    </summary>
    <div>
      <p>${isOpen && words.unconfirmedWhy[language]} ${pivots.length === 0 && words.noPivot[language]}</p>
      ${pivots.length > 0 && pivotList(setting, pivots)}
      <ul>
        ${settings.map((one) => settingItem(setting, one))}
      </ul>
    </div>
  </details>`;
}

const outcomeInWords = ({ eligible, ceilingYuan }: Outcome, language: Language): string =>
  eligible === true
    ? `${words.upTo[language]} ${sumInWords(ceilingYuan, language)}`
    : (eligible === null ? words.open : words.no)[language];

const pivotList = (setting: Setting, pivots: readonly Pivot[]): Html => {
  const { language } = setting;
  return html`<p><b>${words.pivots[language]}</b></p>
    <ul>
      ${pivots.map(
        ({ key, title, option, outcome }) =>
          html`<li>
            <a href="${to(setting, `/readings#${key}`)}">${chinese(title, language)}</a>：${chinese(`“${option}”`, language)} →
            ${words.becomes[language]}${outcomeInWords(outcome, language)}
          </li>`,
      )}
    </ul>`;
};

const settingItem = (setting: Setting, { id, key, title, value, status }: SettingTrace): Html =>
  html`<li>
    <a href="${to(setting, `/readings#${key}`)}">${id}</a> ${chinese(`${title}：${groupedYuan(value)}`, setting.language)}
    <span class="soft">${(status === 'default_unconfirmed' ? words.unconfirmed : words.confirmed)[setting.language]}</span>
  </li>`;
