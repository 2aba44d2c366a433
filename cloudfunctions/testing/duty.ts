import { createHash } from 'node:crypto';
import type { ShiftTemplate } from '../../types/duty-roster';
import type { PersonId } from '../../types/ids';
import { ShiftId, StationId, TemplateId, UnionId, VolunteerNo } from '../../types/ids';
import { EpochMs, NEVER, shanghaiDay } from '../../types/time';
import type { Unindexed } from '../duty/shift-index';
import { indexed, stationTag, unionTag } from '../duty/shift-index';
import type { ShiftPlace, ShiftRecord } from '../duty/shift-records';
import type { VolunteerRecord } from '../duty/volunteer-records';
import { aUnion } from './unions';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));

/** A Monday morning on which the tests of duty stand. */
export const dutyNow = at('2026-11-23T10:00:00');

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const drawn = (text: string, count: number): string =>
  [...createHash('sha256').update(text).digest().subarray(0, count)].map((byte) => letters[byte % 32]).join('');
const digits = (text: string): string =>
  [...createHash('sha256').update(text).digest().subarray(0, 8)].map((byte) => byte % 10).join('');

export const shiftIdOf = (name: string): ShiftId => ShiftId.parse(`d${drawn(name, 11)}`);
export const templateIdOf = (name: string): TemplateId => TemplateId.parse(`t${drawn(name, 5)}`);
export const numberOf = (name: string): VolunteerNo => VolunteerNo.parse(`V${digits(name)}`);
const office = (unionId: string) => ({ unionId: UnionId.parse(unionId), name: aUnion.named(unionId).name });

/** 上午班: every weekday 9:00–12:00, two at the door, nobody standing by. */
export const aTemplate = (name: string, more: Partial<ShiftTemplate> = {}): ShiftTemplate => ({
  templateId: templateIdOf(name),
  title: name,
  turns: [],
  weekdays: [1, 2, 3, 4, 5],
  from: 540,
  until: 720,
  needs: [{ role: 'door', count: 2, skill: null }],
  standby: 0,
  firstDay: shanghaiDay(dutyNow),
  lastDay: null,
  skipsHolidays: true,
  ...more,
});

/**
 * A planned shift at 北蔡's station beicai-1 on Wednesday 25 November, 9:00–12:00, two people at the door, one standing
 * by. `more` says what the test is about.
 */
export function aShift(name: string, more: Partial<Unindexed> = {}): ShiftRecord {
  const offices = more.offices ?? [office('beicai'), office('pudong')];
  const startsAt = more.startsAt ?? at('2026-11-25T09:00:00');
  return indexed(
    {
      _id: shiftIdOf(name),
      templateId: templateIdOf(name),
      stationId: StationId.parse('beicai-1'),
      stationName: 'beicai-1驿站',
      street: '北蔡镇',
      address: '沪南路1000号',
      phone: null,
      place: { longitude: 121.556, latitude: 31.179 },
      neighbours: [],
      day: shanghaiDay(startsAt),
      title: name,
      who: null,
      endsAt: at('2026-11-25T12:00:00'),
      state: 'planned',
      needs: [{ role: 'door', count: 2, skill: null }],
      standbyPlaces: 1,
      releaseHours: 12,
      swapNeedsHead: false,
      places: {},
      standby: {},
      isCall: false,
      opening: null,
      closing: null,
      visitors: 0,
      incidents: [],
      note: null,
      log: [],
      told: [],
      effects: [],
      turn: 0,
      ...more,
      startsAt,
      offices,
      scope: offices.map(({ unionId }) => unionId),
    },
    dutyNow,
  );
}

/** Somebody's place, held since this morning. */
export const aPlace = (name: string, more: Partial<ShiftPlace> = {}): ShiftPlace => ({
  number: numberOf(name),
  calledName: name,
  role: 'door',
  state: 'held',
  claim: `claim-of-${name}`,
  at: dutyNow,
  clockIn: null,
  clockOut: null,
  lastSignAt: null,
  vouchedBy: null,
  heard: [],
  excuse: null,
  ...more,
});

/** A volunteer of beicai-1, born in 1966, accepted, with nothing taken on. `personId` is that of a phone of the test. */
export function aVolunteer(name: string, personId: PersonId, more: Partial<VolunteerRecord> = {}): VolunteerRecord {
  const offices = more.offices ?? [office('beicai'), office('pudong')];
  return {
    _id: personId,
    number: numberOf(name),
    state: 'accepted',
    name,
    calledName: name,
    birthYear: 1966,
    skills: [],
    thanks: false,
    stationId: StationId.parse('beicai-1'),
    stationName: 'beicai-1驿站',
    place: { longitude: 121.556, latitude: 31.179 },
    tags: [stationTag('beicai-1'), unionTag('beicai')],
    waitingFor: [],
    since: dutyNow,
    terms: { version: '2026-11', at: dutyNow },
    diary: {},
    chain: { length: 0, head: '' },
    verifyAt: NEVER,
    ...more,
    offices,
    scope: offices.map(({ unionId }) => unionId),
  };
}
