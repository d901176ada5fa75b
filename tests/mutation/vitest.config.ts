import { defineConfig } from 'vitest/config';

/** Only the tests that say something about the policy engine; no database is needed. */
export default defineConfig({
  test: {
    include: ['src/core/policy/**/*.test.ts', 'src/policy/zibo-2020/**/*.test.ts', 'tests/properties/engine*.test.ts'],
    exclude: ['**/command.test.ts'],
    env: { PROPERTY_RUNS: '300' },
  },
});
