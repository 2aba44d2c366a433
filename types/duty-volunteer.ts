import * as z from 'zod/mini';
import { skills, volunteerStates } from './duty-kind';
import { StationId, VolunteerNo } from './ids';
import { EpochMs } from './time';

export const VolunteerState = z.enum(volunteerStates);

/**
 * What colleagues call somebody. Signs that nobody sees, or that turn a line round, would make a person without a name,
 * or one who seems to be somebody else.
 */
export const CalledName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'missing'),
    z.maxLength(12, 'too-long'),
    z.regex(/^(?!.*(?:\u034F|\u115F|\u1160|\u17B4|\u17B5|\u2800|\u3164|\uFFA0))[^\p{C}\p{Zl}\p{Zp}]+$/u, 'characters'),
  );

export const VolunteerForm = z.object({
  calledName: CalledName,
  stationId: StationId,
  /** For what protects the young and the old: night shifts, hours a day. */
  birthYear: z.int().check(z.minimum(1920), z.maximum(2020)),
  skills: z.array(z.enum(skills)).check(z.maxLength(7)),
  /** Whether one's called name may stand on the station's list of thanks. */
  thanks: z.boolean(),
});
export type VolunteerForm = z.infer<typeof VolunteerForm>;

/** Which text of risks and duties a volunteer has read and agreed to (上海市志愿服务条例 17, 19). */
export const VOLUNTEER_TERMS = '2026-11';

export const Volunteer = z.object({
  number: VolunteerNo,
  state: VolunteerState,
  ...VolunteerForm.shape,
  /** A head has not looked at what they would like to be called: till then colleagues read the number. */
  nameWaits: z.boolean(),
  stationName: z.string(),
  since: EpochMs,
});
export type Volunteer = z.infer<typeof Volunteer>;
