import { processes } from '#processes/index.ts';
import type { Pool } from '#server/db/pool.ts';
import { reading, systemScope } from '#server/db/transaction.ts';
import { statesInUse } from '#server/stores/cases.ts';

/** Refuses to start over cases in states that no definition knows. @throws Error naming them. */
export async function checkStates(pool: Pool): Promise<void> {
  const inUse = await reading(pool, systemScope, statesInUse);
  const known = processes as Readonly<Record<string, { readonly states: object }>>;
  const unknown = inUse.filter(({ process, state }) => !known[process] || !(state in known[process].states));
  if (unknown.length > 0) {
    const list = unknown.map(({ process, state }) => `${process}.${state}`).join('、');
    throw new Error(`数据库中有本程序不认识的状态：${list}。请使用相应版本的程序，或先执行迁移。`);
  }
}
