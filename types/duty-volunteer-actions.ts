import * as z from 'zod/mini';
import { contract } from './contract';
import { OwnPlace } from './duty-shift';
import { Volunteer, VOLUNTEER_TERMS, VolunteerForm } from './duty-volunteer';

/** Who a volunteer is, and whether they still are one. */
export const volunteerActions = contract({
  /** What a volunteer sees first: who they are, the next shift, what waits for their word. Null for everybody else. */
  showVolunteer: {
    caller: 'person',
    input: z.object({}),
    output: z.object({
      volunteer: z.nullable(Volunteer),
      next: z.nullable(OwnPlace),
      /** Exchanges that wait for the caller's answer. */
      swapsAsked: z.int(),
    }),
    refusals: [],
    roundTrips: 3,
  },
  /** Asks to become a volunteer of a station, or changes what one said. Whom the union appointed need not wait. */
  saveVolunteer: {
    caller: 'person',
    input: z.object({ form: VolunteerForm, terms: z.literal(VOLUNTEER_TERMS) }),
    output: z.object({ volunteer: Volunteer }),
    refusals: ['station-not-found', 'name-needed', 'too-young', 'words-refused'],
    /** Five; more when the same person says so on two phones at once. */
    roundTrips: 12,
  },
  /** Stops being a volunteer: places to come are given back, the book of hours stays. */
  leaveVolunteering: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ released: z.int() }),
    refusals: ['not-a-volunteer', 'on-duty-now'],
    /** Some three for each place to come, more when others are quicker. */
    roundTrips: 240,
  },
});
