import { randomUUID } from 'node:crypto';
import { audit } from '#server/cases/log.ts';
import type { Clock } from '#server/clock.ts';
import type { Pool } from '#server/db/pool.ts';
import { inTx, systemScope } from '#server/db/transaction.ts';
import { hasPeople, insertOffice, insertOrganisation, insertPerson } from '#server/stores/people.ts';
import { hashPassword } from './passwords.ts';

/** Gives an empty database the centre and its first administrator; returns whether it was empty. */
export async function createFirstAdministrator(pool: Pool, clock: Clock, password: string): Promise<boolean> {
  const isEmpty = await inTx(pool, systemScope, async (tx) => !(await hasPeople(tx)));
  if (!isEmpty) return false;
  const passwordHash = await hashPassword(password);
  const at = clock.now();
  await inTx(pool, systemScope, async (tx) => {
    const organisation = randomUUID();
    const person = randomUUID();
    await insertOrganisation(tx, {
      id: organisation,
      kind: 'centre',
      name: '淄博市知识产权事业发展中心',
      credit_code: null,
      agency_code: null,
      district: null,
      address: '',
      is_invented: false,
      created_at: at,
    });
    await insertPerson(tx, { id: person, username: 'admin', name: '系统管理员', email: null, passwordHash, isInvented: false, at });
    await insertOffice(tx, { id: randomUUID(), person, organisation, role: 'administrator', from: clock.today() });
    audit(tx, 'start', person, { administrator: person });
  });
  return true;
}
