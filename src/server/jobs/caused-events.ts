import { clockActor } from '#core/people/actor.ts';
import { advance, type Door } from '#server/cases/advance.ts';
import { findProcess } from '#server/cases/present.ts';
import { inTx, reading, scopeOf } from '#server/db/transaction.ts';
import { listPendingEvents, type PendingEvent, removePendingEvent } from '#server/stores/pending-events.ts';

/** Fires one; false when this program does not know the process yet: a later one will. */
async function fireOne(door: Door, { id, process: name, kase, event, input }: PendingEvent): Promise<boolean> {
  const process = findProcess(name);
  if (!process) return false;
  const result = await advance(door, {
    process,
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
  return true;
}

/**
 * Fires events and opens cases that others caused, through the same door as everybody. One that is refused is not possible
 * any more (its case went another way, or is open already): it is dropped. Returns how many were fired.
 * @throws the first fault, after the others have had their turn.
 */
export async function fireCausedEvents(door: Door): Promise<number> {
  const pending = await reading(door.pool, scopeOf(clockActor), (tx) => listPendingEvents(tx, 100));
  const faults: unknown[] = [];
  let fired = 0;
  for (const one of pending) {
    const isFired = await fireOne(door, one).catch((fault: unknown) => faults.push(fault) === 0);
    if (isFired) fired += 1;
  }
  if (faults.length > 0) throw faults[0];
  return fired;
}
