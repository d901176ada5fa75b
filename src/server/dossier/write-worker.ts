import { parentPort, workerData } from 'node:worker_threads';
import type { DossierDocument } from './document.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';

/** Runs in a thread of its own: laying out pages with a Chinese font takes seconds, during which the server answers others. */
const document = workerData as DossierDocument;
parentPort?.postMessage({ docx: await docxOf(document), pdf: await pdfOf(document) });
