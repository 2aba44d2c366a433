import * as z from 'zod/mini';
import { Facility } from './facility';
import { StationId, UnionId } from './ids';
import { Opening } from './opening';
import { Place } from './place';
import { Category, Feature, Tier } from './station-kind';
import { Award, BatterySwap, GradeStep, Meal, Outlet, Zone } from './station-view';
import { EpochMs } from './time';

/** Nothing that cannot be seen: control characters and marks turn a table or a name into another one. */
const visible = z.regex(/^[^\p{C}]*$/u, 'characters');
const text = (most: number) =>
  z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(most, 'too-long'), visible);
/** Of a place: letters and digits, since ids of tallies are made of it. */
const placeName = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(most, 'too-long'),
      z.regex(/^[\p{L}\p{N}（）·-]*$/u, 'characters'),
    );

/** What staff may write about a station: everything but what others do there. */
export const StationForm = z.object({
  name: text(60),
  tier: Tier,
  /** The station of the tier above that this one belongs to; null for tier 1 and outside of the tiers. */
  parentId: z.nullable(StationId),
  category: Category,
  features: z.array(Feature).check(z.maxLength(20)),
  /** The number on the green sign, unique in a district: `99` is NO.99. */
  signNo: z.nullable(z.string().check(z.trim(), z.regex(/^[1-9]\d{0,5}$/, 'format'))),
  city: placeName(20),
  district: placeName(20),
  street: placeName(20),
  address: text(80),
  place: z.nullable(Place),
  phone: z.nullable(z.string().check(z.trim(), z.regex(/^[\d-]{5,20}$/, 'format'))),
  areaM2: z.nullable(z.number().check(z.minimum(0), z.maximum(99_999))),
  unionId: UnionId,
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  openedOn: z.nullable(
    z.string().check(z.trim(), z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'date')),
  ),
  opening: Opening,
  facilities: z.array(Facility).check(z.maxLength(40)),
  zones: z.array(Zone).check(z.maxLength(30)),
  services: z.array(text(30).check(z.regex(/^[^|]*$/, 'characters'))).check(z.maxLength(30)),
  meals: z.array(Meal).check(z.maxLength(6)),
  swap: z.nullable(BatterySwap),
  outlet: z.nullable(Outlet),
  awards: z.array(Award).check(z.maxLength(20)),
  grades: z.array(GradeStep).check(z.maxLength(20)),
  /** Bottles a person may take by scan in a day; null where water is not given so. */
  waterQuota: z.nullable(z.int().check(z.minimum(1), z.maximum(9))),
  /** The id that the door device answers to; null without one. */
  doorId: z.nullable(z.string().check(z.trim(), z.regex(/^[a-z0-9-]{3,40}$/, 'format'))),
  /** Policy note of a break room (《职工休息室管理制度》), or anything a visitor should read. */
  notice: z.nullable(
    z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'missing'),
        z.maxLength(500, 'too-long'),
        z.regex(/^(?:[^\p{C}]|\n)*$/u, 'characters'),
      ),
  ),
});
export type StationForm = z.infer<typeof StationForm>;
export type StationField = keyof StationForm;

/** One line of a station's history: who changed what, as texts that people read. */
export const StationChange = z.object({
  revision: z.int(),
  at: EpochMs,
  by: z.string(),
  office: z.string(),
  act: z.enum(['added', 'edited', 'imported', 'facility', 'closure', 'restocked', 'answered', 'assessed']),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type StationChange = z.infer<typeof StationChange>;
