import { readCreditCode } from '#core/kernel/credit-code.ts';
import type { PooledExpert } from '#core/process/facts.ts';
import type { Panel, Result } from './data.ts';
import type { DraftForm } from './form.ts';
import { type ScoreSheet, totalOf, trimmedMean } from './score-sheet.ts';

/** An expert who may not judge this application, and why; computed, not declared. */
export type Conflict = { readonly person: string; readonly name: string; readonly why: string };

type Named = { readonly name: string; readonly creditCode: string };

/** A credit code in its one spelling, however it was typed: a tie must not hide behind a blank. */
export function oneSpelling(creditCode: string): string {
  const read = readCreditCode(creditCode);
  return read.ok ? read.value : creditCode;
}

/** Every organisation the application is about: the applicant, its agencies and its enterprises. */
export function interestedParties(form: DraftForm): readonly Named[] {
  const applicant = form.applicant as Partial<Named> | undefined;
  const rows = (section: string, key: string) => (form[section]?.[key] as readonly Partial<Named>[] | undefined) ?? [];
  return [applicant ?? {}, ...rows('services', 'providers'), ...rows('industry', 'enterprises')]
    .filter((one): one is Named => Boolean(one.creditCode))
    .map(({ name, creditCode }) => ({ name, creditCode: oneSpelling(creditCode) }));
}

/** Conflicts of interest of the pool with one application: employer, office held, declared ties. */
export function conflictsOf(pool: readonly PooledExpert[], form: DraftForm): readonly Conflict[] {
  const parties = new Map(interestedParties(form).map(({ creditCode, name }) => [creditCode, name]));
  return pool.flatMap(({ person, name, ties, offices }) => {
    const tie = ties.find(({ creditCode }) => parties.has(creditCode));
    if (tie) return [{ person, name, why: `与“${parties.get(tie.creditCode)}”有${tie.kind}关系` }];
    const office = offices.find((code) => parties.has(code));
    return office ? [{ person, name, why: `在“${parties.get(office)}”任职` }] : [];
  });
}

/** A number from 0 up to 2^32 that depends on nothing but the text; FNV-1a with a final mix. */
function spread(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

/**
 * Draws `size` experts without conflict. The order follows from the seed alone, so anybody with the seed and the pool
 * can draw again and get the same panel.
 */
export function draw(
  pool: readonly PooledExpert[],
  conflicts: readonly Conflict[],
  wanted: { readonly size: number; readonly seed: string; readonly without?: readonly string[] },
): readonly PooledExpert[] {
  const barred = new Set([...conflicts.map(({ person }) => person), ...(wanted.without ?? [])]);
  return pool
    .filter(({ person }) => !barred.has(person))
    .map((expert) => ({ expert, lot: spread(`${wanted.seed}/${expert.person}`) }))
    .sort((a, b) => a.lot - b.lot || (a.expert.person < b.expert.person ? -1 : 1))
    .slice(0, wanted.size)
    .map(({ expert }) => expert);
}

export const activeMembers = (panel: Panel) => panel.members.filter(({ status }) => status !== 'recused');

export const memberOf = (panel: Panel | null, person: string | null) => panel?.members.find((member) => member.person === person);

/** The panel with one member's status changed. */
export const withMember = (panel: Panel, person: string, change: Partial<Panel['members'][number]>): Panel => ({
  ...panel,
  members: panel.members.map((member) => (member.person === person ? { ...member, ...change } : member)),
});

/** The result of a panel once every sheet is open. The highest and the lowest total do not count (I-35). */
export function resultOf(sheets: readonly { readonly name: string; readonly sheet: ScoreSheet }[]): Result {
  const totals = sheets.map(({ name, sheet }) => ({ name, sheet, ...totalOf(sheet) }));
  const ordered = totals.map((one, index) => ({ index, total: one.total })).sort((a, b) => a.total - b.total);
  const left = new Set([ordered.at(0)?.index, ordered.at(-1)?.index]);
  return {
    sheets: totals.map(({ name, sheet, total, groups }, index) => ({
      name,
      total,
      groups,
      scores: sheet.scores,
      remark: sheet.remark,
      isCounted: !left.has(index),
    })),
    score: trimmedMean(totals.map(({ total }) => total)),
    planScore: trimmedMean(totals.map(({ groups }) => groups.plan ?? 0)),
  };
}
