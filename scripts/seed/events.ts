import type { EventRecord, ZoneDiary } from '../../cloudfunctions/event/records';
import type { Attendance, Guest, Registration } from '../../cloudfunctions/event/registration-records';
import type { SeriesRecord } from '../../cloudfunctions/event/series-records';
import type { NoticeRecord } from '../../cloudfunctions/notice/records';
import type { StationRecord } from '../../cloudfunctions/station/records';
import type { EpochMs } from '../../types/time';
import { daysFrom } from './event-days';
import type { Grounds } from './event-draft';
import { eventFrom } from './event-draft';
import { filled } from './event-guests';
import { eventDrafts } from './event-list';
import { learningDrafts } from './event-programmes';
import type { Cast } from './event-scenes';
import { regularsAt, seatsOf } from './event-scenes';
import { seriesDrafts } from './event-series';

/** Everything that a fresh start holds of events. */
export type SeededEvents = {
  readonly events: readonly EventRecord[];
  readonly registrations: readonly Registration[];
  readonly attendances: readonly Attendance[];
  readonly guests: readonly Guest[];
  readonly serieses: readonly SeriesRecord[];
  readonly diaries: readonly ZoneDiary[];
  readonly notices: readonly NoticeRecord[];
};

/** A part of 浦工乐学 is enough to see it: the whole is a fixture of the tests. */
const PROJECTS = 14;

export function seededEvents(stations: readonly StationRecord[], cast: Cast, now: EpochMs): SeededEvents {
  const byId = new Map(stations.map((station) => [String(station._id), station]));
  const grounds: Grounds = {
    now,
    station: (id) => {
      const station = byId.get(id);
      if (station === undefined) throw new Error(`${id} is no station of the network.`);
      return station;
    },
  };
  const days = daysFrom(now);
  const seats = seatsOf(cast, days);
  const series = seriesDrafts(days, grounds);
  const courses = learningDrafts(days).slice(0, PROJECTS);
  const all = [
    ...[...eventDrafts(days), ...series.drafts].map((draft) => ({ draft, seats: seats[draft.key] ?? [] })),
    ...courses.map((draft) => ({ draft, seats: regularsAt(draft, cast, days) })),
  ].map(({ draft, seats }) => filled(eventFrom(draft, grounds), seats, now));
  const events = all.map(({ event }) => event);
  return {
    events,
    registrations: all.flatMap(({ rows }) => rows),
    attendances: all.flatMap(({ attendance }) => attendance ?? []),
    guests: all.flatMap(({ guests }) => guests),
    serieses: series.records,
    diaries: diariesOf(events),
    notices: all.flatMap(({ notices }) => notices),
  };
}

/** Rooms are booked for what is to come. */
function diariesOf(events: readonly EventRecord[]): ZoneDiary[] {
  const diaries = new Map<string, ZoneDiary>();
  for (const { _id: eventId, stationId, zoneId, sessions, state, opensAt } of events) {
    if (zoneId === null || (state !== 'published' && state !== 'closed')) continue;
    const id = `${stationId}.${zoneId}`;
    const bookings = sessions.map(({ startsAt, endsAt }) => ({ eventId, from: startsAt, until: endsAt, at: opensAt }));
    diaries.set(id, { _id: id, revision: 1, bookings: [...(diaries.get(id)?.bookings ?? []), ...bookings] });
  }
  return [...diaries.values()];
}
