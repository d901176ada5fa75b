import type { FastifyReply } from 'fastify';
import { canonicalJson } from '#core/policy/canonical.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { problems } from '#contract/problems.ts';
import { sha256 } from '#server/cases/log.ts';
import { type Tx, withTx } from '#server/db/transaction.ts';
import { claimKey, storeResponse } from '#server/stores/commands.ts';
import { type Call, refuse, scopeFor, stop } from './call.ts';

type Done = { readonly status: number; readonly answer: unknown };

const keyReused = refused({ kind: 'input', code: 'key_reused', clause: 'operational', says: problems.key_reused.says });

/**
 * A command that moves no case: records of people, facts and imports. The same key gives the first answer again,
 * byte for byte; the same key for another request is refused.
 */
export async function runCommand(call: Call, work: (tx: Tx, at: Instant) => Promise<Done | Refused>): Promise<FastifyReply> {
  const { house, actor, key, reply } = call;
  const owner = actor.person ?? actor.role;
  const requestHash = sha256(
    canonicalJson({ path: call.endpoint.path, params: call.params ?? null, body: call.body ?? null, version: call.version }),
  );
  const result = await withTx(house.pool, scopeFor(call), async (tx) => {
    const earlier = await claimKey(tx, owner, key, house.vault.print(requestHash));
    if (earlier) {
      if (!house.vault.isPrintOf(earlier.request_print, requestHash)) return keyReused;
      return { status: earlier.status ?? 204, body: earlier.response ?? Buffer.alloc(0) };
    }
    const done = await work(tx, house.clock.now());
    if ('refusals' in done) return done;
    const body = done.answer === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(done.answer));
    storeResponse(tx, { actor: owner, key, status: done.status, response: body });
    return { status: done.status, body };
  });
  if (result.outcome === 'refused') return refuse(call, result.refused);
  if (result.outcome === 'unknown') return stop(call, 'outcome_unknown');
  house.wakeJobs(); // after the commit: what waits for work finds it
  const { status, body } = result.value;
  return body.length === 0 ? reply.code(status).send() : reply.code(status).type('application/json; charset=utf-8').send(body);
}
