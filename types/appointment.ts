import * as z from 'zod/mini';
import { contract, roles } from './contract';
import { PersonId, UnionId } from './ids';
import { PersonName } from './person';
import { ShanghaiDay } from './time';

/** The longest a role lasts before somebody says yes to it anew: one term of a basic union (工会法 Art. 16). Years. */
export const LONGEST_ROLE_YEARS = 3;

/** Somebody who works for one of the caller's unions, with the roles that have not run out. */
export const StaffMember = z.object({
  personId: PersonId,
  name: z.string(),
  /** The caller, whose own roles are another administrator's to decide. */
  isSelf: z.boolean(),
  roles: z.array(z.object({ role: z.enum(roles), unionId: UnionId, unionName: z.string(), until: ShanghaiDay })),
});
export type StaffMember = z.infer<typeof StaffMember>;

const administrators = { staff: ['administrator'] } as const;

/** Who may do what, for which union, until when: decided by administrators, never by oneself. */
export const appointmentActions = contract({
  listStaff: {
    caller: administrators,
    input: z.object({}),
    output: z.object({ staff: z.array(StaffMember) }),
    refusals: [],
    roundTrips: 3,
  },
  /** Gives a role, or a new last day to one that is held. The person reads out their own number (我的编号). */
  appoint: {
    caller: administrators,
    input: z.object({
      personId: PersonId,
      name: PersonName,
      role: z.enum(roles),
      unionId: UnionId,
      until: ShanghaiDay,
    }),
    output: StaffMember,
    refusals: [
      'union-not-found',
      'outside-your-unions',
      'own-role',
      'until-past',
      'until-too-far',
      'changed-meanwhile',
    ],
    roundTrips: 4,
  },
  dismiss: {
    caller: administrators,
    input: z.object({ personId: PersonId, role: z.enum(roles), unionId: UnionId }),
    output: StaffMember,
    refusals: ['union-not-found', 'outside-your-unions', 'own-role', 'role-not-held', 'changed-meanwhile'],
    roundTrips: 4,
  },
});
