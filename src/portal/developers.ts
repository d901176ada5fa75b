import { contract } from '#contract/index.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { schemaOf, sharedSchemas, wholeSchema } from '#contract/json-schema.ts';
import { tagOf } from '#contract/openapi.ts';
import { both, type Language, type Words } from '#core/kernel/words.ts';
import { roles } from '#core/people/roles.ts';
import { processes } from '#processes/index.ts';
import { clauseName } from './clause-name.ts';
import { heading, page, type Setting } from './frame.ts';
import { type Html, html } from './html.ts';
import { schemaText } from './schema-text.ts';

const words = {
  title: both('开放接口', 'Developers'),
  lede: both(
    '网页能做的事，接口都能做，规则完全一样。下面的说明由接口定义直接生成。',
    'What the pages can do, the interface can do, under the same rules. This page is generated from the contract itself.',
  ),
  rules: both('约定', 'Conventions'),
  groups: both('分组', 'Groups'),
  shared: both('通用结构', 'Shared structures'),
  who: both('何人', 'Who'),
  anyone: both('任何人', 'anyone'),
  signedIn: both('已登录', 'anyone signed in'),
  params: both('路径参数', 'Path'),
  query: both('查询参数', 'Query'),
  body: both('请求内容', 'Body'),
  answer: both('答复', 'Answer'),
  file: both('文件（multipart/form-data，字段 file）', 'a file (multipart/form-data, field “file”)'),
  givesFile: both('文件', 'a file'),
  nothing: both('无内容', 'no content'),
  key: both('须带 Idempotency-Key', 'needs Idempotency-Key'),
  version: both('须带 If-Match', 'needs If-Match'),
  demo: both('仅演示模式', 'demonstration only'),
};

const conventions: readonly Words[] = [
  both(
    '地址以 /api 开头，内容为 JSON；会话由登录时设置的 Cookie 携带。',
    'Addresses begin with /api and carry JSON; the session travels in a cookie set at sign-in.',
  ),
  both(
    '每次办理带一个 Idempotency-Key；断网后用同一个键重发，不会办两次。',
    'Each command takes an Idempotency-Key; after a lost connection send it again with the same key and it happens once.',
  ),
  both(
    '修改时在 If-Match 写明所见版本；别人先改了，答复412。',
    'A write names the version it saw in If-Match; if somebody was faster the answer is 412.',
  ),
  both(
    '不予办理时答复 application/problem+json（RFC 9457），逐条写明原因、字段和条款。',
    'Refusals are application/problem+json (RFC 9457) with reason, field and clause for each.',
  ),
];

const groupNames: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(Object.values(processes).map(({ name, title }) => [name, title])),
  session: both('登录', 'Session'),
  account: both('账号', 'Account'),
  messages: both('消息', 'Messages'),
  duties: both('待办', 'Duties'),
  processes: both('流程说明', 'Processes'),
  filings: both('报送原件', 'Filings'),
  scores: both('评分', 'Scores'),
  calls: both('批次与排名', 'Calls and ranking'),
  organisations: both('单位', 'Organisations'),
  people: both('人员', 'People'),
  'fact-kinds': both('事实的种类', 'Kinds of facts'),
  'fact-imports': both('清单导入', 'Imports of lists'),
  facts: both('事实', 'Facts'),
  'fact-confirmations': both('事实的确认', 'Confirmation of facts'),
  determination: both('支持核算', 'Determination'),
  files: both('文件', 'Files'),
  zones: both('示范区', 'Zones'),
  receipts: both('回执', 'Receipts'),
  demo: both('演示', 'Demonstration'),
};

function audience({ who }: Endpoint, language: Language): string {
  if (who === 'anyone') return words.anyone[language];
  if (who === 'signed in') return words.signedIn[language];
  return who.map((role) => roles[role][language]).join(language === 'zh' ? '、' : ', ');
}

const block = (title: string, text: string): Html =>
  html`<p class="label small">${title}</p>
    <pre>${text}</pre>`;

function answerText({ answer, givesFile }: Endpoint, language: Language): string {
  if (givesFile) return words.givesFile[language];
  return answer ? schemaText(schemaOf(answer, 'output')) : words.nothing[language];
}

function details(endpoint: Endpoint, language: Language): Html {
  const { params, query, body, takesFile, status } = endpoint;
  return html`${params && block(words.params[language], schemaText(wholeSchema(params, 'input')))}${query && block(words.query[language], schemaText(wholeSchema(query, 'input')))}${
    body && block(words.body[language], schemaText(schemaOf(body, 'input')))
  }${takesFile && block(words.body[language], words.file[language])}${block(`${words.answer[language]} ${status ?? 200}`, answerText(endpoint, language))}`;
}

function endpointItem(name: string, endpoint: Endpoint, language: Language): Html {
  const { method, path, summary, clause, isCommand, namesVersion, isDemo } = endpoint;
  const needs = [isCommand && words.key, namesVersion && words.version, isDemo && words.demo].filter(
    (one) => one !== false && one !== undefined,
  );
  return html`<details id="${name}">
    <summary><span class="method">${method}</span> <code>${path}</code>　${summary[language]}</summary>
    <div>
      <p class="small">
        ${words.who[language]}：${audience(endpoint, language)}${clause && html`　<span class="clause">${clauseName(clause, language)}</span>`}
        ${needs.map((need) => html`<span class="tag off">${need[language]}</span> `)}
      </p>
      ${details(endpoint, language)}
    </div>
  </details>`;
}

/** `/developers`: every endpoint with its audience, input and output, from the contract. `/openapi.json` serves `openApi(contract)`. */
export function developersPage(setting: Setting): string {
  const { language } = setting;
  const endpoints = Object.entries(contract);
  const groups = [...new Set(endpoints.map(([, endpoint]) => tagOf(endpoint)))];
  const title = (group: string) => groupNames[group]?.[language] ?? group;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      ${heading(setting, words.title[language], html`${words.lede[language]} <a href="/openapi.json">OpenAPI 3.1</a>`)}
      <h2>${words.rules[language]}</h2>
      <ul class="prose">
        ${conventions.map((rule) => html`<li>${rule[language]}</li>`)}
      </ul>
      <nav aria-label="${words.groups[language]}">
        <ul class="toc">
          ${groups.map((group) => html`<li><a href="#group-${group}">${title(group)}</a></li>`)}
          <li><a href="#shared">${words.shared[language]}</a></li>
        </ul>
      </nav>
      ${groups.map(
        (group) =>
          html`<section aria-labelledby="group-${group}">
            <h2 id="group-${group}">${title(group)}</h2>
            ${endpoints
              .filter(([, endpoint]) => tagOf(endpoint) === group)
              .map(([name, endpoint]) => endpointItem(name, endpoint, language))}
          </section>`,
      )}
      <section aria-labelledby="shared">
        <h2 id="shared">${words.shared[language]}</h2>
        ${Object.entries(sharedSchemas).map(
          ([name, schema]) =>
            html`<details id="schema-${name}">
              <summary><code>${name}</code></summary>
              <div><pre>${schemaText(wholeSchema(schema, 'output'))}</pre></div>
            </details>`,
        )}
      </section>
    </div>`,
  });
}
