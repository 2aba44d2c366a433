import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admin } from '../wire/admin';
import type { WireRequest } from '../wire/request';

/** `POST /admin`: the one address that the SDK knows. Errors are answers too, with status 200, as in the cloud. */
export function answerAdmin(admin: Admin, request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void admin(parseRequest(Buffer.concat(chunks).toString('utf8'))).then((answer) => {
      const body = JSON.stringify(answer);
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
}

// What is no JSON object has no action, and the answer will say so.
function parseRequest(text: string): WireRequest {
  try {
    const request: unknown = JSON.parse(text);
    return typeof request === 'object' && request !== null ? (request as WireRequest) : {};
  } catch {
    return {};
  }
}
