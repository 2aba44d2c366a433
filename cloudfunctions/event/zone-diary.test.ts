import * as fc from 'fast-check';
import { EpochMs } from '../../types/time';
import { anEvent, eventIdOf, eventNow } from '../testing/events';
import type { Booking } from './zone-diary';
import { inTheWay, stands, withOnly, withWish } from './zone-diary';

const at = (instant: number): EpochMs => EpochMs.parse(instant);
const session = (from: number, until: number) => ({ startsAt: at(eventNow + from), endsAt: at(eventNow + until) });
const booking = (name: string, from: number, until: number, wroteAt = 0): Booking => ({
  eventId: eventIdOf(name),
  from: at(eventNow + from),
  until: at(eventNow + until),
  at: at(eventNow + wroteAt),
});
const wish = (name: string, ...spans: readonly (readonly [number, number])[]) => ({
  eventId: eventIdOf(name),
  sessions: spans.map(([from, until]) => session(from, until)),
});

describe('the diary of a room', () => {
  it('lets one event begin as another ends, and not a millisecond before', () => {
    const bookings = [booking('one', 10, 20)];
    expect(inTheWay(bookings, wish('two', [20, 30]))).toEqual([]);
    expect(inTheWay(bookings, wish('two', [0, 10]))).toEqual([]);
    expect(inTheWay(bookings, wish('two', [19, 30]))).toEqual(bookings);
    expect(inTheWay(bookings, wish('two', [0, 11]))).toEqual(bookings);
    expect(inTheWay(bookings, wish('two', [0, 5], [12, 13]))).toEqual(bookings);
    expect(inTheWay(bookings, wish('one', [10, 20]))).toEqual([]);
  });

  it('holds what an event had and what it wants while it moves, and afterwards only what it has', () => {
    const moving = withWish([booking('one', 10, 20)], wish('one', [30, 40]), eventNow);
    expect(moving).toEqual([booking('one', 10, 20), booking('one', 30, 40)]);
    expect(withOnly(moving, wish('one', [30, 40]), eventNow)).toEqual([booking('one', 30, 40)]);
    expect(withWish(moving, wish('one', [30, 40]), eventNow)).toHaveLength(2);
  });

  it('is not robbed by a slow call of what a later one booked', () => {
    const later = booking('one', 50, 60, 5);
    expect(withOnly([later], wish('one', [30, 40]), at(eventNow + 4))).toEqual([later]);
    expect(withOnly([later], wish('one', [30, 40]), at(eventNow + 5))).toEqual([]);
  });

  it('believes a booking for two minutes, and then only what its event says', () => {
    const event = anEvent('one', { zoneId: 'hall', sessions: [session(10, 20)] });
    const diaryId = 'beicai-1.hall';
    const isKept = (one: typeof event | null, now = 120_000): boolean =>
      stands(booking('one', 10, 20), diaryId, one, at(eventNow + now));
    expect(isKept(null, 119_999)).toBe(true);
    expect(isKept(null)).toBe(false);
    expect(isKept(event)).toBe(true);
    expect(isKept({ ...event, state: 'closed' })).toBe(true);
    expect(isKept({ ...event, state: 'draft' })).toBe(false);
    expect(isKept({ ...event, state: 'cancelled' })).toBe(false);
    expect(isKept({ ...event, zoneId: 'studio' })).toBe(false);
    expect(isKept({ ...event, zoneId: null })).toBe(false);
    expect(isKept({ ...event, sessions: [session(10, 21)] })).toBe(false);
  });

  it('never holds two events at once, whoever asks in whatever order', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 10 }))
      .map(([from, length]) => [from, from + length] as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), span), { maxLength: 20 }), (asked) => {
        let bookings: Booking[] = [];
        for (const [name, one] of asked) {
          const wanted = wish(name, one);
          if (inTheWay(bookings, wanted).length === 0) bookings = withWish(bookings, wanted, eventNow);
        }
        for (const one of bookings)
          for (const other of bookings)
            if (one.eventId !== other.eventId) expect(one.until <= other.from || other.until <= one.from).toBe(true);
      }),
    );
  });
});
