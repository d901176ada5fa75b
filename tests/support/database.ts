import { afterAll, inject } from 'vitest';
import { type Ground, groundOn, type TestDatabase } from './ground.ts';

/** The throwaway server of this run of the tests. */
export const testGround = (): Ground => groundOn(inject('postgres'));

/**
 * Clones the migrated template for this test file and drops the clone after its last test. Call it before anything
 * whose own `afterAll` closes connections, so that those close first.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const made = await testGround().database();
  afterAll(made.drop);
  return made;
}
