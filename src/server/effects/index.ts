import type { Refused } from '#core/kernel/refusal.ts';
import type { Effect, EffectKind, EffectOf } from '#core/process/effects.ts';
import { recordBonusList } from './bonus.ts';
import { changeAppropriation, commitBudget, releaseBudget, setSettlementRate } from './budget.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { barClaims, findFactsFalse, liftBar, restoreFoundFalse } from './false-claims.ts';
import { freezeFiling, issueReceipt } from './filing.ts';
import { fire, openCase } from './fire.ts';
import { notify } from './notify.ts';
import { freeThePayables, payTheBatch, settleTheBatch, takeThePayables } from './payments.ts';
import { adoptThePlan } from './plans.ts';
import { closeCall, closeNotice, openCall, publishNotice, registerZone, setReading } from './publish.ts';
import { recordGrade } from './recognition.ts';
import { recordRecommendation } from './recommendation.ts';
import { keepTheLicence, keepTheStay } from './residence.ts';
import { sealSheet } from './sheets.ts';
import { grantSupport, holdTheMatters, issueVoucher, recordRepayment, releaseTheMatters, takeBackSupport } from './support.ts';
import { decideOnTitle, fireInZone, releaseTheHold } from './titles.ts';
import { acceptTheUse, presentTheVoucher, returnTheUse } from './vouchers.ts';

type Runner<Kind extends EffectKind> = (context: EffectContext, effect: EffectOf<Kind>) => Promise<EffectResult | Refused>;
type Runners = { readonly [Kind in EffectKind]: Runner<Kind> };

/** Done by saving the case, or by asking for the fact: nothing more to do. */
const alreadyDone = async (): Promise<EffectResult> => ({});

/** One runner for every kind of effect; a kind without one does not compile. */
const runners: Runners = {
  notify,
  assign: alreadyDone,
  'freeze filing': freezeFiling,
  'issue receipt': issueReceipt,
  'seal sheet': sealSheet,
  'open sheets': alreadyDone,
  'publish notice': publishNotice,
  'close notice': closeNotice,
  'register zone': registerZone,
  'open call': openCall,
  'close call': closeCall,
  'set reading': setReading,
  'hold matters': holdTheMatters,
  'release matters': releaseTheMatters,
  'commit budget': commitBudget,
  'release budget': releaseBudget,
  'change appropriation': changeAppropriation,
  'set settlement rate': setSettlementRate,
  'grant support': grantSupport,
  'issue voucher': issueVoucher,
  'take back support': takeBackSupport,
  'record repayment': recordRepayment,
  'find false': findFactsFalse,
  'restore facts': restoreFoundFalse,
  'bar claims': barClaims,
  'lift bar': liftBar,
  'present voucher': presentTheVoucher,
  'accept voucher use': acceptTheUse,
  'return voucher use': returnTheUse,
  'take payables': takeThePayables,
  'free payables': freeThePayables,
  'pay out': payTheBatch,
  'settle payment': settleTheBatch,
  'adopt plan': adoptThePlan,
  'record grade': recordGrade,
  'record recommendation': recordRecommendation,
  'record bonus list': recordBonusList,
  'set zone status': decideOnTitle,
  'keep stay': keepTheStay,
  'keep licence': keepTheLicence,
  'fire in zone': fireInZone,
  'release hold': releaseTheHold,
  'open case': openCase,
  fire,
};

/** Runs the effects of one event in order, in the event's own transaction. The first that is refused refuses the event. */
export async function runEffects(context: EffectContext, effects: readonly Effect[]): Promise<EffectResult | Refused> {
  let result: EffectResult = {};
  for (const effect of effects) {
    const run = runners[effect.kind] as Runner<EffectKind>;
    const done = await run(context, effect as never);
    if ('refusals' in done) return done;
    result = { ...result, ...done };
  }
  return result;
}
