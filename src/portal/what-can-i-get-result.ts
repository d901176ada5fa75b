import type { Language } from '#core/kernel/words.ts';
import type { AnswerItem } from '#policy/zibo-2020/answer.ts';
import type { LineTrace } from '#policy/zibo-2020/explain.ts';
import { gate } from '#policy/zibo-2020/gate.ts';
import { type Setting, to } from './frame.ts';
import { type Html, html } from './html.ts';
import type { QuickAnswer, QuickLine } from './what-can-i-get-answer.ts';
import { readingsOf } from './what-can-i-get-readings.ts';
import {
  adviceInWords,
  groupedYuan,
  missingInWords,
  paidInWords,
  resultWords as words,
  sumInWords,
  wanInWords,
} from './what-can-i-get-words.ts';

type Condition = LineTrace['conditions'][number];
type Look = 'yes' | 'no' | 'open';

const gateSays = new Set(gate.map(({ says }) => says));

/** Conditions that only say a form is filled in; once met they explain nothing. */
const isFormal = (says: string): boolean => /已载明$|没有全部计过一次$/.test(says);

const lookOf = ({ eligible }: AnswerItem): Look => (eligible === true ? 'yes' : eligible === null ? 'open' : 'no');

const tones: Readonly<Record<Look, string>> = { yes: 'tag', no: 'tag off', open: 'tag warn' };

/** The engine speaks Chinese; on an English page the browser is told so. */
const chinese = (text: string, language: Language): Html => (language === 'en' ? html`<span lang="zh-CN">${text}</span>` : html`${text}`);

/** Everything below the form once numbers were given: sums, one block per clause, what was left out, what nothing was given for. */
export function quickResult(setting: Setting, answer: QuickAnswer): Html {
  const { language } = setting;
  const answered = answer.lines.flatMap(({ item, ...line }) => (item ? [{ ...line, item }] : []));
  const idle = answer.lines.filter(({ item }) => item === undefined);
  return html`<section id="result" aria-labelledby="result-title">
    <h2 id="result-title">${words.result(answer.year)[language]}</h2>
    ${sums(answer, language)} ${overview(answer, language)}
    <p class="acts"><a class="button quiet" href="#form">${words.edit[language]}</a></p>
    ${
      answered.length > 0 &&
      html`<ol class="gets">
        ${answered.map((line) => clauseBlock(setting, line))}
      </ol>`
    }
    ${leftOut(answer, language)} ${idle.length > 0 && idleClauses(idle, language)}
  </section>`;
}

function sums({ cashYuan, voucherYuan, toPersonsYuan, day, window, values }: QuickAnswer, language: Language): Html {
  return html`<div class="card">
    <dl class="sums">
      <div>
        <dt>${words.cash[language]}</dt>
        <dd class="sum num">${sumInWords(cashYuan, language)}</dd>
      </div>
      <div>
        <dt>${words.voucher[language]}</dt>
        <dd class="sum num">${sumInWords(voucherYuan, language)}</dd>
      </div>
    </dl>
    <p class="soft small">
      ${words.apart[language]} ${toPersonsYuan > 0 && words.persons(sumInWords(toPersonsYuan, language))[language]}
      ${
        window === null
          ? html`<strong>${words.notInForce(values.policyFrom, values.policyTo)[language]}</strong>`
          : html`${words.assumed(day)[language]}${words.until(window[0], window[1])[language]}`
      }
    </p>
  </div>`;
}

/** One line per clause in the plan's order; each leads to its reasons. */
const overview = ({ lines }: QuickAnswer, language: Language): Html =>
  html`<ul class="rows count">
    ${lines.map(
      ({ clause, item }) =>
        html`<li>
          <p>
            ${item ? html`<a href="#c-${clause.key}">${chinese(clause.title, language)}</a>` : chinese(clause.title, language)}
            <span class="clause">${chinese(clause.cite, language)}</span>
          </p>
          <p class="right">${item ? shortOutcome(item, language) : html`<span class="soft small">${words.none[language]}</span>`}</p>
        </li>`,
    )}
  </ul>`;

function shortOutcome(item: AnswerItem, language: Language): Html {
  const look = lookOf(item);
  if (look !== 'yes') return html`<span class="${tones[look]}">${words[look][language]}</span>`;
  return html`<b class="num">${wanInWords(item.ceilingYuan, language)}</b> ${paidInWords(item.kind)[language]}`;
}

type Answered = Omit<QuickLine, 'item'> & { readonly item: AnswerItem };

function clauseBlock(setting: Setting, line: Answered): Html {
  const { language } = setting;
  const { clause, item } = line;
  const look = lookOf(item);
  return html`<li class="get ${look}" id="c-${clause.key}">
    <div>
      <h3>${chinese(`${clause.cite}　${clause.title}`, language)}</h3>
      <p class="outcome">${outcome(item, language)}</p>
      <p class="label">${(look === 'yes' ? words.why : look === 'no' ? words.whyNot : words.whyOpen)[language]}</p>
      ${reasons(item, language)} ${changeText(line, look, language)}
    </div>
    <aside class="side">
      <p class="label">${words.text[language]}</p>
      <p>${chinese(clause.says, language)}</p>
      ${calculation(item, language)}
      <p class="small"><a href="${to(setting, `/policy#example-${clause.key}`)}">${words.example[language]}</a></p>
    </aside>
    ${readingsOf(setting, line)}
  </li>`;
}

function outcome(item: AnswerItem, language: Language): Html {
  const look = lookOf(item);
  const paid = html`<span class="tag off">${paidInWords(item.kind)[language]}</span>`;
  if (look !== 'yes') return html`<span class="${tones[look]}">${words[look][language]}</span> ${paid}`;
  return html`<span class="tag">${(item.fixed ? words.exactly : words.upTo)[language]}</span>
    <span class="sum num">${sumInWords(item.ceilingYuan, language)}</span> ${paid}${
      item.uncappedYuan !== undefined &&
      html` <span class="soft small">${words.cut(sumInWords(item.uncappedYuan, language))[language]}</span>`
    }${item.paymentHold && html` <span class="tag warn">${words.held[language]}</span>`}`;
}

/** Facts whose conditions came out alike, told once. */
type Alike = { readonly facts: readonly string[]; readonly line: LineTrace };

function alikeIn(lines: readonly LineTrace[]): readonly Alike[] {
  const groups = new Map<string, { facts: string[]; line: LineTrace }>();
  for (const line of lines) {
    const key = JSON.stringify([line.conditions.map(({ says, outcome: found }) => [says, found]), line.amount, line.result]);
    const group = groups.get(key) ?? { facts: [], line };
    group.facts.push(line.fact);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const factNames = (facts: readonly string[]): string => (facts.length < 3 ? facts.join('、') : `${facts[0]}至${facts.at(-1)}`);

function reasons(item: AnswerItem, language: Language): Html {
  const groups = alikeIn(item.trace?.lines ?? []);
  const isSeveral = groups.length > 1;
  return html`<div lang="zh-CN">
    ${groups.map(
      ({ facts, line }) =>
        html`${isSeveral && html`<p class="fact">${factNames(facts)}</p>`}
          <ul class="why">
            ${reasonItems(item, line, language)}
          </ul>`,
    )}
    ${item.missing && item.missing.length > 0 && html`<p>${words.missing.zh}：${missingInWords(item.missing).join('、')}。${words.openWhy.zh}</p>`}
  </div>`;
}

/** What is not met; where a common condition fails, the rest fails with it and would only puzzle. */
function failingOf(conditions: readonly Condition[]): readonly Condition[] {
  const failing = conditions.filter(({ outcome: found }) => found === 'not_met');
  const common = failing.filter(({ says }) => gateSays.has(says));
  return common.length > 0 ? common : failing;
}

function reasonItems(item: AnswerItem, line: LineTrace, language: Language): readonly Html[] {
  const failing = failingOf(line.conditions);
  const open = line.conditions.filter(({ outcome: found }) => found === 'unknown');
  const own = line.conditions.filter(({ says, outcome: found }) => found === 'met' && !gateSays.has(says) && !isFormal(says));
  const isGateMet = line.conditions.every(({ says, outcome: found }) => !gateSays.has(says) || found === 'met');
  const struck = item.eligible !== null && failing.length === 0 && open.length === 0 && line.result.startsWith('不计');
  return [
    ...failing.map((condition) => reason('not', condition)),
    ...(struck
      ? [
          html`<li class="not">
            条件都符合，但不能重复享受：${line.result.replace(/^不计：/, '').replace(/（见 (.+)）$/, '（本年度已取$1）')}
          </li>`,
        ]
      : []),
    ...open.map((condition) => reason('unk', condition)),
    ...own.map((condition) => reason('', condition)),
    ...(isGateMet ? [html`<li lang="${language === 'zh' ? 'zh-CN' : 'en'}">${words.gate[language]}</li>`] : []),
  ];
}

/** A judgment that is not final has no day of effect to show. */
const showsFact = ({ fact, outcome: found, code }: Condition): boolean =>
  fact !== undefined && !(found === 'not_met' && code === 'NOT_FINAL');

const reason = (look: '' | 'not' | 'unk', condition: Condition): Html =>
  html`<li class="${look}">
    ${look === 'not' ? (condition.fails ?? condition.says) : condition.says}${showsFact(condition) && html`<span class="soft">（${condition.fact}）</span>`}
  </li>`;

function calculation(item: AnswerItem, language: Language): Html {
  const standing = alikeIn((item.trace?.lines ?? []).filter(({ result }) => !result.startsWith('不计')));
  const limits = item.trace?.limits ?? [];
  return html`${
    item.eligible === true &&
    html`<p class="label">${words.calculation[language]}</p>
      <ul lang="zh-CN">
        ${standing.map(
          ({ facts, line }) =>
            html`<li>
              ${factNames(facts)}：${groupedYuan(line.amount.replace(/，本行 \d+元$/, ''))}，${groupedYuan(line.result)}${facts.length > 1 && html`，这样的共${facts.length}项`}
            </li>`,
        )}
      </ul>`
  }${limits.length > 0 && html`<p class="small"><b>${words.limit[language]}</b>：${chinese(groupedYuan(limits.join('；')), language)}</p>`}`;
}

function changeText({ item, change }: Answered, look: Look, language: Language): Html | false {
  if (item.conditionsMet) return false;
  if (!change) return look === 'no' && html`<p class="soft">${words.noChange[language]}</p>`;
  return html`<p class="next">
    <b>${(look === 'yes' ? words.more : words.change)[language]}</b
    >：${chinese(adviceInWords(change.says), language)}，${words.reaches(sumInWords(change.yuan, language))[language]}
  </p>`;
}

function leftOut({ leftOut: parts }: QuickAnswer, language: Language): Html | false {
  if (parts.length === 0) return false;
  return html`<div class="card" id="mix">
    <h3>${words.mix[language]}</h3>
    <p>${words.mixWhy[language]}</p>
    <ul>
      ${parts.map(
        ({ title, yuan, says, facts }) =>
          html`<li>
            ${chinese(`${title}（${facts.join('、')}）`, language)}：${words.wouldBe(sumInWords(yuan, language))[language]}；${chinese(says.replace('（见 ', '（已取'), language)}
          </li>`,
      )}
    </ul>
  </div>`;
}

const idleClauses = (idle: readonly QuickLine[], language: Language): Html =>
  html`<h3 class="idle">${words.idle[language]}</h3>
    <ul class="rows">
      ${idle.map(
        ({ clause, change }) =>
          html`<li>
            <p>
              <b>${chinese(`${clause.cite}　${clause.title}`, language)}</b>
              <span class="tag off">${paidInWords(clause.paidAs)[language]}</span><br />${chinese(clause.says, language)}${
                change &&
                html`<br /><span class="next"
                    >${chinese(adviceInWords(change.says), language)}，${words.reaches(sumInWords(change.yuan, language))[language]}</span
                  >`
              }
            </p>
            <p class="soft small">${words.none[language]}</p>
          </li>`,
      )}
    </ul>`;
