import type { DutyRole, NotMineReason } from '../../types/duty-kind';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import { audienceOf, freeIn } from './shift-index';
import type { ShiftRecord } from './shift-records';
import type { VolunteerRecord } from './volunteer-records';
import { dayNo, dayStart, nightsOf, overlapMs, weekStart } from './wall-hours';

/**
 * What protects volunteers, and says why. Standing by counts as a place: whoever is called must be able to come.
 *
 * Sources of the numbers: ours, below the hours of paid work (劳动法 36: eight a day), halved for the old; nights for
 * adults under 70 alone; from 16 on as 上海市志愿服务条例 lets minors serve who are able to.
 */
const HOUR_MS = 3_600_000;

/** On one Shanghai day. Milliseconds. */
export const DAY_CAP_MS = 8 * HOUR_MS;
/** From Monday to Sunday. Milliseconds. */
export const WEEK_CAP_MS = 24 * HOUR_MS;
/** The same for the old. Milliseconds. */
export const ELDER_DAY_CAP_MS = 4 * HOUR_MS;
export const ELDER_WEEK_CAP_MS = 12 * HOUR_MS;
/** After a shift that touches the night nothing else begins for so long. Milliseconds. */
export const REST_AFTER_NIGHT_MS = 8 * HOUR_MS;
/** Nobody comes for less than that: a gap is taken until so long before its end. Milliseconds. */
export const WORTH_COMING_MS = 30 * 60_000;
/** Years: of the shift, less that of birth. */
export const YOUNGEST = 16;
export const YOUNGEST_AT_NIGHT = 18;
export const ELDER_FROM = 70;

export type Wanted = Pick<
  ShiftRecord,
  '_id' | 'startsAt' | 'endsAt' | 'state' | 'needs' | 'places' | 'scope' | 'isCall' | 'neighbours'
>;
export type Willing = Pick<VolunteerRecord, '_id' | 'birthYear' | 'skills' | 'tags' | 'diary'>;

/**
 * Why somebody may not take a place; empty when they may. First what is true of the shift, then what is true of them.
 *
 * @param role null: any role that would do
 */
export const notMine = (shift: Wanted, role: DutyRole | null, volunteer: Willing, now: EpochMs): NotMineReason[] => [
  ...notNow(shift, volunteer, now),
  ...noPlaceFor(shift, role, volunteer),
  ...tooMuch(shift, volunteer),
];

/** The same for standing by: all places may be taken, and some role must suit. */
export const notMineToStandBy = (shift: Wanted, volunteer: Willing, now: EpochMs): NotMineReason[] => [
  ...notNow(shift, volunteer, now),
  ...(shift.needs.some(({ skill }) => isSkilled(volunteer, skill)) ? [] : ['skill-missing' as const]),
  ...tooMuch(shift, volunteer),
];

function notNow(shift: Wanted, { _id, tags }: Willing, now: EpochMs): NotMineReason[] {
  const audience = audienceOf(shift);
  return [
    ...(shift.state === 'called-off' ? ['called-off' as const] : []),
    ...(Object.hasOwn(shift.places, _id) ? ['mine-already' as const] : []),
    ...(shift.state === 'closed' || now >= shift.endsAt - WORTH_COMING_MS ? ['begun' as const] : []),
    ...(tags.some((tag) => audience.includes(tag)) ? [] : ['not-for-you' as const]),
  ];
}

function noPlaceFor(shift: Wanted, role: DutyRole | null, volunteer: Willing): NotMineReason[] {
  const free = shift.needs.filter((need) => (role === null || need.role === role) && freeIn(shift, need.role) > 0);
  if (free.length === 0) return ['full'];
  return free.some(({ skill }) => isSkilled(volunteer, skill)) ? [] : ['skill-missing'];
}

const isSkilled = ({ skills }: Willing, skill: Wanted['needs'][number]['skill']): boolean =>
  skill === null || skills.includes(skill);

/** Age, rest and caps, beside everything else that they have taken on. */
function tooMuch(shift: Wanted, { birthYear, diary }: Willing): NotMineReason[] {
  const others = Object.entries(diary).flatMap(([id, engagement]) => (id === shift._id ? [] : [engagement]));
  const age = Number(shanghaiDay(shift.startsAt).slice(0, 4)) - birthYear;
  const isElder = age >= ELDER_FROM;
  const nights = nightsOf(shift);
  const nightsBeside = new Set(others.flatMap(nightsOf));
  const all = [...others, shift];
  const sumIn = (from: number, until: number): number =>
    all.reduce((sum, span) => sum + overlapMs(span, from, until), 0);
  const days = Array.from(
    { length: dayNo(shift.endsAt - 1) - dayNo(shift.startsAt) + 1 },
    (_, nth) => dayNo(shift.startsAt) + nth,
  );
  const dayIsFull = days.some(
    (day) => sumIn(dayStart(day), dayStart(day + 1)) > (isElder ? ELDER_DAY_CAP_MS : DAY_CAP_MS),
  );
  const weekIsFull = [...new Set(days.map(weekStart))].some(
    (monday) => sumIn(dayStart(monday), dayStart(monday + 7)) > (isElder ? ELDER_WEEK_CAP_MS : WEEK_CAP_MS),
  );
  return [
    ...(age < YOUNGEST ? ['too-young' as const] : []),
    ...(nights.length > 0 && age < YOUNGEST_AT_NIGHT ? ['night-too-young' as const] : []),
    ...(nights.length > 0 && isElder ? ['night-too-old' as const] : []),
    ...(others.some((span) => overlapMs(span, shift.startsAt, shift.endsAt) > 0) ? ['overlaps' as const] : []),
    ...(others.some((span) => isTooSoon(span, shift) || isTooSoon(shift, span)) ? ['too-little-rest' as const] : []),
    ...(nights.some((night) => nightsBeside.has(night - 1) || nightsBeside.has(night + 1))
      ? ['night-after-night' as const]
      : []),
    ...(dayIsFull ? ['day-full' as const] : []),
    ...(weekIsFull ? ['week-full' as const] : []),
  ];
}

type Span = Pick<ShiftRecord, 'startsAt' | 'endsAt'>;

/** One ends in or through the night, and the other begins before its rest is over. */
const isTooSoon = (night: Span, next: Span): boolean =>
  nightsOf(night).length > 0 && next.startsAt >= night.endsAt && next.startsAt < night.endsAt + REST_AFTER_NIGHT_MS;
