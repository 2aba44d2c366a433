import type { Answers, FormField } from '../../types/event-form';
import { addDays, endOfDay, EpochMs, NEVER, shanghaiDay } from '../../types/time';
import type { Details } from './registration-records';

/** The name of who registered is kept so long after the event: excuses, figures by person, a question afterwards. Days. */
const NAME_DAYS = 180;

/** What decides how long: the questions of the form, when the event ends, and whether somebody has or had a place. */
export type Terms = {
  readonly fields: readonly FormField[];
  readonly endsAt: EpochMs;
  /** Whoever cancelled or was left without a place: nothing is needed once the event is over. */
  readonly isOut: boolean;
};

/** What a row says of somebody: what is sealed, and the answers that are not. */
export type Said = { readonly details: Details | null; readonly answers: Answers };

/**
 * What is left of it at an instant: children until the end of the event's day, answers as many days as their question
 * says, the name {@link NAME_DAYS} days. An answer whose question is no longer on the form goes with the event's day.
 */
export function keptAt({ details, answers }: Said, terms: Terms, now: EpochMs): Said {
  const isDue = (days: number): boolean => dueAfter(days, terms) <= now;
  const left = (all: Answers): Answers =>
    Object.fromEntries(Object.entries(all).filter(([fieldId]) => !isDue(daysOf(fieldId, terms))));
  const keptDetails: Details | null =
    details === null
      ? null
      : {
          name: isDue(NAME_DAYS) ? null : details.name,
          children: isDue(0) ? [] : details.children,
          answers: left(details.answers),
        };
  return { details: keptDetails === null || isEmpty(keptDetails) ? null : keptDetails, answers: left(answers) };
}

/** The next instant at which something of it is to go; `NEVER` when nothing is left. */
export function nextPurge({ details, answers }: Said, terms: Terms): EpochMs {
  const days = [
    ...(details?.name == null ? [] : [NAME_DAYS]),
    ...(details === null || details.children.length === 0 ? [] : [0]),
    ...[...Object.keys(answers), ...Object.keys(details?.answers ?? {})].map((fieldId) => daysOf(fieldId, terms)),
  ];
  return EpochMs.parse(Math.min(NEVER, ...days.map((count) => dueAfter(count, terms))));
}

/** When somebody who is out is looked at: nothing of theirs stays after the event's day. */
export const outPurge = ({ endsAt }: Pick<Terms, 'endsAt'>): EpochMs => endOfDay(shanghaiDay(endsAt));

/** The first instant after so many whole days have followed the event's own, in Shanghai. */
const dueAfter = (days: number, { endsAt, isOut }: Terms): EpochMs =>
  endOfDay(addDays(shanghaiDay(endsAt), isOut ? 0 : days));

const daysOf = (fieldId: string, { fields }: Terms): number =>
  fields.find((field) => field.fieldId === fieldId)?.purgeDays ?? 0;

const isEmpty = ({ name, children, answers }: Details): boolean =>
  name === null && children.length === 0 && Object.keys(answers).length === 0;
