import * as fc from 'fast-check';
import { ShanghaiDay, addDays } from '../../types/time';
import { isWorkingDay, workingDayAfter, workingDaysBetween } from './working-days';

const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const days = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays(day('2024-01-01'), count));

describe('a working day', () => {
  it.each([
    ['2026-03-09', 'an ordinary Monday'],
    ['2026-03-13', 'an ordinary Friday'],
    ['2026-01-04', 'the Sunday worked for New Year'],
    ['2026-02-14', 'the Saturday worked for Spring Festival'],
    ['2026-02-28', 'the other Saturday worked for Spring Festival'],
    ['2026-05-09', 'the Saturday worked for Labour Day'],
    ['2026-09-20', 'the Sunday worked for National Day'],
    ['2026-10-10', 'the Saturday worked for National Day'],
    ['2026-02-24', 'the first day after Spring Festival'],
    ['2026-10-08', 'the first day after National Day'],
  ])('is %s, %s', (text) => {
    expect(isWorkingDay(day(text))).toBe(true);
  });

  it.each([
    ['2026-03-07', 'a Saturday'],
    ['2026-03-08', 'a Sunday'],
    ['2026-01-01', 'New Year'],
    ['2026-01-02', 'the Friday given for New Year'],
    ['2026-02-16', 'New Year’s Eve of the lunar calendar'],
    ['2026-02-23', 'the last day of Spring Festival, a Monday'],
    ['2026-04-06', 'the Monday of Tomb-Sweeping'],
    ['2026-05-05', 'the Tuesday of Labour Day'],
    ['2026-06-19', 'Dragon Boat'],
    ['2026-09-25', 'Mid-Autumn'],
    ['2026-10-01', 'National Day'],
    ['2026-10-07', 'the last day of National Day, a Wednesday'],
  ])('is not %s, %s', (text) => {
    expect(isWorkingDay(day(text))).toBe(false);
  });

  it('is by weekends alone in a year whose holidays nobody has published', () => {
    expect(isWorkingDay(day('2099-01-02'))).toBe(true);
    expect(isWorkingDay(day('2099-01-03'))).toBe(false);
  });
});

describe('the tenth working day after', () => {
  it.each([
    ['2026-03-09', '2026-03-23', 'an ordinary Monday'],
    ['2026-03-07', '2026-03-20', 'a Saturday'],
    ['2026-02-13', '2026-03-05', 'the Friday before Spring Festival, with two worked Saturdays'],
    ['2026-02-14', '2026-03-06', 'the worked Saturday before Spring Festival'],
    ['2026-02-18', '2026-03-06', 'the middle of Spring Festival'],
    ['2026-09-30', '2026-10-20', 'the eve of National Day'],
    ['2025-12-25', '2026-01-09', 'across New Year, with a worked Sunday'],
    ['2026-12-25', '2027-01-08', 'the end of 2026, into a year not published yet'],
  ])('%s is %s: %s', (from, to) => {
    expect(workingDayAfter(day(from), 10)).toBe(to);
  });

  it('is a working day, with exactly ten of them after the first day up to and including it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const reached = workingDayAfter(from, count);
        expect(isWorkingDay(reached)).toBe(true);
        expect(workingDaysBetween(from, reached)).toBe(count);
        expect(workingDaysBetween(from, addDays(reached, -1))).toBe(count - 1);
      }),
    );
  });

  it('is never earlier for somebody who came later', () => {
    fc.assert(
      fc.property(days, (from) => {
        expect(workingDayAfter(addDays(from, 1), 10) >= workingDayAfter(from, 10)).toBe(true);
      }),
    );
  });
});

describe('the working days left', () => {
  it('do not count today, and are none on the last day and after it', () => {
    expect(workingDaysBetween(day('2026-03-09'), day('2026-03-10'))).toBe(1);
    expect(workingDaysBetween(day('2026-03-10'), day('2026-03-10'))).toBe(0);
    expect(workingDaysBetween(day('2026-03-11'), day('2026-03-10'))).toBe(0);
    expect(workingDaysBetween(day('2026-03-06'), day('2026-03-08'))).toBe(0);
  });

  it('add up: before and after any day between', () => {
    fc.assert(
      fc.property(days, fc.nat(60), fc.nat(60), (from, one, other) => {
        const [middle, to] = [addDays(from, one), addDays(from, one + other)];
        expect(workingDaysBetween(from, middle) + workingDaysBetween(middle, to)).toBe(workingDaysBetween(from, to));
      }),
    );
  });
});
