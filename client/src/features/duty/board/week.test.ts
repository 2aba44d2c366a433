import type { ShanghaiDay } from '@contract/time';
import { aBoardShift } from '../../../../testing/a-board';
import { daysOf, mondayOf } from './week';

const day = (text: string): ShanghaiDay => text as ShanghaiDay;

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-28', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-03', '2026-12-28'],
])('finds the Monday of %s to be %s', (any, monday) => {
  expect(mondayOf(day(any))).toBe(monday);
});

it('puts a shift across midnight on the day on which it begins', () => {
  const night = aBoardShift(
    {},
    { startsAt: Date.parse('2026-11-24T22:00:00+08:00'), endsAt: Date.parse('2026-11-25T06:00:00+08:00') },
  );
  const days = daysOf(day('2026-11-23'), [night]);
  expect(days.map(({ shifts }) => shifts.length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
});
