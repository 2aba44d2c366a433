import protobuf from 'protobufjs/light';
import { parseBounded } from '../bounded-json';
import { invalidParameter } from '../cloud-error';
import { contentTypeOf } from '../storage/content-type';
import type { ApiAnswer, ApiRequest } from './answer';

/** The messages in which wx-server-sdk wraps a call, as far as they are read here. */
const messages = protobuf.Root.fromJSON({
  nested: {
    KeyValuePair: {
      fields: {
        key: { type: 'string', id: 1 },
        value: { type: 'bytes', id: 2 },
        contenttype: { type: 'string', id: 3 },
        filename: { type: 'string', id: 4 },
      },
    },
    OpenApiData: { fields: { pairs: { rule: 'repeated', type: 'KeyValuePair', id: 1 } } },
    CommApiData: { fields: { apiType: { type: 'int32', id: 1 }, openapiData: { type: 'OpenApiData', id: 2 } } },
    CommOpenApiResp: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
        httpCode: { type: 'uint32', id: 4 },
      },
    },
  },
});
const CommApiData = messages.lookupType('CommApiData');
const CommOpenApiResp = messages.lookupType('CommOpenApiResp');

type Pair = {
  readonly key: string;
  readonly value: Uint8Array;
  readonly contenttype: string;
  readonly filename: string;
};

/** What only the SDK's own calls use: signatures for calls between people, data behind a cloudID, tokens. */
const OPEN_API = 0;

/**
 * The arguments in a call's bytes.
 *
 * @returns undefined for a call that is not one of the open API
 * @throws INVALID_PARAM for bytes that are no such message
 */
export function decodeCall(bytes: Uint8Array): ApiRequest | undefined {
  const { apiType, openapiData } = decoded(bytes) as {
    readonly apiType: number;
    readonly openapiData: { readonly pairs: readonly Pair[] } | null;
  };
  if (apiType !== OPEN_API) return undefined;
  return Object.fromEntries(
    (openapiData?.pairs ?? []).map(({ key, value, contenttype, filename }) => [
      key,
      // The SDK names a file after the type it is told, and leaves the type itself out.
      contenttype === '' && filename === ''
        ? parsed(key, value)
        : { contentType: contenttype === '' ? contentTypeOf(filename) : contenttype, filename, value },
    ]),
  );
}

function decoded(bytes: Uint8Array): unknown {
  try {
    return CommApiData.decode(bytes);
  } catch {
    throw invalidParameter('requestData is no CommApiData');
  }
}

function parsed(key: string, value: Uint8Array): unknown {
  try {
    return parseBounded(Buffer.from(value).toString('utf8'));
  } catch {
    throw invalidParameter(`requestData: ${key} is not JSON`);
  }
}

export function encodeAnswer(answer: ApiAnswer): Uint8Array {
  const said =
    'json' in answer
      ? { respData: Buffer.from(JSON.stringify(answer.json)), contentType: 'application/json; charset=utf-8' }
      : { respData: answer.bytes, contentType: answer.contentType };
  return CommOpenApiResp.encode(CommOpenApiResp.create({ ...said, errorCode: 0, httpCode: 200 })).finish();
}
