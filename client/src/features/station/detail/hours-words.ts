import type { DayHours } from '@contract/opening';
import { detailWords } from './detail-copy';

type Span = DayHours['spans'][number];

const DAY_MINUTES = 1440;

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
