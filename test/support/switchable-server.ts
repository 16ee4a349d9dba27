import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SwitchableServer {
  url: string;
  /** From now on nothing answers at the address. */
  stop(): Promise<void>;
  /** The same address answers again. */
  start(): Promise<void>;
}

/** An address in front of a running product that can be stopped and started again, as the product itself could be. */
export async function switchableServer(target: string): Promise<SwitchableServer> {
  const { hostname, port: targetPort, host } = new URL(target);
  const make = () => createServer((incoming, outgoing) => {
    const onward = request(
      { hostname, port: targetPort, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, host } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => { outgoing.destroy(); });
    incoming.pipe(onward);
  });
  let server = make();
  const listen = (port: number): Promise<number> => new Promise((done) => {
    server.listen(port, '127.0.0.1', () => { done(portOf(server.address())); });
  });
  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => {
      server.close(() => { done(); });
      server.closeAllConnections();
    }),
    start: async () => {
      server = make();
      await listen(port);
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
