import assert from 'node:assert/strict';
import type { Moved } from '#contract/cases.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { Given } from './caller.ts';
import type { Kase, Who } from './story.ts';
import { type Username, usernames, type World } from './world.ts';

const nameOf = (who: Who): Username => (typeof who === 'string' ? who : who[0]);

/** Everybody but these tries the event and may not, nor may anybody who has not signed in; the case stays as it was. */
export async function refusedToOthers(kase: Kase, event: string, input: unknown, allowed: readonly Username[]): Promise<void> {
  const before = await kase.stored();
  const target = { process: kase.process, id: kase.id, event };
  for (const who of usernames.filter((name) => !allowed.includes(name))) {
    const reply = await (await kase.world.as(who)).send(target, input, { version: kase.version });
    assert.ok([403, 404, 409].includes(reply.status), `${who}: ${event} ${reply.status} ${reply.text.slice(0, 200)}`);
  }
  const stranger = await kase.world.anybody().send(target, input, { version: kase.version });
  assert.ok([401, 403, 404].includes(stranger.status), `nobody: ${event} ${stranger.status}`);
  assert.deepEqual(await kase.stored(), before, `${event} was refused to all others and left something behind`);
}

/** People who sit in the same office of the same organisation: for the wall they are one. */
function colleaguesOf(world: World, who: Who): readonly Username[] {
  const [organisation, role] = typeof who === 'string' ? world.post(who) : [world.post(who[0])[0], who[1]];
  return usernames.filter((name) => name === nameOf(who) || (role !== 'expert' && world.holds(name, organisation.id, role)));
}

/** Does an event that must succeed, after everybody of another office has tried it in vain; `besides` may do it as well. */
export async function alone(
  kase: Kase,
  who: Who,
  event: string,
  given: { readonly input?: unknown; readonly besides?: readonly Username[] } = {},
): Promise<Moved> {
  const { input = {}, besides = [] } = given;
  await refusedToOthers(kase, event, input, [...colleaguesOf(kase.world, who), ...besides]);
  return kase.do(who, event, input);
}

/** Everybody but these is refused an endpoint. */
export async function closedToOthers<Name extends keyof NamedEndpoints>(
  world: World,
  name: Name,
  { given, allowed }: { readonly given: Given<Name>; readonly allowed: readonly Username[] },
): Promise<void> {
  for (const who of usernames.filter((one) => !allowed.includes(one))) {
    const { status, text } = await (await world.as(who)).call(name, given);
    assert.ok([403, 404].includes(status), `${who}: ${name} ${status} ${text.slice(0, 200)}`);
  }
  assert.equal((await world.anybody().call(name, given)).status, 401, `nobody: ${name}`);
}
