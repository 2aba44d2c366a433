import type { SeriesRule } from '@contract/event-series';
import type { ShanghaiDay } from '@contract/time';
import type { Reader } from '../form/read-problems';
import { everyNames, nthNames, seriesText, weekdayNames } from './series-copy';

/** When a series comes, while it is typed; times as `12:00`. */
export type RuleDraft = {
  readonly every: SeriesRule['every'];
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** 1 to 4, or 5 for the last. */
  readonly nth: number;
  readonly from: string;
  readonly until: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly skipsHolidays: boolean;
};

const DAY_MINUTES = 1_440;
const two = (number: number): string => String(number).padStart(2, '0');

/** A day ends at 24:00, which a clock shows as 00:00. */
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export const newRule: RuleDraft = {
  every: 'week',
  weekdays: [5],
  nth: 1,
  from: '12:00',
  until: '13:00',
  firstDay: '',
  lastDay: '',
  skipsHolidays: true,
};

export const ruleDraftOf = ({ nth, from, until, ...rule }: SeriesRule): RuleDraft => ({
  ...rule,
  nth: nth ?? 1,
  from: timeOf(from),
  until: timeOf(until),
});

/** The rule that a draft says; null when something is missing, which the reader is told. */
export function readRule(draft: RuleDraft, read: Reader): SeriesRule | null {
  const { every, weekdays, nth, firstDay, lastDay, skipsHolidays } = draft;
  const from = minuteOf(draft.from);
  const ends = minuteOf(draft.until);
  const until = ends === 0 ? DAY_MINUTES : ends;
  if (every !== 'day' && weekdays.length === 0) read.wrong('rule.weekdays', seriesText.weekdaysMissing);
  if (from === null) read.wrong('rule.from', seriesText.timeMissing);
  if (until === null) read.wrong('rule.until', seriesText.timeMissing);
  if (from !== null && until !== null && until <= from) read.wrong('rule.until', seriesText.order);
  if (firstDay === '') read.wrong('rule.firstDay', seriesText.dayMissing);
  if (lastDay === '') read.wrong('rule.lastDay', seriesText.dayMissing);
  if (lastDay !== '' && lastDay < firstDay) read.wrong('rule.lastDay', seriesText.dayOrder);
  if (from === null || until === null || Object.keys(read.problems).some((path) => path.startsWith('rule.')))
    return null;
  return {
    every,
    weekdays: [...weekdays].sort((one, other) => one - other),
    nth: every === 'month' ? nth : null,
    from,
    until,
    // Chosen from a calendar, which gives real days alone.
    firstDay: firstDay as ShanghaiDay,
    lastDay: lastDay as ShanghaiDay,
    skipsHolidays,
  };
}

function whenText({ every, weekdays, nth }: RuleDraft): string {
  const days = [...weekdays].sort((one, other) => one - other).map((day) => weekdayNames[day - 1] ?? '');
  if (every === 'month') return `${everyNames.month}${nthNames[nth - 1] ?? ''}${days.join('、')}`;
  if (days.length === 0 || days.length === weekdayNames.length) return everyNames.day;
  // 每周一、三、五: the word for week is said once.
  return `每${days.map((day, place) => (place === 0 ? day : day.slice(1))).join('、')}`;
}

/** `每周五 12:00–13:00，跳过节假日` */
export function ruleText(draft: RuleDraft): string {
  const until = draft.until === '00:00' ? '24:00' : draft.until;
  const when = seriesText.ruleWords(whenText(draft), `${draft.from}–${until}`);
  return [when, draft.skipsHolidays ? seriesText.skipsWords : ''].filter(Boolean).join('，');
}
