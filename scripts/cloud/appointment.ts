import type { Staff } from '../../cloudfunctions/member/staff-records';
import type { PersonId, UnionId } from '../../types/ids';
import type { ShanghaiDay } from '../../types/time';
import { addDays } from '../../types/time';

/** Somebody who is to look after a union and those below it, before there is anybody who could appoint them. */
export type Appointment = {
  readonly personId: PersonId;
  readonly name: string;
  readonly unionId: UnionId;
  readonly unionName: string;
  /** The last day; null for a year from today, unless the role is held already. */
  readonly until: ShanghaiDay | null;
};

const ROLE_DAYS = 365;

/**
 * The staff record after the appointment. Other roles stay as they are.
 *
 * @returns null when it changes nothing, so that running it again tomorrow does not prolong the role by a day
 */
export function appoint(record: Staff | null, appointment: Appointment, today: ShanghaiDay): Staff | null {
  const { personId, name, unionId, unionName } = appointment;
  const held = record?.roles.find((role) => role.role === 'administrator' && role.unionId === unionId);
  const lasts = held !== undefined && held.until >= today ? held.until : addDays(today, ROLE_DAYS);
  const until = appointment.until ?? lasts;
  if (record?.name === name && held?.until === until) return null;
  const others = (record?.roles ?? []).filter((role) => role !== held);
  const roles = [...others, { role: 'administrator' as const, unionId, unionName, until }];
  const unionIds = [...new Set(roles.map((role) => role.unionId))];
  return {
    _id: personId,
    name,
    roles,
    unionIds,
    revision: (record?.revision ?? 0) + 1,
    history: record?.history ?? [],
  };
}
