import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#server/db/embedded.ts';
import { APP_ROLE, databaseUrl, prepareDatabase } from '#server/db/migrate.ts';

/** A server for one run of a reliability test: fast, not crash-safe, gone afterwards. */
export type Throwaway = {
  /** A fresh migrated database. */
  readonly database: () => Promise<{ readonly appUrl: string; readonly ownerUrl: string; readonly drop: () => Promise<void> }>;
  readonly stop: () => Promise<void>;
};

const template = 'jixia_template';

/** Starts the server and migrates its template once. */
export async function startThrowaway(): Promise<Throwaway> {
  const dir = mkdtempSync(path.join(tmpdir(), 'jixia-reliability-'));
  const server = await startEmbedded(dir, { isDurable: false });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const appPassword = randomBytes(12).toString('hex');
  const asAdmin = async (sql: string) => {
    const admin = new pg.Client({ connectionString: server.url('postgres') });
    await admin.connect();
    try {
      await admin.query(sql);
    } finally {
      await admin.end();
    }
  };
  try {
    await prepareDatabase({ ownerUrl: server.url('postgres'), database: template, appPassword });
  } catch (error) {
    await stop();
    throw error;
  }
  const database = async () => {
    const name = `run_${randomBytes(6).toString('hex')}`;
    await asAdmin(`create database ${name} template ${template}`);
    const ownerUrl = databaseUrl(server.url('postgres'), name);
    const app = new URL(ownerUrl);
    app.username = APP_ROLE;
    app.password = appPassword;
    return { ownerUrl, appUrl: app.href, drop: () => asAdmin(`drop database ${name} with (force)`) };
  };
  return { database, stop };
}
