import type { IncomingMessage, ServerResponse } from 'node:http';

const localHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;
/** What is asked by programs only. A page elsewhere may still show or lead to files, the built site and the emulator's page. */
const forPrograms = /^\/(admin|wechat|v1|web|emulator\/(api|calls|health|outbox|payments|personas|timers))([/?]|$)/;
const localOrigin = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/i;

/** Pages served from this machine may call, whatever their port. */
export function isLocalOrigin(origin: string): boolean {
  return localOrigin.test(origin);
}

/**
 * Refuses what a strange web page can make a browser send here: a name of its own that it has pointed at
 * 127.0.0.1, or a request from its own origin.
 *
 * @returns whether the request has been answered
 */
export function refuseStrangers(request: IncomingMessage, response: ServerResponse): boolean {
  const { host, origin } = request.headers;
  if (host === undefined || !localHost.test(host))
    return refuse(response, 'FORBIDDEN_HOST', '只接受来自本机地址的访问');
  if (origin !== undefined && !isLocalOrigin(origin))
    return refuse(response, 'FORBIDDEN_ORIGIN', '不接受其他网站发来的请求');
  const { url = '/' } = request;
  // The SDK is no browser and sends no origin: the database is not for web pages, local ones included.
  if (origin !== undefined && url.startsWith('/admin')) {
    return refuse(response, 'FORBIDDEN_ORIGIN', '网页不能直接访问数据库');
  }
  // A picture or a script of a strange page is asked for without an origin, and WeChat's calls can be made by GET.
  if (request.headers['sec-fetch-site'] === 'cross-site' && origin === undefined && isForPrograms(url)) {
    return refuse(response, 'FORBIDDEN_ORIGIN', '不接受其他网站发来的请求');
  }
  return false;
}

/** A letter of a path may be written by its number, and a path lead back and forth; the gateway reads it all the same. */
function isForPrograms(url: string): boolean {
  try {
    return forPrograms.test(decodeURI(new URL(`http://localhost${url}`).pathname));
  } catch {
    return true;
  }
}

function refuse(response: ServerResponse, code: string, message: string): true {
  response.writeHead(403, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ code, message }));
  return true;
}
