import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { targetFlaw } from '#server/access/request-target.ts';
import { acceptsBrotli, type StaticFiles } from '#server/node/static-files.ts';

const compress = promisify(brotliCompress);

/** How long a request may take to arrive, in milliseconds: an act, and a file of a pipeline. */
const REQUEST_TIMEOUT = 30_000;
const UPLOAD_TIMEOUT = 120_000;

/** Bodies below this size are sent as they are. */
const COMPRESS_FROM_BYTES = 1024;
const KEPT_COMPRESSED = 8;

export interface Host {
  /** Where it listens, with the port the system gave if 0 was asked for. */
  url: string;
  /** Stops taking requests, lets those under way end, and resolves when all connections are closed. */
  close(): Promise<void>;
}

export interface HostOptions {
  app: (request: Request) => Promise<Response>;
  files: StaticFiles;
  hostname: string;
  port: number;
}

/** The address is taken, or may not be used; the message says what to do. */
export class ListenRefused extends Error {
  override readonly name = 'ListenRefused';
}

/** Serves the app and the built web pages over HTTP on one port. */
export async function listen({ app, files, hostname, port }: HostOptions): Promise<Host> {
  const compressed = new Map<string, Uint8Array<ArrayBuffer>>();
  const listener = getRequestListener(
    async (request, env) => {
      if ('rawHeaders' in env.incoming && hostHeaders(env.incoming) !== 1) {
        return new Response('A request needs exactly one Host header.\n', { status: 400 });
      }
      const flaw = 'url' in env.incoming ? targetFlaw(env.incoming.url ?? '/') : undefined;
      if (flaw !== undefined) return new Response(`${flaw}\n`, { status: 400 });
      const { pathname } = new URL(request.url);
      const isApp = pathname.startsWith('/api') || pathname === '/healthz' || pathname === '/readyz';
      const response = isApp ? undefined : files.respond(request);
      return response ?? compressedWhenLarge(request, await app(request), compressed);
    },
    { hostname },
  );
  const limits = { headersTimeout: 10_000, requestTimeout: UPLOAD_TIMEOUT, maxHeaderSize: 16 * 1024 };
  const server = createServer(limits, (incoming, outgoing) => {
    if (!isUpload(incoming)) cutAfter(incoming, REQUEST_TIMEOUT);
    void listener(incoming, outgoing);
  });
  server.maxConnections = 2_000;
  await listening(server, hostname, port);
  const address = server.address();
  const actual = isAddress(address) ? address.port : port;
  return { url: `http://${hostname}:${actual}`, close: () => closed(server) };
}

function isUpload({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'POST' && (url ?? '').split('?', 1)[0] === '/api/v1/imports';
}

/** A request that has not arrived by then is cut off. */
function cutAfter(incoming: IncomingMessage, milliseconds: number): void {
  const timer = setTimeout(() => {
    if (!incoming.complete) incoming.destroy();
  }, milliseconds);
  timer.unref();
  incoming.once('close', () => clearTimeout(timer));
}

function hostHeaders(incoming: Pick<IncomingMessage, 'rawHeaders'>): number {
  return incoming.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
}

async function compressedWhenLarge(
  request: Request,
  response: Response,
  kept: Map<string, Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  if (response.status !== 200 || response.body === null || !acceptsBrotli(request)) return response;
  const etag = response.headers.get('ETag');
  const held = etag === null ? undefined : kept.get(etag);
  const body = held ?? new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('Vary', 'Accept-Encoding');
  if (held === undefined && body.byteLength < COMPRESS_FROM_BYTES) return new Response(body, { status: 200, headers });
  const small = held ?? new Uint8Array(await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
  if (etag !== null) keep(kept, etag, small);
  headers.set('Content-Encoding', 'br');
  headers.delete('Content-Length');
  return new Response(small, { status: 200, headers });
}

function keep(kept: Map<string, Uint8Array<ArrayBuffer>>, etag: string, body: Uint8Array<ArrayBuffer>): void {
  kept.delete(etag);
  kept.set(etag, body);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_COMPRESSED) return;
    kept.delete(oldest);
  }
}

function listening(server: Server, hostname: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      const remedy = error.code === 'EADDRINUSE' ? 'Something else listens there: stop it or choose another with --port N.' : error.message;
      reject(new ListenRefused(`Port ${port} of ${hostname} cannot be used. ${remedy}`));
    };
    server.once('error', refused);
    server.listen(port, hostname, () => {
      server.off('error', refused);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
