import { main as event } from '../cloudfunctions/event';
import type { EventRecord } from '../cloudfunctions/event/records';
import { main as member } from '../cloudfunctions/member';
import { main as notice } from '../cloudfunctions/notice';
import { collections } from '../cloudfunctions/runtime/collections';
import { personIdFor } from '../cloudfunctions/runtime/serve';
import type { LocalCloud } from '../emulator/local-cloud';
import { openLocalCloud } from '../emulator/local-cloud';
import type { EpochMs } from '../types/time';
import { daysFrom } from './seed/event-days';
import type { Grounds } from './seed/event-draft';
import { eventFrom } from './seed/event-draft';
import type { Seat } from './seed/event-guests';
import { filled } from './seed/event-guests';
import { networkRecords } from './seed/network';

// What the bench of events stands on: a store, stations, events, and people who ask.

export async function open(latencyMs: number): Promise<LocalCloud> {
  return openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { handlers: { event, member, notice } },
    strict: true,
    latencyMs,
  });
}

export function groundsAt(now: EpochMs): Grounds {
  const stations = networkRecords(now);
  const byId = new Map(stations.map((station) => [String(station._id), station]));
  // Any number stands for a station, so that events are spread over streets.
  return {
    now,
    station: (id) => byId.get(id) ?? stations[Number(id) % stations.length] ?? fail('There is no station.'),
  };
}

const kinds = ['lecture', 'legal', 'arts', 'fitness', 'health'] as const;

export function anEvent(grounds: Grounds, nth: number, places: number): EventRecord {
  const { at, session } = daysFrom(grounds.now);
  // Not tomorrow: whoever cancels within a day has to say why.
  const day = 2 + (nth % 60);
  return eventFrom(
    {
      key: `bench-${nth}`,
      title: `第${nth + 1}场`,
      kind: kinds[nth % kinds.length] ?? 'lecture',
      cover: 'dawn',
      text: '从家里常备的药说起。'.repeat(20),
      station: String(nth * 7),
      sessions: [session(day, '14:00', '16:00')],
      opensAt: at(-7, '08:00'),
      quotas: [{ group: 'anyone', places }],
    },
    grounds,
  );
}

export function publish<Records extends readonly EventRecord[]>(
  cloud: LocalCloud,
  records: readonly [...Records],
): Records {
  cloud.documents('events').insertMany(records);
  return records as unknown as Records;
}

type Asked = { readonly roundTrips: number; readonly value: Readonly<Record<string, unknown>> };

export async function ask(cloud: LocalCloud, action: string, input: object, openid = 'bench'): Promise<Asked> {
  const { result, error, roundTrips } = await cloud.call('event', { action, input }, { openid });
  const answer = result as { ok?: boolean; value?: Asked['value'] } | undefined;
  if (error !== undefined || answer?.ok !== true || answer.value === undefined)
    fail(`${action} answered ${JSON.stringify(error ?? result)}`);
  return { roundTrips, value: answer.value };
}

export async function show(
  cloud: LocalCloud,
  one: EventRecord,
  openid: string,
): Promise<{ readonly slip: string | null }> {
  const { value } = await ask(cloud, 'show', { eventId: one._id }, openid);
  return { slip: (value['viewer'] as { readonly slip: string | null }).slip };
}

export async function register(
  cloud: LocalCloud,
  one: EventRecord,
  openid: string,
  slip: string | null,
): Promise<{ readonly roundTrips: number; readonly state: unknown }> {
  const { value, roundTrips } = await ask(
    cloud,
    'register',
    {
      eventId: one._id,
      requestKey: Buffer.from(openid.padEnd(16, '_').slice(-16)).toString('base64url'),
      slip,
      name: '测试员',
      quota: null,
      children: [],
      guardianConsent: null,
      saysAge: false,
      answers: {},
    },
    openid,
  );
  return { roundTrips, state: value['state'] };
}

export function fail(sentence: string): never {
  throw new Error(sentence);
}

/** 100 people have its places, and so many wait. */
export function publishFull(cloud: LocalCloud, grounds: Grounds, waiting: number): EventRecord {
  const people = (name: string, count: number, is: Seat['is']): Seat[] =>
    Array.from({ length: count }, (_, nth) => ({
      who: { name: '测试员', personId: personIdFor('wechat', `${name}-${nth}`) },
      is,
    }));
  const seats = [...people('holder', 100, 'confirmed'), ...people('waiting', waiting, 'waiting')];
  const { event: full, rows } = filled(anEvent(grounds, 0, 100), seats, grounds.now);
  publish(cloud, [full]);
  cloud.documents('registrations').insertMany(rows);
  return full;
}
