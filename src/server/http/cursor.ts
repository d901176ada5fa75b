import { isBusinessDate } from '#core/kernel/dates.ts';
import { type Call, stop } from './call.ts';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A day or a moment as the database writes it: what `Date` reads besides, the database may not. */
const isPlace = (part: string) =>
  part === 'infinity' ||
  (/^\d{4}-\d{2}-\d{2}(T[\d:.]{8,15}Z)?$/.test(part) && isBusinessDate(part.slice(0, 10)) && !Number.isNaN(Date.parse(part)));

/** The place after a row in a list: its sort values and, last, its id. */
export const cursorAfter = (...parts: readonly string[]): string => Buffer.from(parts.join(' ')).toString('base64url');

/** Reads a cursor back: days or moments first, an id last; null when there is none. Stops a request that made one up. */
export function readCursor(call: Call, after: string | undefined, length: number): readonly string[] | null {
  if (after === undefined) return null;
  const parts = Buffer.from(after, 'base64url').toString().split(' ');
  const isWhole = parts.length === length && id.test(parts.at(-1) ?? '') && parts.slice(0, -1).every(isPlace);
  return isWhole ? parts : stop(call, 'malformed');
}
