// Runs all.test.ts for Stryker without a test framework's start-up. The instrumented sources are bundled once; for each
// mutant the bundle is evaluated anew, so that nothing one mutant left in memory meets the next. `expect` is vitest's own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { INSTRUMENTER_CONSTANTS as names } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';

const outside = ['vitest', 'fast-check', 'zod'];

/** Vite puts the tests and all they import into one text of CommonJS. */
async function bundle() {
  const { build } = await import(pathToFileURL(createRequire(path.resolve('package.json')).resolve('vite')).href);
  const ownAddress = {
    name: 'own-address',
    transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
  };
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [ownAddress],
    ssr: { external: outside },
    build: {
      ssr: path.resolve('tests/mutation/in-process-entry.ts'),
      write: false,
      minify: false,
      target: 'node24',
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
  });
  return new vm.Script(`(function(require,module,exports){${output[0].code}\n})`, { filename: 'all-tests.cjs' });
}

/** What `describe` and `test` mean here: a list. */
function collector() {
  const tests = [];
  const path = [];
  const seen = new Map();
  const test = (name, run) => {
    const full = [...path, name].join(' > ');
    seen.set(full, (seen.get(full) ?? 0) + 1);
    tests.push({ id: `${full} #${seen.get(full)}`, name: full, run });
  };
  const describe = (name, inside) => {
    path.push(name);
    inside();
    path.pop();
  };
  const each = (add) => (rows) => (name, run) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      add(titleOf(name, values), () => run(...values));
    }
  };
  test.each = each(test);
  describe.each = each(describe);
  return { tests, test, describe };
}

const titleOf = (name, values) => name.replace(/\$(\w+)/g, (_, key) => String(values[0]?.[key])).replace(/%s/, () => String(values[0]));

class InProcessRunner {
  async init() {
    const require = createRequire(path.resolve('package.json'));
    const modules = new Map(
      await Promise.all(outside.map(async (name) => [name, await import(pathToFileURL(this.#esm(require, name)).href)])),
    );
    const { chai, expect } = modules.get('vitest');
    chai.util.addMethod(chai.Assertion.prototype, 'toMatchFileSnapshot', function matchesFile(file) {
      expect(this._obj).toBe(readFileSync(file, 'utf8'));
    });
    this.script = await bundle();
    this.load = () => {
      const { tests, test, describe } = collector();
      const given = (name) => (name === 'vitest' ? { expect, test, it: test, describe } : (modules.get(name) ?? require(name)));
      this.script.runInThisContext()(given, { exports: {} }, {});
      return tests;
    };
    this.ns = globalThis[names.NAMESPACE] ??= {};
  }

  #esm(require, name) {
    const folder = path.dirname(require.resolve(`${name}/package.json`));
    const { exports, module, main } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const way = exports?.['.']?.import ?? exports?.['.'];
    return path.join(folder, (typeof way === 'object' ? way.default : way) ?? module ?? main);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    this.ns.activeMutant = undefined;
    this.ns.mutantCoverage = { static: {}, perTest: {} };
    const tests = await this.#run(this.load(), { isBailing: false });
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.ns.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    Object.assign(this.ns, { hitCount: 0, hitLimit, activeMutant: mutantActivation === 'static' ? activeMutant.id : undefined });
    try {
      const all = this.load();
      const wanted = new Set(testFilter ?? all.map(({ id }) => id));
      this.ns.activeMutant = activeMutant.id;
      const tests = await this.#run(
        all.filter(({ id }) => wanted.has(id)),
        { isBailing: !disableBail },
      );
      return toMutantRunResult(determineHitLimitReached(this.ns.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests });
    } catch (error) {
      return toMutantRunResult(
        determineHitLimitReached(this.ns.hitCount, hitLimit) ?? { status: DryRunStatus.Error, errorMessage: String(error) },
      );
    } finally {
      this.ns.activeMutant = undefined;
    }
  }

  async #run(tests, { isBailing }) {
    const results = [];
    for (const { id, name, run } of tests) {
      this.ns.currentTestId = id;
      const start = performance.now();
      let failure;
      try {
        await run();
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
      this.ns.currentTestId = undefined;
      const own = { id, name, timeSpentMs: performance.now() - start };
      results.push(
        failure === undefined ? { ...own, status: TestStatus.Success } : { ...own, status: TestStatus.Failed, failureMessage: failure },
      );
      if (failure !== undefined && isBailing) break;
    }
    return results;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
