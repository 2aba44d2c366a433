import { Binary, BSONSymbol, Code, Decimal128, MaxKey, MinKey, Timestamp } from 'bson';
import { requestFailed } from '../cloud-error';
import type { BsonDocument, BsonNumber, Value } from './value';
import { isDocument } from './value';

/**
 * Reads the EJSON of types that few documents hold; `undefined` when it is none of them but a document.
 *
 * @param second the other field, where there is one: `$scope` of a `$code`, `$type` of a `$binary` in the old form
 */
export function rareFromTagged(
  tag: string,
  content: unknown,
  second: readonly [field: string, value: unknown] | undefined,
  read: (json: unknown) => Value,
): Value | undefined {
  if (second !== undefined && companions[tag] !== second[0]) return undefined;
  switch (tag) {
    case '$numberDecimal':
      return decimalFrom(content);
    case '$binary':
      return binaryFrom(content, second?.[1]);
    case '$uuid':
      return uuidFrom(content);
    case '$timestamp':
      return timestampFrom(content);
    case '$code':
      return codeFrom(content, second === undefined ? undefined : read(second[1]));
    case '$symbol':
      return new BSONSymbol(String(content));
    case '$minKey':
      return new MinKey();
    case '$maxKey':
      return new MaxKey();
    case '$undefined':
      // As bson reads it: the type has been out of use since before CloudBase was.
      return null;
    case '$dbPointer':
      throw requestFailed(`values of type ${tag} are not supported by the emulator`);
    default:
      return undefined;
  }
}

const companions: Readonly<Record<string, string>> = { $code: '$scope', $binary: '$type' };

/** Canonical EJSON text of the same types. */
export function rareToEjson(value: RareValue, documentText: (document: BsonDocument) => string): string {
  // Not instanceof: under jest a test may hold a second copy of bson.
  switch (value._bsontype) {
    case 'Decimal128':
      return `{"$numberDecimal":"${value.toString()}"}`;
    case 'Binary': {
      const subType = value.sub_type.toString(16).padStart(2, '0');
      return `{"$binary":{"base64":"${value.toString('base64')}","subType":"${subType}"}}`;
    }
    case 'Timestamp':
      return `{"$timestamp":{"t":${value.t},"i":${value.i}}}`;
    case 'BSONSymbol':
      return `{"$symbol":${JSON.stringify(value.value)}}`;
    case 'MinKey':
      return '{"$minKey":1}';
    case 'MaxKey':
      return '{"$maxKey":1}';
    case 'Code': {
      const code = `{"$code":${JSON.stringify(value.code)}`;
      return value.scope === null ? `${code}}` : `${code},"$scope":${documentText(value.scope)}}`;
    }
    default:
      throw requestFailed('a value of an unknown type cannot be stored');
  }
}

type RareValue = BsonNumber | Binary | Timestamp | BSONSymbol | MinKey | MaxKey | Code;

function decimalFrom(content: unknown): Decimal128 {
  try {
    return Decimal128.fromStringWithRounding(String(content));
  } catch {
    throw requestFailed('a $numberDecimal holds no decimal number');
  }
}

function binaryFrom(content: unknown, oldSubType: unknown): Binary {
  const { base64, subType } =
    typeof content === 'string'
      ? { base64: content, subType: oldSubType }
      : ((content ?? {}) as { base64?: unknown; subType?: unknown });
  const type = typeof subType === 'string' ? parseInt(subType, 16) : 0;
  if (typeof base64 !== 'string' || !/^[0-9A-Za-z+/]*={0,2}$/.test(base64) || !(type >= 0 && type <= 255)) {
    throw requestFailed('a $binary holds no base64 text and subtype');
  }
  return new Binary(Buffer.from(base64, 'base64'), type);
}

function uuidFrom(content: unknown): Binary {
  const text = String(content);
  if (!/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(text)) throw requestFailed('a $uuid holds no UUID');
  return new Binary(Buffer.from(text.replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID);
}

function timestampFrom(content: unknown): Timestamp {
  const { t, i } = (content ?? {}) as { t?: unknown; i?: unknown };
  const [seconds, increment] = [Number(t), Number(i)];
  const isUnsigned = (number: number): boolean => Number.isInteger(number) && number >= 0 && number < 2 ** 32;
  if (!isUnsigned(seconds) || !isUnsigned(increment)) throw requestFailed('a $timestamp holds no t and i');
  return new Timestamp({ t: seconds, i: increment });
}

function codeFrom(content: unknown, scope: Value | undefined): Code {
  if (scope === undefined) return new Code(String(content));
  if (!isDocument(scope)) throw requestFailed('the $scope of a $code is a document');
  return new Code(String(content), scope);
}
