import { application } from './application/process.ts';
import { appropriation } from './appropriation/process.ts';
import { bonus } from './bonus/process.ts';
import { call } from './call/process.ts';
import { claim } from './claim/process.ts';
import { licence } from './licence/process.ts';
import { objection } from './objection/process.ts';
import { payment } from './payment/process.ts';
import { recognition } from './recognition/process.ts';
import { recommendation } from './recommendation/process.ts';
import { plan } from './plan/process.ts';
import { rectification } from './rectification/process.ts';
import { redemption } from './redemption/process.ts';
import { residence } from './residence/process.ts';
import { revocation } from './revocation/process.ts';
import { ruling } from './ruling/process.ts';
import { settlement } from './settlement/process.ts';

/** Every process there is. A folder that is missing here fails the registry's test. */
export const processes = {
  call,
  application,
  plan,
  residence,
  licence,
  objection,
  ruling,
  claim,
  appropriation,
  settlement,
  redemption,
  payment,
  recognition,
  recommendation,
  bonus,
  rectification,
  revocation,
} as const;

export type ProcessName = keyof typeof processes;
export const processNames = Object.keys(processes) as readonly ProcessName[];
