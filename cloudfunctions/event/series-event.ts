import type { EventForm } from '../../types/event-form';
import type { SeriesForm, SeriesTurn } from '../../types/event-series';
import type { Result } from '../../types/result';
import { refuse } from '../../types/result';
import { EpochMs, addDays, startOfDay } from '../../types/time';
import type { ShanghaiDay } from '../../types/time';
import type { FormRefusal } from './form-check';
import { checkForm } from './form-check';
import { daysOf, isPossible } from './series-days';
import { formOf } from './written-event';

const MINUTE_MS = 60_000;
/** Registration opens at eight in the morning. Minutes after midnight. */
const OPENS_AT = 480;

/** Whether every date of a series can be as its form says: they differ in the day, and in what comes on it. */
export function checkSeries(form: SeriesForm): Result<null, FormRefusal> {
  const [turn] = form.turns;
  if (!isPossible(form.rule) || turn === undefined) return refuse('times-wrong', [{ path: 'rule', problem: 'date' }]);
  const checked = form.turns.map((one) => checkForm(formOn(form, form.rule.firstDay, one)));
  return checked.find(({ ok }) => !ok) ?? checkForm(formOn(form, form.rule.firstDay, turn));
}

/** What comes on each day of a series: turns go around in the order of its days. */
export function turnsByDay({ rule, turns }: SeriesForm): ReadonlyMap<ShanghaiDay, SeriesTurn> {
  return new Map(
    daysOf(rule).days.flatMap((day, nth) => {
      const turn = turns[nth % turns.length];
      return turn === undefined ? [] : [[day, turn] as const];
    }),
  );
}

/** The form of one date. */
export function formOn(series: SeriesForm, day: ShanghaiDay, turn: SeriesTurn): EventForm {
  const { rule, opensDaysBefore, closesMinutesBefore, quotas } = series;
  const startsAt = minuteOf(day, rule.from);
  const endsAt = minuteOf(day, rule.until);
  const openingDay = addDays(day, -opensDaysBefore);
  const registration =
    quotas.length === 0
      ? // Nobody registers: it stands in the lists from the morning of that day until it is over.
        { opensAt: startOfDay(openingDay), closesAt: endsAt, cancelBy: startsAt }
      : {
          opensAt: minuteOf(openingDay, OPENS_AT),
          closesAt: EpochMs.parse(startsAt - closesMinutesBefore * MINUTE_MS),
          cancelBy: EpochMs.parse(startsAt - closesMinutesBefore * MINUTE_MS),
        };
  return formOf({ ...series, ...turn, ...registration, sessions: [{ startsAt, endsAt }], places: 'first-come' });
}

const minuteOf = (day: ShanghaiDay, minute: number): EpochMs => EpochMs.parse(startOfDay(day) + minute * MINUTE_MS);
