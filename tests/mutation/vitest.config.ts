import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Quick tests first, random cases last: most mutants fall in the first milliseconds. */
const order = [
  'golden.test',
  'matters.test',
  'door.test',
  'rules-lines',
  'rules-items',
  'bulk.test',
  'parts.test',
  'policy.test',
  'advice.test',
  'faults.test',
  '05-conditions',
  'quick-case',
  'clauses.test',
  'corpus.test',
  'engine-population',
];
const placeOf = ({ moduleId }: TestSpecification) => order.findIndex((name) => moduleId.includes(name));

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => placeOf(a) - placeOf(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/** Only the tests that say something about the policy engine; no database is needed. */
export default defineConfig({
  test: {
    include: [
      'src/core/policy/**/*.test.ts',
      'src/policy/zibo-2020/**/*.test.ts',
      'tests/properties/{engine-population,rules-*}.test.ts',
      'tests/mutation/corpus.test.ts',
    ],
    exclude: ['**/{command,figures}.test.ts'],
    setupFiles: ['tests/mutation/setup.ts'],
    sequence: { sequencer: QuickFirst },
    isolate: false,
    env: { PROPERTY_RUNS: '120' },
  },
});
