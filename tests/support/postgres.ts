import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/server/db/embedded.ts';
import { prepareDatabase } from '../../src/server/db/migrate.ts';
import type { TestServer } from './ground.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

/** Vitest's global setup: one server without durability for the whole run, the template migrated once. Returns the teardown. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(tmpdir(), 'jixia-test-'));
  const server = await startEmbedded(dir, { isDurable: false });
  const tearDown = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const appPassword = randomBytes(12).toString('hex');
    const template = 'jixia_template';
    await prepareDatabase({ ownerUrl: server.url('postgres'), database: template, appPassword });
    project.provide('postgres', { adminUrl: server.url('postgres'), template, appPassword });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
