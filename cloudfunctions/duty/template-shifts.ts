import type { Need, RosterForm, ShiftTemplate } from '../../types/duty-roster';
import type { TemplateId } from '../../types/ids';
import type { FieldProblem } from '../../types/result';
import { EpochMs, ShanghaiDay, addDays, startOfDay } from '../../types/time';
import { holidayOn, weekdayOf } from '../runtime/holidays';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** Nobody is on their feet for longer than half a day, not even where the rule is a typing mistake. Minutes. */
export const LONGEST_SHIFT = 720;
/** A year mistyped is noticed. */
export const EARLIEST = ShanghaiDay.parse('2020-01-01');
export const LATEST = ShanghaiDay.parse('2099-12-31');

/** A shift as a rule asks for it on one day. */
export type RuledShift = {
  readonly templateId: TemplateId;
  readonly day: ShanghaiDay;
  readonly title: string;
  /** Whose turn it is. */
  readonly who: string | null;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly needs: readonly Need[];
  readonly standbyPlaces: number;
};

export type RosterShifts = {
  /** In the order in which they begin. */
  readonly shifts: readonly RuledShift[];
  /** Days on which a rule would have come but for a public holiday, each once. */
  readonly leftOut: readonly { readonly day: ShanghaiDay; readonly holiday: string }[];
};

export type DayRange = { readonly from: ShanghaiDay; readonly upTo: ShanghaiDay };

/**
 * The shifts that begin on the days of a range, both ends included.
 *
 * A day is left out for the holiday that it is itself: the night before a holiday is kept, into its morning. A weekend
 * that is worked in exchange for a holiday stays the weekday it is.
 */
export function shiftsOf({ templates }: Pick<RosterForm, 'templates'>, range: DayRange): RosterShifts {
  const shifts: RuledShift[] = [];
  const leftOut = new Map<ShanghaiDay, string>();
  for (let day = range.from; day <= range.upTo; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    const holiday = holidayOn(day);
    for (const template of templates) {
      if (!comesOn(template, day, weekday)) continue;
      if (template.skipsHolidays && holiday !== null) leftOut.set(day, holiday);
      else shifts.push(shiftOn(template, day));
    }
  }
  return {
    shifts: shifts.sort((one, other) => one.startsAt - other.startsAt),
    leftOut: [...leftOut].map(([day, holiday]) => ({ day, holiday })),
  };
}

const comesOn = ({ weekdays, firstDay, lastDay }: ShiftTemplate, day: ShanghaiDay, weekday: number): boolean =>
  weekdays.includes(weekday) && firstDay <= day && (lastDay === null || day <= lastDay);

function shiftOn(template: ShiftTemplate, day: ShanghaiDay): RuledShift {
  const { templateId, title, from, needs, standby } = template;
  const startsAt = EpochMs.parse(startOfDay(day) + from * MINUTE_MS);
  return {
    templateId,
    day,
    title,
    who: turnOn(template, day),
    startsAt,
    endsAt: EpochMs.parse(startsAt + minutesOf(template) * MINUTE_MS),
    needs,
    standbyPlaces: standby,
  };
}

/** How long a shift of the rule is. Minutes; a whole day where it ends at the time at which it begins. */
export const minutesOf = ({ from, until }: Pick<ShiftTemplate, 'from' | 'until'>): number =>
  until > from ? until - from : until - from + DAY_MINUTES;

/** Whoever sits in turn sits for a week, from Monday; the first in the week of the first day. */
export function turnOn(
  { turns, firstDay }: Pick<ShiftTemplate, 'turns' | 'firstDay'>,
  day: ShanghaiDay,
): string | null {
  if (turns.length === 0) return null;
  const weeks = weekNumber(day) - weekNumber(firstDay);
  return turns[((weeks % turns.length) + turns.length) % turns.length] ?? null;
}

/** Monday 5 January 1970 begins the first of the weeks that are counted. */
const FIRST_MONDAY = Date.parse('1970-01-05T00:00:00Z');
const WEEK_MS = 7 * 86_400_000;
const weekNumber = (day: ShanghaiDay): number => Math.floor((Date.parse(`${day}T00:00:00Z`) - FIRST_MONDAY) / WEEK_MS);

/** What of a roster cannot be followed; none when all can. */
export function problemsOf({ templates }: Pick<RosterForm, 'templates'>): FieldProblem[] {
  const ids = templates.map(({ templateId }) => templateId);
  return templates.flatMap((template, nth) => {
    const { templateId, from, needs, firstDay, lastDay } = template;
    const roles = needs.map(({ role }) => role);
    const wrong = [
      ids.indexOf(templateId) < nth ? 'templateId' : null,
      from >= DAY_MINUTES ? 'from' : null,
      minutesOf(template) > LONGEST_SHIFT ? 'until' : null,
      new Set(roles).size < roles.length ? 'needs' : null,
      firstDay < EARLIEST || firstDay > LATEST ? 'firstDay' : null,
      lastDay !== null && lastDay < firstDay ? 'lastDay' : null,
    ].filter((field) => field !== null);
    return wrong.map((field): FieldProblem => ({
      path: `templates.${nth}.${field}`,
      problem: field.endsWith('Day') ? 'date' : 'choice',
    }));
  });
}
