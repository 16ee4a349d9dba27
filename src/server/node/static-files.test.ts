import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadStaticFiles, type StaticFiles } from '#server/node/static-files.ts';

const script = 'export const words = "whose call";'.repeat(50);
let folder = '';
let files: StaticFiles;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whose-call-static-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Whose Call</title>');
  writeFileSync(join(folder, 'assets/index-abc.js'), script);
  writeFileSync(join(folder, '.built-from'), 'secret');
  files = await loadStaticFiles(folder, { 'X-Content-Type-Options': 'nosniff' });
});
afterAll(() => rmSync(folder, { recursive: true }));

function get(path: string, headers: Record<string, string> = { Accept: 'text/html' }): Response | undefined {
  return files.respond(new Request(`http://127.0.0.1${path}`, { headers }));
}

describe(loadStaticFiles, () => {
  it.each(['/', '/teams/payments', '/people/ana.ruiz', '/findings/refund-api:sast:1.2'])('gives the page for the address %s inside the app', async (path) => {
    const answer = get(path);
    expect(answer?.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(answer?.headers.get('Cache-Control')).toBe('no-cache');
    expect(answer?.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await answer?.text()).toContain('Whose Call');
  });

  it('gives the page to a program that asks for anything, unless it asks for a file', async () => {
    expect(await get('/', { Accept: '*/*' })?.text()).toContain('Whose Call');
    expect(get('/teams/payments', {})?.status).toBe(200);
    expect(get('/people/ana.ruiz', { Accept: '*/*' })).toBeUndefined();
  });

  it('gives a built file for a year, compressed where the browser takes it', async () => {
    const answer = get('/assets/index-abc.js', { 'Accept-Encoding': 'gzip, br' });
    expect(answer?.headers.get('Cache-Control')).toContain('immutable');
    expect(answer?.headers.get('Content-Encoding')).toBe('br');
    const bytes = new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(brotliDecompressSync(bytes).toString()).toBe(script);
    expect(await get('/assets/index-abc.js', {})?.text()).toBe(script);
  });

  it('answers 304 for what the browser holds already', () => {
    const etag = get('/')?.headers.get('ETag') ?? '';
    expect(get('/', { Accept: 'text/html', 'If-None-Match': etag })?.status).toBe(304);
  });

  it('never gives a hidden file', async () => {
    expect(await get('/.built-from', { Accept: '*/*' })?.text()).not.toContain('secret');
  });

  it('leaves what is not there and acts to the app', () => {
    expect(get('/assets/gone.js')).toBeUndefined();
    expect(get('/robots.txt', { Accept: '*/*' })).toBeUndefined();
    expect(files.respond(new Request('http://127.0.0.1/', { method: 'POST' }))).toBeUndefined();
  });

  it('serves nothing from a folder that is not there', async () => {
    const none = await loadStaticFiles(join(folder, 'nowhere'), {});
    expect(none.respond(new Request('http://127.0.0.1/', { headers: { Accept: 'text/html' } }))).toBeUndefined();
  });
});
