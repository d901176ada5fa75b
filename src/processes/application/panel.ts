import { type Conflict, conflictsWith, oneSpelling, type Party } from '#core/panel/draw.ts';
import { type NamedSheet, openedSheets } from '#core/panel/panel.ts';
import { trimmedMean } from '#core/panel/sheet.ts';
import type { PooledExpert } from '#core/process/facts.ts';
import type { Result } from './data.ts';
import type { DraftForm } from './form.ts';
import { scoreGroups } from './score-sheet.ts';
export { draw } from '#core/panel/draw.ts';
export { activeMembers, withMember } from '#core/panel/panel.ts';

/** Every organisation the application is about: the applicant, its agencies and its enterprises. */
export function interestedParties(form: DraftForm): readonly Party[] {
  const applicant = form.applicant as Partial<Party> | undefined;
  const rows = (section: string, key: string) => (form[section]?.[key] as readonly Partial<Party>[] | undefined) ?? [];
  return [applicant ?? {}, ...rows('services', 'providers'), ...rows('industry', 'enterprises')]
    .filter((one): one is Party => Boolean(one.creditCode))
    .map(({ name, creditCode }) => ({ name, creditCode: oneSpelling(creditCode) }));
}

/** Conflicts of interest of the pool with one application. */
export const conflictsOf = (pool: readonly PooledExpert[], form: DraftForm): readonly Conflict[] =>
  conflictsWith(pool, interestedParties(form));

/** The result of a panel once every sheet is open. The highest and the lowest total do not count (I-35). */
export function resultOf(sheets: readonly NamedSheet[]): Result {
  const opened = openedSheets(scoreGroups, sheets);
  return {
    sheets: opened,
    score: trimmedMean(opened.map(({ total }) => total)),
    planScore: trimmedMean(opened.map(({ groups }) => groups.plan ?? 0)),
  };
}
