import { type Call, stop } from './call.ts';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isPlace = (part: string) => part === 'infinity' || !Number.isNaN(Date.parse(part));

/** The place after a row in a list: its sort values and, last, its id. */
export const cursorAfter = (...parts: readonly string[]): string => Buffer.from(parts.join(' ')).toString('base64url');

/** Reads a cursor back: days or moments first, an id last; null when there is none. Stops a request that made one up. */
export function readCursor(call: Call, after: string | undefined, length: number): readonly string[] | null {
  if (after === undefined) return null;
  const parts = Buffer.from(after, 'base64url').toString().split(' ');
  const isWhole = parts.length === length && id.test(parts.at(-1) ?? '') && parts.slice(0, -1).every(isPlace);
  return isWhole ? parts : stop(call, 'malformed');
}
