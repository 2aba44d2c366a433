import type { ApiAnswer, ApiRequest, Rule } from './answer';
import { fail, isMedia } from './answer';
import { urlLink, urlScheme } from './app-links';
import { qrCode, unlimitedCode, wxaCode } from './codes';
import type { Outbox } from './outbox';
import { phoneNumberOf, sendServiceMessage, sessionOf, showTyping } from './people';
import { checkMediaLater, checkPicture, checkText } from './security';
import { sendSubscribeMessage } from './subscribe-message';

/** Every call that is imitated: as the SDK names it, its address at api.weixin.qq.com, its rule. */
const calls: readonly (readonly [api: string, address: string, rule: Rule])[] = [
  ['auth.code2Session', '/sns/jscode2session', sessionOf],
  ['customerServiceMessage.send', '/cgi-bin/message/custom/send', sendServiceMessage],
  ['customerServiceMessage.setTyping', '/cgi-bin/message/custom/typing', showTyping],
  ['phonenumber.getPhoneNumber', '/wxa/business/getuserphonenumber', phoneNumberOf],
  ['security.imgSecCheck', '/wxa/img_sec_check', checkPicture],
  ['security.mediaCheckAsync', '/wxa/media_check_async', checkMediaLater],
  ['security.msgSecCheck', '/wxa/msg_sec_check', checkText],
  ['subscribeMessage.send', '/cgi-bin/message/subscribe/send', sendSubscribeMessage],
  ['templateMessage.send', '/cgi-bin/message/wxopen/template/send', withdrawn('templateMessage.send')],
  ['urllink.generate', '/wxa/generate_urllink', urlLink],
  ['urlscheme.generate', '/wxa/generatescheme', urlScheme],
  ['wxacode.createQRCode', '/cgi-bin/wxaapp/createwxaqrcode', qrCode],
  ['wxacode.get', '/wxa/getwxacode', wxaCode],
  ['wxacode.getUnlimited', '/wxa/getwxacodeunlimit', unlimitedCode],
];

/** The code of the SDK's own list for a call that does not exist. */
const NOT_FOUND = -604_100;

export type OpenApi = ReturnType<typeof createOpenApi>;

/** WeChat's open API, one implementation for whichever way a call comes: both SDKs' and HTTP. */
export function createOpenApi(outbox: Outbox, now: () => Date = () => new Date()) {
  return {
    /**
     * Makes a call and keeps it in the outbox.
     *
     * @param name as the SDK names it, or its address
     * @param functionName whose call it is, if that is known
     */
    call(name: string, request: ApiRequest, functionName: string | null): ApiAnswer {
      const [api = name, , rule] = calls.find(([one, address]) => one === name || address === name) ?? [];
      const at = now();
      const answer =
        rule === undefined
          ? fail(NOT_FOUND, `API not found: ${name} is not supported by the emulator`)
          : rule(request, { now: at, refuses: outbox.refuses });
      outbox.add({
        at: at.toISOString(),
        function: functionName,
        api,
        request: withoutBytes(request),
        answer:
          'json' in answer
            ? { errCode: answer.json.errcode, errMsg: answer.json.errmsg }
            : { errCode: 0, errMsg: 'ok' },
      });
      return answer;
    },
    /** Whether an address at api.weixin.qq.com is one of those imitated. */
    isAddress: (path: string): boolean => calls.some(([, address]) => address === path),
  };
}

function withdrawn(api: string): Rule {
  return () => fail(NOT_FOUND, `API not found: WeChat has withdrawn ${api}; use subscribeMessage.send`);
}

/** What a list can show: of a picture its type and size. */
function withoutBytes(request: ApiRequest): ApiRequest {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [
      name,
      isMedia(value)
        ? { contentType: value.contentType, filename: value.filename, bytes: value.value.byteLength }
        : value,
    ]),
  );
}
