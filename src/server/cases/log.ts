import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#core/policy/canonical.ts';
import type { Actor } from '#core/people/actor.ts';
import { chainStart, eventHash } from '#core/proof/chain.ts';
import type { Case } from '#core/process/define.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { Tx } from '#server/db/transaction.ts';
import { appendAudit } from '#server/stores/commands.ts';
import { insertEvent } from '#server/stores/events.ts';

export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** One committed move, before it is written down. */
export type Entry = {
  readonly event: string;
  readonly from: string | null;
  readonly next: Case;
  readonly actor: Actor;
  readonly at: Instant;
  readonly clause: string;
  readonly requestId: string;
  readonly input: unknown;
  readonly isSealed: boolean;
  readonly isQuiet: boolean;
};

/** In place of a sealed input: its hash with a salt that is stored nowhere else, so that nobody can guess back. */
const commitment = (input: unknown) => {
  const salt = randomBytes(16);
  return { salt: salt.toString('hex'), sha256: sha256(Buffer.concat([salt, Buffer.from(canonicalJson(input))])).toString('hex') };
};

/** The bytes that are hashed: sorted keys, one spelling, version 1. They are never rebuilt from columns. */
function bodyOf(entry: Entry): Buffer {
  const { event, from, next, actor, at, clause, requestId, input, isSealed } = entry;
  return Buffer.from(
    canonicalJson({
      v: 1,
      case: next.id,
      number: next.number,
      process: next.process,
      policy: next.policy,
      version: next.version,
      event,
      clause,
      from,
      to: next.state,
      at,
      person: actor.person,
      name: actor.name,
      office: actor.role,
      organisation: actor.organisation,
      request: requestId,
      ...(isSealed ? { sealed: commitment(input) } : { input }),
    }),
  );
}

/** Writes the event into the case's own chain, after the one with the hash `last`. */
export function writeDown(tx: Tx, entry: Entry, last: Buffer | undefined): { readonly seq: number; readonly hash: Buffer } {
  const { event, from, next, actor, at } = entry;
  const body = bodyOf(entry);
  const prev = last ?? Buffer.from(chainStart);
  const hash = Buffer.from(eventHash(sha256, prev, body));
  insertEvent(tx, {
    kase: next.id,
    seq: next.version,
    event,
    from,
    to: next.state,
    at,
    person: actor.person,
    personName: actor.name,
    office: actor.role,
    organisationName: actor.organisationName,
    isQuiet: entry.isQuiet,
    body,
    prev,
    hash,
  });
  return { seq: next.version, hash };
}

/** Appends the event's hash to the audit log of the whole system; the case decides the stream, whose lock is the last one taken. */
export const audit = (tx: Tx, kind: string, subject: string | null, body: unknown) =>
  appendAudit(tx, {
    stream: subject === null ? 0 : Number.parseInt(subject.slice(0, 1), 16),
    kind,
    subject,
    body: Buffer.from(canonicalJson(body)),
  });
