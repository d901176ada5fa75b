import { both, type Language, type Words } from '#core/kernel/words.ts';
import { type Html, html } from './html.ts';
import type { Setting } from './frame.ts';
import { type Asked, most, type QuickFault, typedIn, winRows } from './what-can-i-get-input.ts';

/** What the form needs: what was typed, what is wrong with it, and the years that may be asked about. */
export type FormData = {
  readonly asked: Asked;
  readonly faults: readonly QuickFault[];
  readonly years: readonly number[];
  readonly currentYear: number;
  /** Whether only grants dated within zone and plan count (I-03). */
  readonly countsInForceDaysOnly: boolean;
};

type Option = readonly [value: string, label: Words];
type Sketch = { readonly name: string; readonly label: Words; readonly hint?: Words };
type Form = FormData & { readonly language: Language };

const yes = both('是', 'Yes');
const no = both('否', 'No');
const notKnown = both('不清楚', 'Not known');
const knownOptions: readonly Option[] = [
  ['', notKnown],
  ['y', yes],
  ['n', no],
];

const words = {
  wrong: both('请先改正', 'Please correct'),
  place: both('机构', 'The agency'),
  grants: both('发明专利', 'Invention patents'),
  money: both('质押融资', 'Financing'),
  custody: both('专利托管', 'Patent custody'),
  people: both('荣誉与人才', 'Honours and people'),
  wins: both('胜诉的专利案件', 'Patent cases won'),
  winsHint: both(
    '已经胜诉的专利案件，最多填三件；不清楚的留“不清楚”，不会当作“否”。',
    'Up to three cases that were won. What you do not know stays “not known”; it is never taken for a no.',
  ),
  win: (n: number) => both(`第${n}件`, `Case ${n}`),
  submit: both('算一算', 'Compute'),
  keep: both(
    '填的数字只出现在网址里，不保存；把网址存下或发给别人，打开就是同一个结果。',
    'Your numbers stand only in the address of the page and are not stored: keep or share the address and it opens the same result.',
  ),
};

const fields = {
  year: { name: 'year', label: both('年度', 'Year') },
  zone: { name: 'zone', label: both('在市级示范区内有实际办公场所', 'Has a working office inside a zone') },
  since: { name: 'since', label: both('哪一天入驻', 'Moved in on'), hint: both('不在区内的不填', 'Leave empty if in no zone') },
  qualified: { name: 'qualified', label: both('有专利代理资质', 'Holds the patent-agency qualification') },
  abnormal: {
    name: 'abnormal',
    label: both('当年被认定的非正常专利申请', 'Findings of abnormal filing this year'),
    hint: both('以国家知识产权局的认定为准', 'As found by the national office'),
  },
  zero: {
    name: 'zero_grants',
    label: both('帮一家企业实现“专利清零”：为它授权的发明（件）', 'Got an enterprise its first patent: its inventions granted'),
    hint: both('没有这样的企业就留空', 'Leave empty if there is none'),
  },
  doubling: {
    name: 'double_grants',
    label: both('帮一家企业实现“专利倍增”：为它授权的发明（件）', 'Doubled an enterprise’s patents: its inventions granted'),
    hint: both('没有这样的企业就留空', 'Leave empty if there is none'),
  },
  insured: {
    name: 'insured',
    label: both('政银保专利质押贷款（笔）', 'Pledge loans under the city’s insurance scheme'),
    hint: both(
      '政府、银行、保险合作的专利权质押保险贷款，本市银行已放款',
      'The joint scheme of government, bank and insurer; paid out by a bank in the city',
    ),
  },
  plain: {
    name: 'plain',
    label: both('普通专利质押贷款（笔）', 'Other patent pledge loans'),
    hint: both('本市银行已放款的', 'Paid out by a bank in the city'),
  },
  sec: { name: 'sec', label: both('完成的知识产权证券化（项）', 'IP securitisations completed') },
  custody: { name: 'custody', label: both('正在履行的托管合同', 'Custody contracts running') },
  recognised: { name: 'recognised', label: both('市中心认定当年托管成绩显著', 'The centre recognised outstanding results') },
  honour: { name: 'honour', label: both('当年取得的示范品牌或重点资质', 'Brand or key qualification won this year') },
  after: { name: 'after', label: both('是入驻之后取得的', 'Won after moving into the zone') },
  certs: { name: 'certs', label: both('新取得专利代理师资格证书的人数', 'People newly certified as patent attorneys') },
} as const satisfies Record<string, Sketch>;

const choices = {
  zone: [
    ['y', yes],
    ['n', no],
  ],
  abnormal: [
    ['none', both('没有', 'None')],
    ['malicious', both('有，属于恶意', 'Yes, malicious')],
    ['other', both('有，但不属于恶意', 'Yes, not malicious')],
    ['unknown', notKnown],
  ],
  custody: [
    ['none', both('没有', 'None')],
    ['full', both('完全式', 'Full')],
    ['advisory', both('顾问式', 'Advisory')],
    ['single', both('单项式', 'Single item')],
  ],
  recognised: [
    ['', notKnown],
    ['y', yes],
    ['n', both('否，或还没有', 'No, or not yet')],
  ],
  honour: [
    ['none', both('没有', 'None')],
    ['national', both('国家级', 'National')],
    ['provincial', both('省级', 'Provincial')],
    ['municipal', both('市级', 'Municipal')],
  ],
} as const satisfies Record<string, readonly Option[]>;

/** The plain form. It is sent by GET, so that its address is its whole state. */
export function quickForm({ language, isLanguageChosen }: Setting, data: FormData): Html {
  const form = { ...data, language };
  return html`<form class="ask" id="form" method="get" action="/what-can-i-get#result">
    ${isLanguageChosen && html`<input type="hidden" name="lang" value="${language}" />`}${summary(form)}
    ${group(words.place[language], [
      select(
        form,
        fields.year,
        form.years.map((year) => [String(year), both(String(year), String(year))]),
        String(form.currentYear),
      ),
      select(form, fields.qualified, choices.zone),
      select(form, fields.zone, choices.zone),
      input(form, fields.since, 'date'),
    ])}
    ${group(words.grants[language], [input(form, grantsField(form)), select(form, fields.abnormal, choices.abnormal), input(form, fields.zero), input(form, fields.doubling)])}
    ${group(words.money[language], [input(form, fields.insured), input(form, fields.plain), input(form, fields.sec)])}
    ${group(words.custody[language], [select(form, fields.custody, choices.custody), select(form, fields.recognised, choices.recognised)])}
    ${group(words.people[language], [select(form, fields.honour, choices.honour), select(form, fields.after, choices.zone), input(form, fields.certs)])}
    ${winGroup(form)}
    <p><button type="submit">${words.submit[language]}</button></p>
    <p class="soft small">${words.keep[language]}</p>
  </form>`;
}

const grantsField = ({ countsInForceDaysOnly }: Form): Sketch => ({
  name: 'grants',
  label: both('当年授权的我市发明专利（件）', 'Inventions of this city granted this year'),
  hint: countsInForceDaysOnly
    ? both(
        '只算入驻以后、方案施行期内授权的；包括下面两家企业的',
        'Granted after moving in and while the plan is in force; the two enterprises below included',
      )
    : both('全年都算；包括下面两家企业的', 'The whole year; the two enterprises below included'),
});

const group = (title: string, parts: readonly Html[]): Html =>
  html`<fieldset>
    <legend>${title}</legend>
    <div class="grid">${parts}</div>
  </fieldset>`;

const winGroup = (form: Form): Html =>
  html`<fieldset>
    <legend>${words.wins[form.language]}</legend>
    <p class="hint">${words.winsHint[form.language]}</p>
    ${winRows.map((row) => winFields(form, row))}
  </fieldset>`;

function summary({ faults, language }: Form): Html | false {
  return (
    faults.length > 0 &&
    html`<div class="bad" role="alert">
      <h2>${words.wrong[language]}</h2>
      <ul>
        ${faults.map(({ field, says }) => html`<li><a href="#${field}">${labelOf(field)[language]}：${says[language]}</a></li>`)}
      </ul>
    </div>`
  );
}

function labelOf(field: string): Words {
  if (field === 'grants') return both('当年授权的我市发明专利（件）', 'Inventions of this city granted this year');
  const row = /^fee(\d)$/.exec(field)?.[1];
  if (row) return both(`第${row}件的代理费`, `Fee of case ${row}`);
  return Object.values(fields).find(({ name }) => name === field)?.label ?? both(field, field);
}

/** Label, hint and error around a control; `of` makes the control from its shared attributes. */
function wrap({ faults, language }: Form, { name, label, hint }: Sketch, of: (shared: Html) => Html): Html {
  const fault = faults.find(({ field }) => field === name);
  const described = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(' ');
  const shared = html`id="${name}"
  name="${name}"${described && html` aria-describedby="${described}"`}${fault && html` aria-invalid="true"`}`;
  return html`<div class="${fault ? 'wrong' : ''}">
    <label for="${name}">${label[language]}</label>${hint && html`<p class="hint" id="${name}-hint">${hint[language]}</p>`}${
      fault && html`<p class="error" id="${name}-error">${fault.says[language]}</p>`
    }${of(shared)}
  </div>`;
}

const input = (form: Form, sketch: Sketch, type: 'number' | 'date' = 'number'): Html =>
  wrap(form, sketch, (shared) =>
    type === 'date'
      ? html`<input ${shared} type="date" value="${typedIn(form.asked, sketch.name)}" />`
      : html`<input
          ${shared}
          inputmode="numeric"
          autocomplete="off"
          maxlength="${Object.hasOwn(most, sketch.name) ? 8 : 12}"
          value="${typedIn(form.asked, sketch.name)}"
        />`,
  );

function select(form: Form, sketch: Sketch, options: readonly Option[], fallback = ''): Html {
  const typed = typedIn(form.asked, sketch.name) || fallback;
  return wrap(
    form,
    sketch,
    (shared) =>
      html`<select ${shared}>
        ${options.map(([value, label]) => html`<option value="${value}" ${value === typed && html` selected`}>${label[form.language]}</option>`)}
      </select>`,
  );
}

const winSketches = (row: number): readonly Sketch[] => [
  { name: `foreign${row}`, label: both('涉外', 'Foreign-related') },
  { name: `major${row}`, label: both('被认定有重大影响', 'Found to be of major influence') },
  { name: `final${row}`, label: both('裁判已经生效', 'Judgment is final') },
  { name: `client${row}`, label: both('委托人是示范区内企业', 'The client is in a zone') },
];

const winFields = (form: Form, row: number): Html =>
  html`<details
    class="whole"
    ${(row === 1 || winSketches(row).some(({ name }) => typedIn(form.asked, name)) || typedIn(form.asked, `fee${row}`) !== '') && html` open`}
  >
    <summary>${words.win(row)[form.language]}</summary>
    <div class="grid">
      ${input(form, { name: `fee${row}`, label: both('实际支付的代理费（元）', 'Agency fee paid (yuan)') })}
      ${winSketches(row).map((sketch) => select(form, sketch, knownOptions))}
    </div>
  </details>`;
