import { both, type Language } from '#core/kernel/words.ts';
import { dayInWords, daysUntil, deadlineInWords, momentInWords, timeLeft } from './days.ts';
import { heading, page, pairs, type Setting, to } from './frame.ts';
import { type Html, html, lines } from './html.ts';
import type { NoticeItem } from './notices.ts';

/** A notice with what it says. */
export type Notice = NoticeItem & { readonly body: readonly { readonly label: string; readonly text: string }[] };

/** What was typed into the objection form; shown again when it is refused. */
export type ObjectionTyped = { readonly name: string; readonly contact: string; readonly facts: string };

/** One thing wrong with an objection; without a field it concerns the whole form. */
export type FormFault = { readonly field?: string; readonly says: string };

export type NoticeData = {
  readonly notice: Notice;
  readonly typed?: ObjectionTyped;
  readonly faults?: readonly FormFault[];
  /** Put into the form and sent back with it, so that sending twice makes one objection. */
  readonly key: string;
  /** Workdays in which an objection of today is answered, by the reading in force (I-35). */
  readonly answerWorkdays: number;
};

const words = {
  list: both('全部公示', 'All notices'),
  content: both('公示内容', 'What is announced'),
  period: both('公示期', 'Period'),
  to: both('至', 'to'),
  object: both('提出异议', 'Object'),
  objectLede: (workdays: number) =>
    both(
      `请写明真实姓名（名称）和电话，以便核实；不向被公示单位和区县透露。市中心自收到之日起${workdays}个工作日内答复。`,
      `Give your name and telephone so that we can check the facts; neither is passed to the unit concerned or its district. The centre answers within ${workdays} working days.`,
    ),
  name: both('姓名或单位', 'Name or organisation'),
  contact: both('联系电话', 'Telephone'),
  contactHint: both('11位手机号，或区号-座机号，如 0533-2770000', 'Mobile number, or area code and number such as 0533-2770000'),
  facts: both('事实与理由', 'Facts and reasons'),
  factsHint: both(
    '写清什么事、发生在何时何地、有何依据，不少于10个字',
    'What, when, where, and how it can be shown; at least 10 characters',
  ),
  send: both('提交异议', 'Send the objection'),
  over: both('公示期已满，不再接收异议。', 'The notice is over; objections are no longer accepted.'),
  wrong: both('还不能提交，请先修改', 'Not sent yet: please correct'),
  thanks: both('异议已收到', 'Your objection has arrived'),
  keep: both(
    '请记下回执码，凭它随时核验本件异议是否原样保存。',
    'Keep this code: with it anybody can check that the objection is kept unchanged.',
  ),
  number: both('受理编号', 'Number'),
  at: both('收到时间', 'Received'),
  hash: both('内容指纹（SHA-256）', 'Fingerprint (SHA-256)'),
  answerBy: both('答复期限', 'Answer within'),
  workdays: (n: number) => both(`${n}个工作日`, `${n} working days`),
  check: both('现在核验', 'Check it now'),
  back: both('返回公示', 'Back to the notice'),
};

/** How long a notice still runs, in one sentence. */
function countdown(notice: Notice, today: string, language: Language): Html {
  if (!notice.isOpen) return html`<p class="note">${words.over[language]}</p>`;
  const left = timeLeft(daysUntil(today, notice.closesAt), language);
  const until = deadlineInWords(notice.closesAt, language);
  return html`<p class="good card">
    <strong class="big">${left}</strong><br />${
      language === 'zh'
        ? html`异议可在<time datetime="${notice.closesAt}">${until}</time>以前提出`
        : html`Objections are accepted until <time datetime="${notice.closesAt}">${until}</time>`
    }
  </p>`;
}

type FieldSketch = {
  readonly name: keyof ObjectionTyped;
  readonly label: string;
  readonly hint?: string;
  readonly complete?: string;
  readonly length: number;
};

/** Attributes of a control: its name, its limits, and the ids of what explains it. */
function attributesOf({ name, hint, complete, length }: FieldSketch, isWrong: boolean): Html {
  const described = [hint ? `${name}-hint` : '', isWrong ? `${name}-error` : ''].filter((id) => id !== '').join(' ');
  const extra: readonly (readonly [string, string])[] = [
    ['aria-describedby', described],
    ['aria-invalid', isWrong ? 'true' : ''],
    ['autocomplete', complete ?? ''],
  ];
  const given = extra.filter(([, value]) => value !== '').map(([key, value]) => html` ${key}="${value}"`);
  return html`id="${name}" name="${name}" required maxlength="${length}"${given}`;
}

function control(sketch: FieldSketch, value: string, isWrong: boolean): Html {
  const attributes = attributesOf(sketch, isWrong);
  // The browser drops the first line break of a text area, so one is given for it.
  if (sketch.name === 'facts') return html`<textarea ${attributes}>${`\n${value}`}</textarea>`;
  return html`<input ${attributes} type="${sketch.name === 'contact' ? 'tel' : 'text'}" value="${value}" />`;
}

function field({ typed, faults = [] }: NoticeData, sketch: FieldSketch): Html {
  const { name, label, hint } = sketch;
  const own = faults.filter((fault) => fault.field === name);
  const isWrong = own.length > 0;
  return html`<div class="field${isWrong ? ' wrong' : ''}">
    <label for="${name}">${label}</label>${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${
      isWrong && html`<p class="error" id="${name}-error">${own.map(({ says }) => says).join('；')}</p>`
    }${control(sketch, typed?.[name] ?? '', isWrong)}
  </div>`;
}

function summary(faults: readonly FormFault[], language: Language): Html | false {
  if (faults.length === 0) return false;
  const entry = ({ field: name, says }: FormFault) =>
    html`<li>${name && name in fieldLabels ? html`<a href="#${name}">${fieldLabels[name]?.[language]}：${says}</a>` : says}</li>`;
  return html`<div class="bad card" role="alert" id="faults" tabindex="-1">
    <h2>${words.wrong[language]}</h2>
    <ul>
      ${faults.map(entry)}
    </ul>
  </div>`;
}

const fieldLabels: Readonly<Record<string, typeof words.name>> = { name: words.name, contact: words.contact, facts: words.facts };

function objectionForm(setting: Setting, data: NoticeData): Html {
  const { language } = setting;
  const { notice, faults = [], key, answerWorkdays } = data;
  return html`<section aria-labelledby="object">
    <h2 id="object">${words.object[language]}</h2>
    <p class="prose">${words.objectLede(answerWorkdays)[language]}</p>
    ${summary(faults, language)}
    <form method="post" action="${to(setting, `/notices/${notice.id}/objection`)}">
      <input type="hidden" name="key" value="${key}" />
      ${field(data, { name: 'name', label: words.name[language], complete: 'name', length: 60 })}
      ${field(data, { name: 'contact', label: words.contact[language], hint: words.contactHint[language], complete: 'tel', length: 20 })}
      ${field(data, { name: 'facts', label: words.facts[language], hint: words.factsHint[language], length: 5000 })}
      <button type="submit">${words.send[language]}</button>
    </form>
  </section>`;
}

/**
 * `/notices/{id}`, and again for `POST /notices/{id}/objection` when it is refused (status 422, with `typed` and `faults`;
 * fault fields are `name`, `contact`, `facts`). The form posts `name`, `contact`, `facts` and the hidden `key`, which is the
 * idempotency key of the command.
 */
export function noticePage(setting: Setting, data: NoticeData): string {
  const { language, today } = setting;
  const { notice } = data;
  const hasFaults = (data.faults?.length ?? 0) > 0;
  return page(setting, {
    title: `${hasFaults ? `${words.wrong[language]} · ` : ''}${notice.title}`,
    body: html`<div class="wrap">
      ${heading(setting, notice.title, null, ['/notices', words.list[language]])} ${countdown(notice, today, language)}
      <h2>${words.content[language]}</h2>
      ${pairs([
        ...notice.body.map(({ label, text }) => [label, lines(text)] as const),
        [words.period[language], `${dayInWords(notice.firstDay, language)} ${words.to[language]} ${dayInWords(notice.lastDay, language)}`],
      ])}
      ${(notice.isOpen || hasFaults) && objectionForm(setting, data)}
    </div>`,
  });
}

export type ObjectionReceipt = {
  readonly notice: Notice;
  readonly code: string;
  readonly number: string;
  readonly at: string;
  readonly hash: string;
  readonly answerWorkdays: number;
};

/** Answer to an accepted objection (status 200, or shown after a redirect): the receipt. */
export function objectionPage(setting: Setting, { notice, code, number, at, hash, answerWorkdays }: ObjectionReceipt): string {
  const { language } = setting;
  return page(setting, {
    title: words.thanks[language],
    body: html`<div class="wrap">
      ${heading(setting, words.thanks[language], notice.title, [`/notices/${notice.id}`, words.back[language]])}
      <div class="good card">
        <p class="code">${code}</p>
        <p>${words.keep[language]}</p>
      </div>
      ${pairs([
        [words.number[language], number],
        [words.at[language], momentInWords(at, language)],
        [words.answerBy[language], words.workdays(answerWorkdays)[language]],
        [words.hash[language], html`<code>${hash}</code>`],
      ])}
      <p class="acts"><a class="button quiet" href="${to(setting, `/verify/${code}`)}">${words.check[language]}</a></p>
    </div>`,
  });
}
