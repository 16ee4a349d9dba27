import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Host } from '#server/node/http-server.ts';

const body = JSON.stringify({ words: 'whose call '.repeat(400) });
let host: Host;
beforeAll(async () => {
  host = await listen({
    app: () => Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json', ETag: '"1"' } })),
    files: { respond: (incoming) => (new URL(incoming.url).pathname === '/' ? new Response('page') : undefined) },
    hostname: '127.0.0.1',
    port: 0,
  });
});
afterAll(() => host.close());

/** One request as raw bytes, so that nothing on the way tidies it. */
function raw(text: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('end', () => done(answer));
    socket.on('error', failed);
  });
}

describe(listen, () => {
  it('hands the API to the app and everything else to the files', async () => {
    expect(await (await fetch(`${host.url}/`)).text()).toBe('page');
    expect(await (await fetch(`${host.url}/api/v1/picture`)).json()).toEqual(JSON.parse(body));
  });

  it('compresses a large answer for a browser that takes it, to the same text', async () => {
    const length = await new Promise<number>((done) => {
      request(`${host.url}/api/v1/picture`, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
        expect(answer.headers['content-encoding']).toBe('br');
        let bytes = 0;
        answer.on('data', (chunk: Buffer) => (bytes += chunk.length)).on('end', () => done(bytes));
      }).end();
    });
    expect(length).toBeLessThan(body.length / 10);
  });

  it('refuses a request with two Host headers', async () => {
    const answer = await raw('GET /api/v1/picture HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each(['/api/v1/../admin', '/api//v1/picture', '/api/v1/%2e%2e/x', '/assets\\x', '/%00'])('refuses the target %s as it came over the wire', async (target) => {
    const answer = await raw(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('says which port is taken and what to do', async () => {
    const port = Number(new URL(host.url).port);
    const second = listen({ app: () => Promise.resolve(new Response()), files: { respond: () => undefined }, hostname: '127.0.0.1', port });
    await expect(second).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used. Something else listens there: stop it or choose another with --port N.`);
  });
});
