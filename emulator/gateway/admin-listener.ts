import type { IncomingMessage, ServerResponse } from 'node:http';
import { isTooDeep, MOST_JSON_LEVELS } from '../bounded-json';
import type { Admin } from '../wire/admin';
import type { WireAnswer, WireRequest } from '../wire/request';
import { parseMultipart } from './multipart';

/** Four times what the largest document takes, with room for a picture in a form. Bytes. */
const MOST_REQUEST_BYTES = 64 * 1024 * 1024;

const tooLarge: WireAnswer = {
  code: 'EXCEED_MAX_PAYLOAD_SIZE',
  message: `a request may have at most ${MOST_REQUEST_BYTES} bytes`,
};

const tooNested: WireAnswer = {
  code: 'INVALID_PARAM',
  message: `a request may nest ${MOST_JSON_LEVELS} levels deep at most`,
};

/** `POST /admin`: the one address that the SDK knows. Errors are answers too, with status 200, as in the cloud. */
export function answerAdmin(admin: Admin, request: IncomingMessage, response: ServerResponse): void {
  const type = request.headers['content-type'] ?? '';
  let chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    // The rest is read and dropped, else whoever sends it never hears why.
    if (bytes <= MOST_REQUEST_BYTES) chunks.push(chunk);
    else chunks = [];
  });
  request.on('end', () => {
    if (bytes > MOST_REQUEST_BYTES) {
      answer(response, tooLarge);
      return;
    }
    const body = Buffer.concat(chunks);
    const isForm = type.startsWith('multipart/form-data');
    const text = isForm ? '' : body.toString('utf8');
    if (isTooDeep(text)) {
      answer(response, tooNested);
      return;
    }
    const asked = isForm ? parseForm(body, type) : parseRequest(text);
    void admin(asked).then((said) => answer(response, said));
  });
}

function answer(response: ServerResponse, said: WireAnswer): void {
  const { raw } = said;
  if (raw instanceof Uint8Array) {
    // The SDK takes anything but JSON for the bytes of a picture or of a message.
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': raw.byteLength });
    response.end(raw);
    return;
  }
  const bytes = Buffer.from(textOf(said));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.byteLength });
  response.end(bytes);
}

function textOf(said: WireAnswer): string {
  try {
    return JSON.stringify(said);
  } catch (error) {
    // No text can be as long as a thousand documents of the largest size.
    const reason = error instanceof Error ? error.message : String(error);
    return JSON.stringify({ code: 'SYS_ERR', message: `the answer cannot be sent: ${reason}` });
  }
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
