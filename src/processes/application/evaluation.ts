import { z } from 'zod';
import { count, field, yesNo } from '#core/form/fields.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { eventsOf, type Guard, type Sight } from '#core/process/define.ts';
import type { Effect } from '#core/process/effects.ts';
import { known } from '#core/process/facts.ts';
import { type ApplicationData, Inspection, Nothing, type Panel, Reason } from './data.ts';
import { allSealed, siteInspected, someoneRecused } from './guards.ts';
import { activeMembers, conflictsOf, draw, interestedParties, memberOf, resultOf, withMember } from './panel.ts';
import { centreOfficer, expert } from './people.ts';
import { ScoreSheet } from './score-sheet.ts';
import type { State } from './states.ts';

type ApplicationSight = Sight<ApplicationData>;
const event = eventsOf<State, ApplicationData>();

const refuse = (code: string, zh: string, en: string, field?: string): readonly Refusal[] => [
  { kind: 'guard', code, clause: '8.2', says: both(zh, en), ...(field ? { field } : {}) },
];

const DrawInput = z.object({
  size: field(
    count(21)
      .min(5, '专家不少于5人')
      .refine((size) => size % 2 === 1, '专家人数应为单数'),
    both('专家人数', 'Number of experts'),
    { help: both('不少于5人，单数，从专家库随机抽取', 'Five or more, odd, drawn at random') },
  ),
});

const invite = (panel: Panel, kase: ApplicationSight['kase']): readonly Effect[] => [
  { kind: 'assign', when: 'with', people: activeMembers(panel).map(({ person }) => person) },
  ...panel.members
    .filter(({ status }) => status === 'invited')
    .map(({ person }): Effect => ({
      kind: 'notify',
      when: 'after',
      recipient: { to: 'person', id: person },
      says: both(`请先声明有无利益关系，再评审${kase.number}`, `Declare your interests, then score ${kase.number}`),
    })),
];

const panelOf = (sight: ApplicationSight): Panel => {
  if (!sight.data.panel) throw new Error(`${sight.kase.id} is evaluated without a panel`);
  return sight.data.panel;
};

const invited = (people: readonly { person: string; name: string }[]): Panel['members'] =>
  people.map(({ person, name }) => ({ person, name, status: 'invited' }));

export const drawPanel = event({
  title: both('随机抽取专家', 'Draw the panel'),
  clause: '8.2',
  from: ['panel_forming'],
  to: 'evaluation',
  who: [centreOfficer],
  input: DrawInput,
  asks: ['experts'],
  manner: 'next',
  accepts: ({ data, facts }, { size }) => {
    const pool = known(facts, 'experts');
    const free = pool.length - conflictsOf(pool, data.form).length;
    return free >= size
      ? []
      : refuse('too_few_experts', `专家库中无利益关系的只有${free}人，不足${size}人`, `Only ${free} experts are free of conflicts`, 'size');
  },
  apply: ({ data, facts, seed }, { size }) => {
    const pool = known(facts, 'experts');
    const excluded = [...conflictsOf(pool, data.form)];
    const members = invited(draw(pool, excluded, { size, seed }));
    const parties = interestedParties(data.form).map(({ name }) => name);
    return { ...data, parties, panel: { size, seed, excluded, members } };
  },
  effects: (sight) => invite(panelOf(sight), sight.kase),
});

/** How far this expert has come: declare first, then score, then nothing more. */
const hasStatus = (wanted: 'invited' | 'cleared'): Guard<ApplicationData> => ({
  code: 'expert_status',
  clause: '8.2',
  says: ({ data, actor }) => {
    const status = memberOf(data.panel, actor.person)?.status;
    if (status === 'invited') return both('请先声明有无利益关系', 'Declare your interests first');
    if (status === 'sealed') return both('评分表已封存，不能再改', 'Your sheet is sealed and can not be changed');
    return both('您已经声明过', 'You have declared already');
  },
  met: ({ data, actor }) => memberOf(data.panel, actor.person)?.status === wanted,
});

const notSealed: Guard<ApplicationData> = {
  code: 'already_sealed',
  clause: '8.2',
  says: both('评分表已封存，不能再回避', 'Your sheet is sealed already'),
  met: ({ data, actor }) => memberOf(data.panel, actor.person)?.status !== 'sealed',
};

const notRecused: Guard<ApplicationData> = {
  code: 'already_recused',
  clause: '8.2',
  says: both('您已经回避', 'You have recused already'),
  met: ({ data, actor }) => memberOf(data.panel, actor.person)?.status !== 'recused',
};

/** The centre may always record; an expert only after declaring. */
const mayInspect: Guard<ApplicationData> = {
  code: 'not_declared',
  clause: '8.2',
  says: both('请先声明有无利益关系', 'Declare your interests first'),
  met: ({ data, actor }) => actor.role !== 'expert' || ['cleared', 'sealed'].includes(memberOf(data.panel, actor.person)?.status ?? ''),
};

const notInspected: Guard<ApplicationData> = {
  code: 'already_inspected',
  clause: '8.2',
  says: both('现场考察已经登记', 'The inspection is on record already'),
  met: ({ data }) => data.inspection === null,
};

export const declareClear = event({
  title: both('声明无利益关系', 'Declare no conflict'),
  clause: '8.2',
  from: ['evaluation'],
  to: 'same',
  who: [expert],
  input: z.object({
    hasNoConflict: field(
      yesNo().refine((value) => value, '有利益关系的应当回避'),
      both('与申报单位及所列机构、企业无任职、持股、亲属、代理等关系', 'No employment, holding, kinship or client relation'),
    ),
  }),
  guards: [hasStatus('invited')],
  manner: 'next',
  apply: (sight) => ({ ...sight.data, panel: withMember(panelOf(sight), sight.actor.person ?? '', { status: 'cleared' }) }),
});

export const recuse = event({
  title: both('申请回避', 'Recuse'),
  clause: '8.2',
  from: ['evaluation'],
  to: 'same',
  who: [expert],
  input: Reason,
  manner: 'grave',
  guards: [notSealed, notRecused],
  apply: (sight, { reason }) => ({
    ...sight.data,
    panel: withMember(panelOf(sight), sight.actor.person ?? '', { status: 'recused', why: reason }),
  }),
  effects: (sight) => [
    {
      kind: 'notify',
      when: 'after',
      recipient: { to: 'role', role: 'centre_officer' },
      says: both(`${sight.kase.number}有专家回避，请补抽`, `An expert of ${sight.kase.number} recused; draw another`),
    },
  ],
});

export const replaceRecused = event({
  title: both('补抽专家', 'Draw replacements'),
  clause: '8.2',
  from: ['evaluation'],
  to: 'same',
  who: [centreOfficer],
  input: Nothing,
  asks: ['experts'],
  guards: [someoneRecused],
  manner: 'next',
  accepts: (sight) => {
    const { size } = panelOf(sight);
    return replacements(sight).length + activeMembers(panelOf(sight)).length >= size
      ? []
      : refuse('too_few_experts', '专家库中无利益关系的专家不够补抽', 'Too few experts without conflict are left');
  },
  apply: (sight) => {
    const panel = panelOf(sight);
    return { ...sight.data, panel: { ...panel, members: [...panel.members, ...invited(replacements(sight))] } };
  },
  effects: (sight) => invite(panelOf(sight), sight.kase),
});

const replacements = ({ data, facts, seed }: ApplicationSight) => {
  const pool = known(facts, 'experts');
  const panel = data.panel;
  if (!panel) return [];
  const without = panel.members.map(({ person }) => person);
  return draw(pool, conflictsOf(pool, data.form), { size: panel.size - activeMembers(panel).length, seed, without });
};

export const sealSheet = event({
  title: both('封存评分表', 'Seal the score sheet'),
  clause: '8.2',
  from: ['evaluation'],
  to: 'same',
  who: [expert],
  input: ScoreSheet,
  isSealed: true,
  manner: 'next',
  guards: [hasStatus('cleared')],
  apply: (sight) => ({ ...sight.data, panel: withMember(panelOf(sight), sight.actor.person ?? '', { status: 'sealed' }) }),
  effects: ({ actor }, sheet) => [{ kind: 'seal sheet', when: 'with', expert: actor.person ?? '', sheet }],
});

export const recordInspection = event({
  title: both('登记现场考察', 'Record the site inspection'),
  clause: '8.2',
  from: ['evaluation'],
  to: 'same',
  who: [centreOfficer, expert],
  input: Inspection,
  guards: [notInspected, mayInspect],
  manner: 'next',
  accepts: ({ today }, { date }) =>
    date > today ? refuse('future_date', '考察日期不能晚于今天', 'The inspection can not be in the future', 'date') : [],
  apply: ({ data }, inspection) => ({ ...data, inspection }),
});

export const openScores = event({
  title: both('开启评分并汇总', 'Open the sheets'),
  clause: '8.2',
  from: ['evaluation'],
  to: 'selection',
  who: [centreOfficer],
  input: Nothing,
  asks: ['sheets'],
  guards: [allSealed, siteInspected],
  manner: 'next',
  apply: ({ data, facts }) => ({
    ...data,
    result: resultOf(known(facts, 'sheets').map(({ name, sheet }) => ({ name, sheet: ScoreSheet.parse(sheet) }))),
  }),
  effects: () => [{ kind: 'open sheets', when: 'with' }],
});
