import { panelEvents } from '#core/panel/events.ts';
import { hasDeclared } from '#core/panel/panel.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both } from '#core/kernel/words.ts';
import { centreOfficer, expert } from '#core/people/offices.ts';
import { eventsOf, type Guard } from '#core/process/define.ts';
import { type ApplicationData, Inspection } from './data.ts';
import { siteInspected } from './guards.ts';
import { interestedParties, resultOf } from './panel.ts';
import { ScoreSheet } from './score-sheet.ts';
import type { State } from './states.ts';

const event = eventsOf<State, ApplicationData>();

export const panel = panelEvents<State, ApplicationData>({
  clause: '8.2',
  from: 'panel_forming',
  judgesIn: 'evaluation',
  opensTo: 'selection',
  parties: ({ data }) => interestedParties(data.form),
  declares: both('与申报单位及所列机构、企业无任职、持股、亲属、代理等关系', 'No employment, holding, kinship or client relation'),
  sheet: ScoreSheet,
  opensAfter: [siteInspected],
  opened: (data, sheets) => ({ ...data, result: resultOf(sheets) }),
});

const refuse = (code: string, zh: string, en: string, field: string): readonly Refusal[] => [
  { kind: 'guard', code, clause: '8.2', says: both(zh, en), field },
];

/** The centre may always record; an expert only after declaring. */
const mayInspect: Guard<ApplicationData> = {
  code: 'not_declared',
  clause: '8.2',
  says: both('请先声明有无利益关系', 'Declare your interests first'),
  met: ({ data, actor }) => actor.role !== 'expert' || hasDeclared(data.panel, actor.person),
};

const notInspected: Guard<ApplicationData> = {
  code: 'already_inspected',
  clause: '8.2',
  says: both('现场考察已经登记', 'The inspection is on record already'),
  met: ({ data }) => data.inspection === null,
};

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
