import * as fc from 'fast-check';
import { EpochMs, NEVER } from '../../types/time';
import { anEvent } from '../testing/events';
import { nextReminderAt, remindersDue, remindersOf } from './reminders';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const session = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) });
const lecture = anEvent('讲座');

describe('reminding people of an event', () => {
  it('is for the evening before at seven, and two hours before it begins', () => {
    expect(remindersOf(lecture.sessions)).toEqual([
      {
        kind: 'event-tomorrow',
        at: at('2026-11-27T19:00:00'),
        until: at('2026-11-28T00:00:00'),
        of: at('2026-11-28T14:00:00'),
      },
      {
        kind: 'event-soon',
        at: at('2026-11-28T12:00:00'),
        until: at('2026-11-28T14:00:00'),
        of: at('2026-11-28T14:00:00'),
      },
    ]);
  });

  it('counts half past seven in the morning to its own Shanghai day, wherever the function runs', () => {
    const [evening] = remindersOf([session('2026-11-28T07:30:00', '2026-11-28T08:30:00')]);
    expect(evening?.at).toBe(at('2026-11-27T19:00:00'));
  });

  it('speaks once of a day with two sessions, and once of each day', () => {
    const all = remindersOf([
      session('2026-11-28T09:00:00', '2026-11-28T11:00:00'),
      session('2026-11-28T14:00:00', '2026-11-28T16:00:00'),
      session('2026-12-05T09:00:00', '2026-12-05T11:00:00'),
    ]);
    expect(all.map(({ of }) => of)).toEqual([
      at('2026-11-28T09:00:00'),
      at('2026-11-28T09:00:00'),
      at('2026-12-05T09:00:00'),
      at('2026-12-05T09:00:00'),
    ]);
  });

  it('is due from seven sharp, not a millisecond before, until midnight', () => {
    const due = (text: string, earlier = 0) =>
      remindersDue(lecture, EpochMs.parse(at(text) - earlier)).map(({ kind }) => kind);
    expect(due('2026-11-27T19:00:00', 1)).toEqual([]);
    expect(due('2026-11-27T19:00:00')).toEqual(['event-tomorrow']);
    expect(due('2026-11-28T00:00:00', 1)).toEqual(['event-tomorrow']);
    expect(due('2026-11-28T00:00:00')).toEqual([]);
  });

  it('is of no use once the event has begun', () => {
    expect(remindersDue(lecture, at('2026-11-28T14:00:00'))).toEqual([]);
  });

  it('is over for what was called off, and never comes where all walk in', () => {
    const evening = at('2026-11-27T19:30:00');
    expect(remindersDue({ ...lecture, state: 'cancelled' }, evening)).toEqual([]);
    expect(remindersDue({ ...lecture, quotas: [] }, evening)).toEqual([]);
    expect(nextReminderAt({ ...lecture, quotas: [] }, evening)).toBe(NEVER);
  });

  it('comes again for another time, and not for another hour of the same day', () => {
    const reminded = { ...lecture, remindedUpTo: at('2026-11-27T19:00:30') };
    const moved = (from: string, until: string) => ({ ...reminded, sessions: [session(from, until)] });
    expect(remindersDue(moved('2026-11-28T16:00:00', '2026-11-28T18:00:00'), at('2026-11-27T20:00:00'))).toEqual([]);
    expect(remindersDue(moved('2026-12-05T14:00:00', '2026-12-05T16:00:00'), at('2026-12-04T19:00:00'))).toHaveLength(
      1,
    );
  });

  it('is due once for each of them, whenever the timer rings', () => {
    const minutes = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(minutes, (steps) => {
        let [now, remindedUpTo] = [at('2026-11-26T12:00:00'), EpochMs.parse(0)];
        const said: string[] = [];
        for (const step of steps) {
          now = EpochMs.parse(now + step * 60_000);
          const due = remindersDue({ ...lecture, remindedUpTo }, now);
          said.push(...due.map(({ kind }) => kind));
          if (due.length > 0) remindedUpTo = now;
          expect(nextReminderAt({ ...lecture, remindedUpTo }, now)).toBeGreaterThan(now);
        }
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });
});
