import type { EventRecord } from '../cloudfunctions/event/records';
import { EpochMs } from '../types/time';
import { anEvent, ask, fail, groundsAt, open, publish, publishFull, register, show } from './bench-event-grounds';
import { freshKeys } from './local-keys';
import { daysFrom } from './seed/event-days';
import type { Grounds } from './seed/event-draft';

const REPEATS = 30;
const LATENCY_MS = 10;
/** So many phones ask at once. */
const AT_ONCE = 32;
const EVENTS = [100, 1_000, 10_000] as const;
const WAITING = [100, 500, 2_000] as const;

/** What events cost: registering in a rush, and reading as events and waiting people come. In one run, on one machine. */
export async function eventCosts(): Promise<void> {
  Object.assign(process.env, freshKeys());
  const now = EpochMs.parse(Date.now());
  const grounds = groundsAt(now);
  await rush(grounds);
  await distance(grounds);
  await moreEvents(grounds);
  await moreWaiting(grounds);
}

/** 1,000 people for 100 places, as many at once as there are phones. */
async function rush(grounds: Grounds): Promise<void> {
  const cloud = await open(0);
  const [one] = publish(cloud, [anEvent(grounds, 0, 100)]);
  const people = Array.from({ length: 1_000 }, (_, nth) => `rush-${nth}`);
  const slips = await inTurns(people, async (openid) => show(cloud, one, openid));
  const started = performance.now();
  const registered = await inTurns(people, async (openid, nth) => {
    const before = performance.now();
    const { roundTrips, state } = await register(cloud, one, openid, slips[nth]?.slip ?? null);
    return { roundTrips, state, ms: performance.now() - before };
  });
  const seconds = (performance.now() - started) / 1_000;
  const trips = registered.map(({ roundTrips }) => roundTrips).sort(byNumber);
  console.log(
    `1,000 people for 100 places, ${AT_ONCE} at once: ${(people.length / seconds).toFixed(0)} registrations a second; ` +
      `round trips ${middleOf(trips)} in the middle, ${trips.at(-1) ?? 0} at most; ` +
      `${registered.filter(({ state }) => state === 'confirmed').length} have a place`,
  );
  cloud.close();
}

/** What one person waits for when the database is as far away as a cloud's. */
async function distance(grounds: Grounds): Promise<void> {
  const rows = [];
  for (const [name, places] of [
    ['a place is free', 2_000],
    ['all places are taken', 1],
  ] as const) {
    const [near, far] = [await open(0), await open(LATENCY_MS)];
    const costs = [];
    for (const cloud of [near, far]) {
      const [one] = publish(cloud, [anEvent(grounds, 0, places)]);
      await register(cloud, one, 'the-first', null);
      costs.push(
        await measured(async (nth) => {
          const { slip } = await show(cloud, one, `one-${nth}`);
          return () => register(cloud, one, `one-${nth}`, slip);
        }),
      );
    }
    const [here, away] = costs;
    rows.push({
      register: name,
      'round trips': here?.roundTrips ?? 0,
      'ms here': (here?.ms ?? 0).toFixed(1),
      [`ms at ${LATENCY_MS} ms a trip`]: (away?.ms ?? 0).toFixed(1),
    });
    near.close();
    far.close();
  }
  console.table(rows);
}

/** Looking for events, and at one, as events become more. */
async function moreEvents(grounds: Grounds): Promise<void> {
  const tables = new Map<string, number[]>();
  for (const count of EVENTS) {
    const cloud = await open(0);
    const all = publish(
      cloud,
      Array.from({ length: count }, (_, nth) => anEvent(grounds, nth, 20)),
    );
    const pick = (nth: number): EventRecord => all[(nth * 31) % all.length] ?? fail('There is no event.');
    const plain = { from: null, kind: null, street: null, stationId: null, programme: null };
    const late = daysFrom(grounds.now).day(40);
    for (const [name, act] of [
      ['browse, from today', () => ask(cloud, 'browse', plain)],
      ['browse, from a later day', () => ask(cloud, 'browse', { ...plain, from: late })],
      ['browse, one kind in one street', () => ask(cloud, 'browse', { ...plain, kind: 'legal', street: '金桥镇' })],
      ['show, to somebody signed in', (nth: number) => ask(cloud, 'show', { eventId: pick(nth)._id })],
    ] as const)
      tables.set(name, [...(tables.get(name) ?? []), (await measured((nth) => () => act(nth))).ms]);
    cloud.close();
  }
  growth('events', EVENTS, tables);
}

/** A full event with a list that is longer each time: joining it, looking at it, giving a place to the next. */
async function moreWaiting(grounds: Grounds): Promise<void> {
  const tables = new Map<string, number[]>();
  for (const count of WAITING) {
    const cloud = await open(0);
    const one = publishFull(cloud, grounds, count);
    const eventId = one._id;
    for (const [name, act] of [
      ['register, behind all of them', (nth: number) => register(cloud, one, `late-${nth}`, null)],
      ['show, to the last of them', () => ask(cloud, 'show', { eventId }, `waiting-${count - 1}`)],
      [
        'cancel, and the next is offered the place',
        (nth: number) => ask(cloud, 'cancel', { eventId, reason: null }, `holder-${nth}`),
      ],
    ] as const)
      tables.set(name, [...(tables.get(name) ?? []), (await measured((nth) => () => act(nth))).ms]);
    cloud.close();
  }
  growth('waiting', WAITING, tables);
}

const growth = (of: string, sizes: readonly number[], tables: ReadonlyMap<string, readonly number[]>): void =>
  console.table(
    [...tables].map(([action, times]) => ({
      action,
      ...Object.fromEntries(times.map((ms, place) => [`${sizes[place] ?? 0} ${of}: ms`, ms.toFixed(1)])),
      ratio: ((times.at(-1) ?? 0) / (times[0] ?? 1)).toFixed(2),
    })),
  );

type Cost = { readonly ms: number; readonly roundTrips: number };
type Cheap = { readonly roundTrips: number };

/** The middle of several, as a pause is nobody's cost. What is made ready is not measured. */
async function measured(ready: (nth: number) => (() => Promise<Cheap>) | Promise<() => Promise<Cheap>>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let nth = 0; nth <= REPEATS; nth += 1) {
    const act = await ready(nth);
    const started = performance.now();
    const { roundTrips } = await act();
    if (nth > 0) costs.push({ ms: performance.now() - started, roundTrips });
  }
  return {
    ms: middleOf(costs.map(({ ms }) => ms).sort(byNumber)),
    roundTrips: middleOf(costs.map(({ roundTrips }) => roundTrips).sort(byNumber)),
  };
}

const byNumber = (one: number, other: number): number => one - other;
const middleOf = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

/** So many at once, the answers in the order in which they were asked for. */
async function inTurns<Item, Value>(items: readonly Item[], act: (item: Item, nth: number) => Promise<Value>) {
  const answers: Value[] = [];
  let next = 0;
  const phone = async (): Promise<void> => {
    for (let nth = next++; nth < items.length; nth = next++) {
      const item = items[nth];
      if (item !== undefined) answers[nth] = await act(item, nth);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, phone));
  return answers;
}

if (require.main === module) void eventCosts();
