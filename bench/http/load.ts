import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { answer } from '../child.ts';
import { quantile } from '../report.ts';

/** One request as bytes are written: head lines and body are made before the clock runs. */
export type Shot = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What to send: the shots in turn, over so many connections, until the time is over or every shot was sent once. */
export type Volley = {
  readonly port: number;
  readonly connections: number;
  readonly shots: readonly Shot[];
  /** Endless when given: the shots are sent again and again for this long. */
  readonly ms?: number;
};

export type Hits = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
  /** Answers that were not 2xx, with one of them in full. */
  readonly faults: number;
  readonly fault: string;
  readonly bytes: number;
};

const bytesOf = ({ method, path, headers, body = '' }: Shot): Buffer => {
  const lines = Object.entries({ host: 'bench', connection: 'keep-alive', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`);
};

/** Reads answers off one connection: `content-length` is all it understands, and all our two servers send. */
function readAnswers(socket: Socket, whole: (answer: Buffer) => void): void {
  let held: Buffer = Buffer.alloc(0);
  let wanted = 0;
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (wanted === 0) {
      const end = held.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /content-length: (\d+)/i.exec(held.toString('latin1', 0, end))?.[1];
      if (length === undefined) throw new Error(`an answer without content-length: ${held.toString('latin1', 0, end)}`);
      wanted = end + 4 + Number(length);
    }
    if (held.length < wanted) return;
    const all = held;
    held = Buffer.alloc(0);
    wanted = 0;
    whole(all);
  });
}

async function fire({ port, connections, shots, ms }: Volley): Promise<Hits> {
  const ready = shots.map(bytesOf);
  const times: number[] = [];
  let sent = 0;
  let faults = 0;
  let fault = '';
  let bytes = 0;
  const isOver = () => (ms === undefined ? sent >= ready.length : performance.now() >= end);
  const began = performance.now();
  const end = began + (ms ?? Number.POSITIVE_INFINITY);
  const lane = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let from = 0;
      const next = () => {
        if (isOver()) return void socket.end(resolve);
        from = performance.now();
        socket.write(ready[sent % ready.length] as Buffer);
        sent += 1;
      };
      readAnswers(socket, (whole) => {
        times.push(performance.now() - from);
        bytes = whole.length;
        if (whole[9] !== 0x32) {
          faults += 1;
          fault = whole.toString('utf8').slice(0, 1500);
        }
        next();
      });
      socket.on('error', reject).on('connect', next);
    });
  await Promise.all(Array.from({ length: connections }, lane));
  const seconds = (performance.now() - began) / 1000;
  const sorted = times.sort((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    count: times.length,
    faults,
    fault,
    bytes,
  };
}

if (process.send) answer({ fire });
