import type { Readable } from 'node:stream';

/** Bytes by their SHA-256. A stored file never changes and is never stored twice. */
export type FileStore = {
  /** Stores bytes under their hash; returns only when they are safe. */
  put(hash: string, bytes: Buffer, type: string): Promise<void>;
  /** A stream of the bytes. @throws Error when the store does not have them: a fault, since the database said it does. */
  get(hash: string): Promise<Readable>;
  /** Whether the store can be reached now. */
  isReady(): Promise<boolean>;
};
