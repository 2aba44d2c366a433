import * as z from 'zod/mini';
import { roles } from '../../types/contract';
import { PersonId, UnionId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';

const StaffRole = z.object({ role: z.enum(roles), unionId: UnionId, unionName: z.string(), until: ShanghaiDay });

const Appointment = z.object({
  act: z.enum(['appoint', 'dismiss']),
  role: z.enum(roles),
  unionId: UnionId,
  by: PersonId,
  at: EpochMs,
});

export const Staff = z.object({
  _id: PersonId,
  name: z.string(),
  roles: z.array(StaffRole),
  unionIds: z.array(UnionId),
  /** Absent on a record that the provisioning wrote. */
  revision: z._default(z.int(), 0),
  history: z._default(z.array(Appointment), []),
});
export type Staff = z.infer<typeof Staff>;
export type StaffRole = z.infer<typeof StaffRole>;

export const staff = collection('staff', Staff);

/** Stores roles if nobody changed them since they were read. One round trip. */
export async function saveStaff(before: Staff, after: Staff): Promise<boolean> {
  const { _id, ...rest } = { ...after, revision: before.revision + 1 };
  const isNew = before.revision === 0 && before.roles.length === 0 && before.history.length === 0;
  if (isNew) return (await staff.insert({ _id, ...rest })) === 'inserted';
  const revision = before.revision === 0 ? { in: [0, null] } : before.revision;
  return (await staff.update({ _id, revision }, { set: rest })) === 'updated';
}
