import { parseBounded } from '../bounded-json';
import { CloudError, invalidParameter } from '../cloud-error';
import type { ApiAnswer, ApiRequest } from '../openapi/answer';
import { isRecord } from '../openapi/answer';
import type { CloudPay } from '../openapi/cloud-pay';
import type { OpenApi } from '../openapi/open-api';
import { requiredText, textOf } from './request';
import type { ServiceAction, ServiceActions } from './service-actions';

/** WeChat's open API as both SDKs reach it, and what of theirs is refused by its name. */
export function openApiActions(openApi: OpenApi, pay: CloudPay): ServiceActions {
  return {
    // node-sdk's callWxOpenApi, wx-server-sdk's old callOpenAPI: JSON both ways.
    'wx.api': (request, caller) => {
      const api = requiredText(request, 'apiName');
      const answer = openApi.call(plainName(api), parseArguments(textOf(request, 'requestData')), nameOf(caller));
      return Promise.resolve({ data: { responseData: JSON.stringify(inJson(answer)) } });
    },

    // cloud.openapi.* of wx-server-sdk and node-sdk's callCompatibleWxOpenApi.
    'wx.openApi': async (request, caller) => {
      const api = requiredText(request, 'apiName');
      const { requestData } = request;
      if (!(requestData instanceof Uint8Array)) throw invalidParameter('requestData must be bytes in a form');
      // A message of the SDK cannot begin so; whoever has no wx-server-sdk sends JSON, and gets what WeChat says.
      if (requestData[0] === OPENING_BRACE || requestData.byteLength === 0) {
        const answer = openApi.call(
          plainName(api),
          parseArguments(Buffer.from(requestData).toString('utf8')),
          nameOf(caller),
        );
        return { raw: 'json' in answer ? Buffer.from(JSON.stringify(answer.json)) : answer.bytes };
      }
      // Loaded when first needed: most back ends never call WeChat.
      const { decodeCall, encodeAnswer } = await import('../openapi/comm-api');
      const wanted = decodeCall(requestData);
      if (wanted === undefined) throw notSupported(sdkNames[api] ?? api);
      return { raw: encodeAnswer(openApi.call(plainName(api), wanted, nameOf(caller))) };
    },

    'wx.wxPayApi': (request, caller) => {
      const api = requiredText(request, 'apiName').replace(/^cloudPay\./, '');
      const { requestData } = request;
      const text = requestData instanceof Uint8Array ? Buffer.from(requestData).toString('utf8') : undefined;
      const identity = caller?.identity;
      const openid = identity !== undefined && 'openid' in identity ? identity.openid : '';
      const said = pay.call(api, parseArguments(text), openid);
      if (said === undefined) return Promise.reject(notSupported(`cloudPay.${api}`));
      return Promise.resolve({ raw: Buffer.from(JSON.stringify(said)) });
    },

    'wx.wxCallContainerApi': (request) =>
      Promise.reject(notSupported(`callContainer ${textOf(request, 'apiName') ?? ''}`)),
  };
}

const OPENING_BRACE = 0x7b;

/** What people call, for what the SDK sends. */
const sdkNames: Readonly<Record<string, string>> = {
  ApiGetOpenDataByCloudId: 'getOpenData',
  ApiVoipSign: 'getVoIPSign',
  GetCloudCallSign: 'getCloudCallSign',
  getCrossAccountToken: 'an environment of another account (resourceAppid)',
};

const nameOf = (caller: Parameters<ServiceAction>[1]): string | null => caller?.functionName ?? null;

/** Old back ends write `openapi.` in front, as the SDK's errors do. */
const plainName = (api: string): string => api.replace(/^openapi\./, '');

function notSupported(what: string): CloudError {
  return new CloudError('INVALID_ACTION', `${what} is not supported by the emulator`);
}

function parseArguments(text: string | undefined): ApiRequest {
  if (text === undefined || text === '') return {};
  try {
    const value = parseBounded(text);
    if (isRecord(value)) return value;
  } catch {
    // Said below, as for any other value that is no object.
  }
  throw invalidParameter('requestData is no JSON object');
}

/** JSON cannot carry a picture: its bytes go as base64. */
function inJson(answer: ApiAnswer): unknown {
  if ('json' in answer) return answer.json;
  return {
    errcode: 0,
    errmsg: 'ok',
    contentType: answer.contentType,
    buffer: Buffer.from(answer.bytes).toString('base64'),
  };
}
