import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { both } from '#core/kernel/words.ts';
import { momentInWords, secondInWords } from './days.ts';
import { heading, page, pairs, type Setting } from './frame.ts';
import { type Html, html } from './html.ts';

/** A receipt as `checkReceipt` answers it, with its place in the case's log where that is known. */
export type CheckedReceipt = AnswerOf<NamedEndpoints['checkReceipt']> & {
  /** Number of the entry in the case's own log, and how many entries that log has. */
  readonly entry?: { readonly number: number; readonly of?: number };
};

export type VerifyData = {
  /** The code as asked for, if one was. */
  readonly code?: string;
  /** `null` when no receipt has this code. */
  readonly answer?: CheckedReceipt | null;
};

const words = {
  title: both('回执核验', 'Verify a receipt'),
  lede: both(
    '输入回执码或扫描回执上的二维码，即可知道这份文件是否确在那一刻收到、此后有没有改动。',
    'Type the code of a receipt, or scan its QR code, to learn whether the paper was received then and is unchanged since.',
  ),
  code: both('回执码', 'Receipt code'),
  hint: both(
    '16位字母和数字，如 ABCD-1234-EFGH-5678；连字符和大小写不影响',
    '16 letters and digits, such as ABCD-1234-EFGH-5678; hyphens and case do not matter',
  ),
  check: both('核验', 'Check'),
  yes: both('属实', 'Genuine'),
  no: both('不属实', 'Not genuine'),
  unknown: both('查无此回执', 'No such receipt'),
  unknownSays: both(
    '没有这个回执码。请逐位核对；如系他人出示，请勿采信。',
    'There is no receipt with this code. Check each character; if somebody showed it to you, do not rely on it.',
  ),
  number: both('编号', 'Number'),
  what: both('事项', 'What'),
  exact: both('精确时刻', 'Exact moment'),
  hash: both('内容指纹（SHA-256）', 'Fingerprint (SHA-256)'),
  entry: both('本案记录', 'Entry of the case'),
};

function sentence({ language }: Setting, answer: CheckedReceipt): string {
  const when = momentInWords(answer.at, language);
  const entry = answer.entry;
  if (language === 'en') {
    return answer.isGenuine
      ? `Yes: ${answer.number} was received on ${when}${entry ? ` as entry ${entry.number} of its case` : ''} and is unchanged since.`
      : `No: what is stored no longer matches receipt ${answer.number}.`;
  }
  return answer.isGenuine
    ? `是。${answer.number}于${when}收到${entry ? `，记为本案第${entry.number}条` : ''}，此后没有改动。`
    : `否：现存内容与回执${answer.number}不符。`;
}

function result(setting: Setting, { code, answer }: VerifyData): Html | false {
  const { language } = setting;
  if (code === undefined) return false;
  if (!answer) {
    return html`<div class="bad card" role="status">
      <h2>${words.unknown[language]}</h2>
      <p><code>${code}</code></p>
      <p>${words.unknownSays[language]}</p>
    </div>`;
  }
  const entry = answer.entry && `${answer.entry.number}${answer.entry.of ? ` / ${answer.entry.of}` : ''}`;
  return html`<div class="${answer.isGenuine ? 'good' : 'bad'} card" role="status">
      <h2>${(answer.isGenuine ? words.yes : words.no)[language]}</h2>
      <p class="big">${sentence(setting, answer)}</p>
    </div>
    ${pairs([
      [words.what[language], answer.title],
      [words.number[language], answer.number],
      ...(entry ? [[words.entry[language], entry] as const] : []),
      [words.exact[language], secondInWords(answer.at)],
      [words.hash[language], html`<code>${answer.hash}</code>`],
    ])}`;
}

/**
 * `/verify` (also with `?code=`, which the plain form sends) and `/verify/{code}`. Hand over the code in its one spelling:
 * upper case, four groups of four. Status 404 when `answer` is null.
 */
export function verifyPage(setting: Setting, data: VerifyData): string {
  const { language, isLanguageChosen } = setting;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], words.lede[language])} ${result(setting, data)}
      <form method="get" action="/verify">
        ${isLanguageChosen && html`<input type="hidden" name="lang" value="${language}" />`}
        <div class="field">
          <label for="code">${words.code[language]}</label>
          <p class="hint" id="code-hint">${words.hint[language]}</p>
          <input
            id="code"
            name="code"
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="24"
            aria-describedby="code-hint"
            value="${data.code ?? ''}"
          />
        </div>
        <button type="submit">${words.check[language]}</button>
      </form>
    </div>`,
  });
}

/** A receipt code as people type it, brought to its one spelling; `null` if it can not be one. */
export function readReceiptCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return plain.length === 16 ? (plain.match(/.{4}/g) ?? []).join('-') : null;
}
