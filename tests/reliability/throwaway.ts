import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '#server/db/embedded.ts';
import { prepareDatabase } from '#server/db/migrate.ts';
import { type Ground, groundOn } from '../support/ground.ts';

/** A server for one run of a reliability test, gone afterwards. */
export type Throwaway = Ground & { readonly stop: () => Promise<void> };

const template = 'jixia_template';

/** Starts the server and migrates its template once: fast and not crash-safe, unless it is to be `isDurable`. */
export async function startThrowaway({ isDurable = false } = {}): Promise<Throwaway> {
  const dir = mkdtempSync(path.join(tmpdir(), 'jixia-reliability-'));
  const server = await startEmbedded(dir, { isDurable });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const appPassword = randomBytes(12).toString('hex');
    const adminUrl = server.url('postgres');
    await prepareDatabase({ ownerUrl: adminUrl, database: template, appPassword });
    return { ...groundOn({ adminUrl, template, appPassword }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
