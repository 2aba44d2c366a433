import * as fc from 'fast-check';
import { EpochMs, ShanghaiDay, addDays, endOfDay, isRealDay, shanghaiDay, startOfDay } from './time';

/** `npm test` runs this file under UTC, Asia/Shanghai and America/New_York: nothing here may read the machine's zone. */
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(text));
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1990-01-01'), count));
const instants = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => EpochMs.parse(ms));

describe('a day in Shanghai', () => {
  it.each([
    ['the last millisecond before midnight', '2026-03-08T15:59:59.999Z', '2026-03-08'],
    ['midnight', '2026-03-08T16:00:00.000Z', '2026-03-09'],
    ['the last millisecond of a month', '2026-04-30T15:59:59.999Z', '2026-04-30'],
    ['the first of a month', '2026-04-30T16:00:00.000Z', '2026-05-01'],
    ['the last millisecond of a year', '2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['New Year', '2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['28 February of a common year', '2026-02-28T15:59:59.999Z', '2026-02-28'],
    ['1 March of a common year', '2026-02-28T16:00:00.000Z', '2026-03-01'],
    ['29 February of a leap year', '2028-02-28T16:00:00.000Z', '2028-02-29'],
    ['the night New York sets its clocks forward', '2026-03-08T07:30:00.000Z', '2026-03-08'],
    ['the night New York sets them back', '2026-11-01T05:30:00.000Z', '2026-11-01'],
  ])('is told right at %s', (_when, instant, expected) => {
    expect(shanghaiDay(at(instant))).toBe(expected);
  });

  it('begins at its own midnight and ends where the next begins', () => {
    expect(startOfDay(day('2026-03-09'))).toBe(at('2026-03-08T16:00:00.000Z'));
    expect(endOfDay(day('2026-03-09'))).toBe(at('2026-03-09T16:00:00.000Z'));
  });

  it('holds its first instant and not the first after it, on every day', () => {
    fc.assert(
      fc.property(days, (today) => {
        expect(shanghaiDay(startOfDay(today))).toBe(today);
        expect(shanghaiDay(EpochMs.parse(startOfDay(today) - 1))).toBe(addDays(today, -1));
        expect(shanghaiDay(EpochMs.parse(endOfDay(today) - 1))).toBe(today);
        expect(shanghaiDay(endOfDay(today))).toBe(addDays(today, 1));
      }),
    );
  });

  it('is always twenty-four hours long: Shanghai has no summer time', () => {
    fc.assert(fc.property(days, (today) => expect(endOfDay(today) - startOfDay(today)).toBe(86_400_000)));
  });

  it('holds every instant exactly once', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        fc.pre(instant >= 86_400_000);
        const today = shanghaiDay(instant);
        expect(startOfDay(today) <= instant && instant < endOfDay(today)).toBe(true);
      }),
    );
  });

  it('is counted forward and back across months, years and 29 February', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
    fc.assert(
      fc.property(days, fc.integer({ min: -3_000, max: 3_000 }), (today, count) => {
        expect(addDays(addDays(today, count), -count)).toBe(today);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(fc.property(days, days, (one, other) => expect(one < other).toBe(startOfDay(one) < startOfDay(other))));
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-01', '2026-04-31', '2026-1-1', '20260101', '2026-01-01T00:00', ''])(
    'is none as %p',
    (text) => {
      expect(ShanghaiDay.safeParse(text).success).toBe(false);
    },
  );

  it('is asked of any text without breaking', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isRealDay(text) === 'boolean'));
  });
});

describe('an instant', () => {
  it.each([-1, 0.5, NaN, Infinity, 8_640_000_000_000_001, '0', null])('is none as %p', (value) => {
    expect(EpochMs.safeParse(value).success).toBe(false);
  });
});
