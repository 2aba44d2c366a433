import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** For each action of the wire, the answer that the emulator once gave. */
export type Canned = Readonly<Record<string, string>>;

/**
 * A server that does nothing: it reads a request to its end and answers at once what it was given for that action.
 *
 * What the SDK reaches against it is what the SDK, HTTP and this machine allow; the emulator is measured by that.
 */
function serve(): void {
  let answers: readonly { readonly action: string; readonly body: Buffer }[] = [];
  process.on('message', (canned: Canned) => {
    answers = Object.entries(canned).map(([action, body]) => ({
      action: `"action":"${action}"`,
      body: Buffer.from(body),
    }));
    process.send?.('ready');
  });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [only] = answers;
      const asked = answers.length === 1 ? undefined : Buffer.concat(chunks);
      const body = (asked === undefined ? only : answers.find(({ action }) => asked.includes(action)))?.body;
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body?.byteLength ?? 0,
      });
      response.end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
}

serve();
