import type { PersonId, UnionId } from '../../types/ids';
import { membershipsOf } from './records';
import { stands } from './membership';

/** As many people as one question may name. */
const ASKED = 1_000;

/**
 * The unions whose members these people are today, however their card stands: one that rests opens no doors, and its
 * holder has not left. Whoever is nobody's member is not in it. One round trip, none for none.
 */
export async function unionsNow(personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, UnionId>> {
  if (personIds.length === 0) return new Map();
  const found = await membershipsOf(personIds.slice(0, ASKED));
  return new Map(
    found.flatMap(({ _id, membership }) =>
      membership && stands(membership) ? [[_id, membership.unionId] as const] : [],
    ),
  );
}
