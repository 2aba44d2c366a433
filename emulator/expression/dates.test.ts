import { Int32, Long, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { evaluate, itAnswers, itRefuses } from '../testing/expressions';

const NEW_YORK = 'America/New_York';
const SHANGHAI = 'Asia/Shanghai';
const at = (text: string): Date => new Date(text);
const long = (number: number): Long => Long.fromNumber(number);

describe('the parts of a date', () => {
  const date = at('2014-02-15T23:15:39.736Z');
  itAnswers([
    [{ $year: date }, 2014],
    [{ $month: date }, 2],
    [{ $dayOfMonth: date }, 15],
    [{ $dayOfMonth: { date, timezone: SHANGHAI } }, 16],
    [{ $hour: { date, timezone: NEW_YORK } }, 18],
    [{ $hour: { date, timezone: '+0530' } }, 4],
    [{ $minute: { date, timezone: '+05:30' } }, 45],
    [{ $hour: { date, timezone: '-08' } }, 15],
    [{ $minute: [date] }, 15],
    [{ $second: date }, 39],
    [{ $millisecond: date }, 736],
    [{ $millisecond: at('1969-12-31T23:59:59.999Z') }, 999],
    [{ $dayOfYear: at('2016-12-31T00:00:00Z') }, 366],
    [{ $dayOfWeek: at('2016-01-03T00:00:00Z') }, 1],
    [{ $dayOfWeek: at('2016-01-02T00:00:00Z') }, 7],
    [{ $week: at('2016-01-01T00:00:00Z') }, 0],
    [{ $week: at('2016-01-03T00:00:00Z') }, 1],
    [{ $week: at('2017-01-01T00:00:00Z') }, 1],
    [{ $week: at('2000-12-31T00:00:00Z') }, 53],
    [{ $isoWeek: at('2006-10-24T00:00:00Z') }, 43],
    [{ $isoWeek: at('2003-01-01T00:00:00Z') }, 1],
    [{ $isoWeek: at('2016-01-03T00:00:00Z') }, 53],
    [{ $isoWeekYear: at('2016-01-03T00:00:00Z') }, long(2015)],
    [{ $isoWeekYear: at('2024-12-30T00:00:00Z') }, long(2025)],
    [{ $isoDayOfWeek: at('2016-01-03T00:00:00Z') }, 7],
    [{ $isoDayOfWeek: at('2016-01-04T00:00:00Z') }, 1],
    [{ $year: new ObjectId('5f43e8000000000000000000') }, 2020],
    [{ $year: new Timestamp({ t: 0, i: 9 }) }, 1970],
    [{ $year: null }, null],
    [{ $year: '$missing' }, null],
    [{ $year: { date, timezone: null } }, null],
    [{ $year: { date: null, timezone: 'Nowhere' } }, null],
    [{ $hour: { date: at('2023-03-12T06:59:59Z'), timezone: NEW_YORK } }, 1],
    [{ $hour: { date: at('2023-03-12T07:00:00Z'), timezone: NEW_YORK } }, 3],
    [{ $hour: { date: at('2023-11-05T05:59:00Z'), timezone: NEW_YORK } }, 1],
    [{ $hour: { date: at('2023-11-05T06:00:00Z'), timezone: NEW_YORK } }, 1],
    // Shanghai's clocks were put forward in the summers of 1986 to 1991.
    [{ $hour: { date: at('1988-07-01T00:00:00Z'), timezone: SHANGHAI } }, 9],
    [{ $hour: { date: at('2088-07-01T00:00:00Z'), timezone: SHANGHAI } }, 8],
    [{ $tsSecond: new Timestamp({ t: 1637688118, i: 1 }) }, long(1637688118)],
    [{ $tsIncrement: new Timestamp({ t: 1637688118, i: 7 }) }, long(7)],
    [{ $tsSecond: null }, null],
  ]);

  itRefuses([
    [{ $year: '2014-02-15' }, "can't convert from BSON type string to Date"],
    [{ $week: 5 }, "can't convert from BSON type int to Date"],
    [{ $year: { date, zone: 'UTC' } }, 'unrecognized option to $year: "zone"'],
    [{ $year: { timezone: 'UTC' } }, "missing 'date' argument to $year, provided:"],
    [{ $year: [date, date] }, '$year accepts exactly one argument if given an array, but was given 2'],
    [{ $year: { date, timezone: 5 } }, 'timezone must evaluate to a string, found int'],
    [{ $year: { date, timezone: 'Europe/Nowhere' } }, 'unrecognized time zone identifier: "Europe/Nowhere"'],
    [{ $year: { date, timezone: 'asia/shanghai' } }, 'unrecognized time zone identifier: "asia/shanghai"'],
    [{ $year: { date, timezone: 'AMERICA/NEW_YORK' } }, 'unrecognized time zone identifier: "AMERICA/NEW_YORK"'],
    [{ $year: { date, timezone: '+8' } }, 'unrecognized time zone identifier: "+8"'],
    [{ $tsSecond: date }, 'Argument to $tsSecond must be a timestamp, but is date'],
  ]);

  const anyZone = fc.constantFrom(NEW_YORK, SHANGHAI, 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata');
  const anyDate = fc.date({ min: at('1950-01-01T00:00:00Z'), max: at('2090-01-01T00:00:00Z'), noInvalidDate: true });

  it('are what clocks in the zone show, to the second', () => {
    fc.assert(
      fc.property(anyZone, anyDate, (timezone, date) => {
        const shown = new Intl.DateTimeFormat('en-US', {
          ...{ timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
          ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
        }).formatToParts(date);
        const parts = evaluate({ $dateToParts: { date, timezone } }) as Readonly<Record<string, Int32>>;
        for (const { type, value } of shown) {
          if (type !== 'literal') expect([type, parts[type]]).toEqual([type, new Int32(Number(value))]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('make the same date again', () => {
    fc.assert(
      fc.property(anyZone, anyDate, fc.boolean(), (timezone, date, iso8601) => {
        const parts = evaluate({ $dateToParts: { date, timezone, iso8601 } }) as object;
        const again = evaluate({ $dateFromParts: { ...parts, timezone } }) as Date;
        // What clocks show twice is taken at its first time.
        const earlier = date.getTime() - again.getTime();
        expect([0, 1_800_000, 3_600_000]).toContain(earlier);
        expect(evaluate({ $dateToParts: { date: again, timezone, iso8601 } })).toEqual(parts);
      }),
    );
  });
});

describe('a date put together', () => {
  itAnswers([
    [{ $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12 } }, at('2017-02-08T12:00:00Z')],
    [{ $dateFromParts: { year: 2017 } }, at('2017-01-01T00:00:00Z')],
    [{ $dateFromParts: { year: 2017, month: 14, day: 1, hour: 12 } }, at('2018-02-01T12:00:00Z')],
    [{ $dateFromParts: { year: 2017, month: 0, day: 0 } }, at('2016-11-30T00:00:00Z')],
    [{ $dateFromParts: { year: 2017, second: 90, minute: -1 } }, at('2017-01-01T00:00:30Z')],
    [{ $dateFromParts: { year: 2017, millisecond: -1 } }, at('2016-12-31T23:59:59.999Z')],
    [{ $dateFromParts: { year: 99, month: 3 } }, at('0099-03-01T00:00:00Z')],
    [
      { $dateFromParts: { year: 2016, month: 12, day: 31, hour: 23, minute: 46, timezone: NEW_YORK } },
      at('2017-01-01T04:46:00Z'),
    ],
    [
      { $dateFromParts: { year: 2023, month: 3, day: 12, hour: 2, minute: 30, timezone: NEW_YORK } },
      at('2023-03-12T07:30:00Z'),
    ],
    [{ $dateFromParts: { year: 2023, month: 11, day: 5, hour: 1, timezone: NEW_YORK } }, at('2023-11-05T05:00:00Z')],
    [{ $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 } }, at('2017-02-08T12:00:00Z')],
    [{ $dateFromParts: { isoWeekYear: 2017, isoWeek: 53, isoDayOfWeek: 8 } }, at('2018-01-08T00:00:00Z')],
    [{ $dateFromParts: { year: 2017, month: null } }, null],
    [{ $dateFromParts: { year: 2017, month: '$missing' } }, null],
    [{ $dateFromParts: { year: 2017, timezone: null } }, null],
    [
      { $dateToParts: { date: at('2017-01-01T01:29:09.123Z') } },
      { year: 2017, month: 1, day: 1, hour: 1, minute: 29, second: 9, millisecond: 123 },
    ],
    [
      { $dateToParts: { date: at('2017-01-01T01:29:09.123Z'), timezone: NEW_YORK, iso8601: true } },
      { isoWeekYear: 2016, isoWeek: 52, isoDayOfWeek: 6, hour: 20, minute: 29, second: 9, millisecond: 123 },
    ],
    [{ $dateToParts: { date: null } }, null],
  ]);

  itRefuses([
    [{ $dateFromParts: 5 }, '$dateFromParts only supports an object as its argument'],
    [{ $dateFromParts: { year: 2017, week: 3 } }, 'Unrecognized argument to $dateFromParts: week'],
    [{ $dateFromParts: { month: 3 } }, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present"],
    [
      { $dateFromParts: { year: 2017, isoWeek: 3 } },
      '$dateFromParts does not allow mixing natural dates with ISO dates',
    ],
    [{ $dateFromParts: { isoWeekYear: 2017, day: 3 } }, 'does not allow mixing natural dates with ISO dates'],
    [{ $dateFromParts: { year: '2017' } }, `'year' must evaluate to an integer, found string with value "2017"`],
    [{ $dateFromParts: { year: 2017, hour: 1.5 } }, "'hour' must evaluate to an integer, found double with value 1.5"],
    [{ $dateFromParts: { year: 10000 } }, "'year' must evaluate to an integer in the range 1 to 9999, found 10000"],
    [
      { $dateFromParts: { year: 2017, day: 40000 } },
      "'day' must evaluate to a value in the range [-32768, 32767]; value 40000 is not in range",
    ],
    [{ $dateToParts: { date: at('2017-01-01T00:00:00Z'), iso8601: 1 } }, 'iso8601 must evaluate to a bool, found int'],
    [{ $dateToParts: { timezone: 'UTC' } }, "Missing 'date' argument to $dateToParts"],
  ]);
});
