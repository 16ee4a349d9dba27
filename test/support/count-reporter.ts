import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with one plain line, `412 passed, 0 failed`, and says before it how many of the tests
 * read the shared data, since a bare clone has none. A test that did not run fails the run: there are
 * no skipped tests here.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    let shared = 0;
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else failed += 1;
        if (module.moduleId.endsWith('.shared.test.ts')) shared += 1;
      }
    }
    process.stdout.write(`\n${shared} of these read the shared data beside the checkout.\n${passed} passed, ${failed} failed\n`);
    if (failed > 0) process.exitCode = 1;
  }
}
