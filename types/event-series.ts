import * as z from 'zod/mini';
import { contract } from './contract';
import { Audience, Cover, EventForm, EventKind, FamilyRule, FormField, Quota } from './event-form';
import { EventId, SeriesId } from './ids';
import { ShanghaiDay } from './time';

/** Minutes after midnight in Shanghai. */
const Minute = z.int().check(z.minimum(0), z.maximum(1_440));

/** When a series comes. Days of public holidays are left out where it says so. */
export const SeriesRule = z.object({
  /** `month`: the nth of its weekdays in every month, e.g. the second Tuesday. */
  every: z.enum(['day', 'week', 'month']),
  /** 1 Monday … 7 Sunday; empty for every day. */
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  /** For `month`: 1 to 4, or 5 for the last. */
  nth: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  from: Minute,
  until: Minute,
  firstDay: ShanghaiDay,
  lastDay: ShanghaiDay,
  skipsHolidays: z.boolean(),
});
export type SeriesRule = z.infer<typeof SeriesRule>;

/** What comes on one of the dates, in turn: 每天1个小时、服务不重样. */
export const SeriesTurn = z.object({
  title: EventForm.shape.title,
  kind: EventKind,
  cover: Cover,
  text: EventForm.shape.text,
  provider: EventForm.shape.provider,
});
export type SeriesTurn = z.infer<typeof SeriesTurn>;

export const SeriesForm = z.object({
  name: EventForm.shape.title,
  unionId: EventForm.shape.unionId,
  stationId: EventForm.shape.stationId,
  zoneId: EventForm.shape.zoneId,
  rule: SeriesRule,
  /** At least one; the first date has the first, and so on around. */
  turns: z.array(SeriesTurn).check(z.minLength(1, 'missing'), z.maxLength(31)),
  /** Registration opens so many days before each date, at 8:00. */
  opensDaysBefore: z.int().check(z.minimum(0), z.maximum(60)),
  /** And closes so many minutes before it begins. */
  closesMinutesBefore: z.int().check(z.minimum(0), z.maximum(10_080)),
  audience: Audience,
  quotas: z.array(Quota).check(z.maxLength(5)),
  family: z.nullable(FamilyRule),
  fields: z.array(FormField).check(z.maxLength(15)),
  walkIns: z.boolean(),
  fee: EventForm.shape.fee,
  programme: EventForm.shape.programme,
  contact: EventForm.shape.contact,
});
export type SeriesForm = z.infer<typeof SeriesForm>;

/** So far ahead events of a series are made. Days. */
export const SERIES_AHEAD_DAYS = 28;

const organisers = { staff: ['clerk', 'administrator', 'station-head'] } as const;

export const seriesActions = contract({
  /** Which dates a rule gives, and which holidays it leaves out, before anything is written. */
  previewSeries: {
    caller: organisers,
    input: z.object({ rule: SeriesRule }),
    output: z.object({
      days: z.array(ShanghaiDay),
      leftOut: z.array(z.object({ day: ShanghaiDay, holiday: z.string() })),
    }),
    refusals: [],
    roundTrips: 1,
  },
  /** Publishes a series, or changes it: events that are to come and that nobody changed by hand follow. */
  saveSeries: {
    caller: organisers,
    input: z.object({
      seriesId: z.nullable(SeriesId),
      /** Of the form that was read; 0 for a new one. */
      revision: z.int(),
      form: SeriesForm,
      /** Draws the id of a new one, so that a retry makes no second. */
      requestKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/, 'format')),
      /** Changes hold from this day on. */
      fromDay: ShanghaiDay,
    }),
    output: z.object({
      seriesId: SeriesId,
      made: z.int(),
      changed: z.int(),
      /** Dates on which the room was taken: nothing was made there. */
      roomTaken: z.array(ShanghaiDay),
      /** Dates that kept their places or time, since people have registered. */
      kept: z.array(ShanghaiDay),
    }),
    refusals: [
      'series-not-found',
      'station-not-found',
      'zone-not-found',
      'outside-your-unions',
      'changed-meanwhile',
      'times-wrong',
      'quotas-wrong',
      'fields-wrong',
    ],
    /** Some four for each date. */
    roundTrips: 200,
  },
  showSeriesForm: {
    caller: organisers,
    input: z.object({ seriesId: SeriesId }),
    output: z.object({
      seriesId: SeriesId,
      revision: z.int(),
      form: SeriesForm,
      events: z.array(z.object({ eventId: EventId, day: ShanghaiDay, title: z.string() })),
    }),
    refusals: ['series-not-found', 'outside-your-unions'],
    roundTrips: 3,
  },
  /** No more dates; those already published stay, and are called off one by one. */
  endSeries: {
    caller: organisers,
    input: z.object({ seriesId: SeriesId, revision: z.int() }),
    output: z.object({ seriesId: SeriesId }),
    refusals: ['series-not-found', 'outside-your-unions', 'changed-meanwhile'],
    roundTrips: 4,
  },
});
