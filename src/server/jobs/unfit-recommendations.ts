import { clockActor } from '#core/people/actor.ts';
import { advance, type Door } from '#server/cases/advance.ts';
import { processNamed } from '#server/cases/present.ts';
import { reading, scopeOf } from '#server/db/transaction.ts';
import { unfitRecommendations } from '#server/stores/recommendations.ts';

/** Ends recommendations of zones that lost their title or were found unqualified since, through the same door as everybody. */
export async function endUnfitRecommendations(door: Door): Promise<void> {
  const unfit = await reading(door.pool, scopeOf(clockActor), unfitRecommendations);
  for (const { id } of unfit) {
    // Refused: somebody closed it in the meantime.
    await advance(door, {
      process: processNamed('recommendation'),
      event: 'end_unfit',
      kase: id,
      input: {},
      actor: clockActor,
      version: null,
      key: `unfit-${id}`,
      requestId: `unfit-${id}`,
      language: 'zh',
    });
  }
}
