import { createHash } from 'node:crypto';
import type { InputFor } from '../../types/contracts';
import type { RequestKey } from '../../types/evidence';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent, eventNow } from '../testing/events';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';

const HOUR_MS = 3_600_000;
const keyOf = (text: string): RequestKey => createHash('sha256').update(text).digest('base64url').slice(0, 22) as never;

describe('places of an event', () => {
  let cloud: TestCloud;
  let wishes = 0;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(eventNow);
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  const publish = (event: EventRecord): EventRecord => {
    cloud.store('events').insert(event);
    return event;
  };
  const wish = (event: EventRecord, more: Partial<InputFor<'event.register'>> = {}): InputFor<'event.register'> => ({
    eventId: event._id,
    requestKey: keyOf(`wish-${(wishes += 1)}`),
    slip: null,
    name: '李小飞',
    quota: null,
    children: [],
    guardianConsent: null,
    saysAge: false,
    answers: {},
    ...more,
  });
  const guests = (count: number, from = 0): Phone[] =>
    Array.from({ length: count }, (_, nth) => cloud.as(`guest-${nth + from}`));
  const register = (phone: Phone, event: EventRecord, more: Partial<InputFor<'event.register'>> = {}) =>
    phone.must('event.register', wish(event, more));
  const rowsOf = (event: EventRecord): Registration[] =>
    cloud.store('registrations').find({ eventId: event._id }) as unknown as Registration[];
  const stored = (event: EventRecord): EventRecord => cloud.store('events').get(event._id) as unknown as EventRecord;
  const states = (event: EventRecord): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { state } of rowsOf(event)) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  };

  it('go to exactly ten of fifty people who ask at once; forty wait', async () => {
    const event = publish(anEvent('讲座'));
    await Promise.all(guests(50).map((phone) => register(phone, event)));
    expect(states(event)).toEqual({ confirmed: 10, waiting: 40 });
    expect(stored(event).live.free).toEqual({ anyone: 0 });
  });
});
