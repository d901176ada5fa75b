import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { both, type Language, type Words } from '#core/kernel/words.ts';
import { clauseName } from './clause-name.ts';
import { heading, page, type Setting, to } from './frame.ts';
import { type Html, html } from './html.ts';

/** One question of the register with the reading in effect, as the API gives it. */
export type ReadingItem = AnswerOf<NamedEndpoints['listReadings']>[number];

export type ReadingsData = {
  readonly readings: readonly ReadingItem[];
  /** `?status=`: one of the statuses, `first` for the ten to be asked first; anything else shows all. */
  readonly status?: string;
};

type Status = ReadingItem['status'];

const words = {
  title: both('解释与口径', 'Readings of the plan'),
  lede: both(
    '方案有些话可以有几种读法。第十六条把解释权交给市中心；在市中心确认以前，系统按下面的默认读法计算，并在每个结果上注明。',
    'Some words of the plan can be read in several ways. Art. 16 leaves their interpretation to the centre; until it rules, the system computes by these defaults and says so on every result.',
  ),
  filter: both('按状态查看', 'By status'),
  all: both('全部', 'All'),
  first: both('首批请市中心确认', 'To be asked first'),
  firstMark: both('首批', 'first'),
  inEffect: both('现行读法', 'Reading in effect'),
  options: both('可选的读法', 'Possible readings'),
  usual: both('默认', 'default'),
  reasoning: both('理由', 'Reasoning'),
  document: both('文号', 'Document'),
  clause: both('条款', 'Clause'),
  none: both('这一状态下没有事项。', 'Nothing has this status.'),
  count: (n: number) => both(`共${n}项`, `${n} in all`),
  try: both('用自己的数字试算', 'Try your own numbers'),
};

const statuses: Readonly<Record<Status, { readonly label: Words; readonly tone: string }>> = {
  default_unconfirmed: { label: both('待市中心确认', 'not yet confirmed'), tone: 'tag warn' },
  confirmed: { label: both('已确认', 'confirmed'), tone: 'tag' },
  replaced: { label: both('已另定', 'replaced'), tone: 'tag' },
};

const isShown = (reading: ReadingItem, status: string): boolean =>
  status === 'first' ? reading.isUrgent : Object.hasOwn(statuses, status) ? reading.status === status : true;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A value as people read it: the label of the option, or the value itself. Lists are read item by item. */
export function readingInWords(value: unknown, options: ReadingItem['options']): string {
  const own = options.find((option) => same(option.value, value))?.label;
  if (own !== undefined) return own;
  if (Array.isArray(value)) return value.map((one) => options.find((option) => same(option.value, [one]))?.label ?? String(one)).join('、');
  return String(value);
}

/** `/readings`: every open question of the plan with the reading in effect (Art. 16). */
export function readingsPage(setting: Setting, { readings, status = '' }: ReadingsData): string {
  const { language } = setting;
  const shown = readings.filter((reading) => isShown(reading, status));
  return page(setting, {
    title: words.title[language],
    description: words.lede[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], words.lede[language])}
      <p><a href="${to(setting, '/what-can-i-get')}">${words.try[language]}</a></p>
      ${filterLinks(setting, readings, status)}
      <p class="soft">${words.count(shown.length)[language]}</p>
      ${shown.length === 0 && html`<p class="note">${words.none[language]}</p>`}
      <ul class="rows">
        ${shown.map((reading) => readingItem(reading, language))}
      </ul>
    </div>`,
  });
}

function filterLinks(setting: Setting, readings: readonly ReadingItem[], status: string): Html {
  const { language } = setting;
  const entries: readonly (readonly [string, Words])[] = [
    ['', words.all],
    ['first', words.first],
    ...Object.entries(statuses).map(([key, { label }]) => [key, label] as const),
  ];
  const chosen = entries.some(([key]) => key === status) ? status : '';
  return html`<nav class="filters" aria-label="${words.filter[language]}">
    ${entries.map(([key, label]) => {
      const count = readings.filter((reading) => isShown(reading, key)).length;
      return html`<a
        href="${to(setting, key === '' ? '/readings' : `/readings?status=${key}`)}"
        ${key === chosen && html` aria-current="true"`}
        >${label[language]} <span class="num">${count}</span></a
      >`;
    })}
  </nav>`;
}

const chinese = (text: string, language: Language): Html => (language === 'en' ? html`<span lang="zh-CN">${text}</span>` : html`${text}`);

function readingItem(reading: ReadingItem, language: Language): Html {
  const { id, key, title, question, reasoning, value, status, document, clause, isUrgent } = reading;
  const { label, tone } = statuses[status];
  return html`<li id="${key}">
    <div>
      <h2 class="question"><span class="soft num">${id}</span> ${chinese(title, language)}</h2>
      <p>${chinese(question, language)}</p>
      <p><b>${words.inEffect[language]}</b>：${chinese(readingInWords(value, reading.options), language)}</p>
      ${optionList(reading, language)}
      <p class="soft">${words.reasoning[language]}：${chinese(reasoning, language)}</p>
    </div>
    <p>
      <span class="${tone}">${label[language]}</span>
      ${isUrgent && html`<span class="tag off">${words.firstMark[language]}</span>`}<br /><span class="clause"
        >${clauseName(clause, language)} ${clause !== 'operational' && clause}</span
      >${document !== null && html`<br /><span class="clause">${words.document[language]} ${document}</span>`}
    </p>
  </li>`;
}

function optionList({ options, value, default: usual }: ReadingItem, language: Language): Html {
  const others = options.filter((option) => !same(option.value, value));
  const isChanged = !same(value, usual);
  if (others.length === 0)
    return html`${isChanged && html`<p class="soft">${words.usual[language]}：${chinese(readingInWords(usual, options), language)}</p>`}`;
  return html`<p class="soft">
    ${words.options[language]}：${options.map(
      (option, i) =>
        html`${i > 0 && '；'}${chinese(option.label, language)}${same(option.value, usual) && html`（${words.usual[language]}）`}`,
    )}
  </p>`;
}
