import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admin } from '../wire/admin';
import type { WireRequest } from '../wire/request';
import { parseMultipart } from './multipart';

/** `POST /admin`: the one address that the SDK knows. Errors are answers too, with status 200, as in the cloud. */
export function answerAdmin(admin: Admin, request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const type = request.headers['content-type'] ?? '';
    const asked = type.startsWith('multipart/form-data') ? parseForm(body, type) : parseRequest(body.toString('utf8'));
    void admin(asked).then((answer) => {
      const { raw } = answer;
      if (raw instanceof Uint8Array) {
        // The SDK takes anything but JSON for the bytes of a picture or of a message.
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': raw.byteLength });
        response.end(raw);
        return;
      }
      const text = JSON.stringify(answer);
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
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

/** A form of the SDK: texts, and `requestData` as the bytes it is. */
function parseForm(body: Buffer, type: string): WireRequest {
  return Object.fromEntries(
    [...parseMultipart(body, type)].map(([name, { content }]) => [
      name,
      name === 'requestData' ? content : content.toString('utf8'),
    ]),
  );
}
