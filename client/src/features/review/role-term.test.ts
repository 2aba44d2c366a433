import { EpochMs, ShanghaiDay } from '@contract/time';
import { daysIfSoon, lastDayOf } from './role-term';

const at = (text: string) => EpochMs.parse(Date.parse(text));

it('ends a role on the same day of a later month, as days are counted in Shanghai', () => {
  const now = at('2026-03-08T23:30:00Z');
  expect(lastDayOf('half-year', now)).toBe('2026-09-09');
  expect(lastDayOf('year', now)).toBe('2027-03-09');
  expect(lastDayOf('three-years', now)).toBe('2029-03-09');
});

it('ends it on the last day of a month that is too short', () => {
  expect(lastDayOf('half-year', at('2026-08-31T10:00:00+08:00'))).toBe('2027-02-28');
  expect(lastDayOf('three-years', at('2028-02-29T10:00:00+08:00'))).toBe('2031-02-28');
});

it('tells thirty days and less apart, the last day included', () => {
  const now = at('2026-03-09T10:00:00+08:00');
  const days = (until: string) => daysIfSoon(ShanghaiDay.parse(until), now);
  expect(days('2026-04-09')).toBeNull();
  expect(days('2026-04-08')).toBe(30);
  expect(days('2026-03-10')).toBe(1);
  expect(days('2026-03-09')).toBe(0);
});
