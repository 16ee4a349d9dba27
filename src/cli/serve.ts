import { join, resolve } from 'node:path';
import { CallRefused, type Command, type Terminal } from '#cli/command.ts';
import { readOptions, storeLocation, storeOptions } from '#cli/options.ts';
import { createApp } from '#server/app.ts';
import { securityHeaders } from '#server/access/security-headers.ts';
import { localIdentity, type LogLine } from '#server/ports.ts';
import { unpackedZip } from '#server/node/archive/unpacked-zip.ts';
import { caseFolder } from '#server/node/case-folder.ts';
import { diskSpool } from '#server/node/disk-spool.ts';
import { openControl } from '#server/node/control-socket.ts';
import { listen, type Host } from '#server/node/http-server.ts';
import { openStore, type OpenedStore, type StoreLocation } from '#server/node/open-store.ts';
import { loadSampleIfEmpty } from '#server/node/sample.ts';
import { loadStaticFiles } from '#server/node/static-files.ts';
import { answerTokenRequest, tokenRequestSchema } from '#server/tokens/token-desk.ts';

const HOSTNAME = '127.0.0.1';
const PORT = 4600;
const PRODUCT = resolve(import.meta.dirname, '../..');

export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [--data DIR | --database URL] [--port N] [--no-sample]',
  summary: 'the server; a record that holds nothing yet gets the sample company',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      port: { type: 'string' },
      'no-sample': { type: 'boolean' },
    });
    if (positionals.length > 0) throw new CallRefused(`serve takes no file; "${positionals[0]}" is one too many.`);
    const port = portOption(values.port);
    const location = storeLocation(values, terminal);
    const opened = await openStore(location);
    try {
      for (const notice of opened.notices) terminal.say(notice);
      const did = values['no-sample'] === true ? undefined : await loadSampleIfEmpty(opened.store, join(PRODUCT, 'mocks/halden'));
      const host = await hostOf(opened, port, terminal);
      terminal.print(did ?? `The record is at version ${await opened.store.version()}; nothing was loaded.`);
      terminal.print(whereKept(location));
      const control = 'dataDir' in location ? await openControl(location.dataDir, (request) => answerTokenRequest(opened.store, tokenRequestSchema.parse(request), new Date().toISOString())) : undefined;
      terminal.print(`Open ${host.url} in a browser. Stop with Ctrl-C.`);
      await untilStopped();
      await control?.close();
      await host.close();
      return 0;
    } finally {
      await opened.store.close();
    }
  },
};

function portOption(given: string | undefined): number {
  if (given === undefined) return PORT;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (Number.isInteger(port) && port <= 65_535) return port;
  throw new CallRefused(`--port takes a number from 0 to 65535; "${given}" is not one.`);
}

async function hostOf({ store }: OpenedStore, port: number, terminal: Terminal): Promise<Host> {
  const allowedHosts: string[] = [];
  const app = createApp({
    store,
    clock: { now: () => new Date().toISOString() },
    identity: localIdentity,
    log: (line) => terminal.say(logText(line)),
    allowedHosts,
    caseFiles: caseFolder(join(PRODUCT, 'public/cases')),
    uploads: { spool: diskSpool, unpack: unpackedZip },
    checkResponses: false,
  });
  const host = await listen({ app, files: await loadStaticFiles(join(PRODUCT, 'dist'), securityHeaders), hostname: HOSTNAME, port });
  const actual = new URL(host.url).port;
  allowedHosts.push(`${HOSTNAME}:${actual}`, `localhost:${actual}`);
  return host;
}

/** One line of JSON, so that a message from a file cannot forge a second one. */
function logText({ level, id, message, error }: LogLine): string {
  const stack = error instanceof Error ? error.stack : undefined;
  return JSON.stringify({ at: new Date().toISOString(), level, id, message, stack });
}

function whereKept(location: StoreLocation): string {
  return 'dataDir' in location
    ? `The record is kept in ${location.dataDir}: a ledger, and a database made from it.`
    : 'The record is kept in the PostgreSQL database given.';
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
}
