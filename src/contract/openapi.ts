import type { z } from 'zod';
import { roles } from '#core/people/roles.ts';
import type { Endpoint } from './endpoint.ts';
import { anyJson, type JsonSchema, schemaOf, sharedSchemas, wholeSchema } from './json-schema.ts';

export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly JsonSchema[];
  readonly parameters: readonly JsonSchema[];
  readonly requestBody?: JsonSchema;
  readonly responses: JsonSchema;
};

export type OpenApi = {
  readonly openapi: '3.1.0';
  readonly info: JsonSchema;
  readonly servers: readonly JsonSchema[];
  readonly tags: readonly JsonSchema[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: JsonSchema;
};

const ref = (kind: string, name: string): JsonSchema => ({ $ref: `#/components/${kind}/${name}` });
const json = (schema: JsonSchema): JsonSchema => ({ 'application/json': { schema } });

/** Group of an endpoint: its process, or the first part of its path. */
export const tagOf = ({ process, path }: Endpoint): string => process ?? path.split('/')[1] ?? '';

/** Who may call an endpoint, as a sentence. */
export function audienceOf({ who }: Endpoint): string {
  if (who === 'anyone') return '任何人 / anyone';
  if (who === 'signed in') return '已登录 / signed in';
  return who.map((role) => roles[role].zh).join('、');
}

function describe(endpoint: Endpoint): string {
  const { clause, isDemo, summary } = endpoint;
  const parts = [
    `${summary.en}.`,
    `何人 / Who: ${audienceOf(endpoint)}.`,
    clause && (clause === 'operational' ? '依据：运行规则 / house rule.' : `依据 / Clause: ${clause}.`),
    isDemo && '仅演示模式 / Demonstration mode only.',
  ];
  return parts.filter(Boolean).join(' ');
}

function parametersIn(place: 'path' | 'query', schema: z.ZodObject | undefined): readonly JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = wholeSchema(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBodyOf({ body, takesFile }: Endpoint): JsonSchema | undefined {
  if (takesFile) {
    const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
    return { required: true, content: { 'multipart/form-data': { schema } } };
  }
  return body && { required: true, content: json(schemaOf(body, 'input')) };
}

function responsesOf({ answer, status, givesFile }: Endpoint): JsonSchema {
  const content = givesFile
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : answer && json(schemaOf(answer, 'output'));
  return {
    [String(status ?? (content ? 200 : 204))]: { description: 'OK', ...(content ? { content } : {}) },
    default: ref('responses', 'Problem'),
  };
}

function operationOf(name: string, endpoint: Endpoint): Operation {
  const body = requestBodyOf(endpoint);
  return {
    operationId: name,
    summary: endpoint.summary.zh,
    description: describe(endpoint),
    tags: [tagOf(endpoint)],
    security: endpoint.who === 'anyone' ? [] : [{ session: [] }],
    parameters: [
      ...parametersIn('path', endpoint.params),
      ...parametersIn('query', endpoint.query),
      ...(endpoint.isCommand ? [ref('parameters', 'IdempotencyKey')] : []),
      ...(endpoint.namesVersion ? [ref('parameters', 'IfMatch')] : []),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(endpoint),
  };
}

const components = (cookie: string): JsonSchema => ({
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: cookie, description: '登录后由服务器设置 / set by the server at sign-in' },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: '一次办理一个键；重发同一个键得到同一个答复 / one key per intention; the same key gets the same answer',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: true,
      description: '所见版本号，带引号；已被他人更新的答复412 / the version seen, in quotation marks; 412 if it has changed',
      schema: { type: 'string', pattern: '^"\\d+"$' },
    },
  },
  responses: {
    Problem: {
      description: 'RFC 9457 problem details',
      content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
    },
  },
  schemas: {
    Json: anyJson,
    ...Object.fromEntries(Object.entries(sharedSchemas).map(([name, schema]) => [name, wholeSchema(schema, 'output')])),
  },
});

/** The whole contract as an OpenAPI 3.1 document. `cookie` is the name of the session cookie. */
export function openApi(contract: Readonly<Record<string, Endpoint>>, { version = '0.1.0', cookie = 'jixia' } = {}): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, endpoint] of Object.entries(contract)) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(name, endpoint);
  }
  const tags = [...new Set(Object.values(contract).map(tagOf))].map((name) => ({ name }));
  return {
    openapi: '3.1.0',
    info: { title: '稷下 Jixia API', version, description: '知识产权服务业集聚发展示范区：申报、认定与扶持' },
    servers: [{ url: '/api' }],
    tags,
    paths,
    components: components(cookie),
  };
}
