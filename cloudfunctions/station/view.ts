import * as z from 'zod/mini';
import type { OpenStatus } from '../../types/opening';
import type { Place } from '../../types/place';
import type { StationPin, StationSummary } from '../../types/station-view';
import { Award } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import { parseHours } from './hours-text';
import { onDutyNow } from './on-duty';
import { statusOf } from './open-status';
import { openAt } from './opening-hours';
import { distanceM, placeOf } from './place';
import { StationRecord } from './records';
import { isFinest } from './station-index';

/** What a list needs of a station: a twentieth of the document. */
const Listed = z.pick(StationRecord, {
  _id: true,
  name: true,
  tier: true,
  category: true,
  signNo: true,
  district: true,
  street: true,
  address: true,
  place: true,
  opening: true,
  closure: true,
  live: true,
  offers: true,
  broken: true,
  meals: true,
  swap: true,
  awards: true,
  listKey: true,
});
export type Listed = z.infer<typeof Listed>;
export const listed: Excerpt<Listed> = { schema: Listed, fields: Object.keys(Listed.shape) };

/** Whether it is open, by everything that is known now. */
export const statusNow = (
  { opening, closure, live }: Pick<StationRecord, 'opening' | 'closure' | 'live'>,
  now: EpochMs,
): OpenStatus =>
  statusOf({ opening, closure, onDuty: onDutyNow(live, now), witnesses: Object.values(live.statements) }, now);

export function summaryOf(station: Listed, from: Place | null, now: EpochMs): StationSummary {
  const place = station.place === null ? null : placeOf(station.place);
  const { _id, name, tier, category, signNo, district, street, address, offers, broken } = station;
  return {
    stationId: _id,
    name,
    tier,
    category,
    signNo,
    district,
    street,
    address,
    place,
    status: statusNow(station, now),
    distanceM: place === null || from === null ? null : Math.round(distanceM(from, place)),
    offers,
    broken,
    meals: station.meals.map((meal) => ({ ...meal, servedNow: isServed(meal.hours, now) })),
    swapOperator: station.swap?.operator ?? null,
    finest: finestOf(station.awards),
  };
}

/** Of several the latest; of one year the highest. */
const finestOf = (awards: Listed['awards']): StationSummary['finest'] =>
  awards
    .filter(isFinest)
    .toSorted((one, other) => other.year - one.year || levels.indexOf(one.level) - levels.indexOf(other.level))[0] ??
  null;

const levels = Award.shape.level.options;

/** By the meal's own hours; the station may be open without it. */
function isServed(hours: string, now: EpochMs): boolean | null {
  const opening = parseHours(hours);
  if (!opening.ok) return null;
  const { open } = openAt(opening.value, now);
  return open === 'unknown' ? null : open;
}

export const pinOf = ({ stationId, name, place, category, status }: StationSummary): StationPin[] =>
  place === null ? [] : [{ stationId, name, place, category, state: status.state }];
