import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

export const root = path.join(import.meta.dirname, '..');

/** The real program, started as `npm start` starts it after its installation check. */
export type Program = {
  readonly address: string;
  readonly pid: number;
  /** From starting the process to the whole first answer to `GET /`. */
  readonly firstAnswerMs: number;
  /** Resolves when the program has said that it is ready: the city is loaded by then. */
  readonly ready: Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Asks for the first page until it comes. */
async function firstAnswer(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`src/server/main.ts ended with ${child.exitCode}`);
    const answer = await fetch(address).then(
      async (response) => (await response.text(), response.ok),
      () => false,
    );
    if (answer) return;
    await delay(10);
  }
}

/** Starts the program on a data folder; a new folder gets the demonstration city. */
export async function startProgram(dataDir: string): Promise<Program> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), JIXIA_DEMO: '1', LOG_LEVEL: 'warn', npm_lifecycle_event: '' };
  const began = performance.now();
  const child = spawn(process.execPath, ['src/server/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('稷下已就绪')) resolve();
    });
    child.on('exit', (code) => reject(new Error(`src/server/main.ts ended with ${code}\n${said.slice(-2000)}`)));
  });
  ready.catch(() => {}); // whoever waits for it hears of it; after that the exit is ours
  await firstAnswer(address, child);
  return {
    address,
    pid: child.pid ?? 0,
    firstAnswerMs: performance.now() - began,
    ready,
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
