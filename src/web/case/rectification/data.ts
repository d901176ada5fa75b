import type { CaseView } from '#contract/cases.ts';
import type { Outcome } from '#processes/rectification/screens.tsx';
import type { Tree } from '../../ui/schema/schema.ts';

export type Finding = {
  readonly no: string;
  readonly clause: string;
  readonly subject: string;
  readonly found: string;
  readonly measure: string;
};
export type Evidence = { readonly title: string; readonly attachment: string };
/** What the building unit reports of one finding. */
export type Work = {
  readonly finding: string;
  readonly measure: string;
  readonly doneOn: string | null;
  readonly evidence: readonly Evidence[];
};
type Judged = { readonly finding: string; readonly outcome: Outcome; readonly says: string };
type Result = 'qualified' | 'unqualified';

/** What a rectification holds, as far as its reader may see it. */
export type Parts = {
  readonly zone?: string;
  readonly recognition?: string;
  readonly recognitionNumber?: string;
  readonly year?: number;
  readonly shortfalls?: readonly { readonly subject: string; readonly says: string }[];
  readonly findings?: readonly Finding[];
  readonly deadline?: string | null;
  readonly suggestedDeadline?: string;
  readonly notice?: {
    readonly documentNumber: string;
    readonly issuedOn: string;
    readonly county: string;
    readonly consequence: string;
  } | null;
  readonly work?: readonly Work[];
  /** When the report was last saved to the case. */
  readonly savedAt?: string | null;
  readonly filedOn?: string | null;
  readonly overdueOn?: string | null;
  readonly asked?: { readonly until: string; readonly reason: string } | null;
  readonly proposedExtension?: { readonly until: string; readonly reason: string } | null;
  readonly extension?: { readonly until: string; readonly reason: string; readonly from: string; readonly decidedOn: string } | null;
  readonly withoutWaiting?: string | null;
  readonly opinion?: { readonly finding: string; readonly says: string; readonly signedOn: string | null } | null;
  readonly recheck?: {
    readonly seenOn: string | null;
    readonly team: readonly string[];
    readonly findings: readonly Judged[];
    readonly result: Result;
    readonly reason: string;
    readonly isCountedAsFailed: boolean;
  } | null;
  readonly decision?: { readonly result: Result; readonly documentNumber: string; readonly decidedOn: string } | null;
  readonly ended?: string | null;
};

export const partsOf = ({ data }: Pick<CaseView, 'data'>): Parts => data as Parts;

/** Everything about one finding: what was asked, what was done, how it was found. */
export type FindingRow = Finding & { readonly work: Work | undefined; readonly judged: Judged | undefined };

export const findingRows = ({ findings = [], work = [], recheck }: Parts): readonly FindingRow[] =>
  findings.map((finding) => ({
    ...finding,
    work: work.find((row) => row.finding === finding.no),
    judged: recheck?.findings.find((row) => row.finding === finding.no),
  }));

/** The notice as it was drafted before, or what the recognition found short of the plan. */
export function noticeStart({ findings = [], shortfalls = [], deadline, suggestedDeadline = '' }: Parts): Tree {
  const drafted = findings.map(({ no: _no, ...finding }) => finding);
  const suggested = shortfalls.map(({ subject, says }) => ({ clause: '13.1', subject, found: says, measure: '' }));
  return { findings: drafted.length > 0 ? drafted : suggested, deadline: deadline ?? suggestedDeadline };
}

/** The report as it was saved, with a row for every finding. */
export const reportStart = (parts: Parts): Tree => ({
  rows: findingRows(parts).map(({ no, work }) => work ?? { finding: no, measure: '', doneOn: null, evidence: [] }),
});

/** A recheck sheet with a row for every finding. */
export const recheckStart = ({ findings = [] }: Parts): Tree => ({
  findings: findings.map(({ no }) => ({ finding: no, says: '' })),
});
