import { parentPort } from 'node:worker_threads';
import { nearestOf, type NearestQuestion } from './nearest.ts';

/** Runs in a thread of its own: with many grants the nearest changes take half a second, in which nobody else would be served. */
parentPort?.on('message', (question: NearestQuestion) => parentPort?.postMessage(nearestOf(question)));
