import { Long } from 'bson';
import fc from 'fast-check';
import { evaluate, itAnswers, itRefuses } from '../testing/expressions';

const NEW_YORK = 'America/New_York';
const at = (text: string): Date => new Date(text);
const long = (number: number): Long => Long.fromNumber(number);

const add = (startDate: string, unit: string, amount: number, timezone = 'UTC') => ({
  $dateAdd: { startDate: at(startDate), unit, amount, timezone },
});

describe('a date some time later', () => {
  itAnswers([
    [add('2020-10-31T12:10:05Z', 'hour', 3), at('2020-10-31T15:10:05Z')],
    [add('2020-10-31T12:10:05Z', 'month', 1), at('2020-11-30T12:10:05Z')],
    [add('2020-01-31T00:00:00Z', 'month', 1), at('2020-02-29T00:00:00Z')],
    [add('2020-03-31T00:00:00Z', 'month', -1), at('2020-02-29T00:00:00Z')],
    [add('2020-02-29T00:00:00Z', 'year', 1), at('2021-02-28T00:00:00Z')],
    [add('2020-11-30T00:00:00Z', 'quarter', 1), at('2021-02-28T00:00:00Z')],
    [add('2020-12-31T00:00:00Z', 'week', 1), at('2021-01-07T00:00:00Z')],
    [add('2020-12-31T00:00:00Z', 'millisecond', 1), at('2020-12-31T00:00:00.001Z')],
    // The clocks of New York are put forward at two in that night: the day has 23 hours.
    [add('2021-03-13T15:00:00Z', 'day', 1, NEW_YORK), at('2021-03-14T14:00:00Z')],
    [add('2021-03-13T15:00:00Z', 'hour', 24, NEW_YORK), at('2021-03-14T15:00:00Z')],
    [add('2021-03-13T07:30:00Z', 'day', 1, NEW_YORK), at('2021-03-14T07:30:00Z')],
    [
      { $dateSubtract: { startDate: at('2021-03-31T12:00:00Z'), unit: 'month', amount: 1 } },
      at('2021-02-28T12:00:00Z'),
    ],
    [
      { $dateSubtract: { startDate: at('2021-03-31T12:00:00Z'), unit: 'day', amount: long(2) } },
      at('2021-03-29T12:00:00Z'),
    ],
    [{ $dateAdd: { startDate: null, unit: 'day', amount: 1 } }, null],
    [{ $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: null, amount: 1 } }, null],
    [{ $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: 'day', amount: '$missing' } }, null],
  ]);

  itRefuses([
    [{ $dateAdd: 5 }, '$dateAdd expects an object as its argument'],
    [
      { $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: 'day' } },
      '$dateAdd requires startDate, unit, and amount to be present',
    ],
    [
      { $dateSubtract: { startDate: 'a', unit: 'day', amount: 1 } },
      '$dateSubtract requires startDate to be convertible to a date',
    ],
    [
      { $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: 5, amount: 1 } },
      '$dateAdd expects string defining the time unit',
    ],
    [{ $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: 'days', amount: 1 } }, 'unknown time unit value: days'],
    [
      { $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: 'day', amount: 1.5 } },
      '$dateAdd expects integer amount of time units',
    ],
    [{ $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: 'year', amount: 1_000_000 } }, '$dateAdd overflowed'],
    [
      { $dateAdd: { startDate: at('2021-03-31T12:00:00Z'), unit: 'day', amount: 1, zone: 'UTC' } },
      'Unrecognized argument to $dateAdd: zone. Expected arguments are startDate, unit, amount, and optionally timezone.',
    ],
  ]);
});

describe('the time between two dates', () => {
  const between = (startDate: string, endDate: string, unit: string, more: object = {}) => ({
    $dateDiff: { startDate: at(startDate), endDate: at(endDate), unit, ...more },
  });
  itAnswers([
    [between('2010-12-31T23:59:59Z', '2011-01-01T00:00:00Z', 'year'), long(1)],
    [between('2010-01-01T00:00:00Z', '2010-12-31T23:59:59Z', 'year'), long(0)],
    [between('2011-01-01T00:00:00Z', '2010-12-31T00:00:00Z', 'quarter'), long(-1)],
    [between('2020-10-31T00:00:00Z', '2020-11-01T00:00:00Z', 'month'), long(1)],
    [between('2021-01-24T12:00:00Z', '2021-01-31T00:00:00Z', 'week'), long(1)],
    [between('2021-01-24T12:00:00Z', '2021-01-25T00:00:00Z', 'week', { startOfWeek: 'Monday' }), long(1)],
    [between('2021-01-24T12:00:00Z', '2021-01-25T00:00:00Z', 'week', { startOfWeek: 'fri' }), long(0)],
    [between('2021-01-24T23:59:59Z', '2021-01-25T00:00:00Z', 'day'), long(1)],
    [between('2021-01-25T04:59:59Z', '2021-01-25T05:00:00Z', 'day', { timezone: NEW_YORK }), long(1)],
    [between('2021-01-25T00:59:59Z', '2021-01-25T01:00:00Z', 'hour'), long(1)],
    [between('2021-01-25T00:29:59Z', '2021-01-25T00:30:00Z', 'hour', { timezone: '+05:30' }), long(1)],
    // Noon to noon over the night in which the clocks are put forward.
    [between('2021-03-13T17:00:00Z', '2021-03-14T16:00:00Z', 'hour', { timezone: NEW_YORK }), long(23)],
    [between('2021-03-13T17:00:00Z', '2021-03-14T16:00:00Z', 'day', { timezone: NEW_YORK }), long(1)],
    [between('2021-01-25T00:00:59Z', '2021-01-25T00:01:00Z', 'minute'), long(1)],
    [between('2021-01-25T00:00:00Z', '2021-01-25T00:00:01Z', 'millisecond'), long(1000)],
    [{ $dateDiff: { startDate: null, endDate: at('2021-01-25T00:00:00Z'), unit: 'day' } }, null],
    [between('2021-01-25T00:00:00Z', '2021-01-25T00:00:01Z', 'second', { timezone: null }), null],
    [between('2021-01-24T12:00:00Z', '2021-01-31T00:00:00Z', 'week', { startOfWeek: null }), null],
    [between('2021-01-24T12:00:00Z', '2021-01-24T13:00:00Z', 'hour', { startOfWeek: 'ignored' }), long(1)],
    [{ $dateDiff: { startDate: '$none', endDate: 1, unit: 'century', timezone: 'Mars' } }, null],
    [{ $dateDiff: { startDate: 1, endDate: 2, unit: '$none', timezone: 'Mars' } }, null],
    [{ $dateDiff: { startDate: 1, endDate: 2, unit: 'week', startOfWeek: '$none', timezone: 1 } }, null],
  ]);

  itRefuses([
    [{ $dateDiff: [] }, '$dateDiff only supports an object as its argument'],
    [{ $dateDiff: { startDate: 1, endDate: 2 } }, "Missing 'unit' parameter to $dateDiff"],
    [
      { $dateDiff: { startDate: 'a', endDate: at('2021-03-31T12:00:00Z'), unit: 'day' } },
      "$dateDiff requires 'startDate' to be a date, but got string",
    ],
    [between('2021-01-25T00:00:00Z', '2021-01-26T00:00:00Z', 'century'), 'unknown time unit value: century'],
    [
      between('2021-01-25T00:00:00Z', '2021-01-26T00:00:00Z', 'week', { startOfWeek: 'noday' }),
      "$dateDiff parameter 'startOfWeek' value cannot be recognized as a day of a week: noday",
    ],
    [
      { $dateDiff: { startDate: null, endDate: null, unit: 'day', zone: 1 } },
      'Unrecognized argument to $dateDiff: zone',
    ],
  ]);
});

describe('the start of a stretch of time', () => {
  const start = (date: string, unit: string, more: object = {}) => ({ $dateTrunc: { date: at(date), unit, ...more } });
  itAnswers([
    [start('2021-03-20T11:30:05.5Z', 'hour'), at('2021-03-20T11:00:00Z')],
    [start('2021-03-20T11:30:05.5Z', 'second'), at('2021-03-20T11:30:05Z')],
    [start('2021-03-20T11:30:05Z', 'month', { binSize: 2 }), at('2021-03-01T00:00:00Z')],
    [start('2021-03-20T11:30:05Z', 'week'), at('2021-03-14T00:00:00Z')],
    [start('2021-03-20T11:30:05Z', 'week', { startOfWeek: 'monday' }), at('2021-03-15T00:00:00Z')],
    [
      start('2021-03-20T11:30:05Z', 'week', { binSize: 2, startOfWeek: 'Monday', timezone: 'America/Los_Angeles' }),
      at('2021-03-15T07:00:00Z'),
    ],
    [start('2021-03-20T11:30:05Z', 'quarter'), at('2021-01-01T00:00:00Z')],
    [start('2021-03-20T11:30:05Z', 'year', { binSize: 10 }), at('2020-01-01T00:00:00Z')],
    [start('1999-03-20T11:30:05Z', 'year', { binSize: 10 }), at('1990-01-01T00:00:00Z')],
    [start('2021-03-20T03:30:05Z', 'day', { timezone: NEW_YORK }), at('2021-03-19T04:00:00Z')],
    [start('2021-03-20T11:30:05Z', 'minute', { binSize: 20 }), at('2021-03-20T11:20:00Z')],
    [{ $dateTrunc: { date: null, unit: 'day' } }, null],
    [start('2021-03-20T11:30:05Z', 'day', { binSize: null }), null],
  ]);

  itRefuses([
    [{ $dateTrunc: { unit: 'day' } }, "Missing 'date' parameter to $dateTrunc"],
    [{ $dateTrunc: { date: 'a', unit: 'day' } }, "$dateTrunc requires 'date' to be a date, but got string"],
    [
      { $dateTrunc: { date: at('2021-03-31T12:00:00Z'), unit: 5 } },
      "$dateTrunc requires 'unit' to be a string, but got int",
    ],
    [start('2021-03-20T11:30:05Z', 'days'), "$dateTrunc parameter 'unit' value parsing failed"],
    [
      start('2021-03-20T11:30:05Z', 'day', { binSize: 0 }),
      "$dateTrunc requires 'binSize' to be greater than 0, but got value 0",
    ],
    [
      start('2021-03-20T11:30:05Z', 'day', { binSize: 1.5 }),
      "$dateTrunc requires 'binSize' to be a 64-bit integer, but got value '1.5' of type double",
    ],
  ]);
});

describe('dates, whatever they are', () => {
  const anyDate = fc.date({ min: at('1970-01-01T00:00:00Z'), max: at('2080-01-01T00:00:00Z'), noInvalidDate: true });
  const timezone = fc.constantFrom('UTC', NEW_YORK, 'Asia/Shanghai', '+05:45', 'Europe/Lisbon');
  const unit = fc.constantFrom('year', 'quarter', 'month', 'week', 'day', 'hour', 'minute');

  it('lie between the start of their unit and the next, and count as that', () => {
    fc.assert(
      fc.property(anyDate, unit, timezone, (date, unit, timezone) => {
        const start = evaluate({ $dateTrunc: { date, unit, timezone } }) as Date;
        const next = evaluate({ $dateAdd: { startDate: start, unit, amount: 1, timezone } }) as Date;
        expect(start.getTime()).toBeLessThanOrEqual(date.getTime());
        expect(next.getTime()).toBeGreaterThan(date.getTime());
        expect(evaluate({ $dateTrunc: { date: start, unit, timezone } })).toEqual(start);
        expect(evaluate({ $dateDiff: { startDate: date, endDate: next, unit, timezone } })).toEqual(long(1));
        expect(evaluate({ $dateDiff: { startDate: start, endDate: date, unit, timezone } })).toEqual(long(0));
      }),
    );
  });

  it('are as many units later as were added', () => {
    fc.assert(
      fc.property(anyDate, unit, timezone, fc.integer({ min: -50, max: 50 }), (startDate, unit, timezone, amount) => {
        const endDate = evaluate({ $dateAdd: { startDate, unit, amount, timezone } });
        expect(evaluate({ $dateDiff: { startDate, endDate, unit, timezone } })).toEqual(long(amount));
      }),
    );
  });
});
