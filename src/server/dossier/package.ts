import { createHash } from 'node:crypto';
import type { FileStore } from '#server/files/store.ts';
import type { DossierEntry } from '#server/stores/recommendations.ts';
import { documentOf, type DossierRecord } from './sections.ts';
import { writeDocuments } from './write.ts';
import { zipOf } from './zip.ts';

/** A package before it is noted: its files in order, its SHA-256 and its size. */
export type DossierPackage = { readonly entries: readonly DossierEntry[]; readonly hash: string; readonly size: number };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Puts bytes into the store and says where they go in the package. */
async function stored(files: FileStore, path: string, made: { readonly bytes: Uint8Array; readonly type: string }): Promise<DossierEntry> {
  const hash = sha256(made.bytes);
  await files.put(hash, Buffer.from(made.bytes), made.type);
  return { path, hash, bytes: made.bytes.length };
}

/** The index: what the package is about, and the hash of every file in it. */
const indexOf = ({ kase, zone }: DossierRecord, entries: readonly DossierEntry[]): Buffer =>
  Buffer.from(
    `${JSON.stringify(
      {
        case: kase.number,
        zone: { number: zone.number, name: zone.name },
        level: kase.data.level,
        year: kase.data.basis.year,
        files: entries.map(({ path, hash, bytes }) => ({ path, sha256: hash, bytes })),
      },
      null,
      2,
    )}\n`,
  );

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes the documents, puts them into the store, and measures the package as it will be sent. */
export async function makePackage(record: DossierRecord, files: FileStore): Promise<DossierPackage> {
  const { docx, pdf } = await writeDocuments(documentOf(record));
  const written = [
    await stored(files, '推荐材料.docx', { bytes: docx, type: wordType }),
    await stored(files, '推荐材料.pdf', { bytes: pdf, type: 'application/pdf' }),
  ];
  const evidence = record.evidence.map(({ path, hash, size }) => ({ path, hash, bytes: size }));
  const index = await stored(files, '目录.json', { bytes: indexOf(record, [...written, ...evidence]), type: 'application/json' });
  const entries = [...written, index, ...evidence];
  const digest = createHash('sha256');
  let size = 0;
  for await (const part of zipOf(entries, files)) {
    digest.update(part);
    size += part.length;
  }
  return { entries, hash: digest.digest('hex'), size };
}
