import type { JsonSchema } from '#contract/json-schema.ts';

type Node = JsonSchema & {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | boolean;
};

/** A JSON Schema written the way a TypeScript reader expects it; titles of fields follow as comments. */
export function schemaText(schema: JsonSchema, indent = ''): string {
  const node = schema as Node;
  if (node.$ref !== undefined) return node.$ref.split('/').at(-1) ?? '';
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return choices.map((choice) => schemaText(choice, indent)).join(' | ');
  if (node.type === 'array') return arrayText(node, indent);
  if (node.type === 'object') return objectText(node, indent);
  return scalarText(node);
}

function scalarText({ type, format }: Node): string {
  if (typeof type !== 'string') return 'unknown';
  return typeof format === 'string' ? `${type}<${format}>` : type;
}

function arrayText({ items }: Node, indent: string): string {
  const inner = items ? schemaText(items, indent) : 'unknown';
  return inner.includes(' | ') && !inner.startsWith('{') ? `(${inner})[]` : `${inner}[]`;
}

function objectText({ properties = {}, required = [], additionalProperties }: Node, indent: string): string {
  const names = Object.keys(properties);
  if (names.length === 0)
    return typeof additionalProperties === 'object' ? `Record<string, ${schemaText(additionalProperties, indent)}>` : '{}';
  const deeper = `${indent}  `;
  const fields = names.map((name) => {
    const property = properties[name] as Node;
    const comment = property.title ? `  // ${property.title}` : '';
    return `${deeper}${name}${required.includes(name) ? '' : '?'}: ${schemaText(property, deeper)};${comment}`;
  });
  return `{\n${fields.join('\n')}\n${indent}}`;
}
