import { EpochMs } from '../../types/time';
import { anEvent } from '../testing/events';
import { EXCUSE_WITHIN_MS, MISS_COUNTS_MS, mayExcuse, missOf, missesThatCount } from './missed';
import { ratingTime } from './rating';

const event = anEvent('讲座');
const past = (ms: number): EpochMs => EpochMs.parse(event.endsAt + ms);

describe('an event that somebody missed', () => {
  const missed = [missOf(event)];

  it('counts for sixty days and not a millisecond longer', () => {
    expect(missesThatCount({ missed }, past(0))).toBe(1);
    expect(missesThatCount({ missed }, past(MISS_COUNTS_MS - 1))).toBe(1);
    expect(missesThatCount({ missed }, past(MISS_COUNTS_MS))).toBe(0);
  });

  it('counts nothing once it is explained, and nothing is held against who never missed one', () => {
    expect(missesThatCount({ missed: missed.map((miss) => ({ ...miss, counts: false })) }, past(0))).toBe(0);
    expect(missesThatCount(null, past(0))).toBe(0);
  });

  it.each([
    ['right after', { missed: 'counts', excuse: null }, 0, true],
    ['up to two weeks after', { missed: 'counts', excuse: null }, EXCUSE_WITHIN_MS - 1, true],
    ['two weeks after', { missed: 'counts', excuse: null }, EXCUSE_WITHIN_MS, false],
    ['who came', { missed: null, excuse: null }, 0, false],
    [
      'who explained and waits',
      { missed: 'excuse-waits', excuse: { reason: 'ill', words: null, at: past(0) } },
      0,
      false,
    ],
    ['whose reason was not taken', { missed: 'counts', excuse: { reason: 'ill', words: null, at: past(0) } }, 0, false],
  ] as const)('may be explained once, within two weeks: %s', (_who, row, ms, may) => {
    expect(mayExcuse(row, event, past(ms))).toBe(may);
  });
});

describe('a rating', () => {
  const [day1, day2] = ['2026-11-28', '2026-11-29'].map((day) => ({
    startsAt: EpochMs.parse(Date.parse(`${day}T14:00:00+08:00`)),
    endsAt: EpochMs.parse(Date.parse(`${day}T16:00:00+08:00`)),
  }));
  const course = anEvent('两天的课', { sessions: [day1, day2].flatMap((day) => day ?? []) });
  const firstEnd = EpochMs.parse(Date.parse('2026-11-28T16:00:00+08:00'));

  it.each([
    ['before the first session is over', 'published', firstEnd - 1, 'too-early'],
    ['from the first session’s end', 'published', firstEnd, 'open'],
    ['once it was held', 'held', course.endsAt, 'open'],
    ['once it is archived', 'archived', course.endsAt, 'too-late'],
    ['of an event that was called off', 'cancelled', course.endsAt, 'too-late'],
  ] as const)('is answered %s', (_when, state, now, answer) => {
    expect(ratingTime({ ...course, state }, EpochMs.parse(now))).toBe(answer);
  });
});
