/** What the pages of a revocation call things by: the names of the process itself. */
export { type Ground, grounds, outcomes, ways } from './names.ts';
