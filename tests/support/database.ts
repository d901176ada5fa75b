import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { APP_ROLE, databaseUrl } from '../../src/server/db/migrate.ts';

/** A database of one test file: as the program sees it, and as its owner for what the program may not do. */
export interface TestDatabase {
  appUrl: string;
  ownerUrl: string;
}

/**
 * Clones the migrated template for this test file and drops the clone after its last test. Call it before anything
 * whose own `afterAll` closes connections, so that those close first.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, template, appPassword } = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  afterAll(async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  const ownerUrl = databaseUrl(adminUrl, name);
  const app = new URL(ownerUrl);
  app.username = APP_ROLE;
  app.password = appPassword;
  return { ownerUrl, appUrl: app.href };
}
