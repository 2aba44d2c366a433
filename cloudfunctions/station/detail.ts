import type { StationDetail } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import { hoursText } from './hours-text';
import { weekOf } from './opening-hours';
import type { StationRecord } from './records';
import { summaryOf } from './view';

/** Fewer bottles than this are worth saying. */
export const FEW_BOTTLES = 6;

/** Everything a passer-by may know of a station. */
export function detailOf(
  station: StationRecord,
  viewer: StationDetail['viewer'],
  beside: { readonly bottles: number; readonly news: StationDetail['news'] },
  now: EpochMs,
): StationDetail {
  const { phone, areaM2, openedOn, opening, closure, facilities, lacks, zones, services } = station;
  const { swap, awards, grades, outlet, waterQuota, doorId, offices, notice } = station;
  return {
    ...summaryOf(station, null, now),
    city: station.city,
    news: beside.news,
    phone,
    areaM2,
    unionName: offices[0]?.name ?? '',
    openedOn,
    hoursText: hoursText(opening),
    week: weekOf(opening, shanghaiDay(now)),
    closure: closure !== null && now < closure.until ? closure : null,
    facilities,
    lacks,
    zones,
    services,
    swap,
    awards,
    grade: currentGrade(grades, now),
    gradeHistory: grades,
    partner: outlet?.partner ?? null,
    water: waterQuota === null ? null : { dailyQuota: waterQuota, left: shelf(beside.bottles) },
    hasDoor: doorId !== null,
    notice,
    viewer,
    asOf: now,
  };
}

function currentGrade(grades: StationRecord['grades'], now: EpochMs): StationDetail['grade'] {
  const today = shanghaiDay(now);
  const begun = grades.filter(({ from }) => from <= today).sort((one, other) => (one.from < other.from ? 1 : -1));
  return begun[0]?.grade ?? null;
}

function shelf(bottles: number): 'enough' | 'few' | 'none' {
  if (bottles <= 0) return 'none';
  return bottles < FEW_BOTTLES ? 'few' : 'enough';
}
