// All tests that say something about the policy engine, as one file: Stryker starts it anew for every mutant.
// Quick ones first, random cases last, so that most mutants fall in the first milliseconds. Left out: figures.test.ts
// (it changes figures itself), the command (a process of its own) and the laws (they compare the engine with itself).
import '../../src/policy/zibo-2020/golden.test.ts';
import '../../src/policy/zibo-2020/matters.test.ts';
import '../../src/policy/zibo-2020/door.test.ts';
import '../../src/policy/zibo-2020/open-fields.test.ts';
import '../../src/policy/zibo-2020/answers.test.ts';
import '../../src/policy/zibo-2020/findings.test.ts';
import '../../src/policy/zibo-2020/clause-edges.test.ts';
import '../../src/policy/zibo-2020/days-and-grants.test.ts';
import '../../src/policy/zibo-2020/halves.test.ts';
import '../../src/policy/zibo-2020/links.test.ts';
import '../../src/policy/zibo-2020/open-values.test.ts';
import '../properties/rules-lines.test.ts';
import '../properties/rules-items.test.ts';
import '../../src/core/policy/bulk.test.ts';
import '../../src/core/policy/parts.test.ts';
import '../../src/core/policy/policy.test.ts';
import '../../src/policy/zibo-2020/advice.test.ts';
import '../../src/policy/zibo-2020/faults.test.ts';
import '../../src/policy/zibo-2020/05-conditions.test.ts';
import '../../src/policy/zibo-2020/quick-facts.test.ts';
import '../../src/policy/zibo-2020/quick-case.test.ts';
import '../../src/policy/zibo-2020/clauses.test.ts';
import './corpus.ts';
import '../properties/engine-population.test.ts';
