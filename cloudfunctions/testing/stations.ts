import { createHash } from 'node:crypto';
import { StationId, UnionId } from '../../types/ids';
import type { Opening } from '../../types/opening';
import { EpochMs, NEVER } from '../../types/time';
import type { StationRecord } from '../station/records';
import { lettersOf } from '../runtime/code-letters';
import type { Unindexed } from '../station/station-index';
import { indexed } from '../station/station-index';
import { aUnion } from './unions';

/** Every day 9:00–17:00, somebody on duty. */
export const nineToFive: Opening = {
  sessions: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 540, until: 1020, attendance: 'staffed', season: null }],
  onHolidays: 'as-usual',
  holidaySessions: [],
};

/** Around the clock, nobody on duty. */
export const allDay: Opening = {
  sessions: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 0, attendance: 'unattended', season: null }],
  onHolidays: 'as-usual',
  holidaySessions: [],
};

const office = (unionId: string) => {
  const { name } = aUnion.named(unionId);
  return { unionId: UnionId.parse(unionId), name };
};

/** A tended station of 北蔡 with the six facilities, open nine to five. `more` says what the test is about. */
export function aStation(id: string, more: Partial<Unindexed> = {}): StationRecord {
  const offices = more.offices ?? [office(more.unionId ?? 'beicai'), office('pudong')];
  return indexed(
    {
      _id: StationId.parse(id),
      revision: 1,
      name: `${id}驿站`,
      tier: 4,
      parentId: null,
      category: 'courier-home',
      features: ['courier-home'],
      signNo: null,
      city: '上海市',
      district: '浦东新区',
      street: '北蔡镇',
      address: '沪南路1000号',
      place: { type: 'Point', coordinates: [121.556, 31.179] },
      phone: null,
      areaM2: null,
      unionId: UnionId.parse('beicai'),
      openedOn: null,
      opening: nineToFive,
      facilities: (['aircon', 'fridge', 'water', 'charging', 'seating', 'microwave'] as const).map((code) => ({
        code,
        count: 1,
        state: 'ok',
        checkedAt: null,
      })),
      zones: [],
      services: [],
      meals: [],
      swap: null,
      outlet: null,
      awards: [],
      grades: [],
      waterQuota: null,
      doorId: null,
      notice: null,
      closure: null,
      live: { round: 1, statements: {}, duty: {}, answers: [] },
      doorCode: doorCodeFor(id),
      followUps: null,
      unsettledAt: NEVER,
      ...more,
      offices,
      scope: offices.map(({ unionId }) => unionId),
    },
    EpochMs.parse(Date.parse('2026-11-20T12:00:00+08:00')),
  );
}

/** Eight letters that differ for ids of a test. */
const doorCodeFor = (id: string): string => lettersOf(createHash('sha256').update(id).digest(), 8);
