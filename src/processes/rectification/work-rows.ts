import type { RectificationData, Work } from './data.ts';

/** What was saved before, with the rows given now in their place; in the order of the findings. */
export function withWork({ findings, work }: Pick<RectificationData, 'findings' | 'work'>, given: readonly Work[]): Work[] {
  const rows = new Map([...work, ...given].map((row) => [row.finding, row]));
  return findings.flatMap(({ no }) => rows.get(no) ?? []);
}

/** Numbers of the findings whose measure, day or evidence is still missing. */
export const missingWork = ({ findings, work }: Pick<RectificationData, 'findings' | 'work'>): readonly string[] =>
  findings
    .filter(({ no }) => {
      const row = work.find(({ finding }) => finding === no);
      return !row || row.measure.length < 5 || row.doneOn === null || row.evidence.length === 0;
    })
    .map(({ no }) => no);
