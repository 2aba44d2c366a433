import type { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { aRegistration } from '../testing/registrations';
import { nobodyCame } from './attendance';
import type { Unindexed } from './event-index';
import { figuresOf, rowsOf } from './figures';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';
import { attendances } from './registration-records';

describe('the figures of an event', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const states: readonly Registration['state'][] = [
    'confirmed',
    'confirmed',
    'confirmed',
    'offered',
    'waiting',
    'waiting',
    'cancelled',
    'lapsed',
    'entered',
  ];
  const person = (nth: number): PersonId => cloud.as(`来宾${nth}`).personId;

  /** Rows of every state, and the places that belong to them. */
  const lived = (more: Partial<Unindexed> = {}): EventRecord => {
    const plain = anEvent('秋季健康讲座', more);
    const holders = Object.fromEntries(
      states.flatMap((state, nth) =>
        state === 'confirmed' || state === 'offered'
          ? [
              [
                person(nth),
                { group: 'anyone', people: 1, claim: `${nth}`, at: eventNow, until: untilOf(state) } as const,
              ],
            ]
          : [],
      ),
    );
    const event = { ...plain, live: { ...plain.live, holders } };
    cloud.store('events').insert(event);
    cloud.store('registrations').insertMany(states.map((state, nth) => aRegistration(event, person(nth), { state })));
    return event;
  };
  const untilOf = (state: 'confirmed' | 'offered'): EpochMs | null =>
    state === 'offered' ? EpochMs.parse(eventNow + 3_600_000) : null;
  const figures = (event: EventRecord, now: number = eventNow) =>
    cloud.inside(async () =>
      figuresOf(event, await rowsOf(event), await attendances.get(event._id), EpochMs.parse(now)),
    );
  const came = (event: EventRecord, people: readonly number[]) =>
    cloud.store('event-attendance').insert({
      ...nobodyCame(event._id),
      came: Object.fromEntries(people.map((nth) => [person(nth), true])),
      attended: people.length,
      walkIns: 4,
      ratings: 2,
      stars: 9,
    });

  it('equal the rows, a family counted as one', async () => {
    expect(await figures(lived())).toEqual({
      seats: 10,
      confirmed: 3,
      offered: 1,
      waiting: 2,
      entered: 1,
      cancelled: 1,
      sides: [],
      attended: 0,
      walkIns: 0,
      noShows: null,
      ratings: 0,
      stars: 0,
    });
  });

  it('know who did not come from the end of the event on, and not a millisecond before', async () => {
    const event = lived();
    came(event, [0]);
    expect(await figures(event, event.endsAt - 1)).toMatchObject({ attended: 1, walkIns: 4, noShows: null });
    expect(await figures(event, event.endsAt)).toMatchObject({ noShows: 2, ratings: 2, stars: 9 });
  });

  it('count among those who stayed away nobody who came, and nobody who came early and gave the place up', async () => {
    const event = lived();
    const cancelled = states.indexOf('cancelled');
    came(event, [0, cancelled]);
    expect(await figures(event, event.endsAt)).toMatchObject({ attended: 2, noShows: 2 });
  });

  it('do not say that nobody came where nobody was checked in, nor of what was called off', async () => {
    const event = lived();
    expect((await figures(event, event.endsAt)).noShows).toBeNull();
    came(event, [0]);
    expect((await figures({ ...event, state: 'cancelled' }, event.endsAt)).noShows).toBeNull();
  });
});
