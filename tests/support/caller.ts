import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { CaseRow, CaseView, Moved } from '#contract/cases.ts';
import type { AnswerOf, Sent } from '#contract/endpoint.ts';
import { contract, type NamedEndpoints } from '#contract/index.ts';
import type { Problem } from '#contract/problems.ts';

type Headers = Readonly<Record<string, string | string[] | number | undefined>>;

/** What came back: on refusal `problem` is the body, on success `data` is. Neither is checked before it is read. */
export type Reply<Data> = {
  readonly status: number;
  readonly ok: boolean;
  readonly data: Data;
  readonly problem: Problem;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Headers;
};

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly type?: string };

/** One request in full; everything but the path has a usual value. */
export type Ask = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  /** Sent as it stands, for bodies no honest client makes. */
  readonly raw?: string | Buffer;
  readonly file?: UploadedFile;
  /** Idempotency-Key; null leaves it out. */
  readonly key?: string | null;
  /** If-Match; null leaves it out. */
  readonly version?: number | null;
  readonly headers?: Readonly<Record<string, string>>;
};

type Rest = Omit<Ask, 'url' | 'method' | 'body'>;
type Name = keyof NamedEndpoints;
export type Given<E extends Name> = Partial<Sent<NamedEndpoints[E]>> & Rest;

async function multipart(file: UploadedFile): Promise<{ payload: Buffer; type: string }> {
  const form = new FormData();
  form.set('file', new Blob([file.bytes], { type: file.type ?? 'application/octet-stream' }), file.name);
  const whole = new Response(form);
  return { payload: Buffer.from(await whole.arrayBuffer()), type: whole.headers.get('content-type') ?? '' };
}

async function bodyOf({ body, raw, file }: Ask): Promise<{ payload?: string | Buffer; type?: string }> {
  if (file) return multipart(file);
  if (raw !== undefined) return { payload: raw, type: 'application/json' };
  return body === undefined ? {} : { payload: JSON.stringify(body), type: 'application/json' };
}

const parsed = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const queryOf = (query: object | undefined): string => {
  const text = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};

export const pathOf = (path: string, params: object | undefined): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent((params as Record<string, string | number> | undefined)?.[name] ?? name),
  );

/** Somebody in front of the API: a cookie jar of one cookie, and every endpoint by name. */
export type Caller = ReturnType<typeof callerOf>;

function headersOf({ key, version, headers }: Ask, { cookie, type }: { cookie: string; type: string | undefined }): Record<string, string> {
  const named: Record<string, string | null | undefined> = {
    cookie: cookie || null,
    'content-type': type,
    'idempotency-key': key,
    'if-match': typeof version === 'number' ? `"${version}"` : null,
    ...headers,
  };
  return Object.fromEntries(Object.entries(named).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The cookie after an answer: what it set, nothing if it cleared it, as before if it said nothing. */
function jarAfter(set: string | string[] | undefined, before: string): string {
  const [first] = [set ?? []].flat();
  if (first === undefined) return before;
  const pair = first.split(';')[0] ?? '';
  return pair.endsWith('=') ? '' : pair;
}

let callers = 0;

/** An address of its own for every caller: limits count by address. */
const freshAddress = (): string => {
  callers += 1;
  return `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`;
};

/** Speaks to the program as a browser does. `cookie` is name=value; it changes when the server sets another. */
export function callerOf(app: FastifyInstance, { cookie = '', address = freshAddress() }: { cookie?: string; address?: string } = {}) {
  let jar = cookie;

  async function ask<Data = unknown>(given: Ask): Promise<Reply<Data>> {
    const { payload, type } = await bodyOf(given);
    const answer = await app.inject({
      method: given.method ?? 'GET',
      url: given.url,
      remoteAddress: address,
      headers: headersOf(given, { cookie: jar, type }),
      ...(payload === undefined ? {} : { payload }),
    });
    jar = jarAfter(answer.headers['set-cookie'], jar);
    const value = parsed(answer.body);
    return {
      status: answer.statusCode,
      ok: answer.statusCode < 400,
      data: value as Data,
      problem: value as Problem,
      text: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    };
  }

  const route = (name: string) => contract[name] ?? missing(name);
  const post = (url: string, body: unknown, rest: Rest) => ask<Moved>({ method: 'POST', url, body, key: randomUUID(), ...rest });

  return {
    ask,
    cookie: () => jar,
    /** Calls a named endpoint. A command gets a fresh key unless one is given. */
    call<E extends Name>(name: E, given: Given<E> = {} as Given<E>): Promise<Reply<AnswerOf<NamedEndpoints[E]>>> {
      const { params, query, body, ...rest } = given as { params?: object; query?: object; body?: unknown } & Rest;
      const { method, path, isCommand } = route(name);
      const key = isCommand ? randomUUID() : null;
      return ask({ method, url: `/api${pathOf(path, params)}${queryOf(query)}`, body, key, ...rest });
    },
    list: (process: string, query: object = {}) =>
      ask<{ rows: CaseRow[]; next: string | null }>({ url: `/api/cases/${process}${queryOf(query)}` }),
    read: (process: string, id: string) => ask<CaseView>({ url: `/api/cases/${process}/${id}` }),
    open: (process: string, input: unknown, rest: Rest = {}) => post(`/api/cases/${process}`, input, rest),
    send: (target: { process: string; id: string; event: string }, input: unknown, rest: Rest = {}) =>
      post(`/api/cases/${target.process}/${target.id}/${target.event.replaceAll('_', '-')}`, input, rest),
  };
}

function missing(name: string): never {
  throw new Error(`the contract has no endpoint ${name}`);
}

/** The data of an answer that must be a success. @throws Error with the problem's own sentence. */
export function good<Data>(reply: Reply<Data>): Data {
  if (!reply.ok) throw new Error(`${reply.status}: ${reply.text.slice(0, 600)}`);
  return reply.data;
}
