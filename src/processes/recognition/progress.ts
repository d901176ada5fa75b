import type { PlanProgress, YearRecord } from '#core/process/recognition-facts.ts';
import type { RecognitionData } from './data.ts';
import { indicatorShare, taskShare } from './scoring.ts';

type Rows = 'tasks' | 'indicators';

/** The rows of part one as the form has them; a draft may hold anything. */
function rowsOf(form: RecognitionData['form'], of: Rows): readonly { readonly no?: unknown; readonly reason?: unknown }[] {
  const rows = form.carriedOut?.[of];
  return Array.isArray(rows) ? rows.filter((row): row is Record<string, never> => typeof row === 'object' && row !== null) : [];
}

/** The form with a row for every task and indicator of the plan; what was written stays. */
export function withRows(form: RecognitionData['form'], plan: PlanProgress): RecognitionData['form'] {
  const filled = (of: Rows) => {
    const there = rowsOf(form, of);
    const missing = plan[of].filter(({ no }) => !there.some((row) => row.no === no));
    return [...there, ...missing.map(({ no }) => ({ no }))] as never;
  };
  return { ...form, carriedOut: { ...form.carriedOut, tasks: filled('tasks'), indicators: filled('indicators') } };
}

/** The form with what is on record in the fields of the annex that are empty, or that still hold what was `before` on record. */
export function withRecord(form: RecognitionData['form'], record: YearRecord, before: YearRecord = {}): RecognitionData['form'] {
  const { annex = {} } = form;
  const taken = Object.entries(record).filter(([name]) => annex[name] === undefined || annex[name] === before[name]);
  return taken.length === 0 ? form : { ...form, annex: { ...annex, ...Object.fromEntries(taken) } };
}

/** Tasks not done and indicators not reached for which the report gives no reason. */
export function withoutReason(form: RecognitionData['form'], { tasks, indicators }: PlanProgress): string[] {
  const missing = (of: Rows, short: readonly { readonly no: string }[]) => {
    const given = rowsOf(form, of).filter(({ reason }) => typeof reason === 'string' && reason.trim().length >= 4);
    return short.map(({ no }) => no).filter((no) => !given.some((row) => row.no === no));
  };
  return [
    ...missing(
      'tasks',
      tasks.filter((one) => taskShare(one) < 1),
    ).map((no) => `任务${no}`),
    ...missing(
      'indicators',
      indicators.filter((one) => indicatorShare(one) < 1),
    ).map((no) => `指标${no}`),
  ];
}

/** The plan and its record as they stand now, as the case keeps them. */
export const keptOf = ({ version, tasks, indicators }: PlanProgress): NonNullable<RecognitionData['progress']> => ({
  version: { ...version },
  tasks: tasks.map((one) => ({ ...one })),
  indicators: indicators.map((one) => ({ ...one })),
});
