import { testVault } from './vault.ts';
import type { World } from './world.ts';

/** What the constraints of 0036 ask of each table. */
const tables = { payee_account: 'sealed', payment_file: 'sealed', bank_answer: 'printed', idempotency: 'printed' };

/**
 * Puts the database back to what 0036 found: accounts, files and hashes plain, `account` in full in a bank's note, and
 * nobody has checked the constraints yet.
 */
export async function makeOld({ owner }: Pick<World, 'owner'>, account: string): Promise<void> {
  const definitions = new Map<string, string>();
  for (const [table, what] of Object.entries(tables)) {
    const name = `${table}_${what}`;
    const { rows } = await owner.query<{ text: string }>(`select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1`, [
      name,
    ]);
    definitions.set(table, rows[0]?.text.replace(/ NOT VALID$/, '') ?? '');
    await owner.query(`alter table ${table} drop constraint ${name}`);
  }
  const accounts = await owner.query<{ id: string; sealed: Buffer }>(`select payee as id, sealed from payee_account`);
  for (const { id, sealed } of accounts.rows) {
    const plain = testVault.open(`payee_account/${id}`, sealed).toString();
    await owner.query(`update payee_account set account = $2, sealed = null where payee = $1`, [id, plain]);
  }
  const files = await owner.query<{ id: string; sealed: Buffer }>(`select kase as id, sealed from payment_file`);
  for (const { id, sealed } of files.rows) {
    const plain = testVault.open(`payment_file/${id}`, sealed);
    await owner.query(`update payment_file set bytes = $2, hash = sha256($2), sealed = null where kase = $1`, [id, plain]);
  }
  const shown = `尾号${account.slice(-4)}`;
  await owner.query(`update bank_answer set hash = sha256(hash), lines = replace(lines::text, $1, $2)::jsonb`, [shown, account]);
  await owner.query(`update kase set data = replace(data::text, $1, $2)::jsonb where process = 'payment'`, [shown, account]);
  await owner.query(`update idempotency set request_hash = sha256(request_hash)`);
  for (const [table, what] of Object.entries(tables))
    await owner.query(`alter table ${table} add constraint ${table}_${what} ${definitions.get(table)} not valid`);
}
