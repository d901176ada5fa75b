import type { CaseRow, CaseView, Moved } from './cases.ts';
import type { AnswerOf, Endpoint, Sent } from './endpoint.ts';
import type { NamedEndpoints } from './index.ts';
import type { Problem } from './problems.ts';

/** Method and path of an endpoint: all that a caller needs to know at run time. */
export type Route = readonly [method: string, path: string];
export type Routes = Readonly<Record<string, Route>>;

/** What came of a call. A refusal, a fault and a lost connection are all problems; nothing is thrown. */
export type Result<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly problem: Problem };

type Part = 'params' | 'query' | 'body';
type Given<E extends Endpoint> = {
  [P in Part as Sent<E>[P] extends undefined ? never : object extends Sent<E>[P] ? never : P]: Sent<E>[P];
} & {
  [P in Part as Sent<E>[P] extends undefined ? never : object extends Sent<E>[P] ? P : never]?: Sent<E>[P];
};

/** `key` is the idempotency key of one intention; `version` the version of the row the caller saw. */
export type Options = {
  readonly key?: string;
  readonly version?: number;
  readonly signal?: AbortSignal;
  /** Do not ask the user to sign in again when the session is gone. */
  readonly isQuiet?: boolean;
};

type Arguments<E extends Endpoint> = object extends Given<E> ? [given?: Given<E>, options?: Options] : [given: Given<E>, options?: Options];

/** How a list of cases is narrowed. */
export type ListQuery = {
  readonly state?: string;
  readonly district?: string;
  readonly q?: string;
  readonly parent?: string;
  readonly after?: string;
  readonly limit?: number;
};
export type CasePage = { readonly rows: readonly CaseRow[]; readonly next: string | null };

export type Setting = {
  readonly routes: Routes;
  /** Where the API lives; `/api` in the browser. */
  readonly base?: string;
  readonly language?: () => 'zh' | 'en';
  readonly fetch?: typeof fetch;
  /** Called when a session or second factor is missing; true means: it is there now, try again. */
  readonly recover?: (problem: Problem) => Promise<boolean>;
};

/** Names of the endpoints that take a file, or give one. */
type NamesWith<Mark extends 'takesFile' | 'givesFile'> = {
  [Name in keyof NamedEndpoints]: NamedEndpoints[Name] extends Readonly<Record<Mark, true>> ? Name : never;
}[keyof NamedEndpoints];
type Where = { readonly params?: Readonly<Record<string, string | number>>; readonly query?: object };

type Request = {
  readonly method: string;
  readonly path: string;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly options?: Options | undefined;
};

const words = {
  network: { zh: '网络异常，内容还在，可重试', en: 'The network failed. Nothing is lost; please try again' },
  unreadable: { zh: '服务器的答复无法读取，请稍候再试', en: 'The answer could not be read; try again shortly' },
};

const made = (code: string, status: number, says: string): Problem => ({
  type: `urn:jixia:problem:${code}`,
  title: says,
  status,
  detail: says,
  code,
  requestId: '',
  refusals: [{ code, clause: 'operational', says }],
});

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && Array.isArray((value as Problem).refusals);

const isSessionMissing = ({ code }: Problem) => code === 'not_signed_in' || code === 'second_factor_needed';

/** Whether it is unknown if the server did what was asked: the same key may be sent again, and should be. */
export const isOutcomeUnknown = ({ status, code }: Problem): boolean =>
  code === 'network' || code === 'outcome_unknown' || code === 'busy' || status >= 500;

/** Writes the values into a path's braces. */
export function fillPath(path: string, params: Readonly<Record<string, string | number>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(params[name] ?? '')));
}

/** Query text with empty values left out, question mark included. */
export function queryText(query: object = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}

/** A key for one intention. `randomUUID` exists on https and localhost only, so it is made from random bytes elsewhere. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

const pathOfEvent = (process: string, id: string, event: string) =>
  `/cases/${process}/${encodeURIComponent(id)}/${event.replaceAll('_', '-')}`;

function headersOf({ body, options }: Pick<Request, 'body' | 'options'>, language: string): Record<string, string> {
  return {
    Accept: 'application/json',
    'Accept-Language': language,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(options?.key === undefined ? {} : { 'Idempotency-Key': options.key }),
    ...(options?.version === undefined ? {} : { 'If-Match': `"${options.version}"` }),
  };
}

async function readAnswer(response: Response, language: 'zh' | 'en'): Promise<Result<unknown>> {
  if (response.status === 204) return { ok: true, data: undefined };
  const parsed: unknown = await response.json().catch(() => undefined);
  if (response.ok && parsed !== undefined) return { ok: true, data: parsed };
  return { ok: false, problem: isProblem(parsed) ? parsed : made('unreadable', response.status || 500, words.unreadable[language]) };
}

/** Uploads through XMLHttpRequest, because only it tells how far an upload has come. */
function sendFile(
  url: string,
  file: File,
  told: { language: 'zh' | 'en'; onProgress?: (share: number) => void },
): Promise<Result<unknown>> {
  const { language, onProgress } = told;
  const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append('file', file, file.name);
  request.open('POST', url);
  request.setRequestHeader('Accept-Language', language);
  request.responseType = 'text';
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
  request.onerror = () => resolve({ ok: false, problem: made('network', 0, words.network[language]) });
  request.onload = () =>
    void readAnswer(new Response(request.responseText || null, { status: request.status || 500 }), language).then(resolve);
  request.send(form);
  return promise;
}

/** What carries requests: the network's failures as problems, and a second try after the session came back. */
function transportOf(setting: Setting) {
  const { base = '/api', recover } = setting;
  const languageNow = () => setting.language?.() ?? 'zh';

  async function once({ method, path, query, body, options }: Request): Promise<Result<unknown>> {
    const language = languageNow();
    try {
      const response = await (setting.fetch ?? fetch)(`${base}${path}${queryText(query)}`, {
        method,
        headers: headersOf({ body, options }, language),
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(options?.signal ? { signal: options.signal } : {}),
      });
      return await readAnswer(response, language);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      return { ok: false, problem: made('network', 0, words.network[language]) };
    }
  }

  async function again(attempt: () => Promise<Result<unknown>>, isQuiet = false): Promise<Result<unknown>> {
    const result = await attempt();
    if (result.ok || isQuiet || !recover || !isSessionMissing(result.problem)) return result;
    return (await recover(result.problem)) ? attempt() : result;
  }

  return {
    send: <Data>(request: Request) => again(() => once(request), request.options?.isQuiet) as Promise<Result<Data>>,
    sendFile: <Data>(path: string, file: File, onProgress?: (share: number) => void) => {
      const told = () => ({ language: languageNow(), ...(onProgress ? { onProgress } : {}) });
      return again(() => sendFile(`${base}${path}`, file, told())) as Promise<Result<Data>>;
    },
  };
}

/** The typed client. It knows the contract's types only, never its schemas. */
export function createClient(setting: Setting) {
  const { routes, base = '/api' } = setting;
  const { send, sendFile: upload } = transportOf(setting);
  const routeOf = (name: string): Route => {
    const route = routes[name];
    if (!route) throw new Error(`no endpoint ${name}`);
    return route;
  };

  return {
    /** Calls an endpoint of the contract by its name. */
    call<Name extends keyof NamedEndpoints>(name: Name, ...[given, options]: Arguments<NamedEndpoints[Name]>) {
      const [method, path] = routeOf(name);
      const parts = (given ?? {}) as { params?: Record<string, string | number>; query?: object; body?: unknown };
      return send<AnswerOf<NamedEndpoints[Name]>>({
        method,
        path: fillPath(path, parts.params),
        query: parts.query,
        body: parts.body,
        options,
      });
    },
    /** One page of the cases of a process. */
    list: (process: string, query: ListQuery = {}, options?: Options) =>
      send<CasePage>({ method: 'GET', path: `/cases/${process}`, query, options }),
    /** One case, trimmed to its reader. */
    read: (process: string, id: string, options?: Options) =>
      send<CaseView>({ method: 'GET', path: `/cases/${process}/${encodeURIComponent(id)}`, options }),
    /** Opens a case. */
    open: (process: string, input: unknown, key: string) =>
      send<Moved>({ method: 'POST', path: `/cases/${process}`, body: input, options: { key } }),
    /** Moves a case by one event. */
    advance: (
      target: { readonly process: string; readonly id: string; readonly event: string },
      input: unknown,
      options: { readonly version: number; readonly key: string },
    ) => send<Moved>({ method: 'POST', path: pathOfEvent(target.process, target.id, target.event), body: input, options }),
    /** Uploads one file to an endpoint that takes files. */
    upload: <Name extends NamesWith<'takesFile'>>(name: Name, file: File, onProgress?: (share: number) => void, given: Where = {}) =>
      upload<AnswerOf<NamedEndpoints[Name]>>(fillPath(routeOf(name)[1], given.params) + queryText(given.query), file, onProgress),
    /** Address of the export that equals a list. */
    exportHref: (process: string, query: ListQuery = {}) => `${base}/cases/${process}/export.csv${queryText(query)}`,
    /** Address of an endpoint that gives a file. */
    href: (name: NamesWith<'givesFile'>, given: Where = {}) =>
      `${base}${fillPath(routeOf(name)[1], given.params)}${queryText(given.query)}`,
  };
}
