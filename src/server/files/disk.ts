import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from './store.ts';

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // folders can not be opened there; the file itself is synced
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files in a folder, two letters of the hash a level. A power cut leaves either the whole file or none. */
export function diskStore(folder: string): FileStore {
  const place = (hash: string) => path.join(folder, hash.slice(0, 2), hash);
  return {
    async put(hash, bytes) {
      const target = place(hash);
      const there = await stat(target).catch(() => undefined);
      if (there?.size === bytes.length) return;
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const draft = `${target}.${randomBytes(6).toString('hex')}`;
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, target);
      await syncFolder(path.dirname(target));
    },
    async get(hash) {
      await access(place(hash));
      return createReadStream(place(hash));
    },
    async isReady() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return true;
    },
  };
}
