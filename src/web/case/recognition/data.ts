import type { CaseView } from '#contract/cases.ts';
import { type Grade, indicatorShare, type Scores, taskShare, type Thresholds } from '#processes/recognition/screens.tsx';
import type { PanelView, SheetView } from '../panel/data.ts';

export type TaskState = 'not_started' | 'going_on' | 'done' | 'dropped';

/** The plan as the record had it when it was last looked at. */
export type Progress = {
  readonly version: { readonly number: number; readonly consentedOn: string };
  readonly tasks: readonly { readonly no: string; readonly title: string; readonly state: TaskState; readonly note: string | null }[];
  readonly indicators: readonly {
    readonly no: string;
    readonly name: string;
    readonly unit: string;
    readonly target: number;
    readonly actual: number | null;
    readonly source: string;
  }[];
};

export type Doubt = { readonly no: string; readonly says: string };
export type Opinion = {
  readonly finding: string;
  readonly doubted: readonly Doubt[];
  readonly opinion: string;
  readonly says: string;
  readonly reviewedOn: string;
  readonly reviewer: string;
};
export type Proposal = {
  readonly grade: Grade;
  readonly computed: Grade;
  readonly thresholds: Thresholds;
  readonly vetoes: readonly string[];
  readonly reason: string;
};

/** The parts of a recognition's data as the API sends them; any may be hidden from the reader. */
export type RecognitionParts = {
  readonly zone?: string;
  readonly zoneName?: string;
  readonly year?: number;
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly form?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly savedAt?: string | null;
  readonly filedOn?: string | null;
  readonly withoutReport?: string | null;
  readonly progress?: Progress | null;
  /** What is on record for the annex, by its fields. */
  readonly recorded?: Readonly<Record<string, number>>;
  readonly pinnedOn?: string | null;
  readonly opinion?: Opinion | null;
  readonly parties?: readonly string[];
  readonly panel?: PanelView | null;
  readonly sheets?: readonly SheetView[] | null;
  readonly scores?: Scores | null;
  readonly proposal?: Proposal | null;
  readonly ended?: string | null;
};

/** A case's data read as a recognition's; it is one by its process. */
export const partsOf = ({ data }: Pick<CaseView, 'data'>): RecognitionParts => data as RecognitionParts;

/** What the report adds to a row of the plan. */
type Said = { readonly effect: string; readonly evidence: string; readonly reason: string };
type Shared = Said & {
  readonly no: string;
  readonly title: string;
  /** How far it has come, from 0 to 1, as part one counts it. */
  readonly share: number;
  /** What the county doubts. */
  readonly doubts: readonly string[];
};
export type TaskRow = Shared & { readonly state: TaskState; readonly note: string | null };
export type IndicatorRow = Shared & {
  readonly unit: string;
  readonly target: number;
  readonly actual: number | null;
  /** Where the value comes from, in words. */
  readonly source: string;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the report says under a number; a draft may hold anything. */
function saidOf(form: RecognitionParts['form'], list: 'tasks' | 'indicators', no: string): Said {
  const rows = form?.carriedOut?.[list];
  const row = (Array.isArray(rows) ? (rows as readonly Readonly<Record<string, unknown>>[]) : []).find((one) => one?.no === no);
  return { effect: text(row?.effect), evidence: text(row?.evidenceFile), reason: text(row?.reason) };
}

const doubtsOf = (opinion: RecognitionParts['opinion'], no: string): readonly string[] =>
  (opinion?.doubted ?? []).filter((one) => one.no === no).map(({ says }) => says);

/** Tasks of the plan with what is on record, what the report adds and what the county doubts. */
export const taskRows = ({ progress, form, opinion }: RecognitionParts): readonly TaskRow[] =>
  (progress?.tasks ?? []).map((task) => ({
    ...saidOf(form, 'tasks', task.no),
    ...task,
    share: taskShare(task),
    doubts: doubtsOf(opinion, task.no),
  }));

/** Indicators of the plan likewise. */
export const indicatorRows = ({ progress, form, opinion }: RecognitionParts): readonly IndicatorRow[] =>
  (progress?.indicators ?? []).map(({ name, ...indicator }) => ({
    ...saidOf(form, 'indicators', indicator.no),
    ...indicator,
    title: name,
    share: indicatorShare(indicator),
    doubts: doubtsOf(opinion, indicator.no),
  }));

/** Mean share of the rows in hundredths of a per cent; null without rows. */
export const meanShare = (rows: readonly { readonly share: number }[]): number | null =>
  rows.length === 0 ? null : Math.round((rows.reduce((sum, { share }) => sum + share, 0) / rows.length) * 10_000);

/** How the sheets that count rate one part: each sheet's points, in their order. */
export const countedPoints = (sheets: readonly SheetView[], part: 'two' | 'three'): readonly number[] =>
  sheets.filter(({ isCounted }) => isCounted).map(({ groups }) => groups[part] ?? 0);

/** What a row still lacks before the report can be filed: a reason for what was not reached. */
export const lacksReason = ({ share, reason }: Shared): boolean => share < 1 && reason.trim().length < 4;
