import type { ActionView, CaseView } from '#contract/cases.ts';
import { paths } from '../paths.ts';

/** Events that have a page of their own instead of a dialog. */
const pages: Readonly<Record<string, Readonly<Record<string, (id: string) => string>>>> = {
  application: {
    fill_in: paths.edit,
    file: paths.edit,
    amend: paths.edit,
    seal_sheet: paths.score,
    record_inspection: paths.inspect,
  },
};

/** The page of an event, if it has one. */
export const pageOf = ({ process, id }: Pick<CaseView, 'process' | 'id'>, event: string): string | undefined =>
  pages[process]?.[event]?.(id);

/** How the actions of a case are laid out. */
export type Plan = {
  /** The one button the page leads with. */
  readonly lead: ActionView | undefined;
  /** Leading actions that can not be done yet, while nothing leads in their place. */
  readonly blocked: readonly ActionView[];
  readonly others: readonly ActionView[];
  /** The rest that can not be done now. */
  readonly unavailable: readonly ActionView[];
};

const isOpen = ({ refusals }: ActionView) => refusals.length === 0;

/** Chooses what leads: the first open `next`; else an open action with a page of its own; else the first open plain one. */
export function planOf(view: CaseView): Plan {
  const hasPage = ({ event }: ActionView) => pageOf(view, event) !== undefined;
  const shown = view.actions.filter((action) => action.manner !== 'quiet' || hasPage(action));
  const nexts = shown.filter(({ manner }) => manner === 'next');
  const next = nexts.find(isOpen);
  const lead =
    next ??
    shown.find((action) => isOpen(action) && hasPage(action)) ??
    shown.find((action) => isOpen(action) && action.manner === 'plain');
  const blocked = next ? [] : nexts.filter((action) => !isOpen(action));
  const rest = shown.filter((action) => action !== lead && !blocked.includes(action));
  // The editor files as well as fills in: one way there is enough.
  const leadsTo = lead && pageOf(view, lead.event);
  const others = rest.filter((action) => isOpen(action) && (leadsTo === undefined || pageOf(view, action.event) !== leadsTo));
  return { lead, blocked, others, unavailable: rest.filter((action) => !isOpen(action)) };
}
