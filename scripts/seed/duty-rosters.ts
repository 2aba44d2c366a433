import type { Ground, RosterRecord } from '../../cloudfunctions/duty/roster-records';
import { distanceM } from '../../cloudfunctions/runtime/distance';
import { placeOf } from '../../cloudfunctions/station/place';
import type { StationRecord } from '../../cloudfunctions/station/records';
import type { RosterForm, ShiftTemplate } from '../../types/duty-roster';
import { ROSTER_AHEAD_DAYS } from '../../types/duty-roster';
import type { StationId } from '../../types/ids';
import { TemplateId } from '../../types/ids';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { addDays, endOfDay, shanghaiDay, startOfDay } from '../../types/time';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
/** As the rule of neighbours has it. */
const NEAR_M = 3_000;
const NEIGHBOURS = 8;
/** The demonstration has been going for so long. Days. */
export const PAST_DAYS = 56;

const everyDay = [1, 2, 3, 4, 5, 6, 7];

const template = (key: string, now: EpochMs, more: Partial<ShiftTemplate>): ShiftTemplate => ({
  templateId: TemplateId.parse(`t${key}`),
  title: '上午班',
  turns: [],
  weekdays: everyDay,
  from: 510,
  until: 690,
  needs: [
    { role: 'door', count: 1, skill: null },
    { role: 'cleaning', count: 1, skill: null },
  ],
  standby: 1,
  firstDay: addDays(shanghaiDay(now), -PAST_DAYS),
  lastDay: null,
  skipsHolidays: true,
  ...more,
});

/** A shift that begins within the quarter of an hour, whenever the demonstration is started: somebody may clock in at once. */
function soon(now: EpochMs): ShiftTemplate {
  const startsAt = Math.ceil((now + MINUTE_MS) / QUARTER_MS) * QUARTER_MS;
  const day = shanghaiDay(startsAt as EpochMs);
  const from = (startsAt - startOfDay(day)) / MINUTE_MS;
  return template('s00n0', now, {
    title: '机动班',
    from,
    until: (from + 120) % 1_440,
    needs: [{ role: 'door', count: 2, skill: null }],
    standby: 0,
    firstDay: day,
    lastDay: day,
    skipsHolidays: false,
  });
}

/** Mornings and afternoons of every day, and one shift that is about to begin. */
export const auntiesRoster = (now: EpochMs): RosterForm => ({
  templates: [
    template('am000', now, {}),
    template('pm000', now, { title: '下午班', from: 810, until: 990 }),
    soon(now),
  ],
  releaseHours: 12,
  swapNeedsHead: false,
});

/** 街道有6个工作室，每周到诺巢轮值服务 (S3): what they offer is named there, who they are is made up. */
export const studiosRoster = (now: EpochMs): RosterForm => ({
  templates: [
    template('st0d1', now, {
      title: '工作室坐班',
      turns: [
        '群团教育工作室',
        '职工维权工作室',
        '相亲交友工作室',
        '技能提升工作室',
        '健康关爱工作室',
        '文体活动工作室',
      ],
      weekdays: [2, 4],
      from: 1_110,
      until: 1_230,
      needs: [{ role: 'sitting', count: 1, skill: null }],
      standby: 0,
    }),
  ],
  releaseHours: 24,
  swapNeedsHead: true,
});

export const plainRoster = (now: EpochMs): RosterForm => ({
  templates: [
    template('day00', now, {
      title: '午间班',
      weekdays: [1, 2, 3, 4, 5],
      from: 660,
      until: 840,
      needs: [{ role: 'door', count: 1, skill: null }],
      standby: 0,
    }),
  ],
  releaseHours: 12,
  swapNeedsHead: false,
});

/** Where a station's shifts are, with the nearest others. */
export function groundOf(station: StationRecord, stations: readonly StationRecord[]): Ground {
  const place = station.place === null ? null : placeOf(station.place);
  const near: { id: StationId; metres: number }[] =
    place === null
      ? []
      : stations
          .flatMap((other) =>
            other.place === null || other._id === station._id
              ? []
              : [{ id: other._id, metres: distanceM(place, placeOf(other.place)) }],
          )
          .filter(({ metres }) => metres <= NEAR_M)
          .sort((one, other) => one.metres - other.metres);
  return {
    stationId: station._id,
    stationName: station.name,
    street: station.street,
    address: station.address,
    phone: station.phone,
    place,
    offices: station.offices,
    scope: station.scope,
    neighbours: near.slice(0, NEIGHBOURS).map(({ id }) => id),
  };
}

export const rosterOf = (ground: Ground, form: RosterForm, now: EpochMs): RosterRecord => ({
  _id: ground.stationId,
  revision: 1,
  form,
  ground,
  madeUpTo: lastDayAhead(now),
  makeAt: endOfDay(shanghaiDay(now)),
});

export const lastDayAhead = (now: EpochMs): ShanghaiDay => addDays(shanghaiDay(now), ROSTER_AHEAD_DAYS);
