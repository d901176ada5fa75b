import type { CaseView } from '#contract/cases.ts';
import type { Ground, outcomes, ways } from '#processes/revocation/screens.tsx';

export type Paper = { readonly title: string; readonly attachment: string };

/** What a revocation holds, as far as its reader may see it. */
export type Parts = {
  readonly zone?: string;
  readonly ground?: Ground;
  readonly basis?: string | null;
  readonly basisNumber?: string | null;
  readonly found?: string;
  readonly findings?: readonly Paper[];
  readonly notice?: {
    readonly facts: string;
    readonly grounds: string;
    readonly hearingUntil: string;
    readonly evidence: readonly Paper[];
    readonly documentNumber: string | null;
    readonly issuedOn: string | null;
  } | null;
  readonly views?: readonly { readonly says: string; readonly evidence: readonly Paper[]; readonly on: string; readonly by: string }[];
  readonly hearingRequest?: { readonly reason: string; readonly on: string } | null;
  readonly hearing?: {
    readonly heldOn: string;
    readonly place: string;
    readonly presider: string;
    readonly attendees: readonly string[];
    readonly views: string;
    readonly recordFile: string;
    readonly recordedBy: string;
  } | null;
  readonly heard?: keyof typeof ways | null;
  readonly proposal?: {
    readonly outcome: keyof typeof outcomes;
    readonly reasons: string;
    readonly answer: string;
    readonly proposedOn: string;
  } | null;
  readonly reopened?: readonly { readonly reason: string; readonly on: string }[];
  readonly decision?: {
    readonly isRevoked: boolean;
    readonly documentNumber: string;
    readonly decidedOn: string;
    readonly effectiveFrom: string | null;
    readonly remedies: string;
  } | null;
  readonly ended?: string | null;
};

export const partsOf = ({ data }: Pick<CaseView, 'data'>): Parts => data as Parts;
