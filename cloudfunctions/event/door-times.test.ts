import { EpochMs } from '../../types/time';
import { anEvent } from '../testing/events';
import { doorIsShutAt, scanAt, sessionOfHost, sessionOpenAt } from './door-times';
import { missesKnownAt } from './missed';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const before = (instant: EpochMs): EpochMs => EpochMs.parse(instant - 1);
const session = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) });

const night = session('2026-11-28T23:00:00', '2026-11-29T01:00:00');
const morning = session('2026-11-28T07:30:00', '2026-11-28T08:30:00');
const [first, second] = [
  session('2026-11-28T14:00:00', '2026-11-28T15:00:00'),
  session('2026-11-28T15:30:00', '2026-11-28T16:30:00'),
];

describe('the door of an event', () => {
  it.each([
    ['an hour before its beginning', at('2026-11-28T22:00:00'), true],
    ['a millisecond earlier', before(at('2026-11-28T22:00:00')), false],
    ['a millisecond before midnight in Shanghai', before(at('2026-11-29T00:00:00')), true],
    ['at midnight in Shanghai', at('2026-11-29T00:00:00'), true],
    ['a millisecond before its end', before(at('2026-11-29T01:00:00')), true],
    ['at its end', at('2026-11-29T01:00:00'), false],
    ['a day earlier at the same hour', at('2026-11-27T23:30:00'), false],
  ])('of a session over midnight is open to guests %s: %s', (_when, now, isOpen) => {
    expect(sessionOpenAt(anEvent('夜谈', { sessions: [night] }), now)).toEqual(isOpen ? night : null);
  });

  it('of a session at half past seven opens at half past six in Shanghai', () => {
    const event = anEvent('早锻炼', { sessions: [morning] });
    expect(sessionOpenAt(event, before(at('2026-11-28T06:30:00')))).toBeNull();
    expect(sessionOpenAt(event, at('2026-11-28T06:30:00'))).toEqual(morning);
    expect(sessionOpenAt(event, at('2026-11-28T07:30:00'))).toEqual(morning);
  });

  it.each([
    ['while the first still runs', '2026-11-28T14:40:00', first],
    ['between the two', '2026-11-28T15:05:00', second],
    ['while the second runs', '2026-11-28T15:30:00', second],
  ])('of two sessions leads to one: %s', (_when, now, open) => {
    const event = anEvent('两场', { sessions: [first, second] });
    expect(sessionOpenAt(event, at(now))).toEqual(open);
    expect(sessionOfHost(event, at(now))).toEqual(open);
  });

  it('stays open to the host for the queue, a quarter of an hour longer', () => {
    const event = anEvent('夜谈', { sessions: [night] });
    expect(sessionOfHost(event, at('2026-11-29T01:00:00'))).toEqual(night);
    expect(sessionOfHost(event, before(at('2026-11-29T01:15:00')))).toEqual(night);
    expect(sessionOfHost(event, at('2026-11-29T01:15:00'))).toBeNull();
  });

  it.each(['draft', 'cancelled', 'archived'] as const)('of an event that is %s is shut', (state) => {
    expect(sessionOfHost(anEvent('夜谈', { sessions: [night], state }), night.startsAt)).toBeNull();
  });
});

describe('a scan that a host’s phone kept', () => {
  const event = anEvent('夜谈', { sessions: [night], state: 'held' });
  const day = 24 * 3_600_000;

  it('is taken up to a day later, with its own time', () => {
    const made = at('2026-11-28T23:50:00');
    expect(scanAt(event, made, EpochMs.parse(made + day))).toEqual({ session: night, at: made });
    expect(scanAt(event, made, EpochMs.parse(made + day + 1))).toBeNull();
  });

  it('is taken for now where the phone is two minutes ahead, and not where it is further', () => {
    const now = at('2026-11-28T23:50:00');
    expect(scanAt(event, EpochMs.parse(now + 120_000), now)).toEqual({ session: night, at: now });
    expect(scanAt(event, EpochMs.parse(now + 120_001), now)).toBeNull();
  });

  it('says nothing of a time at which the door was shut', () => {
    expect(scanAt(event, at('2026-11-28T21:59:59'), at('2026-11-28T23:30:00'))).toBeNull();
    expect(scanAt(event, at('2026-11-29T01:15:00'), at('2026-11-29T02:00:00'))).toBeNull();
  });

  it('has arrived before anybody is said to have been missing', () => {
    const last = before(at('2026-11-29T01:15:00'));
    expect(scanAt(event, last, before(doorIsShutAt(event.endsAt)))).not.toBeNull();
    expect(scanAt(event, last, doorIsShutAt(event.endsAt))).toBeNull();
    expect(missesKnownAt(event)).toBeGreaterThan(doorIsShutAt(event.endsAt));
  });
});
