import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collected, collectFor, type CollectedTest } from './collected-tests.ts';

/**
 * A test runner for Stryker that loads the tests of the rules once and calls them in its own process. A mutant costs
 * the milliseconds of the tests that reach it; the runner for Vitest loads every file anew for every mutant, which for
 * thousands of mutants is the difference between minutes and hours. What it finds can be checked with that runner:
 * `--testRunner vitest`.
 */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: unknown;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

interface MutantRun {
  testFilter?: readonly string[];
  hitLimit?: number;
  activeMutant: { id: string };
  mutantActivation: 'runtime' | 'static';
}

const state: Instrumented = {};
Object.assign(globalThis, { __stryker__: state });
process.env.TZ = 'UTC';

let loaded = false;
const took = new Map<string, number>();

async function load(): Promise<void> {
  if (loaded) return;
  loaded = true;
  const standIn = pathToFileURL(resolve(import.meta.dirname, 'collected-tests.ts')).href;
  registerHooks({
    resolve: (name, context, next) =>
      name === 'vitest' && context.parentURL !== standIn ? { url: standIn, shortCircuit: true } : next(name, context),
  });
  for (const file of globSync('src/core/{authority,information,flags}/**/*.test.ts').sort()) {
    if (file.endsWith('.shared.test.ts')) continue;
    collectFor(file);
    await import(pathToFileURL(join(process.cwd(), file)).href);
  }
}

/** The message of a test that does not pass. */
async function failureOf(test: CollectedTest): Promise<string | undefined> {
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function dryRun() {
  await load();
  const tests = [];
  for (const test of collected.values()) {
    const from = performance.now();
    state.currentTestId = test.id;
    const failureMessage = await failureOf(test);
    state.currentTestId = undefined;
    const timeSpentMs = performance.now() - from;
    const result = { id: test.id, name: test.id, fileName: resolve(test.id.replace(/#.*/s, '')), timeSpentMs };
    tests.push(failureMessage === undefined ? { ...result, status: 0 } : { ...result, status: 1, failureMessage });
  }
  return { status: 'complete', tests, mutantCoverage: state.mutantCoverage };
}

/** The quickest tests first; the first that does not pass ends the run. */
async function mutantRun({ testFilter, hitLimit, activeMutant, mutantActivation }: MutantRun) {
  Object.assign(state, { activeMutant: mutantActivation === 'static' ? activeMutant.id : undefined, hitLimit, hitCount: 0 });
  try {
    await load();
  } catch (error) {
    return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 };
  }
  const asked = testFilter === undefined ? [...collected.values()] : testFilter.map((id) => collected.get(id)).filter((test) => test !== undefined);
  if (asked.length === 0) throw new Error(`No test was run for mutant ${activeMutant.id}.`);
  asked.sort((a, b) => (took.get(a.id) ?? 0) - (took.get(b.id) ?? 0));
  let nrOfTests = 0;
  for (const test of asked) {
    nrOfTests += 1;
    state.activeMutant = activeMutant.id;
    const from = performance.now();
    const failureMessage = await failureOf(test);
    if (!took.has(test.id)) took.set(test.id, performance.now() - from);
    if (state.hitLimit !== undefined && (state.hitCount ?? 0) > state.hitLimit) return { status: 'timeout', reason: failureMessage };
    if (failureMessage === undefined) continue;
    // What a mutant left behind in a cache must not be laid at the door of the next: then all is loaded anew.
    state.activeMutant = undefined;
    if (mutantActivation === 'runtime' && (await failureOf(test)) !== undefined) throw new Error(`${test.id} does not pass without a mutant any more.`);
    return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
  }
  return { status: 'survived', nrOfTests };
}

export const strykerPlugins = [
  {
    kind: 'TestRunner',
    name: 'in-process',
    factory: () => ({ capabilities: () => ({ reloadEnvironment: false }), dryRun, mutantRun }),
  },
];
