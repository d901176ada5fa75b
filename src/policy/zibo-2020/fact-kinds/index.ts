import { abnormalFiling } from './abnormal-filing.ts';
import { agentCertificate } from './agent-certificate.ts';
import { brandHonour } from './brand-honour.ts';
import { campaignResult } from './campaign-result.ts';
import { custodyContract } from './custody-contract.ts';
import { custodyRecognition } from './custody-recognition.ts';
import type { FactKind } from './fact-kind.ts';
import { inventionGrant } from './invention-grant.ts';
import { ipSecuritization } from './ip-securitization.ts';
import { litigation } from './litigation.ts';
import { pledgeLoan } from './pledge-loan.ts';

/** Every kind of fact of 第九条, in the plan's order. */
export const factKinds = {
  pledge_loan: pledgeLoan,
  ip_securitization: ipSecuritization,
  custody_contract: custodyContract,
  custody_recognition: custodyRecognition,
  brand_honour: brandHonour,
  agent_certificate: agentCertificate,
  litigation,
  invention_grant: inventionGrant,
  campaign_result: campaignResult,
  abnormal_filing: abnormalFiling,
} as const satisfies Readonly<Record<string, FactKind>>;

/** Name of a kind of fact, as rows keep it. */
export type FactKindName = keyof typeof factKinds;

/** Names of all kinds, in the plan's order. */
export const factKindNames = Object.keys(factKinds) as [FactKindName, ...FactKindName[]];

/** Kinds an agency enters, by form or by list. */
export const agencyKindNames = factKindNames.filter((name) => factKinds[name].enteredBy.includes('agency')) as [
  FactKindName,
  ...FactKindName[],
];

/** The kind of a stored row. @throws Error if no such kind exists: a fault of ours. */
export function factKindNamed(name: string): FactKind {
  const kind = Object.hasOwn(factKinds, name) ? factKinds[name as FactKindName] : undefined;
  if (!kind) throw new Error(`no kind of fact ${name}`);
  return kind;
}
