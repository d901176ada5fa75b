import { claimScreens } from './claim/screens.tsx';
import type { EventScreen } from './event-screen.ts';
import { paymentScreens } from './payment/screens.tsx';
import { recognitionScreens } from './recognition/screens.tsx';
import { rectificationScreens } from './rectification/screens.tsx';
import { planScreens } from './plan/screens.tsx';
import { redemptionScreens } from './redemption/screens.tsx';
import { revocationScreens } from './revocation/screens.tsx';

const screens: Readonly<Record<string, Readonly<Record<string, EventScreen>>>> = {
  claim: claimScreens,
  payment: paymentScreens,
  plan: planScreens,
  recognition: recognitionScreens,
  rectification: rectificationScreens,
  redemption: redemptionScreens,
  revocation: revocationScreens,
};

/** The screen of an event; an empty one where the schema says it all. */
export const screenOf = (process: string, event: string): EventScreen => screens[process]?.[event] ?? plain;

const plain: EventScreen = {};
