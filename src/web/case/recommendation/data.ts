import type { CaseView } from '#contract/cases.ts';

/** The parts of a recommendation that its reader may see; those kept back are missing. */
export type Parts = {
  readonly basis?: { readonly year: number; readonly grade: string; readonly total: number; readonly rank: number };
  readonly order?: { readonly passedOver: readonly string[]; readonly undecided: number; readonly reason: string };
  readonly proposal?: { readonly opinion: string } | null;
  readonly unit?: {
    readonly statement: string;
    readonly contact: string;
    readonly annexes: readonly { readonly title: string; readonly attachment: string }[];
    readonly consentedAt: string;
    readonly by: string;
  } | null;
  readonly sent?: { readonly documentNumber: string; readonly sentOn: string } | null;
  readonly outcome?: {
    readonly kind: 'accepted' | 'not_accepted';
    readonly title: string | null;
    readonly documentNumber: string;
    readonly on: string;
    readonly reason: string | null;
  } | null;
  readonly closedBecause?: string | null;
};

export const partsOf = (view: CaseView): Parts => view.data as Parts;

/** A size as people read it. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
