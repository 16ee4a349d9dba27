import { setTimeout as wait } from 'node:timers/promises';
import { importSentSchema, type ImportReport } from '#contract/import-report.ts';
import { problemSchema } from '#contract/problem.ts';
import { CallRefused, type Command, type Terminal } from '#cli/command.ts';
import { fileOptions, filesUnder, refuseNothingLeft, withoutBystanders } from '#cli/files-of-call.ts';
import { anyRejected, importReportText } from '#cli/import-report-text.ts';
import { readOptions } from '#cli/options.ts';
import type { Source } from '#importers/importer.ts';

/** Names the token in the environment, so that it stands in no command line and no list of processes. */
const TOKEN_VARIABLE = 'WHOSE_CALL_TOKEN';

/** How often a file is tried, and the longest pause between, in seconds. */
const TRIES = 5;
const LONGEST_PAUSE = 60;

export const pushCommand: Command = {
  name: 'push',
  usage:
    `push PATH... --to URL [--token T, else ${TOKEN_VARIABLE}] [--format F] [--service ID] [--release V] [--stage ID] [--team ID] [--at DATE] [--complete] [--dry-run] [--json]`,
  summary: 'sends files to a server as import reads them in, from a pipeline; waits and tries again where the server is busy',

  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      to: { type: 'string' },
      token: { type: 'string' },
      ...fileOptions,
    });
    const found = await filesUnder(positionals, 'push', terminal);
    const token = values.token ?? terminal.environment?.[TOKEN_VARIABLE];
    if (token === undefined || token === '') throw new CallRefused(`push takes a token: --token T, or ${TOKEN_VARIABLE} in the environment.`);
    const address = addressOf(values.to);
    const { format, service, release, stage, team, at } = values;
    const query = { format, service, release, stage, team, at, complete: flag(values.complete), 'dry-run': flag(values['dry-run']) };
    const kept = await withoutBystanders(found, format === undefined ? positionals : found.map(({ name }) => name));
    if (kept.length === 0) refuseNothingLeft(positionals);
    const reports: ImportReport[] = [];
    let stopped = false;
    for (const { source } of kept.toSorted((a, b) => a.rank - b.rank)) {
      const answer = await sent(source, { address, token, query }, terminal);
      if (typeof answer === 'string') terminal.say(`${source.name}: not taken. ${answer}`);
      else reports.push(...answer);
      stopped ||= typeof answer === 'string';
    }
    if (values.json === true) terminal.print(JSON.stringify(reports, undefined, 2));
    else if (reports.length > 0) terminal.print(importReportText(reports));
    return stopped || anyRejected(reports) ? 1 : 0;
  },
};

function flag(given: boolean | undefined): string | undefined {
  return given === true ? 'true' : undefined;
}

/** Where imports are sent. A token goes over an open network inside HTTPS only. */
function addressOf(to: string | undefined): URL {
  if (to === undefined) throw new CallRefused('push takes --to URL: the address of the server.');
  if (!URL.canParse(to)) throw new CallRefused(`--to takes the address of a server; "${to}" is not one.`);
  const url = new URL('/api/v1/imports', to);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isHere)) return url;
  throw new CallRefused(`--to takes an https:// address, so that the token cannot be read on the way; ${url.origin} is none.`);
}

interface Parcel {
  address: URL;
  token: string;
  query: Readonly<Record<string, string | undefined>>;
}

/** What became of a file, or why it was not sent. Waits and tries again where the server cannot be reached or is busy. */
async function sent(source: Source, parcel: Parcel, terminal: Terminal): Promise<ImportReport[] | string> {
  let why = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const answer = await sendOnce(source, parcel);
    if (answer.type === 'done') return answer.reports;
    ({ why } = answer);
    if (answer.type === 'no') return why;
    if (attempt === TRIES) break;
    const seconds = Math.min(answer.after ?? 2 ** (attempt - 1), LONGEST_PAUSE);
    terminal.say(`${source.name}: ${why} Trying again in ${seconds} s.`);
    await (terminal.pause ?? wait)(seconds * 1_000);
  }
  return `${why} Tried ${TRIES} times.`;
}

type Answer = { type: 'done'; reports: ImportReport[] } | { type: 'no'; why: string } | { type: 'later'; why: string; after: number | undefined };

async function sendOnce(source: Source, { address, token, query }: Parcel): Promise<Answer> {
  const url = new URL(address);
  url.searchParams.set('file', source.name.split('/').slice(-2).join('/').slice(0, 300));
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  let response: Response;
  try {
    // Streaming a body needs `duplex`, which the types of the browser do not have.
    const request: RequestInit & { duplex: 'half' } = {
      method: 'POST', redirect: 'error', duplex: 'half', body: bodyOf(source),
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream', Accept: 'application/json' },
    };
    response = await fetch(url, request);
  } catch (error) {
    return { type: 'later', why: `${address.host} cannot be reached (${causeOf(error)}).`, after: undefined };
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const answer = importSentSchema.safeParse(body);
    if (answer.success) return { type: 'done', reports: answer.data.reports };
    return { type: 'no', why: `${address.host} answered with something else than a report. Check --to and the versions of both sides.` };
  }
  const problem = problemSchema.safeParse(body);
  const why = problem.success ? `${problem.data.detail} ${problem.data.remedy}` : `${address.host} answered ${response.status}.`;
  if (response.status !== 429 && response.status !== 503) return { type: 'no', why };
  const after = Number(response.headers.get('retry-after'));
  return { type: 'later', why, after: Number.isInteger(after) && after > 0 ? after : undefined };
}

/** The file as a stream, so that it is never whole in memory. */
function bodyOf(source: Source): ReadableStream<Uint8Array> {
  const chunks = source.bytes()[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.message : String(cause);
}
