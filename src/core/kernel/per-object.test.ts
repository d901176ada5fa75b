import { expect, it } from 'vitest';
import { perObject } from './per-object.ts';

it('works once on each object, also where nothing comes of it', () => {
  let times = 0;
  const sizeOf = perObject((list: readonly number[]) => {
    times += 1;
    return list.length || undefined;
  });
  const [full, empty] = [[1, 2], []];
  expect([sizeOf(full), sizeOf(empty), sizeOf(full), sizeOf(empty), sizeOf([1, 2])]).toEqual([2, undefined, 2, undefined, 2]);
  expect(times).toBe(3);
});
