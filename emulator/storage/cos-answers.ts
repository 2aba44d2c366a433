import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** An error as the object store says it, in XML. The SDK reads each of these elements and fails if one is missing. */
export function cosError(response: ServerResponse, status: number, code: string, message: string): void {
  const id = randomUUID();
  const said = [
    ['Code', code],
    ['Message', message],
    ['Resource', ''],
    ['RequestId', id],
    ['TraceId', id],
  ] as const;
  const body = `<?xml version='1.0' encoding='utf-8' ?>\n<Error>${said
    .map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`)
    .join('')}</Error>`;
  response.writeHead(status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
    'x-cos-request-id': id,
  });
  response.end(body);
}

/** @param origin a page of this machine that asks, if any */
export function corsHeaders(origin: string | undefined): readonly (readonly [name: string, value: string])[] {
  if (origin === undefined) return [];
  return [
    ['access-control-allow-origin', origin],
    ['access-control-allow-methods', 'GET, HEAD, PUT, POST'],
    ['access-control-allow-headers', '*, authorization'],
    ['access-control-expose-headers', 'content-length, content-range, etag'],
    ['vary', 'origin'],
  ];
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] ?? sign);
}
