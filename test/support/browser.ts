import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Quiet and offline: the tests talk to this machine only. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none',
];

/**
 * Starts the browser of the tests: one named by `CHROME_PATH`, one that is installed, or else the
 * Chromium that comes as an npm package with the few libraries it needs.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  const path = named ?? INSTALLED.find((candidate) => existsSync(candidate));
  if (path !== undefined) return chromium.launch({ executablePath: path, args: FLAGS });
  const packaged = await unpackChromium();
  return chromium.launch({ executablePath: packaged.path, env: packaged.env, args: [...FLAGS, '--no-zygote'] });
}

/**
 * Unpacks once into a folder that only gets its final name when it is whole, so that a run cut short
 * cannot leave half a browser behind. The package looks for its libraries only where it believes to
 * run on Amazon Linux 2023, and unpacks into the temporary folder; it is told both for that moment,
 * and the library path is given to the browser alone.
 */
async function unpackChromium(): Promise<{ path: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser tests need Google Chrome or Chromium here: install one, or name it in CHROME_PATH.');
  }
  const folder = join(tmpdir(), 'whose-call-test-chromium');
  if (!existsSync(folder)) {
    const partial = `${folder}-${process.pid}`;
    mkdirSync(partial, { recursive: true });
    await withEnvironment({ TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }, async () => {
      const { default: packaged } = await import('@sparticuz/chromium');
      packaged.setGraphicsMode = false;
      await packaged.executablePath();
    });
    writeFileSync(join(partial, 'fonts.conf'), fontConfiguration(folder));
    if (existsSync(folder)) rmSync(partial, { recursive: true });
    else renameSync(partial, folder);
  }
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const inherited = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    path: join(folder, 'chromium'),
    env: { ...Object.fromEntries(inherited), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** Without a system font the package's own is used; the product's fonts come with the product. */
function fontConfiguration(folder: string): string {
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>/usr/share/fonts</dir><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>`,
    '</fontconfig>',
  ].join('\n');
}

async function withEnvironment(values: Record<string, string>, run: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  try {
    await run();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
