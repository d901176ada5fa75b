/** What the pages of a rectification call things by: the names of the process itself. */
export { countyFindings, type Outcome, outcomes, results } from './names.ts';
