import { LONGEST_ROLE_YEARS } from '../../types/appointment';
import type { StaffMember } from '../../types/appointment';
import type { Role } from '../../types/contract';
import type { PersonId, UnionId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { Staff, StaffRole } from './staff-records';

export const newStaff = (personId: PersonId, name: string): Staff => ({
  _id: personId,
  name,
  roles: [],
  unionIds: [],
  revision: 0,
  history: [],
});

/** Who decides, and when. */
export type By = { readonly by: PersonId; readonly at: EpochMs };

/**
 * Gives a role for one union; the same role held there already gets the new last day. The name stays while any role is
 * held: whoever gives one more role does not rename somebody whom others appointed.
 */
export function appointed(
  staff: Staff,
  name: string,
  role: StaffRole,
  { by, at }: By,
): Result<Staff, 'until-past' | 'until-too-far'> {
  const today = shanghaiDay(at);
  if (role.until < today) return refuse('until-past');
  if (role.until > inYears(today, LONGEST_ROLE_YEARS)) return refuse('until-too-far');
  const others = staff.roles.filter((held) => !isSame(held, role));
  const named = staff.roles.some((held) => held.until >= today) ? staff : { ...staff, name };
  return agree(withRoles(named, [...others, role], { act: 'appoint', role: role.role, unionId: role.unionId, by, at }));
}

export function dismissed(staff: Staff, role: Role, unionId: UnionId, { by, at }: By): Result<Staff, 'role-not-held'> {
  const others = staff.roles.filter((held) => !isSame(held, { role, unionId }));
  if (others.length === staff.roles.length) return refuse('role-not-held');
  return agree(withRoles(staff, others, { act: 'dismiss', role, unionId, by, at }));
}

export function wasDismissedBy({ history }: Staff, role: Role, unionId: UnionId, { by }: By): boolean {
  const last = history.at(-1);
  return last?.act === 'dismiss' && last.role === role && last.unionId === unionId && last.by === by;
}

const isSame = (held: StaffRole, { role, unionId }: Pick<StaffRole, 'role' | 'unionId'>): boolean =>
  held.role === role && held.unionId === unionId;

const withRoles = (staff: Staff, roles: StaffRole[], event: Staff['history'][number]): Staff => ({
  ...staff,
  roles,
  unionIds: [...new Set(roles.map((role) => role.unionId))],
  history: [...staff.history, event],
});

/** 29 February becomes 1 March in a common year only as text would sort: enough for a last day. */
const inYears = (day: ShanghaiDay, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** As administrators read it: roles that have run out are not shown. */
export const staffView = (staff: Staff, { by, at }: By): StaffMember => ({
  personId: staff._id,
  name: staff.name,
  isSelf: staff._id === by,
  roles: staff.roles.filter((role) => role.until >= shanghaiDay(at)),
});
