import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '#contract/problems.ts';
import type { Session } from '#contract/session.ts';

/** A signed-in account: its cookie goes with every request. */
export type Account = { readonly username: string; readonly cookie: string; readonly session: Session };

export type Request = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api`. */
  readonly path: string;
  /** Absent for the public. */
  readonly as?: Account | undefined;
  readonly body?: unknown;
  /** Makes it a command: the same key never acts twice. */
  readonly key?: string;
  /** The version of the case or record that was seen. */
  readonly version?: number;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };
};

/** What a problem says, field by field where it names fields. */
function sentenceOf({ detail, title, refusals = [] }: Partial<Problem>): string {
  const fields = refusals.flatMap(({ field, says }) => (field ? [`${field}：${says}`] : []));
  return fields.length > 0 ? fields.join('；') : (detail ?? title ?? '没有说明');
}

/** The API said no. The message is the problem's own sentence with the request that met it. */
export class RefusedByApi extends Error {
  readonly status: number;
  constructor({ method = 'GET', path, as }: Request, status: number, problem: Partial<Problem>) {
    super(`${method} ${path}（${as?.username ?? '未登录'}）→ ${status} ${problem.code ?? ''} ${sentenceOf(problem)}`);
    this.name = 'RefusedByApi';
    this.status = status;
  }
}

export type Answer<Body> = { readonly body: Body; readonly headers: Headers };

/** Talks to one installation the way a browser would, and in no other way. */
export type Client = {
  readonly baseUrl: string;
  readonly ask: <Body>(request: Request) => Promise<Answer<Body>>;
  readonly signIn: (username: string, password: string) => Promise<Account>;
  /** Waits until the server has settled after its start; a request sent earlier is turned away. */
  readonly untilCalm: () => Promise<void>;
};

/** A busy server, or an answer lost on the way: the same key may be sent again. */
const busy = 503;
const tries = 6;
const pauseMs = 400;

export function clientOf(baseUrl: string): Client {
  const ask = async <Body>(request: Request): Promise<Answer<Body>> => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(new URL(`/api${request.path}`, baseUrl), optionsOf(request));
      const text = await response.text();
      if (response.ok) return { body: bodyOf(text, response.headers) as Body, headers: response.headers };
      if (response.status !== busy || attempt === tries) throw new RefusedByApi(request, response.status, problemIn(text));
      await pause(pauseMs * attempt);
    }
  };
  const signIn = async (username: string, password: string): Promise<Account> => {
    const { body, headers } = await ask<Session>({ method: 'POST', path: '/session', body: { username, password } });
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    if (cookie === '') throw new Error(`${username} was signed in without a cookie`);
    return { username, cookie, session: body };
  };
  const untilCalm = async () => {
    while ((await fetch(new URL('/healthz', baseUrl))).status === busy) await pause(pauseMs);
  };
  return { baseUrl, ask, signIn, untilCalm };
}

/** An answer's JSON, or its text where it is a file. */
function bodyOf(text: string, headers: Headers): unknown {
  if (text === '') return undefined;
  return headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
}

function optionsOf({ method = 'GET', as, body, key, version, file }: Request): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': 'zh-CN' };
  if (as) headers.cookie = as.cookie;
  if (key !== undefined) headers['idempotency-key'] = key;
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (file) {
    const form = new FormData();
    form.set('file', new Blob([file.bytes], { type: file.type }), file.name);
    return { method, headers, body: form };
  }
  if (body === undefined) return { method, headers };
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function problemIn(text: string): Partial<Problem> {
  try {
    return JSON.parse(text) as Partial<Problem>;
  } catch {
    return { detail: text.slice(0, 200) };
  }
}

/** Runs tasks a few at a time and waits for all; the first failure is thrown once those under way have ended. */
export async function inParallel<Item>(items: readonly Item[], width: number, task: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const failures: unknown[] = [];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined && failures.length === 0; item = queue.shift()) {
      try {
        await task(item);
      } catch (failure) {
        failures.push(failure);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failures.length > 0) throw failures[0];
}
