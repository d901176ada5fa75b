import type { Effect, EffectKind, EffectOf } from '#core/process/effects.ts';
import type { EffectContext, EffectResult } from './context.ts';
import { freezeFiling, issueReceipt } from './filing.ts';
import { notify } from './notify.ts';
import { closeCall, closeNotice, openCall, publishNotice, registerZone, setReading } from './publish.ts';
import { sealSheet } from './sheets.ts';

type Runners = { readonly [Kind in EffectKind]: (context: EffectContext, effect: EffectOf<Kind>) => Promise<EffectResult> };

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
};

/** Runs the effects of one event in order, in the event's own transaction. */
export async function runEffects(context: EffectContext, effects: readonly Effect[]): Promise<EffectResult> {
  let result: EffectResult = {};
  for (const effect of effects) {
    const run = runners[effect.kind] as (context: EffectContext, effect: Effect) => Promise<EffectResult>;
    result = { ...result, ...(await run(context, effect)) };
  }
  return result;
}
