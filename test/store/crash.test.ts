import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '#server/node/open-store.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';
import { fingerprint, temporaryFolders, type Folders } from '#test/store/suite/folders.ts';

const KILLS = 20;
const KILLS_WHILE_OPENING = 3;
const ROWS = 300;

interface Said {
  opened?: { acts: string[]; imports: Record<string, number>; notices: string[]; verified: boolean };
  act?: string;
  imported?: string;
}

let folders: Folders;
let empty: Blob;
beforeAll(async () => {
  folders = await temporaryFolders();
  empty = await emptyDatabase();
});
afterAll(() => folders.remove());

/**
 * Runs the writing process and kills it `delay` milliseconds after it acknowledged `changes` of them
 * (0: after it opened), or after it was started.
 */
async function runAndKill(dataDir: string, round: number, delay: number, changes: number | 'started'): Promise<Said[]> {
  // Compiling the engine for speed costs more than these short lives gain.
  const child = spawn(process.execPath, ['--liftoff-only', join(import.meta.dirname, 'suite', 'crash-child.ts'), dataDir, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = (): unknown => setTimeout(delay).then(() => child.kill('SIGKILL'));
  const said: Said[] = [];
  if (changes === 'started') kill();
  for await (const line of createInterface({ input: child.stdout })) {
    const what: Said = JSON.parse(line);
    said.push(what);
    if (said.length - 1 === changes) kill();
  }
  const [, signal]: unknown[] = await exited;
  expect(signal).toBe('SIGKILL');
  return said;
}

test(`nothing acknowledged is lost and no import is half there after ${KILLS + KILLS_WHILE_OPENING} kills at random moments`, async () => {
  const dataDir = await folders.make();
  const made = await openStore({ dataDir }, { emptyDatabase: empty });
  await made.store.close();
  const acts = new Set<string>();
  const imports = new Set<string>();
  let random = 20_261_121;
  const next = (below: number): number => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return random % below;
  };
  const check = (held: { acts: readonly string[]; imports: Readonly<Record<string, number>> }): void => {
    expect([...acts].filter((id) => !held.acts.includes(id))).toEqual([]);
    for (const service of imports) expect(held.imports).toHaveProperty(service, ROWS);
    for (const [service, count] of Object.entries(held.imports)) expect([service, count]).toEqual([service, ROWS]);
  };
  for (let round = 0; round < KILLS + KILLS_WHILE_OPENING; round += 1) {
    const opening = round % 5 === 2 && round / 5 < KILLS_WHILE_OPENING;
    const said = opening ? await runAndKill(dataDir, round, 50 + next(800), 'started') : await runAndKill(dataDir, round, next(30), next(9));
    for (const { opened, act, imported } of said) {
      if (opened !== undefined) {
        check(opened);
        expect(opened.verified).toBe(true);
      }
      if (act !== undefined) acts.add(act);
      if (imported !== undefined) imports.add(imported);
    }
  }
  expect(acts.size).toBeGreaterThan(KILLS);
  expect(imports.size).toBeGreaterThan(2);

  const { store, verify } = await openStore({ dataDir });
  check({
    acts: (await store.entries()).map(({ entity }) => entity.id),
    imports: Object.fromEntries((await store.findingCells('2026-12-31')).map(({ serviceId, count }) => [serviceId, count])),
  });
  expect(await verify()).toMatchObject({ ok: true });
  const held = await fingerprint(store);
  await store.close();

  await rm(join(dataDir, 'database'), { recursive: true });
  const rebuilt = await openStore({ dataDir }, { emptyDatabase: empty });
  expect(await fingerprint(rebuilt.store)).toBe(held);
  expect(await rebuilt.verify()).toMatchObject({ ok: true });
  await rebuilt.store.close();
}, 600_000);

test('a first start killed while it makes the database leaves a folder the next start completes', async () => {
  const dataDir = await folders.make();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'suite', 'crash-child.ts'), dataDir, '0'], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  while (!existsSync(join(dataDir, 'database.unfinished', 'PG_VERSION')) && child.exitCode === null) await setTimeout(2);
  child.kill('SIGKILL');
  await exited;
  expect(existsSync(join(dataDir, 'database'))).toBe(false);
  const { store, verify } = await openStore({ dataDir });
  expect(await verify()).toMatchObject({ ok: true });
  await store.close();
}, 600_000);
