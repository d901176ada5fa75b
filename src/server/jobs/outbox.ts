import { businessDateOf, type Instant } from '#core/kernel/dates.ts';
import type { Recipient } from '#core/process/effects.ts';
import type { Clock } from '#server/clock.ts';
import type { Pool } from '#server/db/pool.ts';
import { inTx, systemScope, type Tx } from '#server/db/transaction.ts';
import { insertMessages, removeFromOutbox, takeFromOutbox } from '#server/stores/messages.ts';
import { peopleInOffice, peopleInZone } from '#server/stores/people.ts';

async function readersOf(tx: Tx, recipient: Recipient, at: Instant): Promise<readonly string[]> {
  switch (recipient.to) {
    case 'person':
      return [recipient.id];
    case 'organisation': {
      const rows = recipient.id ? await peopleInOffice(tx, { role: null, organisation: recipient.id, district: null }) : [];
      return rows.map(({ person }) => person);
    }
    case 'role': {
      const rows = await peopleInOffice(tx, { role: recipient.role, organisation: null, district: recipient.district ?? null });
      return rows.map(({ person }) => person);
    }
    case 'agencies': {
      const rows = await peopleInZone(tx, recipient.zone, businessDateOf(at));
      return rows.map(({ person }) => person);
    }
  }
}

/** Delivers waiting messages, one row per reader; taken, delivered and removed in one transaction. Returns how many. */
export const deliverMessages = (pool: Pool, clock: Clock): Promise<number> =>
  inTx(pool, systemScope, async (tx) => {
    const waiting = await takeFromOutbox(tx, clock.machine(), 200);
    for (const row of waiting) {
      await insertMessages(tx, row, await readersOf(tx, row.body.recipient, row.created_at));
      await removeFromOutbox(tx, row.id);
    }
    return waiting.length;
  });
