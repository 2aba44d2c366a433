import { Hono } from 'hono';

const TOKEN = 'emulated-access-token';

/**
 * Stands in for api.weixin.qq.com: the token, a phone number for a code, a verdict on a text.
 *
 * The code `phone:13800000001` gives that number; any other code is one that WeChat never issued. A text passes the check
 * unless it holds one of the words below; with 检查失灵 in it the check itself breaks down.
 */
export function wechatDouble(): Hono {
  const app = new Hono();
  app.on(['GET', 'POST'], '/cgi-bin/stable_token', (c) => c.json({ access_token: TOKEN, expires_in: 7200 }));

  app.post('/wxa/business/getuserphonenumber', async (c) => {
    if (c.req.query('access_token') !== TOKEN) {
      return c.json({ errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' });
    }
    const body: unknown = await c.req.json().catch(() => null);
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
    const [, number] = /^phone:(\d{11})$/.exec(code) ?? [];
    if (number === undefined) return c.json({ errcode: 40029, errmsg: 'invalid code' });
    return c.json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: number,
        purePhoneNumber: number,
        countryCode: '86',
        watermark: { timestamp: Math.floor(Date.now() / 1000), appid: 'wx0000000000000001' },
      },
    });
  });

  app.post('/wxa/msg_sec_check', async (c) => {
    if (c.req.query('access_token') !== TOKEN) {
      return c.json({ errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' });
    }
    const body: unknown = await c.req.json().catch(() => null);
    const said = readCheck(body);
    if (said === null) return c.json({ errcode: 40003, errmsg: 'invalid openid' });
    if (said.content.length > MOST_CHECKED) return c.json({ errcode: 47001, errmsg: 'data format error' });
    if (said.content.includes('检查失灵')) return c.json({ errcode: -1, errmsg: 'system error' });
    const has = (words: readonly string[]): boolean => words.some((word) => said.content.includes(word));
    const suggest = has(RISKY) ? 'risky' : has(DOUBTFUL) ? 'review' : 'pass';
    return c.json({ errcode: 0, errmsg: 'ok', result: { suggest, label: suggest === 'pass' ? 100 : 20_001 } });
  });
  return app;
}

const MOST_CHECKED = 2_500;
const RISKY = ['赌博', '代开发票'];
const DOUBTFUL = ['投资', '转账'];

function readCheck(body: unknown): { readonly content: string } | null {
  if (typeof body !== 'object' || body === null || !('openid' in body) || !('content' in body)) return null;
  return typeof body.openid === 'string' && body.openid !== '' && typeof body.content === 'string'
    ? { content: body.content }
    : null;
}
