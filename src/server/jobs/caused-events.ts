import { clockActor } from '#core/people/actor.ts';
import { advance, type Door } from '#server/cases/advance.ts';
import { processNamed } from '#server/cases/present.ts';
import { inTx, reading, scopeOf } from '#server/db/transaction.ts';
import { listPendingEvents, removePendingEvent } from '#server/stores/pending-events.ts';

/**
 * Fires events and opens cases that others caused, through the same door as everybody. One that is refused is not possible
 * any more (its case went another way, or is open already): it is dropped. Returns how many there were.
 */
export async function fireCausedEvents(door: Door): Promise<number> {
  const clock = scopeOf(clockActor);
  const pending = await reading(door.pool, clock, (tx) => listPendingEvents(tx, 100));
  for (const { id, process, kase, event, input } of pending) {
    const result = await advance(door, {
      process: processNamed(process),
      event,
      kase,
      input: input ?? {},
      actor: clockActor,
      version: null,
      key: `caused-${id}`,
      requestId: `caused-${id}`,
      language: 'zh',
    });
    if (result.outcome !== 'unknown') await inTx(door.pool, clock, (tx) => removePendingEvent(tx, id));
  }
  return pending.length;
}
