import type { CaseView } from '#contract/cases.ts';

/** A redemption's data as the API sends it. */
export type RedemptionParts = {
  readonly voucherNumber: string;
  readonly holderName: string;
  readonly providerName: string;
  readonly clientName: string;
  readonly service: string;
  readonly amountFen: number;
  readonly contractNumber: string;
  readonly invoiceNumber: string;
  /** Not in redemptions older than the field, like the proof. */
  readonly invoiceFen?: number | null;
  readonly contractFile: string;
  readonly invoiceFile: string;
  readonly proofFile?: string | null;
  readonly payeeName: string;
  readonly answer: string | null;
};

export const redemptionOf = ({ data }: Pick<CaseView, 'data'>): RedemptionParts => data as unknown as RedemptionParts;
