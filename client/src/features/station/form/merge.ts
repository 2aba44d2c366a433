import type { Draft } from './draft';
import { draftFields } from './draft';

export type DraftField = keyof Draft;

export type Merged = {
  /** Theirs where only they changed a field, mine everywhere else. */
  readonly draft: Draft;
  /** Changed by both, and to different things: somebody has to choose. */
  readonly conflicts: readonly DraftField[];
  /** Changed by them alone. */
  readonly taken: readonly DraftField[];
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two people changed one station. What only one of them changed stands; what both changed differently is asked.
 *
 * @param base what both began with
 */
export function merge(base: Draft, mine: Draft, theirs: Draft): Merged {
  const changedByThem = draftFields.filter((field) => !same(base[field], theirs[field]));
  const taken = changedByThem.filter((field) => same(base[field], mine[field]));
  const conflicts = changedByThem.filter(
    (field) => !same(base[field], mine[field]) && !same(mine[field], theirs[field]),
  );
  return { draft: withFields(mine, taken, theirs), conflicts, taken };
}

/** One draft, with some fields of another. */
export const withFields = (draft: Draft, fields: readonly DraftField[], other: Draft): Draft => ({
  ...draft,
  ...Object.fromEntries(fields.map((field) => [field, other[field]])),
});
