import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The row a sealed value belongs to: it opens there and nowhere else. */
export type Place = `${'payee_account' | 'payment_file'}/${string}`;

/**
 * Keeps values unreadable for whoever has the database and not the key. What it makes begins with the id of the key it was
 * made with, so that a key can be replaced while older values are still read.
 */
export type Vault = {
  /** The key that seals from now on, by its id: eight bytes that follow from the key and say nothing of it. */
  readonly keyId: Buffer;
  /** Whether the key with this id is at hand. */
  readonly has: (keyId: Buffer) => boolean;
  /** AES-256-GCM with a nonce of its own, tied to `place`. */
  readonly seal: (place: Place, plain: Buffer | string) => Buffer;
  /** What was sealed. @throws Error if it was sealed for another place, under a key that is not at hand, or was changed. */
  readonly open: (place: Place, sealed: Buffer) => Buffer;
  /** A keyed hash of a hash: equal for equal things, and nobody without the key can try out what they were. */
  readonly print: (hash: Buffer) => Buffer;
  /** Whether `print` was made of `hash`, under any key at hand. */
  readonly isPrintOf: (print: Buffer, hash: Buffer) => boolean;
};

const algorithm = 'aes-256-gcm';
const idBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;

type Key = { readonly id: Buffer; readonly sealing: Buffer; readonly printing: Buffer };

/** One key of the operator becomes three that know nothing of each other: one seals, one prints, one is the name. */
function keyFrom(master: Buffer): Key {
  const derived = (use: string, length: number) => Buffer.from(hkdfSync('sha256', master, '', `jixia.data-key.1 ${use}`, length));
  return { id: derived('id', idBytes), sealing: derived('seal', 32), printing: derived('print', 32) };
}

function sealUnder({ id, sealing }: Key, place: Place, plain: Buffer | string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, sealing, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([id, nonce, cipher.getAuthTag(), text]);
}

function openUnder({ sealing }: Key, place: Place, sealed: Buffer): Buffer {
  const [tagAt, textAt] = [idBytes + nonceBytes, idBytes + nonceBytes + tagBytes];
  const cipher = createDecipheriv(algorithm, sealing, sealed.subarray(idBytes, tagAt), { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(place));
  cipher.setAuthTag(sealed.subarray(tagAt, textAt));
  return Buffer.concat([cipher.update(sealed.subarray(textAt)), cipher.final()]);
}

const printUnder = ({ id, printing }: Key, hash: Buffer): Buffer =>
  Buffer.concat([id, createHmac('sha256', printing).update(hash).digest()]);

/** A vault with these keys of 32 bytes: the first seals, the others only open. */
export function vaultOf([first, ...older]: readonly [Buffer, ...Buffer[]]): Vault {
  const current = keyFrom(first);
  const keys = [current, ...older.map(keyFrom)];
  const keyOf = (id: Buffer): Key | undefined => keys.find((key) => key.id.equals(id));
  return {
    keyId: current.id,
    has: (id) => keyOf(id) !== undefined,
    seal: (place, plain) => sealUnder(current, place, plain),
    open: (place, sealed) => {
      const id = sealed.subarray(0, idBytes);
      const key = keyOf(id);
      if (!key) throw new Error(`${place} was sealed under key ${id.toString('hex')}, which is not at hand`);
      try {
        return openUnder(key, place, sealed);
      } catch (error) {
        throw new Error(`${place} does not open: it was changed, or sealed for another row`, { cause: error });
      }
    },
    print: (hash) => printUnder(current, hash),
    isPrintOf: (print, hash) => {
      const key = keyOf(print.subarray(0, idBytes));
      if (!key) return false;
      const again = printUnder(key, hash);
      return again.length === print.length && timingSafeEqual(again, print);
    },
  };
}
