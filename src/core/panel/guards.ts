import { both } from '#core/kernel/words.ts';
import type { Guard } from '#core/process/define.ts';
import { activeMembers, memberOf, type Panel } from './panel.ts';

/** What the data of a case must have for a panel to work on it. `parties` are the names an expert must know to declare interests. */
export type PanelData = { readonly panel: Panel | null; readonly parties: readonly string[] };

type PanelGuard = Guard<PanelData>;

/** How far this expert has come: declare first, then score, then nothing more. */
const hasStatus = (clause: string, wanted: 'invited' | 'cleared'): PanelGuard => ({
  code: 'expert_status',
  clause,
  says: ({ data, actor }) => {
    const status = memberOf(data.panel, actor.person)?.status;
    if (status === 'invited') return both('请先声明有无利益关系', 'Declare your interests first');
    if (status === 'sealed') return both('评分表已封存，不能再改', 'Your sheet is sealed and can not be changed');
    return both('您已经声明过', 'You have declared already');
  },
  met: ({ data, actor }) => memberOf(data.panel, actor.person)?.status === wanted,
});

const notSealed = (clause: string): PanelGuard => ({
  code: 'already_sealed',
  clause,
  says: both('评分表已封存，不能再回避', 'Your sheet is sealed already'),
  met: ({ data, actor }) => memberOf(data.panel, actor.person)?.status !== 'sealed',
});

const notRecused = (clause: string): PanelGuard => ({
  code: 'already_recused',
  clause,
  says: both('您已经回避', 'You have recused already'),
  met: ({ data, actor }) => memberOf(data.panel, actor.person)?.status !== 'recused',
});

const someoneRecused = (clause: string): PanelGuard => ({
  code: 'nobody_recused',
  clause,
  says: both('没有回避的专家，不需要补抽', 'Nobody has recused'),
  met: ({ data }) => data.panel !== null && activeMembers(data.panel).length < data.panel.size,
});

const allSealed = (clause: string): PanelGuard => ({
  code: 'sheets_missing',
  clause,
  says: ({ data }) => {
    const members = data.panel ? activeMembers(data.panel) : [];
    const sealed = members.filter(({ status }) => status === 'sealed').length;
    return both(
      `评分表已封存${sealed}份，应为${data.panel?.size ?? 0}份；全部封存前任何人不能查看`,
      `${sealed} of ${data.panel?.size ?? 0} sheets are sealed; nobody may read one before all are`,
    );
  },
  met: ({ data }) =>
    data.panel !== null &&
    activeMembers(data.panel).length === data.panel.size &&
    activeMembers(data.panel).every(({ status }) => status === 'sealed'),
});

/** The guards of a panel's events, under the row of the plan on which the procedure rests. */
export const panelGuards = (clause: string) => ({
  invited: hasStatus(clause, 'invited'),
  cleared: hasStatus(clause, 'cleared'),
  notSealed: notSealed(clause),
  notRecused: notRecused(clause),
  someoneRecused: someoneRecused(clause),
  allSealed: allSealed(clause),
});
