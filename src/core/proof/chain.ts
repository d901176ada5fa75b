/** SHA-256 or whatever the caller brings: bytes in, 32 bytes out. Core knows no crypto library. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** What the first entry of a chain follows. */
export const chainStart: Uint8Array = new Uint8Array(32);

const text = new TextEncoder();
const eventDomain = text.encode('jixia.event.1');
const auditDomain = text.encode('jixia.audit.1');

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Hash of one event of a case: domain, hash of the event before, canonical bytes. */
export const eventHash = (hash: Hash, prev: Uint8Array, body: Uint8Array): Uint8Array => hash(joined([eventDomain, prev, body]));

/** Hash of one audit entry, as the database function computes it: domain, previous hash, stream (4 bytes), number (8 bytes), body. */
export function auditHash(
  hash: Hash,
  entry: { readonly prev: Uint8Array; readonly stream: number; readonly seq: number; readonly body: Uint8Array },
): Uint8Array {
  const place = new DataView(new ArrayBuffer(12));
  place.setInt32(0, entry.stream);
  place.setBigInt64(4, BigInt(entry.seq));
  return hash(joined([auditDomain, entry.prev, new Uint8Array(place.buffer), entry.body]));
}

/** One entry as stored, for checking a whole chain. */
export type StoredEntry = { readonly seq: number; readonly prev: Uint8Array; readonly body: Uint8Array; readonly hash: Uint8Array };

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** The number of the first entry that does not follow from the one before, or null when the chain holds. */
export function firstBreak(entries: readonly StoredEntry[], hashOf: (entry: StoredEntry) => Uint8Array): number | null {
  let prev = chainStart;
  let seq = 0;
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq || !isSame(entry.prev, prev) || !isSame(entry.hash, hashOf(entry))) return entry.seq;
    prev = entry.hash;
  }
  return null;
}
