import { RoomIndustry, categories } from '../../types/station-kind';
import type { FacilityCode } from '../../types/facility';
import { facilities } from '../../types/facility';
import type { Offer } from '../../types/station-view';
import { Offer as OfferSchema } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import { hoursOpen, openAt } from './opening-hours';
import type { StationRecord } from './records';
import { gramsOf } from './search-text';
import { talliesOf } from './station-tallies';

/** How long before its end an agreement with an outlet's firm asks for attention. Days. Source: product.md A16. */
export const AGREEMENT_NOTICE_DAYS = 30;

type Derived =
  | 'offers'
  | 'broken'
  | 'lacks'
  | 'signKey'
  | 'doorKey'
  | 'listKey'
  | 'grams'
  | 'hoursOpen'
  | 'tallies'
  | 'figures'
  | 'attention';
export type Unindexed = Omit<StationRecord, Derived>;

/** A station with everything that queries find it by. The one place where these fields are made. */
export function indexed(station: Unindexed, now: EpochMs): StationRecord {
  const findable: StationRecord = {
    ...station,
    offers: offersOf(station, now),
    broken: station.facilities.filter(({ state }) => state === 'broken').map(({ code }) => code),
    lacks: lacksOf(station),
    signKey: station.signNo === null ? `none:${station._id}` : `${station.district}:${station.signNo}`,
    doorKey: station.doorId === null ? `none:${station._id}` : `door:${station.doorId}`,
    listKey: `${station.tier ?? 9}:${station.name}:${station._id}`,
    grams: gramsOf(station.name, station.street, station.address),
    hoursOpen: hoursOpen(station.opening),
    figures: figuresOf(station),
    tallies: talliesOf(station),
    attention: [],
  };
  return { ...findable, attention: attentionOf(findable, now) };
}

/** What somebody finds here today: kinds, facilities that work, and what follows from the rest of the form. */
function offersOf(station: Unindexed, now: EpochMs): Offer[] {
  const { features, category, facilities: all, swap, meals, awards, waterQuota, opening } = station;
  const working = all.filter(({ state }) => state === 'ok').map(({ code }) => code);
  const stretch = openAt(opening, now);
  const offers: string[] = [
    ...features,
    category,
    ...working,
    ...(working.includes('nursing-room') ? ['mother-baby'] : []),
    ...(swap === null ? [] : ['battery-swap']),
    ...(meals.length === 0 ? [] : ['meals']),
    ...(awards.some(isFinest) ? ['finest'] : []),
    ...(waterQuota === null ? [] : ['scan-water']),
    ...(stretch.open === true && stretch.allDay ? ['all-day'] : []),
  ];
  return OfferSchema.options.filter((offer) => offers.includes(offer));
}

/** 最美站点, whoever awards it and however they word it. */
export const isFinest = ({ name }: StationRecord['awards'][number]): boolean => name.includes('最美');

/** The six that an outdoor station should have; the other programmes have standards of their own. */
function lacksOf({ category, facilities: all }: Unindexed): FacilityCode[] {
  if (!isOutdoor(category)) return [];
  const present = all.filter(({ state, count }) => state !== 'absent' && count > 0).map(({ code }) => code);
  return facilities.filter(({ code, basic }) => basic && !present.includes(code)).map(({ code }) => code);
}

export const isOutdoor = (category: StationRecord['category']): boolean =>
  categories.some(({ code, outdoor }) => outdoor && code === category);

/** The figures in whose list a station is, within its district: one by each that may be asked for. */
function figuresOf({ district, tier, category, outlet, features }: Unindexed): string[] {
  const isPoint = tier === POINT_TIER;
  return [
    ...(tier === null ? [] : [`tier:${tier}`]),
    `category:${category}`,
    ...(isPoint ? [`point:${category}`] : []),
    ...(isPoint && isOutdoor(category) ? ['outdoor'] : []),
    ...(category === 'break-room' ? [`industry:${industryOf(features)}`] : []),
    ...(isPoint && category === 'volunteer-point' ? [`partner:${outlet?.partner ?? ''}`] : []),
  ].map((figure) => `${district}|${figure}`);
}

/** A room is listed once: under the first of its industries. */
const industryOf = (features: StationRecord['features']): RoomIndustry =>
  RoomIndustry.options.find((industry) => features.some((feature) => feature === industry)) ?? 'other';

/** The tier of the points whose categories a district publishes. */
export const POINT_TIER = 4;

/** The unions whose staff should look: something is broken, missing, running out or reported. */
export function attentionOf(station: StationRecord, now: EpochMs): string[] {
  const soon = addDays(shanghaiDay(now), AGREEMENT_NOTICE_DAYS);
  const until = station.outlet?.agreedUntil ?? null;
  const wanted =
    station.broken.length > 0 ||
    station.lacks.length > 0 ||
    (until !== null && until <= soon) ||
    station.live.awaitsAnswer === true;
  return wanted ? [...station.scope] : [];
}
