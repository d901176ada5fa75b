import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerOf, Endpoint, Parsed } from '#contract/endpoint.ts';
import { problemOf, problemOfRefusals, type Problem, type ProblemCode } from '#contract/problems.ts';
import type { Refused } from '#core/kernel/refusal.ts';
import { type Language, languageOf, type Words } from '#core/kernel/words.ts';
import { type Actor, publicActor } from '#core/people/actor.ts';
import type { Reader } from '#server/cases/present.ts';
import { type Scope, scopeOf } from '#server/db/transaction.ts';
import type { LiveSession } from '#server/stores/sessions.ts';
import type { House } from './house.ts';

/** One request after it was let in: who asks, in which language, with which checked words. */
export type Call<E extends Endpoint = Endpoint> = Parsed<E> & {
  readonly house: House;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly endpoint: Endpoint;
  readonly session: LiveSession | undefined;
  readonly actor: Actor;
  readonly language: Language;
  readonly requestId: string;
  /** Idempotency-Key of a command, empty otherwise. */
  readonly key: string;
  /** Version named by If-Match, null where none is needed. */
  readonly version: number | null;
};

/** A problem to answer with. */
export class Stop extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

type Speaking = { readonly requestId: string; readonly language: Language };

/** Ends a request with a general problem. */
export const stop = (call: Speaking, code: ProblemCode, detail?: Words): never => {
  throw new Stop(problemOf(code, { requestId: call.requestId, language: call.language, ...(detail ? { detail } : {}) }));
};

/** Ends a request with refusals. */
export const refuse = (call: Speaking, { refusals }: Refused): never => {
  throw new Stop(problemOfRefusals(refusals, call));
};

/** What a handler gives back: the answer of its endpoint. Files are sent on `reply` and answered with `reply` itself. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<AnswerOf<E> | FastifyReply>;

export const languageFor = (request: FastifyRequest): Language => languageOf(request.headers['accept-language']);

export const readerOf = ({ actor, language, house }: Call): Reader => ({
  actor,
  language,
  at: house.clock.now(),
  calendar: house.calendar,
});

export const scopeFor = ({ actor }: Call): Scope => scopeOf(actor);

export const publicScope: Scope = scopeOf(publicActor);
