import type { Attendance, Session } from '../../types/opening';
import { DayOfYear } from '../../types/opening';
import { WEEKDAY_WORDS, lastDayOf } from './hours-text-words';

/** One clause of a notice, read. */
export type Clause = {
  readonly season: Session['season'];
  /** null: the clause names none, or public holidays alone. */
  readonly days: number[] | null;
  readonly onHolidays: boolean;
  /** It says 工作日, which no holiday is. */
  readonly workdays: boolean;
  /** None: 休息. */
  readonly times: readonly Pick<Session, 'from' | 'until'>[];
  readonly attendance: Attendance;
};

/** No notice says more in one breath. Characters. */
const LONGEST_CLAUSE = 120;

/** An end before the begin is in the next day without 次日 only after so late a begin: 22:00-6:00, not 13:30-5:00. */
const EVENING = 18 * 60;

const MONTHS = '(\\d{1,2})月(?:(\\d{1,2})[日号])?(?:[-至](?:次年|来年)?(\\d{1,2})月(?:(\\d{1,2})[日号])?)?';
const DATES = '(\\d{1,2})-(\\d{1,2})[-至](?:次年|来年)?(\\d{1,2})-(\\d{1,2})(?!\\d)';
const WEEKDAY = '(?:周|星期)?([一二三四五六日天])';
const DAY = `(?:每天|每日|工作日|周末|双休日|(?:法定)?节假日|${WEEKDAY}(?:[-至]${WEEKDAY})?)`;
const CLOCK = '(\\d{1,2})(?::(\\d{2})|[点时](?:(\\d{2})分?)?)';
const TIME = `${CLOCK} ?[-至] ?(次日|翌日|第二天)? ?${CLOCK}`;
const AROUND_THE_CLOCK = '(?:24小时|24h|全天)(?:开放)?';
const REST = '(?:休息|不开放|关闭)';
const CLAUSE = new RegExp(
  `^(?<season>${bare(MONTHS)}|${bare(DATES)})? ?` +
    // Each separator can be read in one way only: two ways, and a long wrong text takes for ever.
    `(?<days>${bare(DAY)}(?:(?: ?[,、和及] ?| )?${bare(DAY)})*)? ?:? ?` +
    `(?:(?<rest>${REST})|(?<clock>${AROUND_THE_CLOCK})|(?<times>${bare(TIME)}(?: ?[,、 ] ?${bare(TIME)})*))` +
    '(?:[ ,、]*\\(?(?<who>无人|有人)值守\\)?)?$',
  'i',
);

/** Reads one clause in NFKC form; null when it is not one, or not surely one. */
export function readClause(text: string): Clause | null {
  if (text.length > LONGEST_CLAUSE) return null;
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[‐-―−~〜]+/g, '-')
    .replaceAll('到', '至');
  const groups = CLAUSE.exec(plain)?.groups;
  if (groups === undefined) return null;
  const { days: daysPart = '', rest, clock, who } = groups;
  const season = groups['season'] === undefined ? null : readSeason(groups['season']);
  const onHolidays = daysPart.includes('节假日');
  const days = readDays(daysPart.replaceAll(/(?:法定)?节假日/g, ''));
  const times = clock === undefined ? readTimes(groups['times'] ?? '') : [{ from: 0, until: 1_440 }];
  if (season === 'unreadable' || times === null) return null;
  // Holidays keep no season, rest has nobody who receives one, and a day of rest in one season only is not a table.
  if (season !== null && (onHolidays || rest !== undefined)) return null;
  if (rest !== undefined && (who !== undefined || daysPart === '')) return null;
  const unattended = who === undefined ? clock !== undefined : who === '无人';
  return {
    season,
    days,
    onHolidays,
    workdays: daysPart.includes('工作日'),
    times,
    attendance: unattended ? 'unattended' : 'staffed',
  };
}

function readSeason(text: string): Session['season'] | 'unreadable' {
  const dates = new RegExp(`^${DATES}$`).exec(text);
  const [, month, day, untilMonth, untilDay] = dates ?? new RegExp(`^${MONTHS}$`).exec(text) ?? [];
  const lastMonth = untilMonth ?? month;
  const lastDay = untilMonth === undefined ? day : untilDay;
  const from = DayOfYear.safeParse(dayOfYear(month, day ?? '1'));
  const until = DayOfYear.safeParse(
    lastDay === undefined ? lastDayOf(Number(lastMonth)) : dayOfYear(lastMonth, lastDay),
  );
  return from.success && until.success ? { from: from.data, until: until.data } : 'unreadable';
}

function readDays(text: string): number[] | null {
  const days = [...text.matchAll(new RegExp(DAY, 'g'))].flatMap(([word, first, last]) => {
    if (word === '工作日') return [1, 2, 3, 4, 5];
    if (word === '周末' || word === '双休日') return [6, 7];
    if (first === undefined) return [1, 2, 3, 4, 5, 6, 7];
    return weekdaysBetween(first, last ?? first);
  });
  return days.length === 0 ? null : [...new Set(days)].sort();
}

/** 周五至周一 goes on over Sunday. */
function weekdaysBetween(first: string, last: string): number[] {
  const [from, until] = [first, last].map((word) => WEEKDAY_WORDS.indexOf(word === '天' ? '日' : word));
  if (from === undefined || until === undefined) return [];
  const count = ((until - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, nth) => ((from + nth) % 7) + 1);
}

function readTimes(text: string): Clause['times'] | null {
  const times = [...text.matchAll(new RegExp(TIME, 'g'))].map(
    ([, hour, minutes, minutesSpoken, nextDay, untilHour, untilMinutes, untilSpoken]) => ({
      from: minuteOfDay(hour, minutes ?? minutesSpoken),
      until: minuteOfDay(untilHour, untilMinutes ?? untilSpoken),
      nextDay: nextDay !== undefined,
    }),
  );
  return times.every(isSure) ? times.map(({ from, until }) => ({ from, until })) : null;
}

function isSure({ from, until, nextDay }: { from: number; until: number; nextDay: boolean }): boolean {
  if (!(from < 1_440 && until <= 1_440)) return false;
  if (nextDay) return until <= from;
  return until > from || until === 0 || (from >= EVENING && until < from);
}

/** NaN for minutes that no clock shows. */
function minuteOfDay(hour = '', minutes = '0'): number {
  return Number(minutes) < 60 ? Number(hour) * 60 + Number(minutes) : NaN;
}

function dayOfYear(month = '', day = ''): string {
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function bare(pattern: string): string {
  return `(?:${pattern.replaceAll(/\((?!\?)/g, '(?:')})`;
}
