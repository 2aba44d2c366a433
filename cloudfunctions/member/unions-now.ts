import type { PersonId, UnionId } from '../../types/ids';
import { opensDoors, stands } from './membership';
import { membershipsOf } from './records';

/** As many people as one question may name. */
const ASKED = 1_000;

/** Of which union somebody is a member, and whether their card opens doors: one that rests does not. */
export type Belongs = { readonly unionId: UnionId; readonly isMember: boolean };

/**
 * The unions whose members these people are today, however their card stands: whose card rests has not left. Whoever is
 * nobody's member is not in it. One round trip for each thousand, none for none.
 */
export async function unionsNow(personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Belongs>> {
  const asked = [...new Set(personIds)];
  const parts = Array.from({ length: Math.ceil(asked.length / ASKED) }, (_, nth) =>
    asked.slice(nth * ASKED, (nth + 1) * ASKED),
  );
  const found = await Promise.all(parts.map(membershipsOf));
  return new Map(
    found.flat().flatMap(({ _id, membership }) => {
      if (!membership || !stands(membership)) return [];
      return [[_id, { unionId: membership.unionId, isMember: opensDoors(membership.state) }] as const];
    }),
  );
}
