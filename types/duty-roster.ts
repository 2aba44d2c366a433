import * as z from 'zod/mini';
import { contract } from './contract';
import { dutyRoles, skills } from './duty-kind';
import { StationId, TemplateId } from './ids';
import { EpochMs, ShanghaiDay } from './time';

export const DutyRole = z.enum(dutyRoles);
export const Skill = z.enum(skills);

/** Minutes after midnight in Shanghai. */
const Minute = z.int().check(z.minimum(0), z.maximum(1_440));

/** How many people one role of a shift needs. */
export const Need = z.object({
  role: DutyRole,
  count: z.int().check(z.minimum(1), z.maximum(20)),
  skill: z.nullable(Skill),
});
export type Need = z.infer<typeof Need>;

/** A rule of the roster: on these weekdays, from then to then, so many people. */
export const ShiftTemplate = z.object({
  templateId: TemplateId,
  /** 上午班, or a studio's name. */
  title: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(20, 'too-long')),
  /** Who sits in turn, week by week: 六个工作室轮值. Empty where nobody does. Shown to everybody. */
  turns: z
    .array(z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(20, 'too-long')))
    .check(z.maxLength(12)),
  /** 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1, 'missing'), z.maxLength(7)),
  from: Minute,
  /** At or before `from`: it ends on the next day. */
  until: Minute,
  needs: z.array(Need).check(z.minLength(1, 'missing'), z.maxLength(5)),
  /** People who stand by in case somebody does not come. */
  standby: z.int().check(z.minimum(0), z.maximum(5)),
  firstDay: ShanghaiDay,
  /** Null: until further notice. */
  lastDay: z.nullable(ShanghaiDay),
  skipsHolidays: z.boolean(),
});
export type ShiftTemplate = z.infer<typeof ShiftTemplate>;

export const RosterForm = z.object({
  templates: z.array(ShiftTemplate).check(z.maxLength(30)),
  /** A place may be given back until so many hours before the shift. */
  releaseHours: z.int().check(z.minimum(0), z.maximum(168)),
  /** Exchanges wait for the head of the station. */
  swapNeedsHead: z.boolean(),
});
export type RosterForm = z.infer<typeof RosterForm>;

/** So far ahead shifts are made. Days. */
export const ROSTER_AHEAD_DAYS = 28;

/** Who makes a station's roster and answers for it. */
export const dutyHeads = { staff: ['station-head', 'clerk', 'administrator'] } as const;

export const rosterActions = contract({
  showRoster: {
    caller: dutyHeads,
    input: z.object({ stationId: StationId }),
    output: z.object({
      stationId: StationId,
      stationName: z.string(),
      /** 0: there is no roster yet. */
      revision: z.int(),
      form: RosterForm,
      madeUpTo: z.nullable(ShanghaiDay),
    }),
    refusals: ['station-not-found', 'outside-your-unions'],
    roundTrips: 3,
  },
  /** Which shifts the rules give in the next four weeks, and which holidays they leave out, before anything is saved. */
  previewRoster: {
    caller: dutyHeads,
    input: z.object({ form: RosterForm }),
    output: z.object({
      shifts: z.int(),
      /** Of everybody who would be needed. */
      places: z.int(),
      hours: z.number(),
      leftOut: z.array(z.object({ day: ShanghaiDay, holiday: z.string() })),
      /** Two rules that ask for the same role at the same time. */
      overlapping: z.array(z.object({ one: TemplateId, other: TemplateId })),
    }),
    refusals: ['times-wrong'],
    roundTrips: 1,
  },
  /**
   * Saves the rules, and makes, changes and calls off the shifts of the next four weeks by them. A shift that somebody
   * has taken keeps its time and its people; one that the rules no longer know is called off only if nobody has it.
   */
  saveRoster: {
    caller: dutyHeads,
    input: z.object({ stationId: StationId, revision: z.int().check(z.minimum(0)), form: RosterForm }),
    output: z.object({
      revision: z.int(),
      made: z.int(),
      changed: z.int(),
      calledOff: z.int(),
      /** Shifts that stay as they are since people have taken them. */
      kept: z.array(z.object({ day: ShanghaiDay, startsAt: EpochMs })),
      /** Changes that are more than one call makes, and follow within minutes. */
      later: z.int(),
    }),
    refusals: ['station-not-found', 'outside-your-unions', 'changed-meanwhile', 'times-wrong'],
    /** Made in one insert; each that changes is one more. */
    roundTrips: 260,
  },
  /** Which studio sits when, this week and next: for whoever wants to come. Names no volunteer. */
  showSittings: {
    caller: 'anyone',
    input: z.object({ stationId: StationId }),
    output: z.object({
      sittings: z.array(
        z.object({ title: z.string(), who: z.nullable(z.string()), startsAt: EpochMs, endsAt: EpochMs }),
      ),
    }),
    refusals: [],
    roundTrips: 1,
  },
});
