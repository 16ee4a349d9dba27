import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CallRefused, type Command, type Terminal } from '#cli/command.ts';
import { findChrome } from '#cli/chrome.ts';
import { readOptions, storeLocation, storeOptions, withStore } from '#cli/options.ts';
import type { StoreLocation } from '#server/node/open-store.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const LEAST_NODE = 24;

interface Check {
  name: string;
  ok: boolean;
  /** Not needed for the product to work. */
  optional?: boolean;
  finding: string;
}

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor [--json] [--data DIR | --database URL]',
  summary: 'what is needed and whether it is there, with one line of what to do for each that is not',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { ...storeOptions, json: { type: 'boolean' } });
    if (positionals.length > 0) throw new CallRefused('doctor takes no file.');
    const checks = [nodeCheck(), webCheck(), packCheck(), printCheck(), await recordCheck(storeLocation(values, terminal), terminal)];
    const ok = checks.every((check) => check.ok || check.optional === true);
    terminal.print(values.json === true
      ? JSON.stringify({ ok, checks }, undefined, 2)
      : checks.map(({ name, ok: fine, optional, finding }) => `${fine ? 'ok     ' : optional === true ? 'without' : 'missing'}  ${name}: ${finding}`).join('\n'));
    return ok ? 0 : 1;
  },
};

function nodeCheck(): Check {
  const ok = Number(process.versions.node.split('.')[0]) >= LEAST_NODE;
  return { name: 'Node', ok, finding: ok ? process.versions.node : `${process.versions.node} runs this; it needs ${LEAST_NODE}. npm ci brings it along.` };
}

function webCheck(): Check {
  const ok = existsSync(resolve(DIST, 'index.html'));
  return { name: 'Web app', ok, finding: ok ? 'built' : 'not built. Run: npm run build' };
}

function packCheck(): Check {
  const ok = existsSync(resolve(DIST, 'pack/template.html'));
  return { name: 'Board packs', ok, optional: true, finding: ok ? 'the page they are made from is built' : 'the page they are made from is not built. Run: npm run build' };
}

function printCheck(): Check {
  try {
    return { name: 'PDF', ok: true, finding: `printed by ${findChrome()}` };
  } catch (error) {
    return { name: 'PDF', ok: false, optional: true, finding: error instanceof Error ? error.message : String(error) };
  }
}

/** Opens the record as every command does, checks all of it, and says what stopped it where something did. */
async function recordCheck(location: StoreLocation, terminal: Terminal): Promise<Check> {
  const name = 'Record';
  if ('dataDir' in location && !existsSync(location.dataDir)) return { name, ok: true, optional: true, finding: `none yet in ${location.dataDir}; serve or import begins one` };
  try {
    return await withStore(location, terminal, async ({ store, verify }) => {
      const report = await verify();
      const version = await store.version();
      return { name, ok: report.ok, finding: report.ok ? `whole, at version ${version}` : 'its chain or its database does not hold. whose-call verify says where' };
    });
  } catch (error) {
    return { name, ok: false, finding: error instanceof Error ? error.message : String(error) };
  }
}
