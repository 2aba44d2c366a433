import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { aRegistration } from '../testing/registrations';
import { aStation } from '../testing/stations';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));

describe('being reminded of an event', () => {
  let cloud: TestCloud;
  let member: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
    member = cloud.as('member');
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
    cloud.appoint('clerk', 'clerk', 'beicai');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const lecture = anEvent('讲座', { sweepAt: eventNow });
  const withPlace = (phone: Phone, more: Partial<Registration> = {}) =>
    aRegistration(lecture, phone.personId, { state: 'confirmed', group: 'anyone', ...more });
  const put = (event: EventRecord, ...rows: Registration[]): void => {
    const holders = Object.fromEntries(
      rows.flatMap(({ personId, group, people, claim, registeredAt, until }) =>
        group === null ? [] : [[personId, { group, people, claim, at: registeredAt, until }]],
      ),
    );
    const free = { anyone: (event.live.places['anyone'] ?? 0) - Object.keys(holders).length };
    cloud.store('events').insert({ ...event, live: { ...event.live, holders, free } });
    cloud.store('registrations').insertMany(rows);
  };
  const ringAt = async (...times: string[]): Promise<void> => {
    for (const time of times) {
      itIs(at(time));
      expect(JSON.stringify(await cloud.tick('event'))).not.toContain('"fault"');
    }
  };
  const heard = async (phone: Phone) =>
    (await phone.must('notice.listOwn', {})).items
      .filter(({ kind }) => kind === 'event-tomorrow' || kind === 'event-soon')
      .map(({ kind, when }) => [kind, when]);

  it('happens the evening before and two hours before, once each, to those who have a place', async () => {
    const waiting = cloud.as('waiting');
    const full = { ...lecture, quotas: [{ group: 'anyone' as const, places: 1 }] };
    put(
      { ...full, live: { ...lecture.live, places: { anyone: 1 } } },
      withPlace(member),
      aRegistration(lecture, waiting.personId),
    );
    await ringAt('2026-11-27T18:59:00', '2026-11-27T19:00:00', '2026-11-27T19:01:00', '2026-11-27T23:00:00');
    expect(await heard(member)).toEqual([['event-tomorrow', lecture.startsAt]]);
    await ringAt('2026-11-28T11:59:00', '2026-11-28T12:00:00', '2026-11-28T12:01:00', '2026-11-28T13:00:00');
    expect(await heard(member)).toEqual([
      ['event-soon', lecture.startsAt],
      ['event-tomorrow', lecture.startsAt],
    ]);
    expect(await heard(waiting)).toEqual([]);
  });

  it('does not happen to who registered after the evening’s hour: they have just read when it is', async () => {
    const late = cloud.as('late');
    put(lecture, withPlace(member), withPlace(late, { registeredAt: at('2026-11-27T19:00:01') }));
    await ringAt('2026-11-27T19:02:00');
    expect([(await heard(member)).length, (await heard(late)).length]).toEqual([1, 0]);
  });

  it('is made up for in the evening when the timer was away, and not after midnight', async () => {
    put(lecture, withPlace(member));
    await ringAt('2026-11-27T22:40:00');
    expect(await heard(member)).toHaveLength(1);
    cloud.reset();
    put(lecture, withPlace(member));
    await ringAt('2026-11-28T08:00:00');
    expect(await heard(member)).toEqual([]);
  });

  it('speaks of the time to which an event was moved', async () => {
    cloud.store('stations').insert(aStation('beicai-1'));
    put(lecture, withPlace(member));
    await ringAt('2026-11-27T19:00:00');
    const clerk = cloud.as('clerk');
    const { revision, form } = await clerk.must('event.showForm', { eventId: lecture._id });
    const startsAt = at('2026-12-05T14:00:00');
    const moved = {
      ...form,
      sessions: [{ startsAt, endsAt: at('2026-12-05T16:00:00') }],
      closesAt: at('2026-12-04T18:00:00'),
      cancelBy: at('2026-12-04T18:00:00'),
    };
    const requestKey = 'moved-to-the-week-afte' as never;
    await clerk.must('event.save', { eventId: lecture._id, revision, form: moved, requestKey });
    await ringAt('2026-11-28T12:00:00', '2026-12-04T19:00:00', '2026-12-04T20:00:00');
    expect(await heard(member)).toEqual([
      ['event-tomorrow', startsAt],
      ['event-tomorrow', lecture.startsAt],
    ]);
  });

  it('does not happen for what was called off', async () => {
    put(lecture, withPlace(member));
    await cloud.as('clerk').must('event.callOff', { eventId: lecture._id, reason: '台风蓝色预警' });
    await ringAt('2026-11-27T19:00:00', '2026-11-28T12:00:00');
    expect(await heard(member)).toEqual([]);
  });

  it('reaches everybody of a large event, each once, though the timer rings on', async () => {
    const people = Array.from({ length: 230 }, (_, nth) => cloud.as(`guest-${nth}`));
    const quotas = [{ group: 'anyone' as const, places: 230 }];
    const large = { ...lecture, quotas, live: { ...lecture.live, places: { anyone: 230 } } };
    put(large, ...people.map((one) => withPlace(one)));
    await ringAt('2026-11-27T19:00:00', '2026-11-27T19:01:00', '2026-11-27T19:02:00');
    const told = cloud.store('notices').find({ kind: 'event-tomorrow' });
    expect(new Set(told.map(({ _id }) => _id)).size).toBe(230);
    expect(told).toHaveLength(230);
  });
});
