import type { Context, Next } from 'hono';

/** None of these can be sent by a foreign page's form or `no-cors` request without asking the browser first. */
const acceptedTypes = ['application/json', 'application/octet-stream', 'application/x-ndjson'];

/**
 * Lets nobody in but the emulator's own page and programs on this machine: whoever is here can read and write everything.
 *
 * Other local origins may call functions, but a page on another port is not this page. Browsers say where a request
 * comes from by Origin and Sec-Fetch-Site; programs say neither.
 */
export async function ownPageOnly(c: Context, next: Next): Promise<Response | undefined> {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const isForeign =
    (origin !== undefined && origin !== `http://${c.req.header('host') ?? ''}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (isForeign) return refuse(403, 'FORBIDDEN_ORIGIN', '只有本地云自己的页面可以这样做');
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (c.req.method !== 'GET' && (type === undefined || !acceptedTypes.includes(type))) {
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', '请求的 content-type 应是 application/json');
  }
  await next();
  c.header('cache-control', 'no-store');
  c.header('x-content-type-options', 'nosniff');
  c.res.headers.delete('access-control-allow-origin');
  return undefined;
}

export function refuse(status: number, code: string, message: string): Response {
  // What was too large was not read to its end: nothing that follows on this connection could be understood.
  return Response.json({ code, message }, { status, headers: status === 413 ? { connection: 'close' } : {} });
}
