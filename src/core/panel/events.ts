import { z } from 'zod';
import { count, field, yesNo } from '#core/form/fields.ts';
import { Nothing, Reason } from '#core/form/inputs.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { centreOfficer, expert } from '#core/people/offices.ts';
import { eventsOf, type Guard, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { type FactName, known } from '#core/process/facts.ts';
import { conflictsWith, draw, type Party } from './draw.ts';
import { type PanelData, panelGuards } from './guards.ts';
import { activeMembers, type NamedSheet, type Panel, withMember } from './panel.ts';
import type { ScoreSheet } from './sheet.ts';

/** What a procedure says of the panel that judges in it. */
export type PanelSetting<State extends string, Data extends PanelData> = {
  readonly clause: string;
  /** Where the panel is drawn, where it judges, and what the case awaits once the sheets are open. */
  readonly from: State;
  readonly judgesIn: State;
  readonly opensTo: State;
  /** With whom an expert may not be tied, and the facts needed to know it. */
  readonly parties: (sight: Sight<Data>) => readonly Party[];
  readonly partiesAsk?: readonly FactName[];
  /** What an expert declares. */
  readonly declares: Words;
  readonly sheet: z.ZodType<ScoreSheet>;
  /** What must be there, besides the sheets, before they are opened. */
  readonly opensAfter?: readonly Guard<Data>[];
  readonly opened: (data: Data, sheets: readonly NamedSheet[]) => Data;
};

const DrawInput = z.object({
  size: field(
    count(21)
      .min(3, '专家不少于3人')
      .refine((size) => size % 2 === 1, '专家人数应为单数'),
    both('专家人数', 'Number of experts'),
    { help: both('单数，从专家库随机抽取；最少人数以现行口径为准', 'Odd, drawn at random; how many at least is a reading') },
  ),
});

const refuse = (clause: string, zh: string, en: string, field?: string): readonly Refusal[] => [
  { kind: 'guard', code: 'too_few_experts', clause, says: both(zh, en), ...(field ? { field } : {}) },
];

/** Fewer experts than the reading asks for are no panel (I-35). */
function sizeFaults({ facts }: Pick<Sight<unknown>, 'facts'>, clause: string, size: number): readonly Refusal[] {
  const least = Number(known(facts, 'readings').panelMinimum);
  const says = both(`专家不少于${least}人`, `At least ${least} experts`);
  return size < least ? [{ kind: 'input', code: 'invalid_input', clause, field: 'size', says }] : [];
}

const panelOf = ({ data, kase }: Sight<PanelData>): Panel => {
  if (!data.panel) throw new Error(`${kase.id} is evaluated without a panel`);
  return data.panel;
};

const invited = (people: readonly { person: string; name: string }[]): Panel['members'] =>
  people.map(({ person, name }) => ({ person, name, status: 'invited' }));

const invite = (sight: Sight<PanelData>): readonly Effect[] => [
  { kind: 'assign', when: 'with', people: activeMembers(panelOf(sight)).map(({ person }) => person) },
  ...panelOf(sight)
    .members.filter(({ status }) => status === 'invited')
    .map(({ person }): Effect => ({
      kind: 'notify',
      when: 'after',
      recipient: { to: 'person', id: person },
      says: both(`请先声明有无利益关系，再评审${sight.kase.number}`, `Declare your interests, then score ${sight.kase.number}`),
    })),
];

/** The data with the panel in it. */
const put = <Data extends PanelData>(data: Data, panel: Panel): Data => ({ ...data, panel });

const withStatus = <Data extends PanelData>(sight: Sight<Data>, change: Partial<Panel['members'][number]>): Data =>
  put(sight.data, withMember(panelOf(sight), sight.actor.person ?? '', change));

function drawing<State extends string, Data extends PanelData>(setting: PanelSetting<State, Data>) {
  const { clause, parties, partiesAsk = [] } = setting;
  const event = eventsOf<State, Data>();
  const asks: readonly FactName[] = ['experts', ...partiesAsk];
  const conflicts = (sight: Sight<Data>) => conflictsWith(known(sight.facts, 'experts'), parties(sight));
  const replacements = (sight: Sight<Data>) => {
    const panel = panelOf(sight);
    const without = panel.members.map(({ person }) => person);
    const size = panel.size - activeMembers(panel).length;
    return draw(known(sight.facts, 'experts'), conflicts(sight), { size, seed: sight.seed, without });
  };
  return {
    drawPanel: event({
      title: both('随机抽取专家', 'Draw the panel'),
      clause,
      from: [setting.from],
      to: setting.judgesIn,
      who: [centreOfficer],
      input: DrawInput,
      asks: [...asks, 'readings'],
      manner: 'next',
      accepts: (sight, { size }) => {
        const free = known(sight.facts, 'experts').length - conflicts(sight).length;
        const faults = sizeFaults(sight, clause, size);
        if (faults.length > 0 || free >= size) return faults;
        return refuse(clause, `专家库中无利益关系的只有${free}人，不足${size}人`, `Only ${free} experts are free of conflicts`, 'size');
      },
      apply: (sight, { size }) => {
        const { facts, seed } = sight;
        const excluded = [...conflicts(sight)];
        const members = invited(draw(known(facts, 'experts'), excluded, { size, seed }));
        const names = parties(sight).map(({ name }) => name);
        return { ...put(sight.data, { size, seed, excluded, members }), parties: names };
      },
      effects: invite,
    }),
    replaceRecused: event({
      title: both('补抽专家', 'Draw replacements'),
      clause,
      from: [setting.judgesIn],
      to: 'same',
      who: [centreOfficer],
      input: Nothing,
      asks,
      guards: [panelGuards(clause).someoneRecused],
      manner: 'next',
      accepts: (sight) =>
        replacements(sight).length + activeMembers(panelOf(sight)).length >= panelOf(sight).size
          ? []
          : refuse(clause, '专家库中无利益关系的专家不够补抽', 'Too few experts without conflict are left'),
      apply: (sight) => {
        const panel = panelOf(sight);
        return put(sight.data, { ...panel, members: [...panel.members, ...invited(replacements(sight))] });
      },
      effects: invite,
    }),
  };
}

function judging<State extends string, Data extends PanelData>({ clause, judgesIn, sheet, declares }: PanelSetting<State, Data>) {
  const event = eventsOf<State, Data>();
  const guards = panelGuards(clause);
  return {
    declareClear: event({
      title: both('声明无利益关系', 'Declare no conflict'),
      clause,
      from: [judgesIn],
      to: 'same',
      who: [expert],
      input: z.object({
        hasNoConflict: field(
          yesNo().refine((value) => value, '有利益关系的应当回避'),
          declares,
        ),
      }),
      guards: [guards.invited],
      manner: 'next',
      apply: (sight) => withStatus(sight, { status: 'cleared' }),
    }),
    recuse: event({
      title: both('申请回避', 'Recuse'),
      clause,
      from: [judgesIn],
      to: 'same',
      who: [expert],
      input: Reason,
      manner: 'grave',
      guards: [guards.notSealed, guards.notRecused],
      apply: (sight, { reason }) => withStatus(sight, { status: 'recused', why: reason }),
      effects: ({ kase }) => [
        {
          kind: 'notify',
          when: 'after',
          recipient: { to: 'role', role: 'centre_officer' },
          says: both(`${kase.number}有专家回避，请补抽`, `An expert of ${kase.number} recused; draw another`),
        },
      ],
    }),
    sealSheet: event({
      title: both('封存评分表', 'Seal the score sheet'),
      clause,
      from: [judgesIn],
      to: 'same',
      who: [expert],
      input: sheet,
      isSealed: true,
      manner: 'next',
      guards: [guards.cleared],
      apply: (sight) => withStatus(sight, { status: 'sealed' }),
      effects: ({ actor }, given) => [{ kind: 'seal sheet', when: 'with', expert: actor.person ?? '', sheet: given }],
    }),
  };
}

function opening<State extends string, Data extends PanelData>(setting: PanelSetting<State, Data>) {
  const { clause, judgesIn, opensTo, sheet, opensAfter = [], opened } = setting;
  return {
    openScores: eventsOf<State, Data>()({
      title: both('开启评分并汇总', 'Open the sheets'),
      clause,
      from: [judgesIn],
      to: opensTo,
      who: [centreOfficer],
      input: Nothing,
      asks: ['sheets'],
      guards: [panelGuards(clause).allSealed, ...opensAfter],
      manner: 'next',
      apply: ({ data, facts }) =>
        opened(
          data,
          known(facts, 'sheets').map((one) => ({ name: one.name, sheet: sheet.parse(one.sheet) })),
        ),
      effects: () => [{ kind: 'open sheets', when: 'with' }],
    }),
  };
}

/** The events of an expert panel: drawn with avoidance, declared, recused and replaced, sealed each alone, opened all together. */
export const panelEvents = <State extends string, Data extends PanelData>(setting: PanelSetting<State, Data>) => ({
  ...drawing(setting),
  ...judging(setting),
  ...opening(setting),
});
