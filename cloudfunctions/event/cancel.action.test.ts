import { createHash } from 'node:crypto';
import type { Quota } from '../../types/event-form';
import type { RequestKey } from '../../types/evidence';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import { events } from './records';
import type { EventRecord } from './records';

const MINUTE_MS = 60_000;
const keyOf = (text: string): RequestKey => createHash('sha256').update(text).digest('base64url').slice(0, 22) as never;

describe('a place that somebody gives up', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const passMinutes = async (minutes: number): Promise<void> => {
    for (let nth = 0; nth < minutes; nth += 1) {
      itIs(Date.now() + MINUTE_MS);
      expect(await cloud.tick('event')).toMatchObject({ sweep: { ok: true } });
    }
  };
  const stored = (event: EventRecord): EventRecord => cloud.store('events').get(event._id) as unknown as EventRecord;
  const register = async (event: EventRecord, name: string, quota: 'men' | 'women' | null): Promise<void> => {
    itIs(Date.now() + 1);
    const own = { slip: null, name: '李小飞', children: [], guardianConsent: null, saysAge: false, answers: {} };
    const phone = cloud.as(name);
    await phone.must('event.register', { eventId: event._id, requestKey: keyOf(name), quota, ...own });
  };
  const half: Quota[] = (['men', 'women'] as const).map((group) => ({ group, places: 1 }));

  it.each([
    ['a lecture', { quotas: [{ group: 'anyone' as const, places: 2 }] }, [null, null, null] as const],
    ['a mixer in pairs', { kind: 'mixer' as const, quotas: half }, ['men', 'women', 'men'] as const],
  ])('of %s that was full goes on within minutes, though the call died before it gave it on', async (_, form, who) => {
    const event = anEvent('满员的', { ...form, sweepAt: eventNow });
    cloud.store('events').insert(event);
    for (const [nth, quota] of who.entries()) await register(event, `guest-${nth}`, quota);
    // By then the timer has nothing to look for until registration ends.
    await passMinutes(15);
    expect(stored(event).sweepAt).toBe(event.closesAt);
    const [first, last] = [cloud.as('guest-0'), cloud.as('guest-2')];
    const update = events.update.bind(events);
    const rowState = () => cloud.store('registrations').get(`${event._id}:${first.personId}`)?.['state'];
    expect(rowState()).toBe('confirmed');
    jest.spyOn(events, 'update').mockImplementation(async (filter, change) => {
      if (rowState() === 'cancelled') throw new Error('The call dies here.');
      return update(filter, change);
    });
    expect(await first.ask('event.cancel', { eventId: event._id, reason: null })).toHaveProperty('fault');
    jest.restoreAllMocks();
    expect(stored(event).live.holders).toHaveProperty([first.personId]);
    await passMinutes(3);
    expect(Object.keys(stored(event).live.holders).sort()).toEqual(
      [cloud.as('guest-1').personId, last.personId].sort(),
    );
    expect((await last.must('event.show', { eventId: event._id })).viewer.own).toMatchObject({ state: 'offered' });
  });
});
