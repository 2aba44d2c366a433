import type { EventForm } from '../../types/event-form';
import { SERIES_AHEAD_DAYS } from '../../types/event-series';
import type { EventId } from '../../types/ids';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import { indexed } from './event-index';
import { sameValue } from './event-saving';
import { checkForm } from './form-check';
import { eventSteps, isLiving, stateAfterSave } from './lifecycle';
import { isInPairs } from './pairs';
import type { EventRecord } from './records';
import { resizePlaces } from './seat-acts';
import { formOn, turnsByDay } from './series-event';
import type { SeriesRecord } from './series-records';
import { eventOfSeries } from './wish-id';
import type { Ground } from './written-event';
import { formOf, withForm } from './written-event';

export type DateChange = { readonly day: ShanghaiDay; readonly before: EventRecord; readonly after: EventRecord };
export type NewDate = { readonly day: ShanghaiDay; readonly eventId: EventId; readonly form: EventForm };
export type SeriesPlan = {
  readonly missing: readonly NewDate[];
  readonly changed: readonly DateChange[];
  /** Nobody has registered, and the series no longer comes that day. */
  readonly withdrawn: readonly DateChange[];
  /** Days whose event keeps something of its own, for the people who registered. */
  readonly kept: readonly ShanghaiDay[];
};
export type Made = { readonly events: readonly EventRecord[]; readonly hasPeople: ReadonlySet<EventId> };

/** The days that a series is made for now: none that is over, none further ahead than people plan. */
export function daysToMake(
  series: Pick<SeriesRecord, 'form' | 'fromDay'>,
  now: EpochMs,
): { from: ShanghaiDay; upTo: ShanghaiDay } {
  const { firstDay, lastDay } = series.form.rule;
  const today = shanghaiDay(now);
  const from = [firstDay, series.fromDay ?? firstDay, today].reduce((one, other) => (one < other ? other : one));
  const horizon = addDays(today, SERIES_AHEAD_DAYS);
  return { from, upTo: lastDay < horizon ? lastDay : horizon };
}

/**
 * What is to be done so that the dates to come are as the form says. Events that staff changed by hand, called off, or
 * that have begun are left alone; nobody's registration is touched.
 */
export function planSeries(series: SeriesRecord, ground: Ground, made: Made, now: EpochMs): SeriesPlan {
  const turns = turnsByDay(series.form);
  const { from, upTo } = daysToMake(series, now);
  const ours = made.events.filter((event) => isOurs(event, from, now));
  const changed: DateChange[] = [];
  const withdrawn: DateChange[] = [];
  const kept: ShanghaiDay[] = [];
  for (const before of ours) {
    const day = before.seriesDay ?? from;
    const turn = turns.get(day);
    const hasPeople = made.hasPeople.has(before._id);
    if (turn === undefined && hasPeople) kept.push(day);
    else if (turn === undefined) withdrawn.push({ day, before, after: takenBack(before, now) });
    else {
      const wanted = withForm(before, formOn(series.form, day, turn), { ...ground });
      const after = fitting(before, wanted, hasPeople, now);
      if (!sameValue(wholeOf(after), wholeOf(wanted))) kept.push(day);
      if (!sameValue(wholeOf(after), wholeOf(before))) changed.push({ day, before, after });
    }
  }
  const missing = [...turns]
    .filter(
      ([day]) =>
        from <= day && day <= upTo && !made.events.some((event) => event.seriesDay === day && !isWithdrawn(event)),
    )
    .map(([day, turn]) => ({ day, eventId: idOn(series, day, made.events), form: formOn(series.form, day, turn) }))
    .filter(({ form }) => form.sessions.every(({ startsAt }) => now < startsAt) && now < form.closesAt);
  return { missing, changed, withdrawn, kept };
}

/** The reason of what the series itself took back; staff always say one. */
const WITHDRAWN = '';
const takenBack = (event: EventRecord, at: EpochMs): EventRecord =>
  indexed({ ...event, state: eventSteps.published['call-off'], cancelled: { at, reason: WITHDRAWN } });
const isWithdrawn = ({ cancelled }: EventRecord): boolean => cancelled?.reason === WITHDRAWN;

const isOurs = ({ state, seriesDay, isDetached, startsAt }: EventRecord, from: ShanghaiDay, now: EpochMs): boolean =>
  isLiving(state) && !isDetached && seriesDay !== null && from <= seriesDay && now < startsAt;

/** A day that was taken back and comes again has a new event. */
const idOn = (series: SeriesRecord, day: ShanghaiDay, events: readonly EventRecord[]): EventId =>
  eventOfSeries(series._id, day, events.filter((event) => event.seriesDay === day && isWithdrawn(event)).length);

/**
 * The event as the series wants it, but for what people registered for: when, where and what it is, and whether men and
 * women come in pairs. Places that somebody has stay as well. What cannot stand together after that stays whole.
 */
function fitting(before: EventRecord, wanted: EventRecord, hasPeople: boolean, now: EpochMs): EventRecord {
  const held = hasPeople ? withHeld(before, wanted) : wanted;
  // Whoever waits for a partner would wait for ever for a place that is no more.
  const isOtherwise = (event: EventRecord): boolean => hasPeople && isInPairs(event) !== isInPairs(before);
  const mayResize = resizePlaces(before, held.quotas, now).ok && !isOtherwise(held);
  const sized = mayResize ? held : { ...held, quotas: before.quotas };
  // Nobody can be asked to have been there.
  if (sized.startsAt <= now || isOtherwise(sized) || !checkForm(sized).ok) return before;
  return indexed({ ...sized, state: stateAfterSave(before, sized, now) });
}

function withHeld(before: EventRecord, wanted: EventRecord): EventRecord {
  const { sessions, stationId, zoneId } = before;
  const hasMoved = !sameValue([sessions, stationId, zoneId], [wanted.sessions, wanted.stationId, wanted.zoneId]);
  const isOther = before.title !== wanted.title || before.kind !== wanted.kind;
  return indexed({
    ...wanted,
    ...(hasMoved ? pick(before, whenAndWhere) : {}),
    ...(isOther ? pick(before, whatItIs) : {}),
  });
}

const whenAndWhere = [
  'sessions',
  'opensAt',
  'closesAt',
  'cancelBy',
  'stationId',
  'zoneId',
  'stationName',
  'street',
  'address',
  'place',
  'zoneName',
] as const;
const whatItIs = ['title', 'kind', 'cover', 'text', 'provider'] as const;

const pick = (event: EventRecord, fields: readonly (keyof EventRecord)[]): Partial<EventRecord> =>
  Object.fromEntries(fields.map((field) => [field, event[field]]));

/** All that a series says of an event. */
const wholeOf = (event: EventRecord): unknown => [
  formOf(event),
  event.offices,
  event.address,
  event.stationName,
  event.zoneName,
];
