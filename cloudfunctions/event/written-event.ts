import { EventForm } from '../../types/event-form';
import type { EventId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import type { ListedStation } from '../station/directory';
import { indexed } from './event-index';
import type { EventRecord, Office } from './records';
import { freshLive } from './seat-acts';
import { hostLettersOf } from './wish-id';

/** In whose name and where an event is, as its union and station stand now. */
export type Ground = Pick<
  EventRecord,
  'unionName' | 'offices' | 'scope' | 'stationName' | 'street' | 'address' | 'place' | 'zoneName'
>;

/** @returns null when the station has no such room */
export function groundOf(offices: readonly Office[], station: ListedStation, zoneId: string | null): Ground | null {
  const zone = station.zones.find((one) => one.zoneId === zoneId);
  if (zoneId !== null && zone === undefined) return null;
  return {
    unionName: offices[0]?.name ?? '',
    offices: [...offices],
    scope: offices.map(({ unionId }) => unionId),
    stationName: station.name,
    street: station.street,
    address: station.address,
    place: station.place,
    zoneName: zone?.name ?? null,
  };
}

/** The draft that a form makes. */
export const newDraft = (id: EventId, form: EventForm, ground: Ground): EventRecord =>
  indexed({
    _id: id,
    revision: 1,
    state: 'draft',
    ...form,
    ...ground,
    seriesId: null,
    seriesDay: null,
    isDetached: false,
    draw: null,
    cancelled: null,
    history: [],
    messages: [],
    tellings: [],
    remindedUpTo: EpochMs.parse(0),
    code: hostLettersOf(id),
    live: freshLive([]),
    sweepAt: NEVER,
  });

/** An event with what a form says now. */
export const withForm = (event: EventRecord, form: EventForm, ground: Ground): EventRecord =>
  indexed({ ...event, ...form, ...ground });

/** An event as its form. */
export const formOf = (event: EventForm): EventForm => EventForm.parse(event);

/** A form so many days later, every time of it. */
export function daysLater(form: EventForm, days: number): EventForm {
  const later = (at: EpochMs): EpochMs => EpochMs.parse(at + days * 86_400_000);
  return {
    ...form,
    sessions: form.sessions.map(({ startsAt, endsAt }) => ({ startsAt: later(startsAt), endsAt: later(endsAt) })),
    opensAt: later(form.opensAt),
    closesAt: later(form.closesAt),
    cancelBy: later(form.cancelBy),
  };
}
