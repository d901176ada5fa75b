import { z } from 'zod';
import { CaseRow, CaseView, Moved } from './cases.ts';
import { Problem } from './problems.ts';
import { Session } from './session.ts';

/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Schemas that several endpoints share, by the name they have in the OpenAPI document. */
export const sharedSchemas: Readonly<Record<string, z.ZodType>> = { CaseRow, CaseView, Moved, Problem, Session };

const nameOf = (schema: z.ZodType): string | undefined => Object.entries(sharedSchemas).find(([, one]) => one === schema)?.[0];

/** Any JSON value, as zod writes it, becomes one shared schema that refers to itself. */
export const anyJson: JsonSchema = {
  description: 'Any JSON value',
  type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
};

/** JSON Schema without the parts that only make sense at the top of a document of its own; `z.json()` becomes `Json`. */
function embedded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(embedded);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Readonly<Record<string, unknown>>;
  if (typeof node.$ref === 'string' && node.$ref.startsWith('#/$defs/')) return jsonReference;
  const kept = Object.entries(node).filter(([key]) => key !== '$defs' && key !== '$schema');
  return Object.fromEntries(kept.map(([key, inner]) => [key, embedded(inner)]));
}

const jsonReference: JsonSchema = { $ref: '#/components/schemas/Json' };

/** The schema itself, whatever it is called elsewhere. `input` is what a caller sends, `output` what the server answers. */
export function wholeSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const written = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // Any JSON value at the top refers to itself as '#'; nothing else in the contract does.
  return JSON.stringify(written).includes('"$ref":"#"') ? jsonReference : (embedded(written) as JsonSchema);
}

/** The schema, or a reference if it is a shared one. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const name = nameOf(schema);
  return name === undefined ? wholeSchema(schema, io) : { $ref: `#/components/schemas/${name}` };
}
