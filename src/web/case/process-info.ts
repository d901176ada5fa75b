import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import type { Schema } from '../ui/schema/schema.ts';

/** A process as the server describes it. */
export type ProcessInfo = AnswerOf<NamedEndpoints['describeProcesses']>[number];

/** A JSON value of the API read as a schema; it is one by contract. */
export const schemaOf = (json: unknown): Schema => (typeof json === 'object' && json !== null ? (json as Schema) : {});

/** Names of the districts, taken from the form's own list. */
export function districtsOf({ form }: ProcessInfo): Schema | undefined {
  const cover = schemaOf(form).properties?.cover;
  return cover?.properties?.district;
}
