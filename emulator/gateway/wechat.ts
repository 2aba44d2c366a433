import type { Context } from 'hono';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { parseBounded } from '../bounded-json';
import type { ApiAnswer, ApiRequest } from '../openapi/answer';
import { fail, isRecord } from '../openapi/answer';
import type { OpenApi } from '../openapi/open-api';
import { createOpenApi } from '../openapi/open-api';
import { createOutbox } from '../openapi/outbox';
import type { FormPart } from './multipart';
import { parseMultipart } from './multipart';

const TOKEN = 'emulated-access-token';

/** Addresses that ask for no token: they are asked with the app's secret. */
const SESSION = '/sns/jscode2session';

/**
 * Stands in for api.weixin.qq.com, for functions that reach it by HTTP: a token for anybody, then every call of
 * openapi/open-api.ts under WeChat's own address. What is no such address is answered with 40066 and its name.
 */
export function wechatDouble(openApi: OpenApi = createOpenApi(createOutbox())): Hono {
  const app = new Hono();
  app.on(['GET', 'POST'], ['/cgi-bin/stable_token', '/cgi-bin/token'], (c) =>
    c.json({ access_token: TOKEN, expires_in: 7200 }),
  );

  app.on(['GET', 'POST'], '/*', async (c) => {
    const address = addressOf(c);
    if (!openApi.isAddress(address)) {
      return c.json(jsonOf(fail(40066, `invalid url: ${address} is not supported by the emulator`)));
    }
    if (address !== SESSION && c.req.query('access_token') !== TOKEN) {
      return c.json(jsonOf(fail(40001, 'invalid credential, access_token is invalid or not latest')));
    }
    const query = Object.entries(c.req.query()).filter(([name]) => name !== 'access_token');
    const answer = openApi.call(address, { ...Object.fromEntries(query), ...(await bodyOf(c)) }, null);
    if ('json' in answer) return c.json(answer.json);
    return c.body(new Uint8Array(answer.bytes), 200, { 'content-type': answer.contentType });
  });
  return app;
}

/** Below whatever path the double is mounted at. */
function addressOf(c: Context): string {
  const mounted = routePath(c).replace(/\/\*$/, '');
  return c.req.path.slice(mounted.length);
}

async function bodyOf(c: Context): Promise<ApiRequest> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    const body = await c.req.arrayBuffer().catch(() => new ArrayBuffer(0));
    return Object.fromEntries(
      [...parseMultipart(Buffer.from(body), type)].map(([name, part]) => [name, valueOf(part)]),
    );
  }
  const body = jsonIn(await c.req.text().catch(() => ''));
  return isRecord(body) ? body : {};
}

function jsonIn(text: string): unknown {
  try {
    return parseBounded(text);
  } catch {
    return undefined;
  }
}

function valueOf({ content, contentType, filename }: FormPart): unknown {
  if (filename === undefined) return content.toString('utf8');
  return { contentType: contentType ?? 'application/octet-stream', filename, value: content };
}

function jsonOf(answer: ApiAnswer) {
  return 'json' in answer ? answer.json : {};
}
