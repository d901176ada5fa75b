import { Worker } from 'node:worker_threads';
import type { DossierDocument } from './document.ts';

type Written = { readonly docx: Uint8Array; readonly pdf: Uint8Array };

/** The document in both formats, written beside the server's own work. @throws Error when the thread fails or ends without an answer. */
export function writeDocuments(document: DossierDocument): Promise<Written> {
  const { promise, resolve, reject } = Promise.withResolvers<Written>();
  const worker = new Worker(new URL('write-worker.ts', import.meta.url), { workerData: document });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the documents of a dossier were not written')));
  return promise;
}
