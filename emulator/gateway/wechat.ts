import { Hono } from 'hono';

const TOKEN = 'emulated-access-token';

/**
 * Stands in for api.weixin.qq.com: the token, and a phone number for a code.
 *
 * The code `phone:13800000001` gives that number; any other code is one that WeChat never issued.
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
  return app;
}
