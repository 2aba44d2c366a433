import type { ShanghaiDay } from '@contract/time';
import { dayOptions, minuteOptions, momentOf, todayOf } from './moments';

const day = '2026-11-22' as ShanghaiDay;
const midnight = Date.parse('2026-11-22T00:00:00+08:00');

it('takes the day from the clock on a wall in Shanghai, up to its last millisecond', () => {
  expect(todayOf(midnight - 1)).toBe('2026-11-21');
  expect(todayOf(midnight)).toBe(day);
});

it('offers today first, by its name and its date', () => {
  expect(dayOptions(midnight)[0]).toEqual({ value: day, label: '今天，11月22日（周日）' });
  expect(dayOptions(midnight)[3]?.label).toBe('11月25日（周三）');
});

it('ends a day at the midnight after it', () => {
  expect(minuteOptions.at(-1)).toEqual({ value: '1440', label: '24:00' });
  expect(momentOf({ day, minute: 1_440 })).toBe(midnight + 86_400_000);
  expect(momentOf({ day, minute: 510 })).toBe(Date.parse('2026-11-22T08:30:00+08:00'));
});

it('knows no instant before both the day and the time are chosen', () => {
  expect(momentOf({ day, minute: null })).toBeNull();
  expect(momentOf({ day: null, minute: 0 })).toBeNull();
});
