import { createHash } from 'node:crypto';
import { APP_ID } from '../functions/identity';
import type { Rule } from './answer';
import { fail, isOpenid, ok, textIn } from './answer';

/** `phonenumber.getPhoneNumber`: the code `phone:13800000001` gives that number; any other was never issued. */
export const phoneNumberOf: Rule = (request, { now }) => {
  const [, number] = /^phone:(\d{11})$/.exec(textIn(request, 'code')) ?? [];
  if (number === undefined) return fail(40029, 'invalid code');
  return ok({
    phone_info: {
      phoneNumber: number,
      purePhoneNumber: number,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now.getTime() / 1000), appid: APP_ID },
    },
  });
};

/** `auth.code2Session`: the code `openid:<openid>` of wx.login belongs to that person. */
export const sessionOf: Rule = (request) => {
  if (textIn(request, 'appid') === '') return fail(41002, 'appid missing');
  if (textIn(request, 'secret') === '') return fail(41004, 'appsecret missing');
  const code = textIn(request, 'js_code');
  if (code === '') return fail(41008, 'missing code');
  const [, openid] = /^openid:(.+)$/.exec(code) ?? [];
  if (!isOpenid(openid)) return fail(40029, 'invalid code');
  const key = createHash('md5').update(openid).digest('base64');
  return ok({ openid, session_key: key });
};

/** What a message of customer service must carry, by its type. */
const contents: Readonly<Record<string, readonly [part: string, fields: readonly string[]]>> = {
  text: ['text', ['content']],
  image: ['image', ['media_id']],
  link: ['link', ['title', 'description', 'url', 'thumb_url']],
  miniprogrampage: ['miniprogrampage', ['title', 'pagepath', 'thumb_media_id']],
};

/** `customerServiceMessage.send`: to somebody who has written within 48 hours, which is not checked here. */
export const sendServiceMessage: Rule = (request, { refuses }) => {
  const { touser } = request;
  if (!isOpenid(touser)) return fail(40003, 'invalid openid');
  const type = textIn(request, 'msgtype');
  const [part, fields] = (Object.hasOwn(contents, type) ? contents[type] : undefined) ?? [];
  if (part === undefined || fields === undefined) return fail(40008, 'invalid message type');
  const content = request[part];
  const given = typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {};
  const isWhole = fields.every((field) => typeof given[field] === 'string' && given[field] !== '');
  if (!isWhole) return fail(47001, `data format error: ${part} needs ${fields.join(', ')}`);
  return refuses(touser) ? fail(45015, 'response out of time limit or subscription is canceled') : ok();
};

/** `customerServiceMessage.setTyping` */
export const showTyping: Rule = (request, { refuses }) => {
  const { touser, command } = request;
  if (!isOpenid(touser)) return fail(40003, 'invalid openid');
  if (command !== 'Typing' && command !== 'CancelTyping') return fail(45083, 'invalid command');
  return refuses(touser) ? fail(45015, 'response out of time limit or subscription is canceled') : ok();
};
