import type { Role } from '../../types/contract';
import type { PersonId, UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { UnionRecord } from './records';
import { unions } from './records';
import type { Staff, StaffRole } from './staff-records';
import { staff } from './staff-records';

/** The door to whose card a code is of. Three round trips at most. */
export { cardHolder } from './card-check';

/** The door to who somebody is as a guest of the union. */
export { guestFacts } from './guest-facts';
export type { GuestFacts } from './guest-facts';

/** The door to which document the union has seen of somebody. */
export { documentSeen } from './document-seen';
export type { DocumentSeen } from './document-seen';

/** The door to whose member somebody still is. */
export { unionsNow } from './unions-now';
export type { Belongs } from './unions-now';

/** What somebody may do on a day: roles that have not run out, each for a union and all those below it. */
export type Standing = {
  readonly personId: PersonId;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  holds(wanted: readonly Role[]): boolean;
  unionsAs(wanted: readonly Role[]): UnionId[];
  /** Whether one of the roles reaches a case that lies before these offices, the lowest first. */
  covers(offices: readonly string[], wanted: readonly Role[]): boolean;
  /** The union in whose name the person acts there: of a role that reaches it, not of one held beside it. */
  officeFor(offices: readonly string[], wanted: readonly Role[]): string;
};

/** The door to who somebody is here. One round trip. */
export const standingOf = async (personId: PersonId, at: EpochMs): Promise<Standing> =>
  standing(personId, await staff.get(personId), at);

/** As many unions as one question may name. */
const UNIONS_ASKED = 500;

/** Unions by id, with the offices above each. Those that do not exist are left out. One round trip, none for none. */
export const unionsById = async (ids: readonly UnionId[]): Promise<UnionRecord[]> =>
  ids.length === 0
    ? []
    : unions.find({ _id: { in: [...new Set(ids)].slice(0, UNIONS_ASKED) } }, { limit: UNIONS_ASKED });

/** The same, by their full names; two of one name are both found. */
export const unionsByName = async (names: readonly string[]): Promise<UnionRecord[]> =>
  names.length === 0
    ? []
    : unions.find({ name: { in: [...new Set(names)].slice(0, UNIONS_ASKED) } }, { limit: UNIONS_ASKED });

/**
 * The door to who holds one of these roles for one of these unions themselves on a day; a role of a union above is not
 * meant. One round trip.
 */
export async function staffOf(
  unionIds: readonly UnionId[],
  wanted: readonly Role[],
  at: EpochMs,
): Promise<{ readonly personId: PersonId; readonly unionId: UnionId }[]> {
  if (unionIds.length === 0) return [];
  const found = await staff.find({ unionIds: { in: unionIds } }, { limit: STAFF_ASKED });
  return found.flatMap((record) =>
    standing(record._id, record, at)
      .unionsAs(wanted)
      .filter((unionId) => unionIds.includes(unionId))
      .map((unionId) => ({ personId: record._id, unionId })),
  );
}

/** More than a union and those above it have. */
const STAFF_ASKED = 300;

export function standing(personId: PersonId, record: Staff | null, at: EpochMs): Standing {
  const today = shanghaiDay(at);
  const current = (record?.roles ?? []).filter((role) => today <= role.until);
  const unionsAs = (wanted: readonly Role[]): UnionId[] => [
    ...new Set(current.filter((role) => wanted.includes(role.role)).map((role) => role.unionId)),
  ];
  return {
    personId,
    name: record?.name ?? '',
    roles: current,
    holds: (wanted) => current.some((role) => wanted.includes(role.role)),
    unionsAs,
    covers: (offices, wanted) => unionsAs(wanted).some((unionId) => offices.includes(unionId)),
    officeFor: (offices, wanted) =>
      current.find((role) => wanted.includes(role.role) && offices.includes(role.unionId))?.unionName ?? '',
  };
}
