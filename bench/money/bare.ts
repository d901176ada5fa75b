import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { answer } from '../child.ts';
import type { Sent } from '../http/replay.ts';
import { planOf, replay, type Slots } from './replay.ts';

/** What the bare server is told: the recorded statements of one request with what differs from request to request, and our answer. */
export type BareOrders = { readonly url: string; readonly sent: readonly Sent[]; readonly slots: Slots; readonly body: string };

async function drain(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Sends the same statements for every request, in the same transactions, and answers as many bytes as we do. */
async function listen({ url, sent, slots, body }: BareOrders): Promise<number> {
  const options = '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC';
  const pool = new pg.Pool({ connectionString: url, max: 12, idleTimeoutMillis: 60_000, options });
  const plan = planOf(sent, slots);
  const server = createServer((request, response) => {
    const given = JSON.parse(String(request.headers['x-slots'])) as Slots;
    const done = drain(request)
      .then(() => replay(pool, plan, given))
      .then(() => {
        const bytes = Buffer.from(body);
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }).end(bytes);
      });
    done.catch((error: unknown) => {
      const says = Buffer.from(error instanceof Error ? `${error.message}` : String(error));
      response.writeHead(500, { 'content-length': says.length }).end(says);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

if (process.send) answer({ listen });
