import { clockActor } from '#core/people/actor.ts';
import { advance, type Door } from '#server/cases/advance.ts';
import { processNamed } from '#server/cases/present.ts';
import { inTx, reading, scopeOf } from '#server/db/transaction.ts';
import { listPendingEvents, type PendingEvent, removePendingEvent } from '#server/stores/pending-events.ts';

async function fireOne(door: Door, { id, process, kase, event, input }: PendingEvent): Promise<void> {
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
  if (result.outcome !== 'unknown') await inTx(door.pool, scopeOf(clockActor), (tx) => removePendingEvent(tx, id));
}

/**
 * Fires events and opens cases that others caused, through the same door as everybody. One that is refused is not possible
 * any more (its case went another way, or is open already): it is dropped. Returns how many there were.
 * @throws the first fault, after the others have had their turn.
 */
export async function fireCausedEvents(door: Door): Promise<number> {
  const pending = await reading(door.pool, scopeOf(clockActor), (tx) => listPendingEvents(tx, 100));
  const faults: unknown[] = [];
  for (const one of pending) await fireOne(door, one).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
  return pending.length;
}
