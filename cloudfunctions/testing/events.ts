import { createHash } from 'node:crypto';
import type { Quota } from '../../types/event-form';
import { EventId, StationId, UnionId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import type { Unindexed } from '../event/event-index';
import { indexed } from '../event/event-index';
import type { EventRecord } from '../event/records';
import { aUnion } from './unions';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));

/** The instant at which the tests of events stand: registration of `anEvent` is open. */
export const eventNow = at('2026-11-23T10:00:00');

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const drawn = (text: string, count: number): string =>
  [...createHash('sha256').update(text).digest().subarray(0, count)].map((byte) => letters[byte % 32]).join('');

export const eventIdOf = (name: string): EventId => EventId.parse(`e${drawn(name, 11)}`);

const office = (unionId: string) => ({ unionId: UnionId.parse(unionId), name: aUnion.named(unionId).name });

/**
 * A published lecture of 北蔡 for ten people whoever they are, on 28 November 14:00–16:00; registration from
 * 20 November 8:00 to 27 November 18:00. `more` says what the test is about.
 */
export function anEvent(name: string, more: Partial<Unindexed> = {}): EventRecord {
  const quotas: Quota[] = more.quotas ?? [{ group: 'anyone', places: 10 }];
  const offices = more.offices ?? [office(more.unionId ?? 'beicai'), office('pudong')];
  const places = Object.fromEntries(quotas.map((quota) => [quota.group, quota.places]));
  return indexed({
    _id: eventIdOf(name),
    revision: 1,
    state: 'published',
    title: name,
    kind: 'lecture',
    cover: 'dawn',
    text: '从家里常备的药说起。',
    provider: null,
    unionId: UnionId.parse('beicai'),
    stationId: StationId.parse('beicai-1'),
    zoneId: null,
    sessions: [{ startsAt: at('2026-11-28T14:00:00'), endsAt: at('2026-11-28T16:00:00') }],
    opensAt: at('2026-11-20T08:00:00'),
    closesAt: at('2026-11-27T18:00:00'),
    cancelBy: at('2026-11-27T18:00:00'),
    audience: { who: 'everyone', occupations: [], age: null },
    places: 'first-come',
    family: null,
    fields: [],
    walkIns: false,
    fee: null,
    programme: null,
    contact: null,
    unionName: offices[0]?.name ?? '',
    stationName: 'beicai-1驿站',
    street: '北蔡镇',
    address: '沪南路1000号',
    place: { longitude: 121.556, latitude: 31.179 },
    zoneName: null,
    seriesId: null,
    seriesDay: null,
    isDetached: false,
    draw: null,
    cancelled: null,
    history: [],
    messages: [],
    tellings: [],
    remindedUpTo: EpochMs.parse(0),
    code: drawn(`code:${name}`, 8).toUpperCase(),
    live: { places, free: places, holders: {}, skips: {}, keptFor: null, turn: 0 },
    sweepAt: NEVER,
    ...more,
    quotas,
    offices,
    scope: offices.map(({ unionId }) => unionId),
  });
}
