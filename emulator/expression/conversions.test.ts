import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { evaluate, itAnswers, itRefuses } from '../testing/expressions';

const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const long = (text: string | number): Long => Long.fromString(String(text));
const id = new ObjectId('5ab9cbfa31c2ab715d42129e');
const date = new Date('2018-03-27T04:08:58.000Z');

describe('conversions', () => {
  itAnswers([
    [{ $toBool: false }, false],
    [{ $toBool: new Double(1.99999) }, true],
    [{ $toBool: new Double(-0) }, false],
    [{ $toBool: new Double(NaN) }, true],
    [{ $toBool: decimal('0E+3') }, false],
    [{ $toBool: long(-5) }, true],
    [{ $toBool: '' }, true],
    [{ $toBool: 'false' }, true],
    [{ $toBool: id }, true],
    [{ $toBool: { $literal: [] } }, true],
    [{ $toBool: new Date(0) }, true],
    [{ $toBool: null }, null],
    [{ $toBool: '$missing' }, null],
    [{ $toInt: true }, 1],
    [{ $toInt: new Double(1.99999) }, 1],
    [{ $toInt: new Double(-1.99999) }, -1],
    [{ $toInt: decimal('5.5000') }, 5],
    [{ $toInt: decimal('-6.5E+1') }, -65],
    [{ $toInt: long(5000) }, 5000],
    [{ $toInt: '-2' }, -2],
    [{ $toInt: '+007' }, 7],
    [{ $toInt: null }, null],
    [{ $toLong: false }, long(0)],
    [{ $toLong: date }, long(1522123738000)],
    [{ $toLong: new Double(2.5) }, long(2)],
    [{ $toLong: decimal('9223372036854775807') }, long('9223372036854775807')],
    [{ $toLong: '9223372036854775807' }, long('9223372036854775807')],
    [{ $toLong: '-9223372036854775808' }, long('-9223372036854775808')],
    [{ $toDouble: true }, new Double(1)],
    [{ $toDouble: 5 }, new Double(5)],
    [{ $toDouble: decimal('2.5') }, new Double(2.5)],
    [{ $toDouble: long('9223372036854775807') }, new Double(2 ** 63)],
    [{ $toDouble: date }, new Double(1522123738000)],
    [{ $toDouble: '-5.5' }, new Double(-5.5)],
    [{ $toDouble: '1E3' }, new Double(1000)],
    [{ $toDouble: '.5' }, new Double(0.5)],
    [{ $toDouble: '-inf' }, new Double(-Infinity)],
    [{ $toDouble: 'NaN' }, new Double(NaN)],
    [{ $toDecimal: true }, decimal('1')],
    [{ $toDecimal: new Double(2.5) }, decimal('2.50000000000000')],
    [{ $toDecimal: 5 }, decimal('5')],
    [{ $toDecimal: long('9223372036854775807') }, decimal('9223372036854775807')],
    [{ $toDecimal: '-5.50' }, decimal('-5.50')],
    [{ $toDecimal: date }, decimal('1522123738000')],
    [{ $toString: true }, 'true'],
    [{ $toString: new Double(2.5) }, '2.5'],
    [{ $toString: new Double(5) }, '5'],
    [{ $toString: new Double(0.1 + 0.2) }, '0.30000000000000004'],
    [{ $toString: new Double(9e-5) }, '9e-05'],
    [{ $toString: new Double(5e-324) }, '5e-324'],
    [{ $toDouble: new Double(-0) }, new Double(-0)],
    [{ $toString: new Binary(Buffer.from('>>>>')) }, 'Pj4+Pg=='],
    [{ $toString: new Binary(Buffer.alloc(16), 4) }, '00000000-0000-0000-0000-000000000000'],
    [{ $toUUID: '00000000-0000-0000-0000-0000000000ff' }, new Binary(Buffer.from(`${'00'.repeat(15)}ff`, 'hex'), 4)],
    [{ $toInt: new Binary(Buffer.from([255])) }, -1],
    [{ $toLong: new Binary(Buffer.from([1, 0, 0, 0, 0, 0, 0, 128])) }, long('-9223372036854775807')],
    [{ $toDouble: new Binary(Buffer.from([0, 0, 128, 63])) }, new Double(1)],
    [{ $convert: { input: 258, to: 'binData' } }, new Binary(Buffer.from([2, 1, 0, 0]))],
    [
      { $convert: { input: 258, to: { type: 5, subtype: 128 }, byteOrder: 'big' } },
      new Binary(Buffer.from([0, 0, 1, 2]), 128),
    ],
    [{ $convert: { input: 'Pj4-Pg', to: 'binData', format: 'base64url' } }, new Binary(Buffer.from('>>>>'))],
    [{ $convert: { input: new Binary(Buffer.from('é')), to: 'string', format: 'hex' } }, 'C3A9'],
    [{ $convert: { input: 'zz', to: 'binData', format: 'hex', onError: 'no hex' } }, 'no hex'],
    [{ $convert: { input: new Binary(Buffer.from([255])), to: 'string', format: 'utf8', onError: 0 } }, 0],
    [{ $toBool: Decimal128.fromString('1E-6176') }, true],
    [{ $toDecimal: `1.${'0'.repeat(33)}05` }, Decimal128.fromString(`1.${'0'.repeat(33)}`)],
    [{ $toDecimal: `${'0'.repeat(100_000)}1` }, Decimal128.fromString('1')],
    [{ $toDecimal: '-0' }, Decimal128.fromString('-0')],
    // The seconds of an id are a number with a sign.
    [{ $toDate: new ObjectId('800000000000000000000000') }, new Date(-(2 ** 31) * 1000)],
    [{ $toString: new Double(1 / 3) }, '0.3333333333333333'],
    [{ $toString: new Double(1e15) }, '1000000000000000'],
    [{ $toString: new Double(1e16) }, '1e+16'],
    [{ $toString: new Double(1.5e300) }, '1.5e+300'],
    [{ $toString: new Double(0.0001) }, '0.0001'],
    [{ $toString: new Double(0.00001) }, '1e-05'],
    [{ $toString: new Double(-0) }, '-0'],
    [{ $toString: new Double(NaN) }, 'NaN'],
    [{ $toString: new Double(-Infinity) }, '-Infinity'],
    [{ $toString: 2 }, '2'],
    [{ $toString: long('9223372036854775807') }, '9223372036854775807'],
    [{ $toString: decimal('2.50') }, '2.50'],
    [{ $toString: id }, '5ab9cbfa31c2ab715d42129e'],
    [{ $toString: date }, '2018-03-27T04:08:58.000Z'],
    [{ $toString: '' }, ''],
    [{ $toDate: new Double(120000000000.5) }, new Date(120000000000)],
    [{ $toDate: decimal('1253372036000.50') }, new Date(1253372036000)],
    [{ $toDate: long(1100000000000) }, new Date(1100000000000)],
    [{ $toDate: long(-1100000000000) }, new Date(-1100000000000)],
    [{ $toDate: id }, new Date('2018-03-27T04:43:38.000Z')],
    [{ $toDouble: '+0xff' }, new Double(255)],
    [{ $toDouble: '-0X1.8P1' }, new Double(-3)],
    [{ $toDouble: '+0x.8' }, new Double(0.5)],
    [{ $toDouble: `0X${'0'.repeat(400)}1p-2` }, new Double(0.25)],
    [{ $toDate: new Timestamp({ t: 1637688118, i: 1 }) }, new Date(1637688118000)],
    [{ $toDate: '2018-03-03' }, new Date('2018-03-03T00:00:00Z')],
    [{ $toDate: '2018-03-20 11:00:06 +0500' }, new Date('2018-03-20T06:00:06Z')],
    [{ $toObjectId: '5ab9cbfa31c2ab715d42129e' }, id],
    [{ $toObjectId: id }, id],
    [{ $convert: { input: '1.5', to: 'double' } }, new Double(1.5)],
    [{ $convert: { input: true, to: 18 } }, long(1)],
    [{ $convert: { input: 'a', to: 'int', onError: 'wrong' } }, 'wrong'],
    [{ $convert: { input: 'a', to: 'int', onError: '$missing' } }, undefined],
    [{ $convert: { input: { $literal: [] }, to: 'string', onError: 0 } }, 0],
    [{ $convert: { input: null, to: 'int', onNull: -1 } }, -1],
    [{ $convert: { input: '$missing', to: 'int' } }, null],
    [{ $convert: { input: 5, to: null } }, null],
    [{ $isNumber: decimal('1') }, true],
    [{ $isNumber: '1' }, false],
    [{ $isNumber: '$missing' }, false],
  ]);

  const failed = 'in $convert with no onError value';
  itRefuses([
    [{ $toInt: new Double(2147483648) }, `Conversion would overflow target type ${failed}: 2147483648`],
    [{ $toInt: long('-2147483649') }, `Conversion would overflow target type ${failed}: -2147483649`],
    [{ $toDecimal: '1E-6200' }, `${failed}: Conversion from string to decimal would underflow`],
    [{ $toDecimal: '1E+6200' }, `${failed}: Conversion from string to decimal would overflow`],
    [{ $toInt: '9'.repeat(100_000) }, `${failed}: Overflow`],
    [{ $toInt: new Binary(Buffer.alloc(3)) }, "Failed to convert 'AAAA' to int because of invalid length: 3"],
    [{ $convert: { input: 1, to: { subtype: 4 } } }, "$convert's 'to' argument must be an object with a 'type'"],
    [
      { $convert: { input: 1, to: { type: 'binData', subtype: 10 } } },
      "numeric value for 'subtype' does not correspond",
    ],
    [{ $convert: { input: 'a', to: 'binData', format: 'rot13' } }, "Invalid 'format' argument for $convert: rot13"],
    [{ $convert: { input: 'a', to: 'binData', byteOrder: 5 } }, "$convert requires that 'byteOrder' be a string"],
    [
      { $convert: { input: 'a', to: 'binData' } },
      "Format must be specified when converting from 'string' to 'binData'",
    ],
    [{ $toLong: new Double(2 ** 63) }, `Conversion would overflow target type ${failed}: 9.223372036854776e+18`],
    [
      { $toLong: decimal('9223372036854775808') },
      `Conversion would overflow target type ${failed}: 9223372036854775808`,
    ],
    [{ $toDouble: decimal('1E+400') }, `Conversion would overflow target type ${failed}: 1E+400`],
    [{ $toInt: new Double(NaN) }, `Attempt to convert NaN value to integer type ${failed}`],
    [{ $toLong: decimal('-Infinity') }, `Attempt to convert infinity value to integer type ${failed}`],
    [{ $toInt: '' }, `Failed to parse number '' ${failed}: No digits`],
    [{ $toInt: 'a' }, `Failed to parse number 'a' ${failed}: Did not consume any digits`],
    [{ $toInt: '12,50' }, `Failed to parse number '12,50' ${failed}: Did not consume whole string.`],
    [{ $toInt: '5.5' }, `Failed to parse number '5.5' ${failed}: Did not consume whole string.`],
    [{ $toInt: ' 5' }, `Failed to parse number ' 5' ${failed}`],
    [{ $toInt: '2147483648' }, `Failed to parse number '2147483648' ${failed}: Overflow`],
    [{ $toDouble: '0x1' }, `Illegal hexadecimal input ${failed}: 0x1`],
    [{ $toDouble: '+0x' }, `Failed to parse number '+0x' ${failed}: Did not consume whole string.`],
    [{ $toDouble: '+0x1p1024' }, `Failed to parse number '+0x1p1024' ${failed}: Out of range`],
    [{ $toInt: '+0x1' }, `Failed to parse number '+0x1' ${failed}: Did not consume whole string.`],
    [{ $toLong: '0x1A' }, `Illegal hexadecimal input ${failed}: 0x1A`],
    [{ $toDouble: '5.5.5' }, `Failed to parse number '5.5.5' ${failed}: Did not consume whole string.`],
    [{ $toDouble: ' 5' }, `Failed to parse number ' 5' ${failed}: Leading whitespace`],
    [{ $toDouble: '1e999' }, `Failed to parse number '1e999' ${failed}: Out of range`],
    [{ $toDouble: '7.08263e-317' }, `Failed to parse number '7.08263e-317' ${failed}: Out of range`],
    [{ $toDecimal: 'five' }, `Failed to parse number 'five' ${failed}`],
    [{ $toInt: date }, `Unsupported conversion from date to int ${failed}`],
    [{ $toDate: 5 }, `Unsupported conversion from int to date ${failed}`],
    [{ $toDate: true }, `Unsupported conversion from bool to date ${failed}`],
    [{ $toString: { $literal: {} } }, `Unsupported conversion from object to string ${failed}`],
    [{ $toString: new MinKey() }, `Unsupported conversion from minKey to string ${failed}`],
    [{ $toDouble: id }, `Unsupported conversion from objectId to double ${failed}`],
    [{ $toObjectId: 5 }, `Unsupported conversion from int to objectId ${failed}`],
    [{ $convert: { input: 5, to: 'array' } }, `Unsupported conversion from int to array ${failed}`],
    [
      { $toObjectId: 'system' },
      `Failed to parse objectId 'system' ${failed}: Invalid string length for parsing to OID, expected 24 but found 6`,
    ],
    [
      { $toObjectId: '5ab9cbfa31c2ab715d42129z' },
      `Failed to parse objectId '5ab9cbfa31c2ab715d42129z' ${failed}: Invalid character`,
    ],
    [{ $toDate: 'Friday' }, 'an incomplete date/time string has been found'],
    [{ $toDate: '2018-03-20T25:00:00Z' }, "Error parsing date string '2018-03-20T25:00:00Z'"],
    [{ $convert: { input: 5, to: 'integer', onError: 0 } }, 'Unknown type name: integer'],
    [{ $convert: { input: 5, to: true } }, "$convert's 'to' argument must be a string or number, but is bool"],
    [{ $convert: { input: 5, to: 1.5 } }, "In $convert, numeric 'to' argument is not an integer: 1.5"],
    [{ $convert: { input: 5, to: 99 } }, "In $convert, numeric value for 'to' does not correspond to a BSON type: 99"],
    [{ $convert: { to: 'int' } }, "Missing 'input' parameter to $convert"],
    [{ $convert: { input: 1 } }, "Missing 'to' parameter to $convert"],
    [{ $convert: { input: 1, to: 'int', formats: 'hex' } }, '$convert found an unknown argument: formats'],
    [{ $convert: 5 }, '$convert expects an object of named arguments but found: int'],
    [{ $toInt: [1, 2] }, 'Expression $toInt takes exactly 1 arguments. 2 were passed in.'],
  ]);

  it('gives an integer back from its text, and from every number type that holds it', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        const value = new Int32(number);
        expect(evaluate({ $toInt: { $toString: value } })).toEqual(value);
        for (const through of ['$toLong', '$toDouble', '$toDecimal']) {
          expect(evaluate({ $toInt: { [through]: value } })).toEqual(value);
        }
      }),
    );
  });

  it('prints of a double the digits that tell it from all others', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = evaluate({ $toString: new Double(number) }) as string;
        expect(Number(text)).toEqual(number);
        expect(text).toMatch(/^-?\d(\d*\.\d*[1-9]|\d*)(e[+-]\d\d\d?)?$/);
      }),
    );
  });
});

describe('the names of types', () => {
  itAnswers([
    [{ $type: 'a' }, 'string'],
    [{ $type: new Double(1) }, 'double'],
    [{ $type: 1 }, 'int'],
    [{ $type: long(1) }, 'long'],
    [{ $type: decimal('1') }, 'decimal'],
    [{ $type: { $literal: {} } }, 'object'],
    [{ $type: [[]] }, 'array'],
    [{ $type: id }, 'objectId'],
    [{ $type: true }, 'bool'],
    [{ $type: date }, 'date'],
    [{ $type: null }, 'null'],
    [{ $type: '$missing' }, 'missing'],
    [{ $type: new Binary(Buffer.of(1)) }, 'binData'],
    [{ $type: new Timestamp({ t: 1, i: 1 }) }, 'timestamp'],
    [{ $type: new BSONRegExp('a') }, 'regex'],
    [{ $type: new MinKey() }, 'minKey'],
    [{ $type: new MaxKey() }, 'maxKey'],
  ]);
});
