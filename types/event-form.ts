import * as z from 'zod/mini';
import { covers, eventKinds, quotaGroups } from './event-kind';
import type { EventKind as Kind } from './event-kind';
import { StationId, UnionId } from './ids';
import { Occupation } from './occupation';
import { EpochMs } from './time';

/** Nothing that cannot be seen, but line breaks where a text has lines. */
const line = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(most, 'too-long'),
      z.regex(/^[^\p{C}\u2028\u2029]*$/u, 'characters'),
    );
const lines = (most: number) =>
  z.string().check(z.trim(), z.maxLength(most, 'too-long'), z.regex(/^(?:[^\p{C}\u2028\u2029]|\n)*$/u, 'characters'));

export const EventKind = z.enum(eventKinds.map(({ code }) => code) as [Kind, ...Kind[]]);
export const Cover = z.enum(covers);
export const QuotaGroup = z.enum(quotaGroups);

/** One time at which people come together; an event of several is registered for as a whole and attended one by one. */
export const EventSession = z.object({ startsAt: EpochMs, endsAt: EpochMs });
export type EventSession = z.infer<typeof EventSession>;

export const Audience = z.object({
  /** `union-members`: members of the event's union or of one below it. */
  who: z.enum(['everyone', 'members', 'union-members']),
  /** Empty: every occupation. */
  occupations: z.array(Occupation).check(z.maxLength(19)),
  /** Years, both included. People say themselves that they are; nobody looks at an ID card for it. */
  age: z.nullable(
    z.object({
      from: z.int().check(z.minimum(0), z.maximum(120)),
      upTo: z.int().check(z.minimum(0), z.maximum(120)),
    }),
  ),
});
export type Audience = z.infer<typeof Audience>;

/** So many places for one group. Quotas of an event add up to its places; each group has at most one. */
export const Quota = z.object({ group: QuotaGroup, places: z.int().check(z.minimum(1), z.maximum(2_000)) });
export type Quota = z.infer<typeof Quota>;

/** One adult and their children, registered in one go: all get a place or none. */
export const FamilyRule = z.object({
  mostChildren: z.int().check(z.minimum(1), z.maximum(5)),
  /** Years, both included. */
  ageFrom: z.int().check(z.minimum(0), z.maximum(17)),
  ageUpTo: z.int().check(z.minimum(0), z.maximum(17)),
});
export type FamilyRule = z.infer<typeof FamilyRule>;

export const fieldKinds = ['text', 'choice', 'choices', 'number', 'yes-no'] as const;

/** A question of the registration form. */
export const FormField = z.object({
  fieldId: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,19}$/, 'format')),
  label: line(40),
  kind: z.enum(fieldKinds),
  /** What can be chosen; empty for the other kinds. */
  options: z.array(line(30)).check(z.maxLength(12)),
  isRequired: z.boolean(),
  /** Sealed, shown to the organiser only after a named purpose. */
  isSensitive: z.boolean(),
  /** Asked only where an earlier question was answered so. `true` and `false` for yes-no. */
  askedIf: z.nullable(z.object({ fieldId: z.string(), answer: z.union([z.string(), z.boolean()]) })),
  /** Answers are deleted so many days after the event. */
  purgeDays: z.int().check(z.minimum(0), z.maximum(180)),
});
export type FormField = z.infer<typeof FormField>;

/** Answers by field. Numbers are numbers, choices lists, yes-no booleans. */
export const Answers = z.record(
  z.string().check(z.maxLength(20)),
  z.union([
    z.string().check(z.maxLength(300, 'too-long')),
    z.number(),
    z.boolean(),
    z.array(z.string().check(z.maxLength(30))).check(z.maxLength(12)),
  ]),
);
export type Answers = z.infer<typeof Answers>;

/** What staff write about an event. */
export const EventForm = z.object({
  title: line(40),
  kind: EventKind,
  cover: Cover,
  text: lines(3_000),
  /** Who gives it, e.g. 上海市第九人民医院. */
  provider: z.nullable(line(40)),
  /** In whose name; staff of this union and those above look after it. */
  unionId: UnionId,
  stationId: StationId,
  /** A room of the station, kept for this event alone while it lasts; null where none is needed. */
  zoneId: z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,20}$/, 'format'))),
  sessions: z.array(EventSession).check(z.minLength(1, 'missing'), z.maxLength(30)),
  /** Registration is open in [opensAt, closesAt). */
  opensAt: EpochMs,
  closesAt: EpochMs,
  /** Until then a place is given back without a word; later too, but it asks to be told why. */
  cancelBy: EpochMs,
  audience: Audience,
  /** Empty: nobody registers, people walk in. */
  quotas: z.array(Quota).check(z.maxLength(5)),
  places: z.enum(['first-come', 'draw']),
  family: z.nullable(FamilyRule),
  fields: z.array(FormField).check(z.maxLength(15)),
  /** People may also come without registering, and are counted. */
  walkIns: z.boolean(),
  /** What it costs, in words; null is free. */
  fee: z.nullable(line(40)),
  /** A campaign that it belongs to, e.g. 浦工乐学 2026: its page adds its events up. */
  programme: z.nullable(line(30)),
  contact: z.nullable(line(40)),
});
export type EventForm = z.infer<typeof EventForm>;
export type EventField = keyof EventForm;
