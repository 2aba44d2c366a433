import * as z from 'zod/mini';
import { setting } from './platform';

/** Where WeChat's server interface is; the emulator plays it on a laptop. */
const endpoint = (): string => process.env['WECHAT_API_URL'] ?? 'https://api.weixin.qq.com';

const TIMEOUT_MS = 5_000;

const Token = z.object({ access_token: z.string(), expires_in: z.number() });
const Phone = z.object({
  errcode: z.literal(0),
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }),
});

/**
 * Exchanges the code of WeChat's phone button for the number. The code works once and for five minutes.
 *
 * @returns null when WeChat gives no number for it, or it is not of mainland China
 */
export async function phoneNumberFor(code: string): Promise<string | null> {
  const answer = await post(`/wxa/business/getuserphonenumber?access_token=${await accessToken()}`, { code });
  const phone = Phone.safeParse(answer);
  return phone.success && phone.data.phone_info.countryCode === '86' ? phone.data.phone_info.purePhoneNumber : null;
}

const TextCheck = z.object({
  errcode: z.literal(0),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }),
});

/** Where a text will be read, as WeChat counts it: 1 a profile, 2 a remark. */
const SCENES = { profile: 1, remark: 2 } as const;

/**
 * What WeChat makes of a text (msgSecCheck, version 2): at most 2,500 characters, of somebody who has used the program
 * within two hours.
 *
 * @returns null when WeChat gives no verdict
 */
export async function textVerdict(
  openid: string,
  content: string,
  scene: keyof typeof SCENES,
): Promise<'pass' | 'review' | 'risky' | null> {
  const answer = await post(`/wxa/msg_sec_check?access_token=${await accessToken()}`, {
    openid,
    scene: SCENES[scene],
    version: 2,
    content,
  });
  const check = TextCheck.safeParse(answer);
  return check.success ? check.data.result.suggest : null;
}

async function accessToken(): Promise<string> {
  const answer = await post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: setting('WECHAT_APP_ID'),
    secret: setting('WECHAT_APP_SECRET'),
  });
  return encodeURIComponent(Token.parse(answer).access_token);
}

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${endpoint()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return response.json();
}
