import * as fc from 'fast-check';
import { Opening } from '../../types/opening';
import { EpochMs } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import { hoursText, parseHours } from './hours-text';
import { normalOpening } from './hours-text-normal';
import { openAt, weekOf } from './opening-hours';
import { openings } from './opening-hours-samples';

const read = (text: string): Opening => {
  const result = parseHours(text);
  if (!result.ok) throw new Error(`${text}: ${result.refusal}`);
  return result.value;
};

describe('a notice that a clerk types', () => {
  it.each([
    '周一至周五 8:30-11:00、13:30-17:00；周六周日 9:00-17:00 无人值守；节假日 休息',
    '24小时',
    '24小时 有人值守',
    '周一至周五 24小时',
    '每天 8:00-22:00',
    '每天 22:00-次日6:00',
    '每天 10:00-次日10:00',
    '每天 18:00-24:00',
    '5月至9月 每天 7:00-19:00',
    '7月 每天 7:00-19:00',
    '12月至2月 每天 8:00-17:00',
    '11-15至03-31 每天 8:00-17:00',
    '周一至周三、周五 9:00-17:00',
    '每天 8:00-12:00；每天 12:00-20:00 无人值守；节假日 10:00-16:00',
    '节假日 10:00-16:00',
    '节假日 休息',
    '',
  ])('is printed as it was typed: %s', (text) => {
    expect(hoursText(read(text))).toBe(text);
  });

  it.each([
    ['周一至周五８：３０－１１：００，１３：３０～１７：００', '周一至周五 8:30-11:00、13:30-17:00'],
    ['星期一到星期五 8点-17点30分', '周一至周五 8:00-17:30'],
    ['周一至五 8:30—17:00; 周六、日 9:00-12:00', '周一至周五 8:30-17:00；周六周日 9:00-12:00'],
    ['周末 9:00-17:00', '周六周日 9:00-17:00'],
    ['周五至周一 9:00-17:00', '周一、周五至周日 9:00-17:00'],
    ['24h', '24小时'],
    ['24小时 无人值守', '24小时'],
    ['全天开放（有人值守）', '24小时 有人值守'],
    ['8:00-22:00', '每天 8:00-22:00'],
    ['每天 22:00-6:00', '每天 22:00-次日6:00'],
    ['每天 8:00-0:00', '每天 8:00-24:00'],
    ['每天 0:00-24:00', '24小时 有人值守'],
    ['11-01至03-31 每天 8:00-17:00', '11月至3月 每天 8:00-17:00'],
    ['5月1日至9月30日 7:00-19:00；10月至次年4月 8:00-17:00', '5月至9月 每天 7:00-19:00；10月至4月 每天 8:00-17:00'],
    ['周六周日及节假日 9:00-16:00', '周六周日 9:00-16:00；节假日 9:00-16:00'],
    ['每天 9:00-17:00；周一 休息', '周二至周日 9:00-17:00'],
    ['工作日 9:00-17:00', '周一至周五 9:00-17:00；节假日 休息'],
    ['工作日 9:00-17:00；节假日 10:00-12:00', '周一至周五 9:00-17:00；节假日 10:00-12:00'],
    ['周一 9:00-12:00；周二 9:00-12:00', '周一周二 9:00-12:00'],
    [' 。', ''],
  ])('may be typed otherwise: %s', (text, printed) => {
    const sorted = (notice: string): string[] => notice.split('；').sort();
    expect(sorted(hoursText(read(text)))).toEqual(sorted(printed));
  });

  it('is staffed, but where it says otherwise after the times, or goes round the clock', () => {
    const who = (text: string): string[] => read(text).sessions.map(({ attendance }) => attendance);
    expect(who('每天 8:00-9:00、10:00-11:00')).toEqual(['staffed', 'staffed']);
    expect(who('每天 8:00-9:00、10:00-11:00 无人值守')).toEqual(['unattended', 'unattended']);
    expect(who('24小时')).toEqual(['unattended']);
    expect(who('24小时 有人值守')).toEqual(['staffed']);
  });

  it('without a word of holidays takes a holiday for a day like any other', () => {
    expect(read('每天 8:00-22:00').onHolidays).toBe('as-usual');
  });

  it.each([
    ['words that are no hours', '开放时间见门口'],
    ['an hour that no clock shows', '每天 8:00-25:00'],
    ['minutes that no clock shows', '每天 8:60-12:00'],
    ['a begin at 24:00', '每天 24:00-6:00'],
    ['an afternoon that ends in the morning', '每天 13:30-5:00'],
    ['more than a day', '每天 8:00-次日9:00'],
    ['no time at all', '每天 8:00-8:00'],
    ['a thirteenth month', '13月至3月 每天 8:00-17:00'],
    ['a thirty-second of January', '01-32至03-31 每天 8:00-17:00'],
    ['a second clause whose days could be either', '周一至周五 8:30-11:00；13:30-17:00'],
    ['two clauses that contradict one another on holidays', '每天 8:00-17:00；节假日 休息；节假日 9:00-12:00'],
    ['days of rest and nothing else', '周日 休息'],
    ['rest that somebody attends', '每天 8:00-17:00；周日 休息 无人值守'],
    ['a day of rest in one season only', '每天 8:00-17:00；5月至9月 周日 休息'],
    ['holidays in one season only', '5月至9月 节假日 8:00-17:00'],
    ['one clause of two that cannot be read', '每天 8:00-17:00；午休'],
    [
      'more sessions than a table holds',
      `每天 ${Array.from({ length: 15 }, (_, hour) => `${hour}:00-${hour}:30`).join('、')}`,
    ],
    ['a text without end', '每天 8:00-17:00；'.repeat(10_000)],
  ])('is refused with %s', (_what, text) => {
    expect(parseHours(text)).toEqual({ ok: false, refusal: 'hours-unreadable' });
  });
});

const tables = fc
  .tuple(openings, fc.boolean())
  .map(([opening, isKnown]) => (isKnown ? opening : { ...opening, sessions: [] }));
const minutes = fc
  .integer({ min: Date.parse('2024-01-01T00:00+08:00') / 60_000, max: Date.parse('2026-12-31T00:00+08:00') / 60_000 })
  .map((minute) => EpochMs.parse(minute * 60_000));

it.each(['一 '.repeat(59) + 'x', '周一、'.repeat(300), '1'.repeat(5_000), '每天 '.repeat(40)])(
  'gives up a wrong text at once, however it goes on',
  (text) => {
    const started = process.cpuUsage().user;
    expect(parseHours(text).ok).toBe(false);
    // Read in two ways at each step it took years; a thousandth of a second is the rule, a second the alarm.
    expect(process.cpuUsage().user - started).toBeLessThan(1_000_000);
  },
);

describe('any table of hours', () => {
  it('is read back from what it was printed as', () => {
    fc.assert(
      fc.property(tables, (opening) => {
        expect(read(hoursText(opening))).toEqual(normalOpening(opening));
      }),
      { numRuns: 2_000 },
    );
  });

  it('opens as before when it is put in order, and stays a table', () => {
    fc.assert(
      fc.property(tables, minutes, (opening, minute) => {
        const inOrder = normalOpening(opening);
        expect(Opening.parse(inOrder)).toEqual(inOrder);
        expect(normalOpening(inOrder)).toEqual(inOrder);
        expect(openAt(inOrder, minute)).toEqual(openAt(opening, minute));
        const before = addDays(shanghaiDay(minute), -1);
        expect(weekOf(inOrder, before)).toEqual(weekOf(opening, before));
      }),
      { numRuns: 1_000 },
    );
  });
});

it('answers whatever is typed, and what it reads it can print and read again', () => {
  const pieces = [
    '周一',
    '至',
    '周五',
    '每天',
    '节假日',
    '5月',
    '9月',
    '8:00',
    '-',
    '17:00',
    '、',
    '；',
    ' ',
    '24小时',
    '休息',
    '无人值守',
    '次日',
    '11-01',
    '工作日',
  ];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom(...pieces)).map((drawn) => drawn.join('')),
      ),
      (text) => {
        const result = parseHours(text);
        if (result.ok) expect(read(hoursText(result.value))).toEqual(result.value);
      },
    ),
    { numRuns: 3_000 },
  );
});
