import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readKeys } from './keys.ts';
import { type Place, vaultOf } from './vault.ts';

const key = (n: number) => Buffer.alloc(32, n);
const [one, other] = [vaultOf([key(1)]), vaultOf([key(2)])];
const place: Place = 'payee_account/1';
const account = '6222000011112222';
const hashOf = (text: string) => createHash('sha256').update(text).digest();

describe('A sealed value', () => {
  it('opens where it belongs, says nothing of itself and is never the same twice', () => {
    const [first, second] = [one.seal(place, account), one.seal(place, account)];
    expect(one.open(place, first).toString()).toBe(account);
    expect(first.toString('latin1')).not.toContain(account);
    expect(first.equals(second)).toBe(false);
    expect(first.subarray(0, 8)).toEqual(one.keyId);
  });

  it('does not open in another row or another table', () => {
    const sealed = one.seal(place, account);
    for (const elsewhere of ['payee_account/2', 'payment_file/1'] as const)
      expect(() => one.open(elsewhere, sealed)).toThrow(`${elsewhere} does not open`);
  });

  it('does not open after any of its bytes was changed', () => {
    const sealed = one.seal(place, account);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => one.open(place, changed), `byte ${at}`).toThrow(place);
      expect(() => one.open(place, sealed.subarray(0, at)), `cut at ${at}`).toThrow(place);
    }
  });

  it('does not open under another key, and says which one it needs', () => {
    const sealed = one.seal(place, account);
    expect(() => other.open(place, sealed)).toThrow(`was sealed under key ${one.keyId.toString('hex')}`);
  });

  it('is still read when a newer key seals', () => {
    const both = vaultOf([key(2), key(1)]);
    expect(both.open(place, one.seal(place, account)).toString()).toBe(account);
    expect(both.seal(place, account).subarray(0, 8)).toEqual(other.keyId);
    expect([both.has(one.keyId), both.has(other.keyId), one.has(other.keyId)]).toEqual([true, true, false]);
  });
});

describe('A print', () => {
  it('is equal for equal things, differs for others and under another key', () => {
    const print = one.print(hashOf('a'));
    expect(print).toHaveLength(40);
    expect([one.isPrintOf(print, hashOf('a')), one.isPrintOf(print, hashOf('b'))]).toEqual([true, false]);
    expect(other.isPrintOf(print, hashOf('a'))).toBe(false);
    expect(other.print(hashOf('a')).subarray(8)).not.toEqual(print.subarray(8));
  });

  it('made under an older key is still known, a plain hash is not', () => {
    const both = vaultOf([key(2), key(1)]);
    expect(both.isPrintOf(one.print(hashOf('a')), hashOf('a'))).toBe(true);
    expect(both.isPrintOf(hashOf('a'), hashOf('a'))).toBe(false);
    expect(one.isPrintOf(Buffer.concat([one.keyId, hashOf('a').subarray(1)]), hashOf('a'))).toBe(false);
  });
});

describe('A key', () => {
  const bytes = randomBytes(32);
  it.each([bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex'), ` ${bytes.toString('base64')}\n`])(
    'is 32 bytes in base64 or hexadecimal: %j',
    (text) => {
      expect(readKeys(text)).toEqual([bytes]);
    },
  );

  it('may stand before older ones, on lines or between commas', () => {
    const older = randomBytes(32);
    for (const between of [',', ', ', '\n']) {
      expect(readKeys(`${bytes.toString('base64')}${between}${older.toString('hex')}`)).toEqual([bytes, older]);
    }
  });

  it.each([
    '',
    ' , ',
    'secret',
    randomBytes(16).toString('base64'),
    randomBytes(33).toString('base64'),
    `${bytes.toString('hex')}00`,
    `${bytes.toString('base64')},x`,
  ])('is nothing else: %j', (text) => {
    expect(readKeys(text)).toBeUndefined();
  });
});
