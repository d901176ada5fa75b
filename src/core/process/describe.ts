import { relations } from '#core/people/relations.ts';
import { roles } from '#core/people/roles.ts';
import { both, type Words } from '#core/kernel/words.ts';
import type { AnyProcess, TimeLimit } from './define.ts';

const targets = (from: readonly string[], to: string) => from.map((one) => [one, to === 'same' ? one : to] as const);

/** The process as a Mermaid state diagram, for docs/generated. Moves within a state are left out. */
export function toMermaid({ initial, states, events }: AnyProcess): string {
  const names = Object.entries(states).map(([id, { title }]) => `  ${id}: ${title.zh}`);
  const arrows = Object.values(events).flatMap(({ from, to, title }) =>
    targets(from, to)
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => `  ${one} --> ${other}: ${title.zh}`),
  );
  const ends = Object.entries(states)
    .filter(([, { isFinal }]) => isFinal)
    .map(([id]) => `  ${id} --> [*]`);
  return ['stateDiagram-v2', ...names, `  [*] --> ${initial}`, ...arrows, ...ends].join('\n');
}

/** Who may do what, as Markdown table rows, with the row of the plan each rests on. */
export function toPermissionTable({ opens, events, states }: AnyProcess): string {
  const who = (list: AnyProcess['opens']['who']) =>
    list
      .map(({ role, relation, notWho }) => {
        const bar = notWho?.length ? `，未办理过${notWho.map((event) => `“${events[event]?.title.zh ?? '提起'}”`).join('')}` : '';
        return `${roles[role].zh}（${relations[relation].zh}${bar}）`;
      })
      .join('、');
  const clause = (row: string) => (row === 'operational' ? '运行规则' : row);
  return [
    '| 事项 | 何时 | 何人 | 条款 |',
    '| --- | --- | --- | --- |',
    `| ${opens.title.zh} | – | ${who(opens.who)} | ${clause(opens.clause)} |`,
    ...Object.values(events).map(
      (event) =>
        `| ${event.title.zh} | ${event.from.map((state) => states[state]?.title.zh).join('、')} | ${who(event.who)} | ${clause(event.clause)} |`,
    ),
  ].join('\n');
}

/** A time limit as people read it: so many workdays by this reading, or the paper that names the day. `workdays` is null there. */
export function limitInWords(limit: TimeLimit<string>, workdays: number | null): Words {
  if (limit.reading === undefined || workdays === null) return limit.lastDay?.source ?? both('', '');
  const { zh, en } = limit.source;
  return both(`${workdays}个工作日（${zh}）`, `${workdays} working days (${en})`);
}

/** How long each state may last and what the clock does then, as a Markdown table; empty where nothing has a time limit. */
export function toTimeTable({ states, events }: AnyProcess, workdaysOf: (reading: string) => number): string {
  const rows = Object.values(states).flatMap(({ title, deadline }) => {
    if (!deadline) return [];
    const counted = deadline.reading === undefined ? [] : [limitInWords(deadline, workdaysOf(deadline.reading)).zh];
    const lasts = [...(deadline.lastDay ? [deadline.lastDay.source.zh] : []), ...counted].join('；末日已过的，');
    return [`| ${title.zh} | ${lasts}${deadline.clock ? '，同一计时' : ''} | ${events[deadline.fires]?.title.zh} |`];
  });
  return rows.length === 0 ? '' : ['| 何时 | 期限（默认口径） | 期满 |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Mistakes the compiler cannot see: states nobody reaches or leaves, deadlines the clock may not fire, barred events that do not exist. */
export const faultsIn = (process: AnyProcess): string[] => [
  ...Object.keys(process.states).flatMap((state) => [...faultsOfShape(process, state), ...faultsOfDeadline(process, state)]),
  ...faultsOfHands(process),
];

function faultsOfShape({ initial, states, events }: AnyProcess, state: string): string[] {
  const isEntered = state === initial || Object.values(events).some(({ to }) => to === state);
  const isLeft = Object.values(events).some(({ from, to }) => from.includes(state) && to !== 'same' && to !== state);
  const isFinal = states[state]?.isFinal === true;
  if (!isEntered) return [`${state} is never reached`];
  if (isFinal === isLeft) return [isFinal ? `${state} is final but has a way out` : `${state} is a dead end`];
  return [];
}

function faultsOfDeadline({ states, events }: AnyProcess, state: string): string[] {
  const fires = states[state]?.deadline?.fires;
  if (fires === undefined) return [];
  const event = events[fires];
  return event?.who.some(({ role }) => role === 'clock') && event.from.includes(state) ? [] : [`${state}: the clock may not ${fires}`];
}

function faultsOfHands({ events }: AnyProcess): string[] {
  return Object.entries(events).flatMap(([name, { who }]) =>
    who
      .flatMap(({ notWho }) => notWho ?? [])
      .filter((event) => event !== 'open' && !events[event])
      .map((event) => `${name} bars whoever did ${event}, which does not exist`),
  );
}
