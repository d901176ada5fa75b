import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { APP_ROLE, databaseUrl } from '../../src/server/db/migrate.ts';

/** A PostgreSQL on which tests make databases: its superuser's address, the migrated template, the password of the program's role. */
export type TestServer = { readonly adminUrl: string; readonly template: string; readonly appPassword: string };

/** A database of one test: as the program sees it, and as its owner for what the program may not do. */
export type TestDatabase = {
  readonly name: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly drop: () => Promise<void>;
};

/** Where databases are made: a copy of the migrated template, or of another database nobody is connected to. */
export type Ground = { readonly database: (from?: string) => Promise<TestDatabase> };

/** Makes databases on a server that runs. */
export function groundOn({ adminUrl, template, appPassword }: TestServer): Ground {
  const asAdmin = async (sql: string) => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    try {
      await admin.query(sql);
    } finally {
      await admin.end();
    }
  };
  const database = async (from = template) => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await asAdmin(`create database ${name} template ${from}`);
    const ownerUrl = databaseUrl(adminUrl, name);
    const app = new URL(ownerUrl);
    app.username = APP_ROLE;
    app.password = appPassword;
    return { name, ownerUrl, appUrl: app.href, drop: () => asAdmin(`drop database ${name} with (force)`) };
  };
  return { database };
}
