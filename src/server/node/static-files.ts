import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

interface StaticFile {
  type: string;
  body: Buffer;
  brotli: Buffer | undefined;
  etag: string;
  /** Built under a name that changes with its content. */
  immutable: boolean;
}

export interface StaticFiles {
  /** The file at this path, or the app's page where a browser opens an address inside the app; undefined for a missing file. */
  respond(request: Request): Response | undefined;
}

/**
 * Reads a built web app into memory, compressed once. A missing folder gives no files: the API still works.
 */
export async function loadStaticFiles(folder: string, headers: Readonly<Record<string, string>>): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  for (const name of await filesUnder(folder)) files.set(`/${name}`, await loadFile(join(folder, name), name));
  const page = files.get('/index.html');

  return {
    respond(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
      const path = new URL(request.url).pathname;
      const file = files.get(path) ?? (opensPage(request, path) ? page : undefined);
      return file === undefined ? undefined : answer(file, request, headers);
    },
  };
}

/** Ids may hold dots, so an ending says "file" only where no browser navigates there. */
function opensPage(request: Request, path: string): boolean {
  if (path.startsWith('/assets/')) return false;
  return extname(path) === '' || (request.headers.get('Accept') ?? '').includes('text/html');
}

function answer(file: StaticFile, request: Request, headers: Readonly<Record<string, string>>): Response {
  const common = {
    ...headers,
    'Content-Type': file.type,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (request.headers.get('If-None-Match') === file.etag) return new Response(null, { status: 304, headers: common });
  const asBrotli = file.brotli !== undefined && acceptsBrotli(request);
  const body = request.method === 'HEAD' ? null : new Uint8Array(asBrotli ? (file.brotli ?? file.body) : file.body);
  return new Response(body, { headers: asBrotli ? { ...common, 'Content-Encoding': 'br' } : common });
}

export function acceptsBrotli(request: Request): boolean {
  return /(^|,)\s*br\s*(;|,|$)/.test(request.headers.get('Accept-Encoding') ?? '');
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split('\\').join('/'));
}

async function loadFile(path: string, name: string): Promise<StaticFile> {
  const body = await readFile(path);
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const isText = !/^(image\/png|font|application\/octet)/.test(type);
  return {
    type,
    body,
    brotli: isText ? await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : undefined,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    immutable: name.startsWith('assets/'),
  };
}
