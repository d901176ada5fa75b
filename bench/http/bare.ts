import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { answer } from '../child.ts';
import { type Plan, planOf, replay, type Sent, type Slots } from './replay.ts';

/** What the bare server is told: the recorded statements of one request of each kind, and how large our answer was. */
export type Recorded = { readonly sent: readonly Sent[]; readonly slots: Slots; readonly body: string };
export type BareOrders = { readonly url: string; readonly poolOptions: string; readonly read: Recorded; readonly file: Recorded };

/** Text that makes an answer as long as ours, in the characters of ours. */
function fillerOf(body: string, rowsBytes: number): string {
  const missing = Buffer.byteLength(body) - rowsBytes;
  return missing <= 0 ? '' : Buffer.from(body).subarray(-missing).toString('utf8');
}

/** Answers with the rows it read as JSON, filled up to the length of our answer. No routes, no checks, no headers but two. */
function serve(
  recorded: Recorded,
  withRows: boolean,
): (pool: pg.Pool, slots: Record<string, string>, response: ServerResponse) => Promise<void> {
  const plan: Plan = planOf(recorded.sent, recorded.slots);
  let filler: string | undefined;
  return async (pool, slots, response) => {
    const rows = await replay(pool, plan, slots);
    const text = JSON.stringify(withRows ? rows : slots);
    filler ??= fillerOf(recorded.body, Buffer.byteLength(text));
    const body = Buffer.from(text + filler);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
  };
}

async function drain(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

let pool: pg.Pool;

async function listen({ url, poolOptions, read, file }: BareOrders): Promise<number> {
  pool = new pg.Pool({ connectionString: url, max: 12, idleTimeoutMillis: 60_000, options: poolOptions });
  const answerRead = serve(read, true);
  const answerFile = serve(file, false);
  const server = createServer((request, response) => {
    const id = request.url?.split('/')[4] ?? '';
    const done =
      request.method === 'GET'
        ? answerRead(pool, { id }, response)
        : drain(request).then(() => answerFile(pool, { id, key: String(request.headers['idempotency-key']) }, response));
    done.catch((error: unknown) => response.writeHead(500, { 'content-length': String(error).length }).end(String(error)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

if (process.send) answer({ listen });
