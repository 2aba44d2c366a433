import type { DayOfYear, Opening } from '@contract/opening';
import { daysText, openingText, spanText, weekLines } from './opening-text';

const day = (text: string) => text as DayOfYear;
const table: Opening = {
  sessions: [
    { days: [1, 2, 3, 4, 5], from: 510, until: 660, attendance: 'staffed', season: null },
    { days: [1, 2, 3, 4, 5], from: 810, until: 1_020, attendance: 'unattended', season: null },
    {
      days: [6],
      from: 1_320,
      until: 360,
      attendance: 'unattended',
      season: { from: day('11-01'), until: day('03-31') },
    },
  ],
  onHolidays: 'closed',
  holidaySessions: [],
};

it('names days as one says them', () => {
  expect(daysText([1, 2, 3, 4, 5, 6, 7])).toBe('每天');
  expect(daysText([5, 1, 2, 3, 4])).toBe('周一至周五');
  expect(daysText([6, 7])).toBe('周六、周日');
  expect(daysText([1, 3])).toBe('周一、周三');
  expect(daysText([])).toBe('');
});

it('runs past midnight, up to midnight, and around the clock', () => {
  expect(spanText({ from: 1_320, until: 360 })).toBe('22:00–次日6:00');
  expect(spanText({ from: 480, until: 1_440 })).toBe('8:00–24:00');
  expect(spanText({ from: 480, until: 0 })).toBe('8:00–24:00');
  expect(spanText({ from: 0, until: 0 })).toBe('24 小时');
});

it('shows an ordinary week of the season that is looked at, over New Year as well', () => {
  const winter = weekLines(table, '01-15');
  expect(winter[0]).toEqual({ day: '周一', text: '8:30–11:00（有人值守）、13:30–17:00（自助进门）' });
  expect(winter[5]?.text).toBe('22:00–次日6:00（自助进门）');
  expect(winter[6]?.text).toBe('不开放');
  expect(weekLines(table, '03-31')[5]?.text).not.toBe('不开放');
  expect(weekLines(table, '04-01')[5]?.text).toBe('不开放');
});

it('says the whole table on one line, and that nothing is known where there is none', () => {
  expect(openingText(table)).toContain('周一至周五 8:30–11:00 有人值守；');
  expect(openingText(table)).toContain('；11月1日至3月31日 周六 22:00–次日6:00 自助进门；');
  expect(openingText(table)).toContain('节假日休息');
  expect(openingText({ sessions: [], onHolidays: 'as-usual', holidaySessions: [] })).toBe('待登记');
});
