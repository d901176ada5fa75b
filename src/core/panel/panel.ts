import { z } from 'zod';
import { type Group, type ScoreSheet, totalOf } from './sheet.ts';

/** A panel as its case keeps it: how it was drawn, who was left out and why, and how far every member has come. */
export const Panel = z.object({
  size: z.int(),
  /** Seed of the draw: with the pool it gives the same panel again. */
  seed: z.string(),
  excluded: z.array(z.object({ person: z.string(), name: z.string(), why: z.string() })),
  members: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      status: z.enum(['invited', 'cleared', 'recused', 'sealed']),
      why: z.string().optional(),
    }),
  ),
});
export type Panel = z.infer<typeof Panel>;

/** A sheet once it is open: what was given, by group and in all, and whether it counts in the mean. */
export const OpenedSheet = z.object({
  name: z.string(),
  total: z.number(),
  groups: z.record(z.string(), z.number()),
  scores: z.record(z.string(), z.number()),
  remark: z.string(),
  isCounted: z.boolean(),
});
export type OpenedSheet = z.infer<typeof OpenedSheet>;

/** A sheet with the name of its author. */
export type NamedSheet = { readonly name: string; readonly sheet: ScoreSheet };

export const activeMembers = (panel: Panel) => panel.members.filter(({ status }) => status !== 'recused');

export const memberOf = (panel: Panel | null, person: string | null) => panel?.members.find((member) => member.person === person);

/** Whether this person has declared to have no interest: before that the papers stay shut (I-35, avoidance). */
export function hasDeclared(panel: Panel | null, person: string | null): boolean {
  const status = memberOf(panel, person)?.status;
  return status === 'cleared' || status === 'sealed';
}

/** The panel with one member's status changed. */
export const withMember = (panel: Panel, person: string, change: Partial<Panel['members'][number]>): Panel => ({
  ...panel,
  members: panel.members.map((member) => (member.person === person ? { ...member, ...change } : member)),
});

/** The sheets with their sums. The one with the highest and the one with the lowest total do not count (I-35). */
export function openedSheets(groups: readonly Group[], sheets: readonly NamedSheet[]): OpenedSheet[] {
  const totals = sheets.map(({ name, sheet }) => ({ name, sheet, ...totalOf(groups, sheet) }));
  const ordered = totals.map((one, index) => ({ index, total: one.total })).sort((a, b) => a.total - b.total);
  const left = new Set([ordered.at(0)?.index, ordered.at(-1)?.index]);
  return totals.map(({ name, sheet, total, groups: sums }, index) => ({
    name,
    total,
    groups: sums,
    scores: sheet.scores,
    remark: sheet.remark,
    isCounted: !left.has(index),
  }));
}
