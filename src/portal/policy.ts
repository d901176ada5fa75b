import { both, type Language } from '#core/kernel/words.ts';
import { heading, page, type Setting } from './frame.ts';
import { type Html, html } from './html.ts';
import { plan, type PlanArticle, type RowKind } from './policy-text.ts';

/** What the page needs of a clause file of `policy/zibo-2020`; any `Clause` fits. */
export type GuideClause = {
  readonly key: string;
  readonly cite: string;
  readonly title: string;
  readonly says: string;
  readonly paidAs: 'cash' | 'voucher';
  readonly examples: readonly { readonly title: string; readonly yields: { readonly code: string; readonly ceilingYuan: number } }[];
};

export type PolicyData = {
  /** The deciding clauses of 第九条, in the plan's order; may be empty. */
  readonly clauses: readonly GuideClause[];
};

const words = {
  title: both('政策', 'The policy'),
  lede: both(
    '示范区建设方案逐条转述：每一条给什么、要什么、怎么算。条号与印发文本一致，词句是我们的。',
    'The plan article by article: what it gives, what it asks, how it counts. The numbers are those of the issued text, the words are ours.',
  ),
  contents: both('条目', 'Articles'),
  examples: both('算例', 'Worked examples'),
  examplesLede: both(
    '每个算例都由系统实际运行的规则算出，并在每次发布前重新核对。金额为上限。',
    'Each example is computed by the rules the system runs, and checked again before every release. Amounts are ceilings.',
  ),
  scene: both('情形', 'Case'),
  outcome: both('结果', 'Outcome'),
  cash: both('资金', 'cash'),
  voucher: both('服务券', 'vouchers'),
  capped: both('（达到上限）', ' (capped)'),
  none: both('不予支持', 'nothing'),
  unknown: both('缺事实，待补', 'a fact is missing'),
};

const kinds: Readonly<Record<RowKind, { readonly name: ReturnType<typeof both>; readonly tone: string }>> = {
  gives: { name: both('给予', 'gives'), tone: 'tag' },
  asks: { name: both('要求', 'asks'), tone: 'tag warn' },
  rule: { name: both('规则', 'rule'), tone: 'tag off' },
};

const articleSection = ({ id, number, title, rows }: PlanArticle, language: Language): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}"><span class="soft">${number[language]}</span>　${title[language]}</h2>
    <ul class="rows">
      ${rows.map(
        ({ row, kind, says }) =>
          html`<li>
            <p>${says[language]}</p>
            <p><span class="${kinds[kind].tone}">${kinds[kind].name[language]}</span> <span class="clause num">${row}</span></p>
          </li>`,
      )}
    </ul>
  </section>`;

function outcome({ code, ceilingYuan }: GuideClause['examples'][number]['yields'], language: Language): string {
  if (code === 'UNKNOWN') return words.unknown[language];
  if (ceilingYuan === 0) return words.none[language];
  const amount = language === 'zh' ? `${ceilingYuan.toLocaleString('zh-CN')}元` : `${ceilingYuan.toLocaleString('en')} yuan`;
  return `${amount}${code === 'OK_CAPPED' ? words.capped[language] : ''}`;
}

const clauseExamples = ({ key, cite, title, says, paidAs, examples }: GuideClause, language: Language): Html =>
  html`<details id="example-${key}">
    <summary><strong>${cite}　${title}</strong> <span class="tag off">${words[paidAs][language]}</span></summary>
    <div>
      <p>${says}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.scene[language]}</th>
              <th scope="col" class="right">${words.outcome[language]}</th>
            </tr>
          </thead>
          <tbody>
            ${examples.map(
              (example) =>
                html`<tr>
                  <td>${example.title}</td>
                  <td class="right num">${outcome(example.yields, language)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
  </details>`;

/** `/policy`: the plan in our own words, with the worked examples of the clause files. */
export function policyPage(setting: Setting, { clauses }: PolicyData): string {
  const { language } = setting;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], words.lede[language])}
      <nav aria-label="${words.contents[language]}">
        <ul class="toc small">
          ${plan.map(({ id, number, title }) => html`<li><a href="#${id}">${number[language]} ${title[language]}</a></li>`)}${
            clauses.length > 0 && html`<li><a href="#examples">${words.examples[language]}</a></li>`
          }
        </ul>
      </nav>
      ${plan.map((one) => articleSection(one, language))}
      ${
        clauses.length > 0 &&
        html`<section aria-labelledby="examples">
          <h2 id="examples">${words.examples[language]}</h2>
          <p class="prose">${words.examplesLede[language]}</p>
          ${clauses.map((clause) => clauseExamples(clause, language))}
        </section>`
      }
    </div>`,
  });
}
