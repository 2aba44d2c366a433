import { collections } from '../../cloudfunctions/runtime/collections';
import { main as event } from '../../cloudfunctions/event';
import type { EventRecord } from '../../cloudfunctions/event/records';
import { itIs } from '../../cloudfunctions/testing/calendar';
import type { LocalCloud } from '../../emulator/local-cloud';
import { openLocalCloud } from '../../emulator/local-cloud';
import { UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { freshKeys } from '../local-keys';
import { daysFrom } from './event-days';
import { eventFrom } from './event-draft';
import { LEARNING, SUMMER, learningDrafts, summerDrafts } from './event-programmes';
import { networkRecords } from './network';

const now = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));
const days = daysFrom(now);
const stations = networkRecords(now);
const station = (id: string) => {
  const found = stations.find(({ _id }) => _id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};
const some = (count: number): string[] => stations.slice(0, count).map(({ _id }) => _id);

/** Delivered to as many unions as the text says; most of them are firms’, which the tables do not name. */
const toUnions = (events: readonly EventRecord[], count: number): EventRecord[] =>
  events.map((one, nth) => ({ ...one, unionId: UnionId.parse(`firm-${nth % count}`) }));

describe('a campaign added up', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    Object.assign(process.env, freshKeys());
    cloud = await openLocalCloud({
      dataFile: ':memory:',
      collections,
      functions: { handlers: { event } },
      strict: true,
    });
  });
  beforeEach(() => {
    itIs(now);
    cloud.reset();
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const sums = async (programme: string): Promise<Record<string, unknown>> => {
    const { result, error, roundTrips } = await cloud.call(
      'event',
      { action: 'showProgramme', input: { programme } },
      { anonymous: true },
    );
    expect([error, roundTrips <= 4]).toEqual([undefined, true]);
    return (result as { value: Record<string, unknown> }).value;
  };

  it('comes to 169 projects, more than 700 sessions and 118 unions for 浦工乐学, as it was announced', async () => {
    const all = learningDrafts(days).map((draft) => eventFrom(draft, { now, station }));
    cloud.documents('events').insertMany(toUnions(all, LEARNING.unions));
    const { events, sessions, unions } = await sums(LEARNING.name);
    expect([events, unions]).toEqual([LEARNING.projects, LEARNING.unions]);
    expect(sessions).toBeGreaterThan(LEARNING.sessionsOver);
    expect(sessions).toBeLessThan(LEARNING.sessionsOver + 30);
  });

  it('comes to 75 stations and more than 90 events for the summer, all long over, with everybody who came', async () => {
    const all = summerDrafts(days, some(SUMMER.stations)).map((draft) => eventFrom(draft, { now, station }));
    cloud.documents('events').insertMany(all);
    cloud.documents('event-attendance').insertMany(
      all.map(({ _id }) => ({
        _id,
        present: {},
        came: {},
        attended: 20,
        walkIns: 11,
        counted: {},
        ratings: 0,
        stars: 0,
        given: {},
        round: 0,
      })),
    );
    const { events, stations: places, attended, next } = await sums(SUMMER.name);
    expect([events, places, attended, next]).toEqual([SUMMER.events, SUMMER.stations, SUMMER.events * 31, []]);
  });

  it('leaves out drafts and what was called off, and names what comes next', async () => {
    const [one, other, draft, off] = learningDrafts(days)
      .slice(10, 14)
      .map((said) => eventFrom(said, { now, station }));
    if (one === undefined || other === undefined || draft === undefined || off === undefined)
      throw new Error('Too few.');
    cloud.documents('events').insertMany([one, other, { ...draft, state: 'draft', tags: [] }]);
    cloud.documents('events').insertMany([{ ...off, state: 'cancelled', tags: [] }]);
    const { events, next } = await sums(LEARNING.name);
    expect(events).toBe(2);
    expect(next).toEqual([
      expect.objectContaining({ eventId: one._id }),
      expect.objectContaining({ eventId: other._id }),
    ]);
  });

  it('is nothing for a name that no event bears', async () => {
    expect(await sums('没有这个项目')).toEqual({
      programme: '没有这个项目',
      events: 0,
      sessions: 0,
      stations: 0,
      unions: 0,
      attended: 0,
      next: [],
    });
  });
});
