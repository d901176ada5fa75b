import type { Role } from '#core/people/roles.ts';
import { reading, type Scope, withTx } from '#server/db/transaction.ts';
import { type Username, usernames, type World } from './world.ts';

/** Reads by hand-written SQL, as the program's own database role in some office: what a hole in the program would give. */
export const rowsAs = <Row extends object = Record<string, unknown>>(
  world: World,
  scope: Scope,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => reading(world.house.pool, scope, (tx) => tx.rows<Row>(sql, values));

/** Writes by hand-written SQL, rolled back: says how many rows it would have touched. @throws what the database says. */
export async function wouldTouch(world: World, scope: Scope, sql: string, values: readonly unknown[] = []): Promise<number> {
  let touched = -1;
  await withTx(world.house.pool, scope, async (tx) => {
    touched = await tx.run(sql, values);
    return { ok: false, refusals: [] } as const;
  });
  return touched;
}

const inOffice = (world: World, username: Username): Scope => {
  const [organisation, office] = world.post(username);
  return { person: world.person(username), organisation: organisation.id, office, district: organisation.district };
};

/** The scope of one person of the world in their first office. */
export const scopeOfPerson = inOffice;

const bare = (office: Role | 'nobody' | 'system'): Scope => ({ person: null, organisation: null, office, district: null });

/** Nobody at all: what a connection sees before its scope is set. */
export const nobody: Scope = bare('nobody');

/** Every office there is: each person of the world, the public, the clock and the program itself. */
export const everyScope = (world: World): readonly (readonly [name: string, Scope])[] => [
  ...usernames.map((name) => [name, inOffice(world, name)] as const),
  ['public', bare('public')],
  ['clock', bare('clock')],
  ['system', bare('system')],
  ['nobody', nobody],
];

/** Runs an assertion that must not hold: the broken variant of a safety test. */
export async function mustTurnRed(assertion: () => Promise<void> | void): Promise<void> {
  let isRed = false;
  try {
    await assertion();
  } catch {
    isRed = true;
  }
  if (!isRed) throw new Error('the broken variant passes: the test can not fail');
}
