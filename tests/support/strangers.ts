import assert from 'node:assert/strict';
import type { Moved } from '#contract/cases.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { type Given, good } from './caller.ts';
import { Kase, type Who } from './story.ts';
import type { Username, World } from './world.ts';

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

/** Everybody but these tries the event and may not, nor may somebody who has not signed in; the case stays as it is. */
export async function refusedToOthers(kase: Kase, event: string, input: unknown, allowed: readonly Username[]): Promise<void> {
  const before = await kase.stored();
  for (const who of offices.filter((name) => !allowed.includes(name))) {
    const caller = await kase.world.as(who);
    const reply = await caller.send({ process: kase.process, id: kase.id, event }, input, { version: kase.version });
    assert.ok([403, 404].includes(reply.status), `${who}: ${event} ${reply.text.slice(0, 200)}`);
  }
  const nobody = await kase.world.anybody().send({ process: kase.process, id: kase.id, event }, input, { version: kase.version });
  assert.equal(nobody.status, 401, `nobody: ${event} ${nobody.text.slice(0, 200)}`);
  assert.deepEqual(await kase.stored(), before, `${event} was refused and left something behind`);
}

/** People who sit in the same office of the same organisation: for the wall they are one. Experts are assigned one by one. */
function colleaguesOf(world: World, who: Who): readonly Username[] {
  const name = typeof who === 'string' ? who : who[0];
  const [organisation, role] = world.post(name);
  const held = typeof who === 'string' ? role : who[1];
  return offices.filter((one) => one === name || (held !== 'expert' && world.holds(one, organisation.id, held)));
}

/** Does an event that must succeed, after everybody of another office has tried it in vain; `besides` may do it as well. */
export async function alone(
  kase: Kase,
  who: Who,
  event: string,
  { input = {}, besides = [] }: { readonly input?: unknown; readonly besides?: readonly Username[] } = {},
): Promise<Moved> {
  await refusedToOthers(kase, event, input, [...colleaguesOf(kase.world, who), ...besides]);
  return kase.do(who, event, input);
}

/** Opens a case that must open, after everybody of another office has tried it in vain and left no case behind; `besides` may open it as well. A zone of others is answered as one that is not there. */
export async function openedAlone(
  world: World,
  who: Username,
  { process, input, besides = [] }: { readonly process: string; readonly input: unknown; readonly besides?: readonly Username[] },
): Promise<Kase> {
  const count = async () => (await world.owner.query('select count(*) from kase')).rows;
  const before = await count();
  const allowed = [...colleaguesOf(world, who), ...besides];
  for (const other of offices.filter((name) => !allowed.includes(name))) {
    const { status, problem, text } = await (await world.as(other)).open(process, input);
    assert.ok([403, 404].includes(status) || problem.code === 'no_such_zone', `${other}: opens ${process} ${text.slice(0, 200)}`);
  }
  assert.equal((await world.anybody().open(process, input)).status, 401, `nobody: opens ${process}`);
  assert.deepEqual(await count(), before, `${process} was refused and left a case behind`);
  return new Kase(world, good(await (await world.as(who)).open(process, input)));
}

/** Everybody but these is refused an endpoint. */
export async function closedToOthers<Name extends keyof NamedEndpoints>(
  world: World,
  name: Name,
  { given, allowed }: { readonly given: Given<Name>; readonly allowed: readonly Username[] },
): Promise<void> {
  for (const who of offices.filter((one) => !allowed.includes(one))) {
    const { status, text } = await (await world.as(who)).call(name, given);
    assert.ok([403, 404].includes(status), `${who}: ${name} ${status} ${text.slice(0, 200)}`);
  }
  assert.equal((await world.anybody().call(name, given)).status, 401, `nobody: ${name}`);
}
