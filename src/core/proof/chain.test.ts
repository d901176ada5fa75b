import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditHash, chainStart, eventHash, firstBreak, type StoredEntry } from './chain.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const bodies = ['甲', '乙', '丙', '丁'].map((text) => new TextEncoder().encode(text));

const chain = bodies.reduce<StoredEntry[]>((entries, body) => {
  const prev = entries.at(-1)?.hash ?? chainStart;
  return [...entries, { seq: entries.length + 1, prev, body, hash: eventHash(sha256, prev, body) }];
}, []);
const broken = (entries: readonly StoredEntry[]) => firstBreak(entries, ({ prev, body }) => eventHash(sha256, prev, body));
const changed = (index: number, change: Partial<StoredEntry>) => chain.map((entry, i) => (i === index ? { ...entry, ...change } : entry));

describe('A chain', () => {
  it('holds as it was written, also when it is empty', () => {
    expect(broken(chain)).toBeNull();
    expect(broken([])).toBeNull();
  });

  it('breaks at the entry that was changed in any part', () => {
    const other = new TextEncoder().encode('戊');
    expect(broken(changed(1, { body: other }))).toBe(2);
    expect(broken(changed(1, { hash: sha256(other) }))).toBe(2);
    expect(broken(changed(1, { prev: sha256(other) }))).toBe(2);
    expect(broken(changed(1, { seq: 7 }))).toBe(7);
  });

  it('breaks where an entry was taken out, put in or moved, and when a changed entry was hashed again', () => {
    const [first, second, third] = chain as [StoredEntry, StoredEntry, StoredEntry];
    expect(broken([first, third])).toBe(3);
    expect(broken([second, third])).toBe(2);
    expect(broken([first, first, second])).toBe(1);
    expect(broken([second, first])).toBe(2);
    const body = new TextEncoder().encode('戊');
    expect(broken(changed(1, { body, hash: eventHash(sha256, second.prev, body) }))).toBe(3);
  });

  it('does not tell that its tail is gone: receipts and the audit streams’ heads do', () => {
    expect(broken(chain.slice(0, -1))).toBeNull();
  });

  it('has its own words for events and for the audit log, and a place in its stream', () => {
    const [body = new Uint8Array()] = bodies;
    const entry = { prev: chainStart, stream: 3, seq: 1, body };
    expect(auditHash(sha256, entry)).not.toEqual(eventHash(sha256, chainStart, body));
    expect(auditHash(sha256, { ...entry, stream: 4 })).not.toEqual(auditHash(sha256, entry));
    expect(auditHash(sha256, { ...entry, seq: 2 })).not.toEqual(auditHash(sha256, entry));
    const place = Buffer.alloc(12);
    place.writeInt32BE(3, 0);
    place.writeBigInt64BE(1n, 4);
    expect(auditHash(sha256, entry)).toEqual(sha256(Buffer.concat([Buffer.from('jixia.audit.1'), chainStart, place, body])));
  });
});
