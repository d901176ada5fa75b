import { spawn } from 'node:child_process';
import path from 'node:path';
import { createServer } from 'vite';

process.chdir(path.join(import.meta.dirname, '..'));
const vite = await createServer({ configFile: 'vite.config.ts', configLoader: 'native' });
await vite.listen();
vite.printUrls();
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'src/server/main.ts'], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => void vite.close().finally(() => process.exit(code ?? 0)));
