import type { HolidayRule, Opening, Session } from '@contract/opening';
import { minuteText } from '../desk/moments';
import { formText } from './form-copy';

export const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** `周一至周五、周日`; `每天` for all seven. */
export function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((one, other) => one - other);
  if (sorted.length === 7) return formText.opening.everyDay;
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => dayNames[(day ?? 1) - 1] ?? '';
  return runs
    .map((run) => {
      const [first, last] = [name(run[0]), name(run[run.length - 1])];
      if (run.length === 1) return first;
      return run.length === 2 ? `${first}、${last}` : `${first}至${last}`;
    })
    .join('、');
}

/** `8:30–11:00`, `22:00–次日6:00`, `24 小时`. */
export function spanText({ from, until }: Pick<Session, 'from' | 'until'>): string {
  if (from === 0 && (until === 0 || until === 1_440)) return formText.opening.allDay;
  if (until > from) return `${minuteText(from)}–${minuteText(until)}`;
  return `${minuteText(from)}–${until === 0 ? '24:00' : `${formText.opening.nextDay}${minuteText(until)}`}`;
}

const seasonText = ({ season }: Session): string =>
  season === null ? '' : `${dateText(season.from)}至${dateText(season.until)} `;

/** `05-01` as it is read; what is not a day yet, as it was typed. */
const dateText = (typed: string): string =>
  typed.replace(/^(\d\d)-(\d\d)$/, (_, month, date) => `${Number(month)}月${Number(date)}日`);

const sessionText = (session: Session): string =>
  `${seasonText(session)}${daysText(session.days)} ${spanText(session)} ${formText.opening.attendance[session.attendance]}`;

/** The whole table on one line. */
export function openingText({ sessions, onHolidays, holidaySessions }: Opening): string {
  if (sessions.length === 0) return formText.opening.unknown;
  const own = holidaySessions.map((session) => spanText(session)).join('、');
  const rule =
    onHolidays === 'own-hours' && own !== '' ? `${formText.opening.onHolidaysShort} ${own}` : ruleText[onHolidays];
  return [...sessions.map(sessionText), rule].join('；');
}

const ruleText: Readonly<Record<HolidayRule, string>> = {
  'as-usual': formText.opening.rules['as-usual'].label,
  closed: formText.opening.rules.closed.label,
  'own-hours': formText.opening.rules['own-hours'].label,
};

export type WeekLine = { readonly day: string; readonly text: string };

/**
 * What the table says of an ordinary week, day after day.
 *
 * @param dayOfYear `MM-DD`: the season that is looked at
 */
export const weekLines = ({ sessions }: Opening, dayOfYear: string): readonly WeekLine[] =>
  dayNames.map((name, nth) => {
    const spans = sessions
      .filter((session) => session.days.includes(nth + 1) && isInSeason(session, dayOfYear))
      .sort((one, other) => one.from - other.from)
      .map((session) => `${spanText(session)}（${formText.opening.attendance[session.attendance]}）`);
    return { day: name, text: spans.length === 0 ? formText.opening.shut : spans.join('、') };
  });

function isInSeason({ season }: Session, day: string): boolean {
  if (season === null) return true;
  const { from, until } = season;
  return from <= until ? from <= day && day <= until : day >= from || day <= until;
}
