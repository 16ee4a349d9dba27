import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '#server/node/open-store.ts';
import { canonicalJson } from '#store/canonical-json.ts';
import type { Store } from '#store/store.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';
import { temporaryFolders, type Folders } from '#test/store/suite/folders.ts';
import { importScans } from '#test/store/suite/import-files.ts';
import { everything } from '#test/store/suite/store-under-test.ts';

const KILLS = 20;
const SEED = 20_261_121;
const DAY = '2026-12-31';

/** Where a process is killed: so many milliseconds after it said a letter for the n-th time. */
interface Point {
  letter: 'p' | 'a' | 'c' | 'd';
  times: number;
  delay: number;
}

let folders: Folders;
/** A data folder with the scans of the first day. */
let before: string;
/** The whole record after the scans of the second day, imported without interruption. */
let whole: string;

beforeAll(async () => {
  folders = await temporaryFolders();
  before = await folders.make();
  const opened = await openStore({ dataDir: before }, { emptyDatabase: await emptyDatabase() });
  await importScans(opened.store, 0);
  await opened.store.close();
  const reference = await openStore({ dataDir: await folders.make(before) });
  await importScans(reference.store, 1);
  whole = await digest(reference.store);
  await reference.store.close();
}, 300_000);
afterAll(() => folders.remove());

/** Every version in its order and every roll-up a page is drawn from; `verify` holds the roll-ups to a recount. */
async function digest(store: Store): Promise<string> {
  return canonicalJson({
    entries: await everything(store.allEntries()),
    cells: await Promise.all(['2026-06-01', DAY].map((asOf) => store.findingCells(asOf))),
    river: await store.riverCounts(DAY),
  });
}

/** What the child had said when it was killed. Ends by itself where the point was never reached. */
async function runAndKill(dataDir: string, { letter, times, delay }: Point): Promise<string> {
  const child = spawn(process.execPath, ['--liftoff-only', join(import.meta.dirname, 'suite', 'import-child.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let said = '';
  let isDue = false;
  for await (const part of child.stdout) {
    said += String(part);
    if (isDue || said.split(letter).length - 1 < times) continue;
    isDue = true;
    void setTimeout(delay).then(() => child.kill('SIGKILL'));
  }
  await exited;
  return said;
}

/** Spread over reading, storing and committing of the four files; most in the commit, where ledger and database part. */
function points(): readonly Point[] {
  let random = SEED;
  const next = (below: number): number => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((random / 2_147_483_648) * below);
  };
  return Array.from({ length: KILLS }, (_, index): Point => {
    const file = 1 + (index % 4);
    switch (index % 5) {
      case 0:
        return { letter: 'p', times: 1 + next(25), delay: next(3) };
      case 1:
        return { letter: 'a', times: file, delay: next(20) };
      case 2:
      case 3:
        return { letter: 'c', times: file, delay: next(40) };
      default:
        return { letter: 'd', times: 1 + next(3), delay: next(10) };
    }
  });
}

async function checkPoint(point: Point, number: number): Promise<'killed' | 'ended'> {
  const dataDir = await folders.make(before);
  const said = await runAndKill(dataDir, point);
  const where = `kill ${number} of seed ${SEED}: ${JSON.stringify(point)}, after ${said}`;
  const { store, verify } = await openStore({ dataDir });
  try {
    const committed = (await store.imports(100)).length;
    // A commit that was said to be done is kept; one that was under way is there whole or not at all.
    expect(committed - 4, where).toBeGreaterThanOrEqual(said.split('d').length - 1);
    expect(committed - 4, where).toBeLessThanOrEqual(said.split('c').length - 1);
    await importScans(store, 1);
    expect(await digest(store), where).toBe(whole);
    expect(await verify(), where).toMatchObject({ ok: true });
  } finally {
    await store.close();
  }
  return said.endsWith('d') && said.split('d').length === 5 ? 'ended' : 'killed';
}

test(`an import of SARIF, Trivy, Grype in gzip and CycloneDX killed at ${KILLS} points and run again leaves the record of one that was not`, async () => {
  const waiting = [...points().entries()];
  const outcomes: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) outcomes.push(await checkPoint(next[1], next[0] + 1));
  };
  await Promise.all([work(), work()]);
  expect(outcomes).toHaveLength(KILLS);
  expect(outcomes.filter((outcome) => outcome === 'killed').length).toBeGreaterThan(KILLS / 2);
}, 600_000);
