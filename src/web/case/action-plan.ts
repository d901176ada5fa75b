import type { ActionView, CaseView } from '#contract/cases.ts';
import { paths } from '../paths.ts';

/** What is done in the editor of a form: writing it, filing it, and completing what was asked for. */
function editedForm(process: string): Readonly<Record<string, (id: string) => string>> {
  const edit = (id: string) => paths.edit(process, id);
  return { fill_in: edit, file: edit, amend: edit };
}

/** Events that have a page of their own instead of a dialog. */
const pages: Readonly<Record<string, Readonly<Record<string, (id: string) => string>>>> = {
  application: {
    ...editedForm('application'),
    declare_clear: paths.score,
    seal_sheet: paths.score,
    record_inspection: paths.inspect,
  },
  plan: editedForm('plan'),
  recognition: { ...editedForm('recognition'), declare_clear: paths.score, seal_sheet: paths.score },
};

/** The page of an event, if it has one. */
export const pageOf = ({ process, id }: Pick<CaseView, 'process' | 'id'>, event: string): string | undefined =>
  pages[process]?.[event]?.(id);

/** How the actions of a case are laid out. */
export type Plan = {
  /** The one button the page leads with. */
  readonly lead: ActionView | undefined;
  /** What the case really waits for, while it can not be done yet: the page says why. */
  readonly waitedFor: ActionView | undefined;
  readonly others: readonly ActionView[];
  /** The rest that can not be done now. */
  readonly unavailable: readonly ActionView[];
};

const isOpen = ({ refusals }: ActionView) => refusals.length === 0;

/** Leading but not the last word: fields asked for are completed before the form is filed again. */
const comesFirst = new Set(['amend']);

/** Leading while nothing further is possible: a check can be made again, but then the case waits for what comes after it. */
const comesLast = new Set(['check']);

const nextOf = (open: readonly ActionView[]): ActionView | undefined => {
  const leading = open.filter(({ manner }) => manner === 'next');
  return open.find(({ event }) => comesFirst.has(event)) ?? leading.find(({ event }) => !comesLast.has(event)) ?? leading[0];
};

const byWeight = (a: ActionView, b: ActionView) => Number(a.manner === 'grave') - Number(b.manner === 'grave');

/** Chooses what leads: the first open `next`; else an open action with a page of its own; else the first open plain one. */
export function planOf(view: CaseView): Plan {
  const hasPage = ({ event }: ActionView) => pageOf(view, event) !== undefined;
  const shown = view.actions.filter((action) => action.manner !== 'quiet' || hasPage(action));
  const open = shown.filter(isOpen);
  const next = nextOf(open);
  const lead = next ?? open.find(hasPage) ?? open.find(({ manner }) => manner === 'plain');
  // Events stand in the order of the procedure: the last leading one says what the case is really waiting for.
  const isSettled = next !== undefined && !comesLast.has(next.event);
  const waitedFor = isSettled ? undefined : shown.findLast((action) => action.manner === 'next' && !isOpen(action));
  const rest = shown.filter((action) => action !== lead && action !== waitedFor);
  // The editor files as well as fills in: one way there is enough.
  const leadsTo = lead && pageOf(view, lead.event);
  const others = rest
    .filter((action) => isOpen(action) && (leadsTo === undefined || pageOf(view, action.event) !== leadsTo))
    .toSorted(byWeight);
  return { lead, waitedFor, others, unavailable: rest.filter((action) => !isOpen(action)) };
}
