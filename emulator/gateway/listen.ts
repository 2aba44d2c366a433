import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseStrangers } from './local-only';

export type Listening = {
  readonly address: string;
  readonly port: number;
  /** Does not keep this process alive any longer. */
  unref(): void;
  stop(): Promise<void>;
};

// The SDK frees its idle sockets after 4.8 s; closing them earlier from here would break requests under way.
const KEEP_ALIVE_MS = 60_000;

/** Listens on this machine only. A port in use rejects with code EADDRINUSE. */
export async function listen(port: number, listener: RequestListener): Promise<Listening> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (refuseStrangers(request, response)) return;
    listener(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // Beyond two thousand Node leaves headers out unread, an origin among them. Their 16 KB are bound enough.
  server.maxHeadersCount = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${bound}`,
    port: bound,
    unref: () => void server.unref(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
