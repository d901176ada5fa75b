import { Zip, ZipPassThrough } from 'fflate';
import type { FileStore } from '#server/files/store.ts';
import type { DossierEntry } from '#server/stores/recommendations.ts';
import { archiveTime } from './moment.ts';

/**
 * The package as a stream of bytes, file after file out of the store, so that memory stays flat however large it is.
 * Nothing is compressed and every file has the same time: equal entries give equal bytes, with any version of any library.
 * @throws Error when the archive can not be written or the store lacks a file.
 */
export async function* zipOf(entries: readonly DossierEntry[], files: FileStore): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const faults: Error[] = [];
  const zip = new Zip((fault, part) => (fault ? faults.push(fault) : ready.push(part)));
  const take = (): Uint8Array[] => {
    if (faults[0]) throw faults[0];
    return ready.splice(0);
  };
  for (const { path, hash } of entries) {
    const file = new ZipPassThrough(path);
    file.mtime = archiveTime;
    zip.add(file);
    for await (const part of await files.get(hash)) {
      file.push(part as Uint8Array);
      yield* take();
    }
    file.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
