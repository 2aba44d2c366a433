import { ShanghaiDay } from '../../types/time';
import { holidayOn, isWorkedWeekend, weekdayOf } from './holidays';

const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);

describe('the public calendar', () => {
  it('calls a holiday by its name and knows no other', () => {
    expect(holidayOn(day('2026-10-01'))).toBe('国庆节');
    expect(holidayOn(day('2026-02-17'))).toBe('春节');
    expect(holidayOn(day('2026-10-08'))).toBeNull();
    expect(holidayOn(day('2099-10-01'))).toBeNull();
  });

  it('knows a weekend that is worked in exchange, and the weekday it is on the wall', () => {
    expect(isWorkedWeekend(day('2026-10-10'))).toBe(true);
    expect(weekdayOf(day('2026-10-10'))).toBe(6);
    expect(isWorkedWeekend(day('2026-10-11'))).toBe(false);
    expect(weekdayOf(day('2026-10-11'))).toBe(7);
  });
});
