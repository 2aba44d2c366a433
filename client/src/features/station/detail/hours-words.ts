import type { DayHours } from '@contract/opening';
import type { ShanghaiDay } from '@contract/time';
import { detailWords } from './detail-copy';

type Span = DayHours['spans'][number];

const DAY_MINUTES = 1440;

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** `周一 今天`, `周二 24日`: within a week the month goes without saying. */
export function dayWords(day: ShanghaiDay, isToday: boolean): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${weekdays[date.getUTCDay()] ?? ''} ${isToday ? detailWords.today : `${date.getUTCDate()}日`}`;
}

/** Hours are kept as people type them, `8:30-17:00`, and read with the dash that belongs between times. */
export const dashed = (hours: string): string => hours.replace(/(:\d\d)-/g, '$1–');

/** `8:30–11:00、13:30–17:00（自助进门）`; 不开放 on a day without hours. */
export const spansWords = (spans: readonly Span[]): string =>
  spans.length === 0 ? detailWords.shut : spans.map(spanWords).join('、');

function spanWords({ from, until, attendance }: Span): string {
  const isWholeDay = from === 0 && (until === 0 || until === DAY_MINUTES);
  const hours = isWholeDay ? detailWords.allDay : `${clock(from)}–${untilClock(from, until)}`;
  return attendance === 'unattended' ? `${hours}（${detailWords.unattended}）` : hours;
}

/** At or before `from` it is the next day's. */
const untilClock = (from: number, until: number): string =>
  until > from ? clock(until) : until === 0 ? clock(DAY_MINUTES) : `${detailWords.nextDay}${clock(until)}`;

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
