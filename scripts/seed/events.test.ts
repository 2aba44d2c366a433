import { checkForm } from '../../cloudfunctions/event/form-check';
import { EventRecord, ZoneDiary } from '../../cloudfunctions/event/records';
import { Attendance, Guest, Registration } from '../../cloudfunctions/event/registration-records';
import { planSeries } from '../../cloudfunctions/event/series-plan';
import { SeriesRecord } from '../../cloudfunctions/event/series-records';
import { groundOf } from '../../cloudfunctions/event/written-event';
import { NoticeRecord } from '../../cloudfunctions/notice/records';
import { personIdFor } from '../../cloudfunctions/runtime/serve';
import type { ListedStation } from '../../cloudfunctions/station/directory';
import type { StationRecord } from '../../cloudfunctions/station/records';
import { placeOf } from '../../cloudfunctions/station/place';
import { EventForm } from '../../types/event-form';
import { SeriesForm } from '../../types/event-series';
import type { EventId } from '../../types/ids';
import { EpochMs, shanghaiDay } from '../../types/time';
import { freshKeys } from '../local-keys';
import { madeUpGuests } from './event-guests';
import type { SeededEvents } from './events';
import { seededEvents } from './events';
import { networkRecords } from './network';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const monday = at('2026-11-23T10:00:00');

beforeAll(() => {
  Object.assign(process.env, freshKeys());
});

/** As the event functions are told of a station. */
function listed(stations: readonly StationRecord[], id: string): ListedStation {
  const found = stations.find(({ _id }) => _id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return { ...found, stationId: found._id, place: found.place === null ? null : placeOf(found.place) };
}

const seeded = (stations: readonly StationRecord[], now: EpochMs) =>
  seededEvents(
    stations,
    {
      member: { name: '王建军', personId: personIdFor('wechat', 'local-member') },
      rider: { name: '李强', personId: personIdFor('wechat', 'local-rider') },
      others: madeUpGuests(),
    },
    now,
  );

describe.each([
  ['on a Monday morning', monday],
  ['just before midnight at the turn of the year', at('2026-12-31T23:50:00')],
  ['on the first minute of a Sunday', at('2027-02-28T00:00:00')],
])('events of a fresh start, %s', (_, now) => {
  const stations = networkRecords(now);
  let seeds: SeededEvents;
  beforeAll(() => {
    seeds = seeded(stations, now);
  });
  const all = () => seeds;

  it('are records as the database expects them, and forms that staff could save as they are', () => {
    const { events, registrations, attendances, guests, serieses, diaries, notices } = all();
    for (const event of events) {
      expect(EventRecord.parse(event)).toEqual(event);
      EventForm.parse(event);
    }
    for (const row of registrations) expect(Registration.parse(row)).toEqual(row);
    for (const one of attendances) expect(Attendance.parse(one)).toEqual(one);
    for (const one of notices) expect(NoticeRecord.parse(one)).toEqual(one);
    for (const one of guests) expect(Guest.parse(one)).toEqual(one);
    for (const one of diaries) expect(ZoneDiary.parse(one)).toEqual(one);
    for (const one of serieses) {
      expect(SeriesRecord.parse(one)).toEqual(one);
      SeriesForm.parse(one.form);
    }
  });

  it('have as many free places as nobody holds, and a row for every holder', () => {
    const { events, registrations } = all();
    const rows = new Map(registrations.map((row) => [row._id, row]));
    for (const { _id, live } of events) {
      for (const [group, places] of Object.entries(live.places)) {
        const held = Object.values(live.holders).filter((holder) => holder.group === group);
        const people = held.reduce((sum, holder) => sum + holder.people, 0);
        expect([live.free[group], (live.free[group] ?? -1) >= 0]).toEqual([places - people, true]);
      }
      for (const [person, holder] of Object.entries(live.holders))
        expect(rows.get(`${_id}:${person}`)).toMatchObject({ claim: holder.claim, until: holder.until });
    }
    const placed = registrations.filter(({ group }) => group !== null);
    const holders = events.flatMap(({ live }) => Object.keys(live.holders));
    expect(placed).toHaveLength(holders.length);
  });

  it('have ids, codes and lots of their own', () => {
    const { events, registrations } = all();
    for (const texts of [
      events.map(({ _id }) => _id),
      events.map(({ code }) => code),
      registrations.map(({ _id }) => _id),
      registrations.map(({ lot }) => lot),
    ])
      expect(new Set(texts).size).toBe(texts.length);
  });

  it('have told the member of the offer and of what was missed, and whoever is expected today of that', () => {
    const { notices, events } = all();
    const told = (who: string) =>
      notices
        .filter(({ personId, isRead }) => personId === personIdFor('wechat', who) && !isRead)
        .map(({ kind }) => kind)
        .sort();
    expect(told('local-member')).toEqual(['event-missed', 'place-offered']);
    expect(told('local-rider')).toEqual(['event-soon', 'event-tomorrow']);
    const toCome = new Map(events.map((event) => [event._id, event]));
    for (const { at, eventId } of notices) {
      expect(at).toBeLessThanOrEqual(now);
      expect(eventId !== null && toCome.has(eventId)).toBe(true);
    }
    expect(new Set(notices.map(({ _id }) => _id)).size).toBe(notices.length);
  });

  it('give no room to two events at once', () => {
    for (const { bookings } of all().diaries)
      for (const [nth, one] of bookings.entries())
        for (const other of bookings.slice(nth + 1))
          expect(one.from < other.until && other.from < one.until).toBe(false);
  });

  it('have something on now, something to come on each of the next days, and something over to rate', () => {
    const { events } = all();
    const listed = events.filter(({ tags }) => tags.length > 0);
    expect(listed.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt).length).toBeGreaterThan(0);
    const days = new Set(listed.flatMap(({ sessions }) => sessions.map(({ startsAt }) => shanghaiDay(startsAt))));
    expect(days.size).toBeGreaterThan(21);
    expect(events.filter(({ state }) => state === 'held').length).toBeGreaterThan(1);
    expect(new Set(events.map(({ state }) => state))).toEqual(
      new Set(['draft', 'published', 'closed', 'held', 'archived', 'cancelled']),
    );
  });

  it('are as staff could have saved them', () => {
    const wrong = all().events.flatMap((event) => {
      const checked = checkForm(event);
      return checked.ok ? [] : [[event.title, checked.refusal]];
    });
    expect(wrong).toEqual([]);
  });

  it('leave the timer nothing to make or change of a series', () => {
    const { events, serieses } = all();
    for (const series of serieses) {
      const made = events.filter(({ seriesId }) => seriesId === series._id);
      const ground = groundOf(series.offices, listed(stations, series.form.stationId), series.form.zoneId);
      if (ground === null) throw new Error(`${series.form.name} has no room.`);
      const hasPeople = new Set<EventId>();
      const { missing, changed, withdrawn } = planSeries(series, ground, { events: made, hasPeople }, now);
      expect([missing, changed, withdrawn]).toEqual([[], [], []]);
    }
  });
});
