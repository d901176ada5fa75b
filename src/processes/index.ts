import { application } from './application/process.ts';
import { call } from './call/process.ts';
import { objection } from './objection/process.ts';
import { ruling } from './ruling/process.ts';

/** Every process there is. A folder that is missing here fails the registry's test. */
export const processes = { call, application, objection, ruling } as const;

export type ProcessName = keyof typeof processes;
export const processNames = Object.keys(processes) as readonly ProcessName[];
