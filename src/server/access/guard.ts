import { say } from '#language/say.ts';
import { RequestRefused } from '#server/access/refusal.ts';
import { targetFlaw } from '#server/access/request-target.ts';
import { holdsToken } from '#server/tokens/token-secret.ts';

/** Largest body of an act, in bytes. */
const LARGEST_BODY = 256 * 1024;

/** Names under which tokens are put into addresses by habit. */
const tokenNames = ['token', 'access_token', 'api_key', 'apikey', 'authorization'];

/** What every request must meet before anything is looked up. Throws `RequestRefused`. */
export function guardRequest(request: Request, allowedHosts: readonly string[]): void {
  const url = new URL(request.url);
  const host = request.headers.get('host') ?? url.host;
  if (!allowedHosts.includes(host.toLowerCase())) {
    throw new RequestRefused('wrong-host', { detail: say('The Host header does not name this server.') });
  }
  const flaw = targetFlaw(url.pathname);
  if (flaw !== undefined) throw new RequestRefused('bad-path', { detail: flaw });
  if (holdsToken(request.url) || tokenNames.some((name) => url.searchParams.has(name))) throw new RequestRefused('token-in-address');
  if (request.headers.get('sec-fetch-site') === 'cross-site') throw new RequestRefused('cross-site');
  const length = request.headers.get('content-length');
  if (request.method === 'GET' && length !== null && length !== '0') {
    throw new RequestRefused('bad-request', { detail: say('A GET request carries no body.') });
  }
}

/** An import token opens imports and nothing else, whatever token it is: nothing is looked up here. */
export function guardToken(request: Request): void {
  if (request.headers.has('authorization')) throw new RequestRefused('token-elsewhere');
}

/** What a file must meet beside: not sent by another site. Its token is asked for by the route. */
export function guardUpload(request: Request, allowedHosts: readonly string[]): void {
  guardSite(request, allowedHosts);
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && !/^(identity|gzip)$/i.test(encoding)) {
    throw new RequestRefused('media-type', { detail: say('A file is sent as it is or as one gzip.'), remedy: say('Leave Content-Encoding out, or send Content-Encoding: gzip.') });
  }
}

function guardSite(request: Request, allowedHosts: readonly string[]): void {
  const origin = request.headers.get('origin');
  if (origin !== null && !isOwnOrigin(origin, allowedHosts)) {
    throw new RequestRefused('cross-site', { detail: say('The Origin header does not name this server.') });
  }
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new RequestRefused('cross-site');
}

/** What an act must meet beside: sent by our own page or a program, on purpose, as plain JSON. */
export function guardAct(request: Request, allowedHosts: readonly string[]): void {
  guardSite(request, allowedHosts);
  if (request.headers.get('x-whose-call') !== '1') throw new RequestRefused('header-required');
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(type)) throw new RequestRefused('media-type');
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new RequestRefused('media-type', { detail: say('The body is compressed.') });
  }
}

function isOwnOrigin(origin: string, allowedHosts: readonly string[]): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && allowedHosts.includes(host.toLowerCase());
}

/** The body as text, cut off as soon as it is too large, whatever Content-Length said. */
export async function bodyText(request: Request): Promise<string> {
  if (request.body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body.getReader();
  let size = 0;
  let text = '';
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > LARGEST_BODY) {
        await reader.cancel();
        throw new RequestRefused('too-large');
      }
      text += decoder.decode(next.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new RequestRefused('bad-request', () => ({ detail: say('The body is not UTF-8.') }));
    throw error;
  }
}
