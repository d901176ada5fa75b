import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { problemOfRefusals } from '#contract/problems.ts';
import { both } from '#core/kernel/words.ts';
import { type Actor, publicActor } from '#core/people/actor.ts';
import { inputRefusals } from '#core/process/step.ts';
import { actorOf, secondFactorState, sessionOf } from '#server/sign-in/sessions.ts';
import type { LiveSession } from '#server/stores/sessions.ts';
import { type Call, languageFor, Stop, stop } from './call.ts';
import type { House } from './house.ts';

export const cookieName = (house: House): string => (house.config.PUBLIC_URL?.startsWith('https:') ? '__Host-jixia' : 'jixia');

type Speaking = Pick<Call, 'requestId' | 'language'>;

/** A write must come from our own pages: browsers say where a request comes from, and we believe them. */
function checkOrigin(request: FastifyRequest, speaking: Speaking): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') stop(speaking, 'foreign_origin');
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== 'null' && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host)) {
    stop(speaking, 'foreign_origin');
  }
}

/** Endpoints that work while the second factor is still owed. */
const beforeSecondFactor = new Set(['/session', '/session/second-factor', '/account/second-factor', '/account/second-factor/confirm']);

function checkSecondFactor(house: House, endpoint: Endpoint, session: LiveSession, speaking: Speaking): void {
  if (beforeSecondFactor.has(endpoint.path)) return;
  const owed = secondFactorState(session, house.config.SECOND_FACTOR_ROLES);
  if (owed === 'needed' || owed === 'to_enrol') stop(speaking, 'second_factor_needed');
}

function checkAudience(house: House, endpoint: Endpoint, session: LiveSession | undefined, speaking: Speaking): Actor {
  const actor = session && actorOf(session);
  if (endpoint.who === 'anyone') return actor ?? publicActor;
  if (!session) return stop(speaking, 'not_signed_in');
  checkSecondFactor(house, endpoint, session, speaking);
  if (endpoint.who === 'signed in') return actor ?? { ...publicActor, person: session.person, name: session.name };
  if (actor && endpoint.who.includes(actor.role)) return actor;
  return stop(
    speaking,
    'not_allowed',
    both('当前身份无权办理；如您有其他身份，请先切换', 'This office may not do that; switch offices if you hold another'),
  );
}

/** A public opening is made by the public even when somebody is signed in: no office stands behind it. */
const isPublicAct = (endpoint: Endpoint) => endpoint.event === 'open' && endpoint.who === 'anyone';

/** Whether a value can be stored at all: no NUL, no half letters, and not nested without end. */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return depth < 40 && Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member, depth + 1));
}

function checkWords(request: FastifyRequest, speaking: Speaking): void {
  if (isStorable(request.query) && isStorable(request.isMultipart() ? null : request.body)) return;
  stop(
    speaking,
    'malformed',
    both('内容含有不能保存的字符，或嵌套过深', 'The content has characters that can not be stored, or is nested too deeply'),
  );
}

function parse(schema: z.ZodType | undefined, value: unknown, speaking: Speaking): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Stop(problemOfRefusals(inputRefusals(parsed.error, 'operational'), speaking));
}

function keyOf(request: FastifyRequest, endpoint: Endpoint, speaking: Speaking): string {
  if (!endpoint.isCommand) return '';
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) return stop(speaking, 'key_missing');
  return key;
}

function versionOf(request: FastifyRequest, endpoint: Endpoint, speaking: Speaking): number | null {
  if (!endpoint.namesVersion) return null;
  const match = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '');
  return match ? Number(match[1]) : stop(speaking, 'version_missing');
}

/** Lets a request in, or stops it: origin, session, audience, headers, words, in this order. */
export async function letIn(house: House, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): Promise<Call> {
  const speaking = { requestId: request.id, language: languageFor(request) };
  checkOrigin(request, speaking);
  const session = await sessionOf(house.pool, house.clock, request.cookies[cookieName(house)]);
  const audience = checkAudience(house, endpoint, session, speaking);
  const params = endpoint.params ? endpoint.params.safeParse(request.params) : undefined;
  if (params && !params.success) return stop(speaking, 'not_found');
  checkWords(request, speaking);
  return {
    ...speaking,
    house,
    request,
    reply,
    endpoint,
    session,
    actor: isPublicAct(endpoint) ? publicActor : audience,
    params: params?.data as never,
    query: parse(endpoint.query, request.query, speaking) as never,
    // The words of a process are checked behind its door, after who and when.
    body: (endpoint.process ? (request.body ?? {}) : parse(endpoint.body, request.body, speaking)) as never,
    key: keyOf(request, endpoint, speaking),
    version: versionOf(request, endpoint, speaking),
  };
}
