import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Cloud } from '../cloud';
import { consoleRoutes } from '../console/console';
import type { CallOutcome } from '../functions/host';
import type { Identity } from '../functions/identity';
import type { CallEntry } from '../journal/journal';
import type { EmulatorOptions } from '../options';
import { isBrokenOff } from './broken-off';
import { callerOf } from './callers';
import { answerClient } from './client-database';
import { MOST_BODY_BYTES, readEvent } from './event-body';
import { isLocalOrigin } from './local-only';
import { siteFiles } from './site';
import { wechatDouble } from './wechat';

/** What the H5 build talks to: functions by name, the emulator's own pages under /emulator, WeChat's double, the site. */
export function gatewayApp(cloud: Cloud, options: EmulatorOptions): Hono {
  const personas = options.personas ?? [];
  const app = new Hono();

  const call = async (name: string, event: unknown, identity: Identity): Promise<Response> => {
    const startedAt = performance.now();
    const outcome = await cloud.host.call(name, event, identity);
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    return answerOf(outcome, ms);
  };

  app.use(
    '*',
    cors({
      origin: (origin) => (isLocalOrigin(origin) ? origin : ''),
      exposeHeaders: ['x-request-id', 'x-database-round-trips', 'server-timing'],
    }),
  );

  app.post('/v1/functions/:name', async (c) => {
    const identity = callerOf(c.req.header('authorization'), personas);
    if (identity === undefined) return refusal(401, 'INVALID_CREDENTIALS', '登录凭据无效，请重新选择身份');
    const body = await readEvent(
      c.req.raw.body === null ? null : Readable.fromWeb(c.req.raw.body as NodeReadableStream<Uint8Array>),
    );
    if (body.is === 'too-large') return refusal(413, 'EXCEED_MAX_PAYLOAD_SIZE', '请求内容超过 100 KB，请缩小后重试');
    if (body.is === 'malformed') return refusal(400, 'INVALID_PARAM', '请求内容不是 JSON 对象，请检查后重试');
    return call(c.req.param('name'), body.event, identity);
  });

  app.use('/web', bodyLimit({ maxSize: MOST_BODY_BYTES, onError: tooLarge }));
  app.use('/wechat/*', bodyLimit({ maxSize: MOST_MEDIA_BYTES, onError: tooLarge }));
  app.post('/web', async (c) => c.json(answerClient(await c.req.json().catch(() => null), options.collections)));
  app.get('/emulator/timers', (c) => c.json(cloud.timers.list()));
  app.post('/emulator/timers/:function/:trigger', (c) => {
    const { function: name, trigger } = c.req.param();
    const timer = cloud.timers.list().find((entry) => entry.function === name && entry.trigger === trigger);
    return call(name, timer?.message, { timer: trigger });
  });
  app.get('/emulator/payments', (c) => c.json(cloud.pay.list()));
  app.post('/emulator/payments/:order', (c) => {
    const notice = cloud.pay.pay(c.req.param('order'));
    if (notice === undefined) return refusal(404, 'ORDERNOTEXIST', '没有这个待付的订单');
    return call(notice.functionName, notice.event, { console: true });
  });
  app.get('/emulator/personas', (c) => c.json(personas.map(({ id, name, about }) => ({ id, name, about }))));
  app.get('/emulator/health', (c) => c.json({ ok: true, store: cloud.driver, strict: options.strict === true }));
  app.get('/emulator/calls', (c) => c.json(cloud.journal.calls.list().map(inShort)));
  app.route('/wechat', wechatDouble(cloud.openApi));
  app.get('/emulator/outbox', (c) => c.json(cloud.outbox.list()));
  app.route('/', consoleRoutes(cloud, options));
  if (options.siteDirectory !== undefined) app.get('*', siteFiles(options.siteDirectory));

  app.notFound(() => refusal(404, 'NOT_FOUND', '没有这个地址'));
  app.onError((error) => {
    if (isBrokenOff(error)) return refusal(400, 'INVALID_PARAM', '请求没有发完');
    options.log?.(`fault of the gateway: ${error.stack ?? error.message}`);
    return refusal(500, 'SYS_ERR', '本地云出错，详见其日志');
  });
  return app;
}

/** WeChat takes no larger file anywhere, with room for the form around it. Bytes. */
const MOST_MEDIA_BYTES = 16 * 1024 * 1024;

const tooLarge = (): Response => refusal(413, 'EXCEED_MAX_PAYLOAD_SIZE', '请求内容过大，请缩小后重试');

function answerOf({ result, roundTrips, requestId, error }: CallOutcome, ms: number): Response {
  const headers = {
    'x-request-id': requestId,
    'x-database-round-trips': String(roundTrips),
    'server-timing': `function;dur=${ms}`,
  };
  if (error === undefined) return Response.json(result, { headers });
  const status = error.code === 'FUNCTION_NOT_FOUND' ? 404 : 500;
  return Response.json({ code: error.code, message: error.message, requestId }, { status, headers });
}

function refusal(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status });
}

/** For anybody on this machine: neither who called nor what was printed. */
function inShort({ at, function: name, action, ms, roundTrips, outcome }: CallEntry) {
  return { at, function: name, action, ms, roundTrips, outcome };
}
