import { describe, expect, it } from 'vitest';
import { contract } from './index.ts';
import { openApi } from './openapi.ts';

const document = openApi(contract);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const sorted = (names: readonly string[]) => [...names].sort((a, b) => (a < b ? -1 : 1));

/** Every `$ref` anywhere in a value. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { $ref } = value as { $ref?: unknown };
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(value).flatMap(referencesIn)];
}

const target = (reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);

describe('The OpenAPI document', () => {
  it('describes every endpoint of the contract once, under its own name', () => {
    expect(sorted(operations.map(({ operation }) => operation.operationId))).toEqual(sorted(Object.keys(contract)));
  });

  it('declares every parameter that a path names, and no other path parameter', () => {
    for (const { path, method, operation } of operations) {
      const named = sorted([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
      const declared = sorted(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name as string));
      expect(declared, `${method} ${path}`).toEqual(named);
    }
  });

  it('refers only to components that exist', () => {
    const references = [...new Set(referencesIn(document))];
    expect(references.length).toBeGreaterThan(3);
    expect(references.filter((reference) => !reference.startsWith('#/components/') || target(reference) === undefined)).toEqual([]);
  });

  it('asks commands for an idempotency key and versioned writes for If-Match', () => {
    for (const { operation } of operations) {
      const endpoint = contract[operation.operationId];
      const references = referencesIn(operation.parameters);
      expect(references.includes('#/components/parameters/IdempotencyKey')).toBe(endpoint?.isCommand === true);
      expect(references.includes('#/components/parameters/IfMatch')).toBe(endpoint?.namesVersion === true);
    }
  });

  it('describes uploads as multipart with one file', () => {
    for (const { operation } of operations.filter((one) => contract[one.operation.operationId]?.takesFile)) {
      expect(Object.keys((operation.requestBody as { content: object }).content)).toEqual(['multipart/form-data']);
    }
  });

  it('says for every endpoint who may call it, and needs a session unless anyone may', () => {
    for (const { operation } of operations) {
      expect(operation.description).toContain('Who:');
      expect(operation.security.length === 0).toBe(contract[operation.operationId]?.who === 'anyone');
    }
  });
});
