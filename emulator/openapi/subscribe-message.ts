import type { Rule } from './answer';
import { fail, isOneOf, isOpenid, isRecord, ok, textIn } from './answer';
import { isPage } from './pages';
import { isTemplateValue } from './template-values';

/** `subscribeMessage.send`: a message that somebody has asked to be sent once. Error codes as WeChat documents them. */
export const sendSubscribeMessage: Rule = (request, { refuses }) => {
  const { touser, data } = request;
  if (!isOpenid(touser)) return fail(40003, 'invalid openid');
  if (textIn(request, 'template_id') === '') return fail(40037, 'invalid template_id');
  const page = request['page'];
  if (page !== undefined && page !== '' && !isPage(page, 'with query')) return fail(41030, 'invalid page');
  const state = request['miniprogram_state'];
  if (state !== undefined && !isOneOf(state, ['developer', 'trial', 'formal'])) {
    return fail(47003, 'argument invalid! miniprogram_state invalid');
  }
  if (!isRecord(data) || Object.keys(data).length === 0) return fail(47003, 'argument invalid! data is empty');
  const wrong = Object.entries(data).find(([name, entry]) => !isTemplateValue(name, entry));
  if (wrong !== undefined) return fail(47003, `argument invalid! data.${wrong[0]}.value invalid`);
  if (refuses(touser)) return fail(43101, 'user refuse to accept the msg');
  return ok({ msgid: Date.now() });
};
