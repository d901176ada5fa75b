import { both, type Language, type Words } from '#core/kernel/words.ts';
import type { Who } from '#core/people/relations.ts';
import { roles } from '#core/people/roles.ts';
import type { AnyProcess } from '#core/process/define.ts';
import { limitInWords } from '#core/process/describe.ts';
import { processes } from '#processes/index.ts';
import { clauseName } from './clause-name.ts';
import { heading, page, type Setting, to } from './frame.ts';
import { type Html, html } from './html.ts';

const words = {
  title: both('办事流程', 'How it works'),
  lede: both(
    '这里的每一步都取自系统正在运行的流程定义：谁来办、几个工作日、依据哪一条。流程改了，这一页随之更新。',
    'Every step here is read from the procedures the system runs: who acts, within how many working days, under which article.',
  ),
  starts: both('发起', 'Start'),
  ends: both('办理结果', 'How it can end'),
  waits: both('由谁办理', 'With'),
  within: both('期限', 'Time limit'),
  silence: both('超期会提醒并留痕，不办不等于同意。', 'Lateness is reminded of and recorded; silence is never consent.'),
  goesOn: both('到期自动转入下一步。', 'At the end the case moves on by itself.'),
  note: both(
    '标“运行规则”的内容，方案本身没有规定，由市中心作为工作安排公布；条款编号指向方案原文。',
    'What is marked “house rule” is not in the plan: the centre publishes it as its way of working.',
  ),
  contents: both('流程目录', 'Procedures'),
};

const order = ['application', 'objection', 'call', 'ruling'] as const;

const people = (who: readonly Who[], language: Language): string =>
  [...new Set(who.filter(({ role }) => role !== 'clock').map(({ role }) => roles[role][language]))].join(language === 'zh' ? '、' : ', ');

/** The readings in force, by key: they say how long each step may take. */
export type HowItWorksData = { readonly readings: Readonly<Record<string, unknown>> };

type Step = HowItWorksData & { readonly process: AnyProcess; readonly state: string; readonly setting: Setting };

/** What leads on comes first, what ends the matter last. */
const weightOf = (manner: AnyProcess['events'][string]['manner']): number => (manner === 'next' ? 0 : manner === 'grave' ? 2 : 1);

/** Events people start in a state; what only the clock does is told with the time limit. */
const eventsIn = ({ process, state }: Step) =>
  Object.values(process.events)
    .filter(({ from, who }) => from.includes(state) && who.some(({ role }) => role !== 'clock'))
    .sort((a, b) => weightOf(a.manner) - weightOf(b.manner));

function timeLimit({ process, state, setting, readings }: Step): Html | false {
  const { language } = setting;
  const deadline = process.states[state]?.deadline;
  if (!deadline) return false;
  const fired = process.events[deadline.fires];
  const movesOn = fired !== undefined && fired.to !== 'same';
  const { reading } = deadline;
  const limit = limitInWords(deadline, reading === undefined ? null : Number(readings[reading]))[language];
  const source = reading === undefined ? html`${limit}` : html`<a href="${to(setting, `/readings#${reading}`)}">${limit}</a>`;
  return html`<p class="soft">
    ${words.within[language]} <strong>${source}</strong> ${(movesOn ? words.goesOn : words.silence)[language]}
  </p>`;
}

function stateItem(step: Step): Html {
  const { process, state, setting } = step;
  const { language } = setting;
  const definition = process.states[state];
  const awaits = definition?.awaits;
  const does = eventsIn(step).map(({ title, who, clause, to }) => {
    const target = to === 'same' ? undefined : process.states[to]?.title[language];
    return html`<li>
      <strong>${title[language]}</strong><span>${people(who, language)}${target && html`<span class="soft">　→ ${target}</span>`}</span
      ><span class="clause">${clauseName(clause, language)}</span>
    </li>`;
  });
  return html`<li>
    <h3>${definition?.title[language]}</h3>
    ${awaits && html`<p class="soft">${words.waits[language]} <strong>${awaits[language]}</strong></p>`}${timeLimit(step)}
    <ul class="does">
      ${does}
    </ul>
  </li>`;
}

function processSection(process: AnyProcess, setting: Setting, { readings }: HowItWorksData): Html {
  const { language } = setting;
  const names = Object.keys(process.states);
  const ends = names.filter((name) => process.states[name]?.isFinal);
  const opens = process.opens;
  const start = html`<li>
    <h3>${opens.title[language]}</h3>
    <ul class="does">
      <li>
        <strong>${words.starts[language]}</strong><span>${people(opens.who, language)}</span
        ><span class="clause">${clauseName(opens.clause, language)}</span>
      </li>
    </ul>
  </li>`;
  const steps = names.filter((name) => !ends.includes(name)).map((state) => stateItem({ process, state, setting, readings }));
  return html`<section aria-labelledby="${process.name}">
    <h2 id="${process.name}">${process.title[language]} <span class="clause">${clauseName(process.clause, language)}</span></h2>
    <ol class="flow">
      ${start}${steps}
      <li class="end">
        <h3>${words.ends[language]}</h3>
        <p>${ends.map((name) => html`<span class="tag off">${process.states[name]?.title[language]}</span> `)}</p>
      </li>
    </ol>
  </section>`;
}

const titleOf = (name: (typeof order)[number]): Words => processes[name].title;

/** `/how-it-works`: every procedure as a reader needs it, taken from the process definitions. */
export function howItWorksPage(setting: Setting, data: HowItWorksData): string {
  const { language } = setting;
  return page(setting, {
    title: words.title[language],
    body: html`<div class="wrap">
      <div class="prose">
        ${heading(setting, words.title[language], words.lede[language])}
        <p class="note small">${words.note[language]}</p>
      </div>
      <nav aria-label="${words.contents[language]}">
        <ul class="toc">
          ${order.map((name) => html`<li><a href="#${name}">${titleOf(name)[language]}</a></li>`)}
        </ul>
      </nav>
      ${order.map((name) => processSection(processes[name] as AnyProcess, setting, data))}
    </div>`,
  });
}
