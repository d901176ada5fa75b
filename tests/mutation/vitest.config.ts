import { defineConfig } from 'vitest/config';

/** One file, see there. No database is needed. */
export default defineConfig({
  test: {
    include: ['tests/mutation/all.test.ts'],
    setupFiles: ['tests/mutation/setup.ts'],
  },
});
