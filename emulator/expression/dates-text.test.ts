import fc from 'fast-check';
import { evaluate, itAnswers, itRefuses } from '../testing/expressions';

const NEW_YORK = 'America/New_York';
const SHANGHAI = 'Asia/Shanghai';
const at = (text: string): Date => new Date(text);

describe('a date as text', () => {
  const date = at('2014-01-01T08:15:39.736Z');
  const formatted = (format: string, timezone = 'UTC') => ({ $dateToString: { format, date, timezone } });
  itAnswers([
    [{ $dateToString: { date } }, '2014-01-01T08:15:39.736Z'],
    [{ $dateToString: { date, timezone: NEW_YORK } }, '2014-01-01T03:15:39.736'],
    [formatted('%Y-%m-%d'), '2014-01-01'],
    [formatted('%H:%M:%S:%L%z', NEW_YORK), '03:15:39:736-0500'],
    [formatted('%H:%M:%S:%L%z', '+04:30'), '12:45:39:736+0430'],
    [formatted('%Z', NEW_YORK), '-300'],
    [formatted('%Z', '+04:30'), '270'],
    [formatted('%z %Z'), '+0000 0'],
    [formatted('%Z', '-04:30'), '-270'],
    [formatted('%z', SHANGHAI), '+0800'],
    [formatted('%b %B %j %w %u %U %V %G'), 'Jan January 001 4 3 00 01 2014'],
    [formatted('100%% 周%u'), '100% 周3'],
    [formatted(''), ''],
    [{ $dateToString: { date: null } }, null],
    [{ $dateToString: { date: '$missing', onNull: 'none' } }, 'none'],
    [{ $dateToString: { date, format: null } }, null],
    [{ $dateToString: { date, timezone: '$missing' } }, null],
    [{ $dateToString: { date: at('0099-01-01T00:00:00Z'), format: '%Y' } }, '0099'],
  ]);

  itRefuses([
    [{ $dateToString: date }, '$dateToString only supports an object as its argument'],
    [{ $dateToString: { date, zone: 'UTC' } }, 'Unrecognized argument to $dateToString: zone'],
    [{ $dateToString: { format: '%Y' } }, "Missing 'date' parameter to $dateToString"],
    [formatted('%'), "Unmatched '%' at end of format string"],
    [formatted('%Y-%n'), "Invalid format character '%n' in format string"],
    [
      { $dateToString: { date, format: 5 } },
      "$dateToString requires that 'format' be a string, found: int with value 5",
    ],
    [{ $dateToString: { date: 'today' } }, "can't convert from BSON type string to Date"],
    [
      { $dateToString: { date: at('+010000-01-01T00:00:00Z') } },
      '$dateToString is only defined on year 0-9999, tried to use year 10000',
    ],
  ]);
});

describe('text as a date', () => {
  const read = (dateString: string, more: object = {}) => ({ $dateFromString: { dateString, ...more } });
  itAnswers([
    [read('2017-02-08T12:10:40.787Z'), at('2017-02-08T12:10:40.787Z')],
    [read('2017-02-08T12:10:40.787', { timezone: NEW_YORK }), at('2017-02-08T17:10:40.787Z')],
    [read('2017-02-08'), at('2017-02-08T00:00:00Z')],
    [read('2017-02-08', { timezone: '-05:00' }), at('2017-02-08T05:00:00Z')],
    [read('2017-02-08 12:10'), at('2017-02-08T12:10:00Z')],
    [read('2017-02-08T12:10:40+0800'), at('2017-02-08T04:10:40Z')],
    [read('2017-02-08T12:10:40+08'), at('2017-02-08T04:10:40Z')],
    [read('2017-02-08 12:10:40 -05:00'), at('2017-02-08T17:10:40Z')],
    [read('2017-02-08T12:10:40 EST'), at('2017-02-08T17:10:40Z')],
    [read('2017-02-08T12:10:40 L'), at('2017-02-08T01:10:40Z')],
    [read('2017-02-08T12:10:40 P'), at('2017-02-08T15:10:40Z')],
    [read('2017-02-08T12:10:40 GMT+0545'), at('2017-02-08T06:25:40Z')],
    [read('2017-07-04T11:56.02.8', { timezone: '+01:00' }), at('2017-07-04T10:56:02.800Z')],
    [read('7/4/17'), at('2017-07-04T00:00:00Z')],
    [read('2017-Jul-04 noon'), at('2017-07-04T12:00:00Z')],
    [read('2018-06-15 08:00 CEST', { format: '%Y-%m-%d %H:%M%z' }), at('2018-06-15T06:00:00Z')],
    [read('2018-06-15 08:00 GMT+02:00', { format: '%Y-%m-%d %H:%M%z' }), at('2018-06-15T06:00:00Z')],
    [read('2017, Day 5', { format: '%G, Day %u' }), at('2017-01-06T00:00:00Z')],
    [read('53.7.2017', { format: '%V.%u.%G' }), at('2018-01-07T00:00:00Z')],
    [read('1.1.1', { format: '%V.%u.%G' }), at('0001-01-01T00:00:00Z')],
    [{ $dateFromString: { dateString: 5, format: null, onError: 'wrong' } }, 'wrong'],
    [{ $dateFromString: { dateString: 5, timezone: '$missing', onError: 'wrong' } }, 'wrong'],
    [read('not a date', { timezone: '$missing', onError: 'wrong' }), null],
    [read('20170208T121040'), at('2017-02-08T12:10:40Z')],
    [read('2017/2/8'), at('2017-02-08T00:00:00Z')],
    [read('02/08/2017'), at('2017-02-08T00:00:00Z')],
    [read('8.2.2017 9:05'), at('2017-02-08T09:05:00Z')],
    [read('July 4th, 2017'), at('2017-07-04T00:00:00Z')],
    [read('July 4th, 2017 12pm'), at('2017-07-04T12:00:00Z')],
    [read('Tue, 04 Jul 2017 11:56:02 GMT'), at('2017-07-04T11:56:02Z')],
    [read('4 July 2017 12:30 am'), at('2017-07-04T00:30:00Z')],
    [read('2017-W27-2'), at('2017-07-04T00:00:00Z')],
    [read('2017-185'), at('2017-07-04T00:00:00Z')],
    [read('2017-07-04T24:00:00Z'), at('2017-07-05T00:00:00Z')],
    [read('06-15-2018', { format: '%m-%d-%Y' }), at('2018-06-15T00:00:00Z')],
    [read('15-6-2018', { format: '%d-%m-%Y', timezone: SHANGHAI }), at('2018-06-14T16:00:00Z')],
    [read('2018-06-15 08:09:10.5 +0800', { format: '%Y-%m-%d %H:%M:%S.%L %z' }), at('2018-06-15T00:09:10.500Z')],
    [read('1 Jan 2020', { format: '%d %b %Y' }), at('2020-01-01T00:00:00Z')],
    [read('December 2, 2020', { format: '%B %d, %Y' }), at('2020-12-02T00:00:00Z')],
    [read('2017 26 2', { format: '%G %V %u' }), at('2017-06-27T00:00:00Z')],
    [read('2017 365', { format: '%Y %j' }), at('2017-12-31T00:00:00Z')],
    [read('2017-01-01 +480', { format: '%Y-%m-%d %Z' }), at('2016-12-31T16:00:00Z')],
    [{ $dateFromString: { dateString: null } }, null],
    [{ $dateFromString: { dateString: '$missing', onNull: 'none' } }, 'none'],
    [read('2017-02-08', { format: null }), null],
    [read('2017-02-08', { timezone: null }), null],
    [read('not a date', { onError: 'wrong' }), 'wrong'],
    [{ $dateFromString: { dateString: 5, onError: null } }, null],
    [read('2017-02-30', { onError: 'wrong' }), 'wrong'],
  ]);

  itRefuses([
    [{ $dateFromString: 'a' }, '$dateFromString only supports an object as an argument, found: string'],
    [read('2017', { zone: 1 }), 'Unrecognized argument to $dateFromString: zone'],
    [{ $dateFromString: { format: '%Y' } }, "Missing 'dateString' parameter to $dateFromString"],
    [
      { $dateFromString: { dateString: 5 } },
      "$dateFromString requires that 'dateString' be a string, found: int with value 5",
    ],
    [read('2017-02-08', { format: 5 }), "$dateFromString requires that 'format' be a string, found: int with value 5"],
    [read('2017-02-08', { format: '%w' }), "Invalid format character '%w' in format string"],
    [read('2017-02-08', { format: '%Y/%m/%d' }), "Error parsing date string '2017-02-08'; 4:"],
    [read('2017-02-08x', { format: '%Y-%m-%d' }), 'Trailing data'],
    [read('2018-01', { format: '%Y-%m-%d' }), 'Data missing'],
    [read('Day 6', { format: 'Day %u' }), 'The parsed date was invalid'],
    [read('Week 1, 2018', { format: 'Week %V, %Y' }), 'Mixing of ISO dates with natural dates is not allowed'],
    [read('July 4th'), 'an incomplete date/time string has been found'],
    [read('2017-07-12T22:23:55 Europe/Amsterdam'), 'Error parsing date string'],
    [read('12:30'), 'an incomplete date/time string has been found, with elements missing: "12:30"'],
    [read('2017-13-01'), "Error parsing date string '2017-13-01'"],
    [read('2017-02-30'), "Error parsing date string '2017-02-30'"],
    [read('tomorrow'), "Error parsing date string 'tomorrow'"],
    [read(''), "Error parsing date string ''"],
    [
      read('2017-02-08T12:10:40+08:00', { timezone: NEW_YORK }),
      'you cannot pass in a date/time string with GMT offset together with a timezone argument',
    ],
    [
      read('2017-02-08T12:10:40Z', { timezone: NEW_YORK }),
      "you cannot pass in a date/time string with time zone information ('Z') together with a timezone argument",
    ],
    [read('2017-02-08', { timezone: 'Mars/Crater', onError: 1 }), 'unrecognized time zone identifier: "Mars/Crater"'],
  ]);

  it('comes back from the text it was made into', () => {
    const anyDate = fc.date({ min: at('0001-01-02T00:00:00Z'), max: at('9999-12-30T00:00:00Z'), noInvalidDate: true });
    const formats = fc.constantFrom(
      '%Y-%m-%dT%H:%M:%S.%L',
      '%G-%V-%u %H:%M:%S.%L',
      '%Y %j %H:%M:%S,%L',
      '%B %d %Y %H.%M.%S.%L',
    );
    fc.assert(
      fc.property(anyDate, formats, fc.constantFrom('UTC', '+05:30', '-0930'), (date, format, timezone) => {
        const text = evaluate({ $dateToString: { date, format, timezone } });
        expect(evaluate({ $dateFromString: { dateString: text, format, timezone } })).toEqual(date);
        expect(evaluate({ $dateFromString: { dateString: { $dateToString: { date } } } })).toEqual(date);
      }),
    );
  });
});
