/** What two people made of one form. */
export type Merged<Draft> = {
  /** Theirs where only they changed a field, mine everywhere else. */
  readonly draft: Draft;
  /** Changed by both, and to different things: somebody has to choose. */
  readonly conflicts: readonly (keyof Draft & string)[];
  /** Changed by them alone. */
  readonly taken: readonly (keyof Draft & string)[];
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What only one of two people changed stands; what both changed differently is asked.
 *
 * @param base what both began with
 */
export function merge<Draft extends object>(
  fields: readonly (keyof Draft & string)[],
  { base, mine, theirs }: { readonly base: Draft; readonly mine: Draft; readonly theirs: Draft },
): Merged<Draft> {
  const changedByThem = fields.filter((field) => !same(base[field], theirs[field]));
  const taken = changedByThem.filter((field) => same(base[field], mine[field]));
  const conflicts = changedByThem.filter(
    (field) => !same(base[field], mine[field]) && !same(mine[field], theirs[field]),
  );
  return { draft: withFields(mine, taken, theirs), conflicts, taken };
}

/** One draft, with some fields of another. */
export const withFields = <Draft extends object>(
  draft: Draft,
  fields: readonly (keyof Draft & string)[],
  other: Draft,
): Draft => ({ ...draft, ...Object.fromEntries(fields.map((field) => [field, other[field]])) });
