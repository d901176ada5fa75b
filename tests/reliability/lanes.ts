import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/** One request; its bytes are made before the clock runs. */
export type Shot = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** What came back, and how long after it was sent. */
export type Answer = { readonly status: number; readonly body: string; readonly ms: number };

/** Connections that stay open. `fire` sends every shot: as many at once as there are connections, the rest behind them. */
export type Lanes = { readonly fire: (shots: readonly Shot[]) => Promise<readonly Answer[]>; readonly close: () => void };

const bytesOf = ({ method, path, headers, body }: Shot): Buffer => {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = Object.entries({ host: '127.0.0.1', connection: 'keep-alive', accept: 'application/json', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const about = text === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}${about}\r\n${text}`);
};

/** The whole answer in `held`, if it is there: all our answers to a client that takes no compression name their length. */
function wholeAnswer(held: Buffer): { readonly status: number; readonly body: string } | undefined {
  const end = held.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = held.toString('latin1', 0, end);
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  const status = Number(head.slice(9, 12));
  if (length === undefined && status !== 204) throw new Error(`an answer without a length: ${head}`);
  const whole = end + 4 + Number(length ?? 0);
  return held.length < whole ? undefined : { status, body: held.toString('utf8', end + 4, whole) };
}

function openLane(port: number): Promise<{ readonly send: (bytes: Buffer) => Promise<Answer>; readonly socket: Socket }> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let held: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (answer: Answer) => void; reject: (fault: Error) => void; from: number } | undefined;
  const fail = (fault: Error) => {
    waiting?.reject(fault);
    waiting = undefined;
  };
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const answer = wholeAnswer(held);
    if (!answer || !waiting) return;
    const { resolve, from } = waiting;
    held = Buffer.alloc(0);
    waiting = undefined;
    resolve({ ...answer, ms: performance.now() - from });
  });
  socket.on('close', () => fail(new Error('the server closed the connection before it answered')));
  const send = (bytes: Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject, from: performance.now() };
      socket.write(bytes);
    });
  return new Promise((resolve, reject) => {
    socket.on('error', (fault) => {
      fail(fault);
      reject(fault);
    });
    socket.on('connect', () => resolve({ send, socket }));
  });
}

/** Opens so many connections, a hundred at a time: a server takes no more new ones at once. */
export async function openLanes(port: number, count: number): Promise<Lanes> {
  const lanes: Awaited<ReturnType<typeof openLane>>[] = [];
  while (lanes.length < count) {
    const more = Math.min(100, count - lanes.length);
    lanes.push(...(await Promise.all(Array.from({ length: more }, () => openLane(port)))));
  }
  const fire = async (shots: readonly Shot[]) => {
    const ready = shots.map(bytesOf);
    const answers: Answer[] = [];
    await Promise.all(
      lanes.map(async ({ send }, lane) => {
        for (let n = lane; n < ready.length; n += lanes.length) answers[n] = await send(ready[n] as Buffer);
      }),
    );
    return answers;
  };
  return {
    fire,
    close: () => {
      for (const { socket } of lanes) socket.destroy();
    },
  };
}
