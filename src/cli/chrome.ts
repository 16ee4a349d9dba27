import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';

const INSTALLED = [
  '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser',
  '/snap/bin/chromium', '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser to print with: one named in CHROME_PATH, or one that is installed. Throws with what to do where there is none. */
export function findChrome(): string {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
  }
  const found = INSTALLED.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error('A PDF needs Google Chrome or Chromium: install one or name it in CHROME_PATH; or make --out FILE.html and print it from any browser.');
}

/** A page is printed once this is there and its fonts are loaded. */
const DRAWN = `new Promise((done) => { const look = () => document.querySelectorAll('.sheet').length > 1 && document.querySelector('[aria-busy="true"]') === null
  ? document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))) : setTimeout(look, 50); look(); })`;
const PATIENCE = 60_000;

/** Prints the sheets of an address to PDF, with a profile of its own that is gone afterwards. Rejects where nothing was printed. */
export async function printPdf(chrome: string, address: string): Promise<Buffer> {
  const profile = await mkdtemp(join(tmpdir(), 'whose-call-chrome-'));
  const child = spawn(chrome, [
    '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : []), `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  try {
    return await Promise.race([printed(devTools(child), address), gone(child), late()]);
  } catch (error) {
    throw new Error(`${chrome} did not print the pack: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    child.kill('SIGKILL');
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

type Ask = (method: string, params: object, sessionId?: string) => Promise<unknown>;

async function printed(ask: Ask, address: string): Promise<Buffer> {
  const targetId = member(await ask('Target.createTarget', { url: 'about:blank' }), 'targetId');
  const sessionId = member(await ask('Target.attachToTarget', { targetId, flatten: true }), 'sessionId');
  // Answered when the page has taken the place of the blank one, so that what follows is asked of it.
  await ask('Page.navigate', { url: address }, sessionId);
  await ask('Runtime.evaluate', { expression: DRAWN, awaitPromise: true }, sessionId);
  return Buffer.from(member(await ask('Page.printToPDF', { preferCSSPageSize: true, printBackground: true }, sessionId), 'data'), 'base64');
}

/** The DevTools protocol over the browser's own pipe: one JSON message after the other, each ended by NUL. */
function devTools(child: ChildProcess): Ask {
  const [, , , out, into] = child.stdio;
  if (!(out instanceof Writable) || !(into instanceof Readable)) throw new Error('no pipe to the browser');
  const waiting = new Map<number, { answer: (value: unknown) => void; refuse: (error: Error) => void }>();
  let held = '';
  let last = 0;
  // A browser that ends while it is spoken to is told of by its exit.
  out.on('error', () => undefined);
  into.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = `${held}${chunk}`.split('\0');
    held = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error }: { id?: number; result?: unknown; error?: { message: string } } = JSON.parse(message);
      const asked = id === undefined ? undefined : waiting.get(id);
      if (id === undefined || asked === undefined) continue;
      waiting.delete(id);
      if (error === undefined) asked.answer(result);
      else asked.refuse(new Error(error.message));
    }
  });
  return (method, params, sessionId) => new Promise((answer, refuse) => {
    last += 1;
    waiting.set(last, { answer, refuse });
    out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
}

function member(value: unknown, name: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof found !== 'string') throw new Error(`the browser answered without ${name}`);
  return found;
}

function gone(child: ChildProcess): Promise<never> {
  return new Promise((_, refuse) => {
    child.once('error', refuse);
    child.once('exit', (code) => refuse(new Error(`it ended with ${code}`)));
  });
}

function late(): Promise<never> {
  return new Promise((_, refuse) => { setTimeout(() => refuse(new Error('it took longer than a minute')), PATIENCE).unref(); });
}
