import * as z from 'zod/mini';
import { ArticleLine } from './article';
import { Facility, FacilityCode } from './facility';
import { StationId } from './ids';
import { Closure, DayHours, OpenStatus } from './opening';
import { Place } from './place';
import { Category, Feature, Tier } from './station-kind';
import { EpochMs, ShanghaiDay } from './time';

/** What one may look for: a facility that works, or a kind of station. */
export const Offer = z.enum([...FacilityCode.options, ...Feature.options]);
export type Offer = z.infer<typeof Offer>;

/** What a list says of a cheap meal. */
export const MealView = z.object({
  name: z.string(),
  priceYuan: z.number(),
  about: z.string(),
  hours: z.string(),
  /** Whether it is served this minute; null where the hours are not known. */
  servedNow: z.nullable(z.boolean()),
});
export type MealView = z.infer<typeof MealView>;

export const Award = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(40, 'too-long')),
  year: z.int().check(z.minimum(2000), z.maximum(2100)),
  level: z.enum(['national', 'provincial', 'city', 'district']),
});
export type Award = z.infer<typeof Award>;

/** One line of a list. */
export const StationSummary = z.object({
  stationId: StationId,
  name: z.string(),
  tier: Tier,
  category: Category,
  signNo: z.nullable(z.string()),
  district: z.string(),
  street: z.string(),
  address: z.string(),
  place: z.nullable(Place),
  status: OpenStatus,
  /** From where one asked, along a great circle; null where nobody surveyed the station's place. */
  distanceM: z.nullable(z.int()),
  offers: z.array(Offer),
  /** What is there and does not work today. */
  broken: z.array(FacilityCode),
  meals: z.array(MealView),
  /** Who runs the cabinet where batteries are changed; null where there is none. */
  swapOperator: z.nullable(z.string()),
  /** The latest 最美 award, with its year and level; null where there is none. */
  finest: z.nullable(Award),
});
export type StationSummary = z.infer<typeof StationSummary>;

/** One pin of the map. */
export const StationPin = z.object({
  stationId: StationId,
  name: z.string(),
  place: Place,
  category: Category,
  state: OpenStatus.shape.state,
});
export type StationPin = z.infer<typeof StationPin>;

/** Several stations that would lie on each other; a tap zooms to `zoom`, where they part. */
export const StationCluster = z.object({ place: Place, count: z.int(), zoom: z.number() });
export type StationCluster = z.infer<typeof StationCluster>;

/** A cheap meal served at a station, e.g. ¥18 (¥25 elsewhere), two meats two vegetables, 11:00–13:00. */
export const Meal = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(30, 'too-long')),
  /** Yuan; 0 is free. */
  priceYuan: z.number().check(z.minimum(0), z.maximum(999)),
  about: z.string().check(z.trim(), z.maxLength(60, 'too-long')),
  /** When it is served; its own table, e.g. weekdays 11:00–13:00. In words of the notation of hours. */
  hours: z.string().check(z.trim(), z.maxLength(120, 'too-long')),
});
export type Meal = z.infer<typeof Meal>;

/** Where riders change batteries. Live stock is the operator's to tell: we claim none. */
export const BatterySwap = z.object({
  operator: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(30, 'too-long')),
  slots: z.int().check(z.minimum(0), z.maximum(9_999)),
});
export type BatterySwap = z.infer<typeof BatterySwap>;

/** A room or corner of a station, where an event can be placed. */
export const Zone = z.object({
  zoneId: z.string().check(z.regex(/^[a-z0-9-]{1,20}$/, 'format')),
  name: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(30, 'too-long')),
  /** People; null when nobody counted. */
  capacity: z.nullable(z.int().check(z.minimum(0), z.maximum(9_999))),
  areaM2: z.nullable(z.number().check(z.minimum(0), z.maximum(99_999))),
});
export type Zone = z.infer<typeof Zone>;

/** 基础版 · 标准版 · 加强版 (Pudong 2023). */
export const Grade = z.enum(['basic', 'standard', 'enhanced']);
export type Grade = z.infer<typeof Grade>;
export const GradeStep = z.object({ grade: Grade, from: ShanghaiDay });
export type GradeStep = z.infer<typeof GradeStep>;

/** A firm that lends its outlet as a station, under an agreement with dates. */
export const Outlet = z.object({
  partner: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(30, 'too-long')),
  agreedFrom: z.nullable(ShanghaiDay),
  agreedUntil: z.nullable(ShanghaiDay),
});
export type Outlet = z.infer<typeof Outlet>;

/** Everything a passer-by may know of a station. */
export const StationDetail = z.object({
  ...StationSummary.shape,
  city: z.string(),
  /** What its staff announced here lately, the latest first; at most three. */
  news: z.array(ArticleLine),
  phone: z.nullable(z.string()),
  areaM2: z.nullable(z.number()),
  unionName: z.string(),
  /** `YYYY`, `YYYY-MM` or a day, as precisely as it is known. */
  openedOn: z.nullable(z.string()),
  hoursText: z.string(),
  week: z.array(DayHours),
  closure: z.nullable(Closure),
  facilities: z.array(Facility),
  /** Of the six that every station should have, those that it lacks. */
  lacks: z.array(FacilityCode),
  zones: z.array(Zone),
  services: z.array(z.string()),
  swap: z.nullable(BatterySwap),
  awards: z.array(Award),
  grade: z.nullable(Grade),
  gradeHistory: z.array(GradeStep),
  partner: z.nullable(z.string()),
  /** What a visitor should read before coming in, e.g. the rules of a break room. */
  notice: z.nullable(z.string()),
  /** Bottles by scan: how many a person may take in a day, and whether any are left. Null where none are given so. */
  water: z.nullable(z.object({ dailyQuota: z.int(), left: z.enum(['enough', 'few', 'none']) })),
  /** A door that opens by code while nobody is on duty. */
  hasDoor: z.boolean(),
  /** What the caller, as staff of the station's union or one above, may do here. */
  viewer: z.object({ mayTend: z.boolean(), mayEdit: z.boolean() }),
  asOf: EpochMs,
});
export type StationDetail = z.infer<typeof StationDetail>;
