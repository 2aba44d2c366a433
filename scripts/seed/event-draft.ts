import { createHash } from 'node:crypto';
import { newDraw } from '../../cloudfunctions/event/draw-seed';
import type { Unindexed } from '../../cloudfunctions/event/event-index';
import { indexed, listKeyOf, spanOf } from '../../cloudfunctions/event/event-index';
import { nextMoveAt, nextSession } from '../../cloudfunctions/event/next-session';
import type { EventRecord } from '../../cloudfunctions/event/records';
import { nextReminderAt } from '../../cloudfunctions/event/reminders';
import { hostLettersOf } from '../../cloudfunctions/event/wish-id';
import { placeOf } from '../../cloudfunctions/station/place';
import type { StationRecord } from '../../cloudfunctions/station/records';
import type { EventState } from '../../types/event-kind';
import { EventId, SeriesId, UnionId } from '../../types/ids';
import { EpochMs, NEVER, addDays, shanghaiDay, startOfDay } from '../../types/time';
import { unionRecords } from './directory';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So long after its end an event may still be rated. Days. */
const RATED_DAYS = 30;

type Needed = 'title' | 'kind' | 'cover' | 'text' | 'sessions' | 'quotas';
type Given = 'opensAt' | 'closesAt' | 'cancelBy' | 'audience' | 'places' | 'family' | 'fields' | 'walkIns' | 'fee';
type Also = 'provider' | 'programme' | 'contact' | 'seriesId' | 'seriesDay' | 'cancelled';

/** What is said of an event of the seeds; its station says the rest. */
export type EventDraft = Pick<Unindexed, Needed> &
  Partial<Pick<Unindexed, Given | Also>> & {
    /** What its id is drawn from: the same text gives the same event. */
    readonly key: string;
    /** Of a series' date: its id is drawn from series and day. */
    readonly id?: EventId;
    readonly station: string;
    /** A room of the station, by name. */
    readonly zone?: string;
    /** The union in whose name it is, where that is not the station's. */
    readonly union?: string;
    readonly isDraft?: true;
  };

/** Where seeded events are held, and in whose name. */
export type Grounds = { readonly now: EpochMs; readonly station: (id: string) => StationRecord };

const plain = {
  provider: null,
  audience: { who: 'everyone', occupations: [], age: null },
  places: 'first-come',
  family: null,
  fields: [],
  walkIns: false,
  fee: null,
  programme: null,
  contact: null,
  seriesId: null,
  seriesDay: null,
  cancelled: null,
} satisfies Partial<Unindexed>;

const offices = new Map(unionRecords().map((union) => [String(union._id), union.offices]));

/** An event of the seeds, whole, in the state that its times give it now. */
export function eventFrom(
  { key, id, station: stationId, zone: zoneName, union, isDraft, ...said }: EventDraft,
  { now, station: stationOf }: Grounds,
): EventRecord {
  const station = stationOf(stationId);
  const zone = zoneName === undefined ? null : station.zones.find(({ name }) => name === zoneName);
  if (zone === undefined) throw new Error(`${station.name} has no ${zoneName ?? 'room'}.`);
  const unionId = UnionId.parse(union ?? station.unionId);
  const above = union === undefined ? station.offices : (offices.get(union) ?? []);
  const times = { ...usualTimes(said), ...timesSaid(said) };
  const _id = id ?? eventIdFrom(key);
  const state = isDraft === true ? 'draft' : stateAt({ ...said, ...times }, now);
  const places = Object.fromEntries(said.quotas.map(({ group, places }) => [group, places]));
  const record = indexed({
    ...plain,
    ...said,
    ...times,
    _id,
    draw: said.places === 'draw' && state !== 'draft' ? newDraw(_id) : null,
    revision: 1,
    state,
    unionId,
    stationId: station._id,
    zoneId: zone?.zoneId ?? null,
    unionName: above[0]?.name ?? '',
    offices: [...above],
    scope: above.map((office) => office.unionId),
    stationName: station.name,
    street: station.street,
    address: station.address,
    place: station.place === null ? null : placeOf(station.place),
    zoneName: zone?.name ?? null,
    isDetached: false,
    history: historyOf(state, times.opensAt, above[0]?.name ?? ''),
    messages: [],
    tellings: [],
    remindedUpTo: now,
    code: hostLettersOf(_id),
    live: { places, free: places, holders: {}, skips: {}, keptFor: null, turn: 0 },
    sweepAt: NEVER,
  });
  const next = nextSession(record.sessions, now);
  return {
    ...record,
    listKey: next === null ? record.listKey : listKeyOf(next.startsAt, record._id),
    sweepAt: nextLookAt(record, now),
  };
}

export const eventIdFrom = (key: string): EventId => EventId.parse(`e${letters(`event:${key}`, 11)}`);
export const seriesIdFrom = (key: string): SeriesId => SeriesId.parse(`s${letters(`series:${key}`, 11)}`);

/** Letters that look drawn and are always the same for the same text. */
export const letters = (text: string, count: number): string =>
  [...createHash('sha256').update(text).digest().subarray(0, count)]
    .map((byte) => '0123456789abcdefghjkmnpqrstvwxyz'.charAt(byte % 32))
    .join('');

type Times = Pick<Unindexed, 'opensAt' | 'closesAt' | 'cancelBy'>;

/**
 * Two weeks before at eight, until two hours before; places are given back until six of the evening before. Where nobody
 * registers it stands in the lists until it is over.
 */
function usualTimes({ sessions, quotas }: Pick<EventDraft, 'sessions' | 'quotas'>): Times {
  const { startsAt, endsAt } = spanOf({ sessions });
  const day = shanghaiDay(startsAt);
  const opensAt = EpochMs.parse(startOfDay(addDays(day, -14)) + 8 * HOUR_MS);
  if (quotas.length === 0) return { opensAt, closesAt: endsAt, cancelBy: startsAt };
  return {
    opensAt,
    closesAt: EpochMs.parse(startsAt - 2 * HOUR_MS),
    cancelBy: EpochMs.parse(startOfDay(addDays(day, -1)) + 18 * HOUR_MS),
  };
}

const timesSaid = ({ opensAt, closesAt, cancelBy }: Partial<Times>): Partial<Times> => ({
  ...(opensAt === undefined ? {} : { opensAt }),
  ...(closesAt === undefined ? {} : { closesAt }),
  ...(cancelBy === undefined ? {} : { cancelBy }),
});

function stateAt(
  event: Pick<Unindexed, 'sessions' | 'closesAt'> & Pick<Partial<Unindexed>, 'cancelled'>,
  now: EpochMs,
): EventState {
  const { endsAt } = spanOf(event);
  if (event.cancelled != null) return 'cancelled';
  if (now >= endsAt + RATED_DAYS * DAY_MS) return 'archived';
  if (now >= endsAt) return 'held';
  return now >= event.closesAt ? 'closed' : 'published';
}

function nextLookAt(event: EventRecord, now: EpochMs): EpochMs {
  const byState: Partial<Record<EventState, number>> = {
    published: event.closesAt,
    closed: event.draw === null ? event.endsAt : now,
    held: event.endsAt + RATED_DAYS * DAY_MS,
  };
  const own = byState[event.state] ?? NEVER;
  return EpochMs.parse(Math.min(own, nextReminderAt(event, now), nextMoveAt(event, now)));
}

function historyOf(state: EventState, opensAt: EpochMs, office: string): EventRecord['history'] {
  const line = (act: 'drafted' | 'published' | 'called-off', at: number) => ({
    at: EpochMs.parse(at),
    by: '工作人员',
    office,
    act,
  });
  const drafted = line('drafted', opensAt - 3 * DAY_MS);
  if (state === 'draft') return [drafted];
  const published = line('published', opensAt - 2 * DAY_MS);
  return state === 'cancelled' ? [drafted, published, line('called-off', opensAt)] : [drafted, published];
}
