import { auditEndpoints } from './audit.ts';
import { bonusEndpoints } from './bonus.ts';
import { bulkEndpoints } from './bulk.ts';
import { caseEndpoints, processEndpoints } from './cases.ts';
import type { Endpoint } from './endpoint.ts';
import { determinationEndpoints } from './determinations.ts';
import { factEndpoints } from './facts.ts';
import { falseClaimEndpoints } from './false-claims.ts';
import { moneyEndpoints } from './money.ts';
import { paymentEndpoints } from './payments.ts';
import { planEndpoints } from './plans.ts';
import { recognitionEndpoints } from './recognitions.ts';
import { revocationEndpoints } from './revocations.ts';
import { recommendationEndpoints } from './recommendations.ts';
import { peopleEndpoints, recordEndpoints } from './records.ts';
import { sessionEndpoints } from './session.ts';
import { workloadEndpoints } from './workload.ts';
import { zoneRecordEndpoints } from './zone-records.ts';

/** Endpoints written by hand; their names are the handlers' names and the client's methods. */
export const namedEndpoints = {
  ...sessionEndpoints,
  ...caseEndpoints,
  ...peopleEndpoints,
  ...factEndpoints,
  ...falseClaimEndpoints,
  ...moneyEndpoints,
  ...paymentEndpoints,
  ...bulkEndpoints,
  ...planEndpoints,
  ...zoneRecordEndpoints,
  ...determinationEndpoints,
  ...recognitionEndpoints,
  ...recommendationEndpoints,
  ...revocationEndpoints,
  ...bonusEndpoints,
  ...workloadEndpoints,
  ...recordEndpoints,
  ...auditEndpoints,
} as const;

export type NamedEndpoints = typeof namedEndpoints;

/** Every endpoint there is. */
export const contract: Readonly<Record<string, Endpoint>> = { ...namedEndpoints, ...processEndpoints };
