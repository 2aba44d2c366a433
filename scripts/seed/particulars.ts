import type { Unindexed } from '../../cloudfunctions/station/station-index';
import { isOutdoor } from '../../cloudfunctions/station/station-index';
import type { Facility, FacilityCode } from '../../types/facility';
import { facilities } from '../../types/facility';
import { addDays, EpochMs, ShanghaiDay, shanghaiDay, startOfDay } from '../../types/time';
import type { Dice } from './dice';
import type { Kind } from './kinds';
import { tables } from './opening-tables';
import { featuresOfKind } from './station-tags';

const HOUR_MS = 3_600_000;

/** One in so many stations: enough that each case is met on the map, few enough to look like any network. */
const RARELY = { broken: 17, lacking: 40, closed: 400, hoursUnknown: 60, endingSoon: 45 } as const;

/** What makes one station of a kind differ from the next. All of it made up. */
export function particulars(kind: Kind, dice: Dice, now: EpochMs): Partial<Omit<Unindexed, 'scope' | 'doorCode'>> {
  const outdoor = isOutdoor(kind.category);
  const tended = outdoor && kind.partner === undefined && kind.category !== 'red-petrol';
  const opening = dice.oneIn(RARELY.hoursUnknown) ? tables.notKnown : dice.among(kind.hours);
  const isUnattended = opening === tables.aroundTheClock || opening === tables.dayAndNight;
  const also = kind.alsoSome.filter(() => dice.oneIn(5));
  return {
    opening,
    features: [
      ...new Set([
        ...featuresOfKind(kind.category),
        ...(kind.alsoAll ?? []),
        ...also,
        ...(tended && isUnattended ? (['smart'] as const) : []),
        ...(kind.category === 'red-petrol' && dice.oneIn(20) ? (['driver-home'] as const) : []),
      ]),
    ],
    facilities: facilitiesOf(kind, also.includes('mother-baby') ? ['nursing-room'] : [], dice, now),
    areaM2: kind.partner === undefined ? areaOf(kind, dice) : null,
    openedOn: `${dice.between(2018, 2025)}-${String(dice.between(1, 12)).padStart(2, '0')}`,
    services: tended ? ['代收快递', '公益理发', '法律咨询', '手机贴膜'].filter(() => dice.oneIn(4)) : [],
    meals: kind.tier === 3 && dice.oneIn(8) ? [lunch] : [],
    swap: tended && dice.oneIn(9) ? { operator: '中国铁塔', slots: dice.among([8, 12, 16]) } : null,
    waterQuota: tended && dice.oneIn(6) ? 2 : null,
    awards:
      tended && dice.oneIn(25) ? [{ name: '最美户外职工驿站', year: dice.between(2021, 2025), level: 'district' }] : [],
    grades: tended ? gradesOf(dice) : [],
    outlet: kind.partner === undefined ? null : agreementWith(kind.partner, dice, now),
    closure: dice.oneIn(RARELY.closed) ? closureAround(now, dice) : null,
  };
}

const lunch = { name: '午间套餐', priceYuan: 18, about: '两荤两素', hours: '周一至周五 11:00-13:00；节假日 休息' };

const areaOf = ({ tier }: Kind, dice: Dice): number =>
  tier === 2 || tier === 3 ? dice.between(60, 600) : dice.between(12, 90);

/** How many of a thing there usually are; one where nothing is said. */
const usualCount: Partial<Record<FacilityCode, readonly [least: number, most: number]>> = {
  seating: [4, 16],
  charging: [4, 12],
  recliner: [2, 4],
  books: [40, 300],
  lockers: [8, 24],
};

function facilitiesOf(kind: Kind, more: readonly FacilityCode[], dice: Dice, now: EpochMs): Facility[] {
  const codes = [...kind.facilities, ...kind.extras.filter(() => dice.oneIn(3)), ...more];
  const today = startOfDay(shanghaiDay(now));
  const all = [...new Set(codes)].map((code): Facility => {
    const [least, most] = usualCount[code] ?? [1, 1];
    const checkedAt = EpochMs.parse(today - dice.between(24, 60 * 24) * HOUR_MS);
    return { code, count: dice.between(least, most), state: 'ok', checkedAt };
  });
  const breaks = dice.oneIn(RARELY.broken) ? dice.among(all).code : null;
  const basics = all.filter(({ code }) => facilities.some((known) => known.basic && known.code === code));
  const lacks = isOutdoor(kind.category) && dice.oneIn(RARELY.lacking) ? dice.among(basics).code : null;
  return all.map((facility) => {
    if (facility.code === breaks) return { ...facility, state: 'broken' };
    return facility.code === lacks ? { ...facility, count: 0, state: 'absent' } : facility;
  });
}

const basic = { grade: 'basic', from: ShanghaiDay.parse('2023-09-01') } as const;
const standard = { grade: 'standard', from: ShanghaiDay.parse('2024-06-01') } as const;
const enhanced = { grade: 'enhanced', from: ShanghaiDay.parse('2025-06-01') } as const;
const ways = [[basic], [basic, standard], [standard], [standard, enhanced]] as const;

const gradesOf = (dice: Dice): Unindexed['grades'] => [...dice.among(ways)];

/** Three years from the day it was signed; a few run out within the month, so that the notice is seen. */
function agreementWith(partner: string, dice: Dice, now: EpochMs): Unindexed['outlet'] {
  const today = shanghaiDay(now);
  const agreedUntil = dice.oneIn(RARELY.endingSoon)
    ? addDays(today, dice.between(3, 28))
    : addDays(today, dice.between(200, 700));
  return { partner, agreedFrom: addDays(agreedUntil, -3 * 365), agreedUntil };
}

function closureAround(now: EpochMs, dice: Dice): Unindexed['closure'] {
  const day = 24 * HOUR_MS;
  const today = startOfDay(shanghaiDay(now));
  return {
    from: EpochMs.parse(today - dice.between(1, 6) * day),
    until: EpochMs.parse(today + dice.between(5, 20) * day),
    reason: dice.among(['内部装修', '线路检修', '场地搬迁']),
  };
}
