import { clockActor } from '#core/people/actor.ts';
import { advance, type Door } from '#server/cases/advance.ts';
import { processNamed } from '#server/cases/present.ts';
import { reading, scopeOf } from '#server/db/transaction.ts';
import { dueCases } from '#server/stores/cases.ts';

/**
 * Fires every deadline that has passed, through the same door as everybody. The key names case, event and deadline, so
 * that two programs firing the same one fire it once.
 */
export async function fireDeadlines(door: Door): Promise<number> {
  const at = door.clock.now();
  const due = await reading(door.pool, scopeOf(clockActor), (tx) => dueCases(tx, at, 100));
  for (const { id, process, fires } of due) {
    const result = await advance(door, {
      process: processNamed(process),
      event: fires,
      kase: id,
      input: {},
      actor: clockActor,
      version: null,
      key: `deadline-${id}-${fires}-${at}`,
      requestId: `clock-${at}`,
      language: 'zh',
    });
    if (result.outcome === 'refused') throw new Error(`deadline ${fires} of ${id} was refused: ${result.refused.refusals[0]?.code}`);
  }
  return due.length;
}
