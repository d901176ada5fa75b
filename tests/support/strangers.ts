import assert from 'node:assert/strict';
import type { Kase } from './story.ts';
import type { Username } from './world.ts';

/** One person of every office, of another district and of other organisations where there are any. */
const offices = [
  'officer',
  'approver',
  'administrator',
  'reviewer',
  'signer',
  'reviewer2',
  'signer2',
  'east',
  'south',
  'west',
  'agency',
  'enterprise',
  'bank',
  'finance',
  'auditor',
  'expert1',
] as const satisfies readonly Username[];

/** Everybody but these tries the event and may not; the case stays as it is. */
export async function refusedToOthers(kase: Kase, event: string, input: unknown, allowed: readonly Username[]): Promise<void> {
  const before = await kase.stored();
  for (const who of offices.filter((name) => !allowed.includes(name))) {
    const caller = await kase.world.as(who);
    const reply = await caller.send({ process: kase.process, id: kase.id, event }, input, { version: kase.version });
    assert.ok([403, 404].includes(reply.status), `${who}: ${event} ${reply.text.slice(0, 200)}`);
  }
  assert.deepEqual(await kase.stored(), before, `${event} was refused and left something behind`);
}
