import { randomUUID } from 'node:crypto';
import type { Answer, Shot } from './lanes.ts';

/** A command under a key of its own; the path begins after `/api`. */
export const post = (cookie: string, path: string, body: unknown, version?: number): Shot => ({
  method: 'POST',
  path: `/api${path}`,
  headers: { cookie, 'idempotency-key': randomUUID(), ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
  body,
});

/** A reading; the path begins after `/api`. */
export const get = (cookie: string, path: string): Shot => ({ method: 'GET', path: `/api${path}`, headers: { cookie } });

/** The body of an answer that must be a success. @throws Error with what was said instead. */
export function bodyOf<T>(answer: Answer | undefined): T {
  if (!answer || answer.status >= 300) throw new Error(`${answer?.status} ${answer?.body}`);
  return JSON.parse(answer.body) as T;
}
