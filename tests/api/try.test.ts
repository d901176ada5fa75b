import { expect, it } from 'vitest';
import { openWorld } from '../support/world.ts';
import { announcedCall, designated } from '../support/story.ts';
it('runs', async () => {
  const world = await openWorld();
  try {
  const kase = await designated(world, 'east', await announcedCall(world));
  expect(kase.state).toBe('designated');
  } finally { console.log(world.faults.join('\n')); }
});
