import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { problemOf, problems, type ProblemCode } from '#contract/problems.ts';
import { isQueueTooLong } from './db/pool.ts';
import { speakTo } from './db/transaction.ts';
import { mountApi } from './http/api.ts';
import { languageFor, Stop } from './http/call.ts';
import type { House } from './http/house.ts';
import { mountPortal, sendErrorPage } from './http/portal.ts';
import { mountWeb } from './http/static.ts';
import { TooBusy } from './sign-in/passwords.ts';
import { readDemo } from './stores/demo.ts';

const repository = path.resolve(import.meta.dirname, '../..');

/** Fastify's own refusals in our words. */
const problemOfFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_UNDER_PRESSURE: 'busy',
  TOO_MANY: 'too_many_tries',
};

const isApi = (request: FastifyRequest) => request.url.startsWith('/api/');

function sendProblem(request: FastifyRequest, reply: FastifyReply, code: ProblemCode): FastifyReply {
  const problem = problemOf(code, { requestId: request.id, language: languageFor(request) });
  if (code === 'busy') reply.header('retry-after', '5');
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** The code of a fault a caller caused, if it is one. */
function codeOf(error: FastifyError): ProblemCode | undefined {
  if (error instanceof TooBusy || isQueueTooLong(error)) return 'busy';
  const known = problemOfFastify[error.code];
  if (known) return known;
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? 'malformed' : undefined;
}

function handleErrors(app: FastifyInstance, house: House): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Stop) {
      return reply.code(error.problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(error.problem));
    }
    const code = codeOf(error);
    if (code === undefined) request.log.error({ err: error }, 'a request failed');
    if (isApi(request)) return sendProblem(request, reply, code ?? 'fault');
    return sendErrorPage(house, request, reply, code === undefined ? 500 : problems[code].status);
  });
  app.setNotFoundHandler((request, reply) =>
    isApi(request) ? sendProblem(request, reply, 'no_such_route') : sendErrorPage(house, request, reply, 404),
  );
}

/** The database answers, and no invented city is on its way into it. */
async function isServing({ pool }: House): Promise<boolean> {
  return (await readDemo(speakTo(pool))).city !== 'loading';
}

function measure(app: FastifyInstance, house: House): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'jixia_http_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok'));
  app.get('/readyz', async (_request, reply) => {
    const isReady = await Promise.all([isServing(house), house.files.isReady()]).then(
      (answers) => answers.every(Boolean),
      () => false,
    );
    return reply
      .code(isReady ? 200 : 503)
      .type('text/plain')
      .send(isReady ? 'ready' : 'not ready');
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

/** Builds the server: every route comes from the contract, the portal or the built web app. */
export async function buildApp(house: House): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    genReqId: () => randomUUID(),
    trustProxy: house.config.TRUST_PROXY,
    bodyLimit: 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  const isHttps = house.config.PUBLIC_URL?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: isHttps ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // What is streamed leaves piece by piece: a long export begins at once and not when the compressor has enough.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 }, flush: constants.BROTLI_OPERATION_FLUSH },
    zlibOptions: { flush: constants.Z_SYNC_FLUSH },
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { files: 1, fields: 5, fileSize: house.config.UPLOAD_MAX_MB * 1024 * 1024, parts: 6, headerPairs: 50 },
  });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => Object.assign(new Error('too many'), { code: 'TOO_MANY', statusCode: 429 }),
  });
  await app.register(underPressure, { maxEventLoopDelay: 10_000, exposeStatusRoute: false });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams((body as string).replaceAll('%00', ''))));
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'error' : 'debug';
    request.log[level](
      { method: request.method, url: request.url.split('?')[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
  handleErrors(app, house);
  measure(app, house);
  mountApi(app, house);
  mountPortal(app, house);
  mountWeb(app, path.join(repository, 'dist/web'));
  return app;
}
