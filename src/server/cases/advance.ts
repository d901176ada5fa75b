import { randomBytes, randomUUID } from 'node:crypto';
import { canonicalJson } from '#core/policy/canonical.ts';
import { businessDateOf, type Instant, yearOf } from '#core/kernel/dates.ts';
import { type Refused, refused } from '#core/kernel/refusal.ts';
import { both, type Language } from '#core/kernel/words.ts';
import type { Calendar } from '#core/kernel/workdays.ts';
import type { Actor } from '#core/people/actor.ts';
import type { AnyProcess, Case } from '#core/process/define.ts';
import { dutiesOf } from '#core/process/duties.ts';
import type { FactName } from '#core/process/facts.ts';
import { factsAskedByOpening, open } from '#core/process/open.ts';
import { factsAskedBy, type Moved, type Occasion, stateOf, step } from '#core/process/step.ts';
import { zibo2020 } from '#policy/zibo-2020/index.ts';
import type { Clock } from '#server/clock.ts';
import type { Pool } from '#server/db/pool.ts';
import { scopeOf, type Tx, type TxOutcome, withTx } from '#server/db/transaction.ts';
import { runEffects } from '#server/effects/index.ts';
import { insertCase, lockCase, lockCount, nextCaseNumber, updateCase } from '#server/stores/cases.ts';
import { claimKey, storeResponse } from '#server/stores/commands.ts';
import { lastEventHash } from '#server/stores/events.ts';
import { replaceDuties } from '#server/stores/duties.ts';
import type { Vault } from '#server/vault/vault.ts';
import { tieFiles, unknownFiles } from './attachments.ts';
import { yearNamed } from './bonus.ts';
import { type Asking, gather } from './facts.ts';
import { zoneAndYear } from './recognition-facts.ts';
import { zoneAndLevel } from './recommendation-facts.ts';
import { audit, sha256, writeDown } from './log.ts';
import { invoiceNamed } from './money-facts.ts';
import { zoneNamed } from './plan-facts.ts';

/** What the door needs from the house. */
export type Door = { readonly pool: Pool; readonly clock: Clock; readonly calendar: Calendar; readonly vault: Vault };

/** One command: by whom, on what, with which words, seen at which version, under which key. */
export type Command = {
  readonly process: AnyProcess;
  /** `open`, or the name of an event. */
  readonly event: string;
  readonly kase: string | null;
  readonly input: unknown;
  readonly actor: Actor;
  /** Version the actor saw; the clock and openings name none. */
  readonly version: number | null;
  readonly key: string;
  readonly requestId: string;
  readonly language: Language;
  /** Messages wait until then: a decision on many cases can be undone before anybody is told. */
  readonly tellFrom?: Instant;
};

/** The first answer to a command, byte for byte on every repetition. */
export type Response = { readonly status: number; readonly body: Buffer };

const notFound = refused({
  kind: 'not_found',
  code: 'not_found',
  clause: 'operational',
  says: both('没有找到，或无权查看', 'Not found, or not yours to see'),
});

const stale = refused({
  kind: 'stale',
  code: 'stale_version',
  clause: 'operational',
  says: both(
    '别处已有更新，请刷新后在最新内容上继续；您填写的内容没有丢失',
    'Somebody changed this meanwhile; reload and go on. Nothing you typed is lost',
  ),
});

const keyReused = refused({
  kind: 'input',
  code: 'key_reused',
  clause: 'operational',
  says: both('同一幂等键不能用于不同的请求', 'This Idempotency-Key was used for another request'),
});

/**
 * The only way a case moves. In one transaction: the key is claimed, the case locked, the version compared, facts
 * gathered, the step taken, and state, data, event, effects, duties, audit entry and answer written; or nothing is.
 */
export function advance(door: Door, command: Command): Promise<TxOutcome<Response>> {
  const owner = command.actor.person ?? command.actor.role;
  const { process, event, kase, input, version } = command;
  const requestHash = sha256(canonicalJson({ process: process.name, event, kase, input, version }));
  return withTx(door.pool, scopeOf(command.actor), async (tx) => {
    const [earlier, held] = await Promise.all([claimKey(tx, owner, command.key, door.vault.print(requestHash)), hold(tx, command)]);
    if (earlier) {
      if (!door.vault.isPrintOf(earlier.request_print, requestHash)) return keyReused;
      if (earlier.status === null || !earlier.response) throw new Error('a committed key has no response');
      return { status: earlier.status, body: earlier.response };
    }
    const response = await perform(tx, door, { command, ...held });
    if ('refusals' in response) return response;
    storeResponse(tx, { actor: owner, key: command.key, status: response.status, response: response.body });
    return response;
  });
}

/** The case a command is about, locked, with the hash of its last event; `before` is null for an opening and nothing where there is none to see. */
type Held = { readonly before: Case | null | undefined; readonly last: Buffer | undefined };

async function hold(tx: Tx, { kase, process }: Command): Promise<Held> {
  if (kase === null) return { before: null, last: undefined };
  const [before, last] = await Promise.all([lockCase(tx, process.name, kase), lastEventHash(tx, kase)]);
  return { before, last };
}

async function perform(tx: Tx, door: Door, { command, before, last }: Held & { readonly command: Command }): Promise<Response | Refused> {
  const at = door.clock.now();
  if (before === undefined) return notFound;
  if (before && command.version !== null && before.version !== command.version) return stale;
  const strangers = await unknownFiles(tx, command.input);
  if (strangers.length > 0) return refused(...strangers);

  const moved = await move(tx, door, { command, before, at });
  if (!moved.ok) return moved;
  return record(tx, door, { command, before, last, at, moved });
}

type Turn = { readonly command: Command; readonly before: Case | null; readonly at: Instant };

const claimsOfAgency = ({ kase, actor }: Asking): string => `claims/${kase?.owner ?? actor.organisation}`;

/** What a fact counts: commands that count the same wait for each other. */
const counters: { readonly [Name in FactName]?: (asking: Asking) => string | null } = {
  ranking: ({ subject }) => `ranking/${subject}`,
  ownClaims: claimsOfAgency,
  bar: claimsOfAgency,
  invoice: ({ actor, words }) => `invoice/${actor.organisation}/${invoiceNamed(words)}`,
  applicationsInCall: ({ kase, subject }) => `applications/${subject}/${kase?.owner}`,
  zonePlan: (asking) => {
    const zone = zoneNamed(asking);
    return zone && `plan/${zone}`;
  },
  titleZone: (asking) => {
    const zone = zoneNamed(asking);
    return zone && `title/${zone}`;
  },
  recognitionZone: (asking) => {
    const named = zoneAndYear(asking);
    return named && `recognition/${named.zone}/${named.year}`;
  },
  districtBonus: (asking) => `bonus/${yearNamed(asking)}`,
  recommendationZone: (asking) => {
    const named = zoneAndLevel(asking);
    return named && `recommendation/${named.zone}/${named.level}`;
  },
};

/** What the facts of a step count, always in one order: no two commands wait for each other in a circle. */
const countedBy = (names: readonly FactName[], asking: Asking): readonly string[] =>
  [...new Set(names.flatMap((name) => counters[name]?.(asking) ?? []))].sort();

async function move(tx: Tx, door: Door, { command, before, at }: Turn): Promise<Moved | Refused> {
  const { process, event, actor, input } = command;
  const today = businessDateOf(at);
  const names = before ? factsAskedBy(process, event, before) : factsAskedByOpening(process);
  const asking = { tx, actor, at, today, policy: zibo2020.id, kase: before, words: input, subject: subjectOf(process, before, input) };
  for (const counted of countedBy(names, asking)) lockCount(tx, counted);
  const occasion: Occasion = {
    at,
    calendar: door.calendar,
    facts: await gather(names, asking),
    seed: randomBytes(16).toString('hex'),
  };
  if (before) return step(process, before, { event, input, actor }, occasion);
  const number = await nextCaseNumber(tx, process.prefix, yearOf(today));
  return open(process, { input, actor }, occasion, { id: randomUUID(), number, policy: zibo2020.id });
}

/** The call or notice a case is about: its parent, or what the opening words name. */
function subjectOf(process: AnyProcess, before: Case | null, input: unknown): string | null {
  if (before) return process.parent?.(before.data) ?? null;
  const words = (input ?? {}) as { readonly call?: unknown; readonly notice?: unknown };
  const named = words.call ?? words.notice;
  return typeof named === 'string' ? named : null;
}

/** The opening or event a command names, as its process declares it. */
function declared(process: AnyProcess, event: string) {
  if (event === 'open') return { clause: process.opens.clause, isSealed: process.opens.isSealed === true, isQuiet: false };
  const source = process.events[event];
  if (!source) throw new Error(`${process.name} has no event ${event}`);
  return { clause: source.clause, isSealed: source.isSealed === true, isQuiet: source.manner === 'quiet' };
}

async function save(tx: Tx, process: AnyProcess, before: Case | null, next: Case): Promise<void> {
  const derived = {
    summary: process.summary.says(next.data).zh,
    isPrivate: stateOf(process, next.state).isPrivate === true,
    parent: process.parent?.(next.data) ?? null,
  };
  const saved = before ? updateCase(tx, next, derived) : insertCase(tx, next, derived);
  tieFiles(tx, before?.data ?? null, next);
  await saved;
}

type Recorded = Turn & { readonly last: Buffer | undefined; readonly moved: Moved };

async function record(tx: Tx, door: Door, turn: Recorded): Promise<Response | Refused> {
  const { command, before, last, at, moved } = turn;
  const { process, event, actor } = command;
  const { next, effects } = moved;
  const saved = save(tx, process, before, next);
  const from = before === null ? null : before.state;
  const entry = { event, from, next, actor, at, requestId: command.requestId, input: moved.input, ...declared(process, event) };
  const logged = writeDown(tx, entry, last);
  replaceDuties(tx, next, dutiesOf(process, next, at));
  const tellFrom = command.tellFrom ?? null;
  const title = process.summary.says(next.data).zh;
  const context = { tx, kase: next, title, actor, at, calendar: door.calendar, vault: door.vault, event: logged, tellFrom };
  const [result] = await Promise.all([runEffects(context, effects), saved]);
  if ('refusals' in result) return result;
  audit(tx, `case.${process.name}.${event}`, next.id, { case: next.id, seq: logged.seq, event: logged.hash.toString('hex') });
  const answer = {
    id: next.id,
    number: next.number,
    process: process.name,
    version: next.version,
    state: next.state,
    stateTitle: stateOf(process, next.state).title[command.language],
    at,
    receipt: result.receipt ?? null,
  };
  return { status: before ? 200 : 201, body: Buffer.from(JSON.stringify(answer)) };
}
