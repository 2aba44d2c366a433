/** A group of fewer visits than this is not shown: in a small group a number is a person. */
export const SMALLEST_SHOWN = 5;

export type GroupCount<Group> = { readonly group: Group; readonly visits: number };
export type ShownCount<Group> = { readonly group: Group; readonly visits: number | null };

/**
 * Visits by group, so that nobody can work a hidden number out from the total and the numbers that are shown.
 *
 * Groups below five are hidden, those without a visit among them, so that one visit may be anybody's. Where what is left
 * of the total would still tell a hidden number, because only one group is hidden or all hidden ones must be at their
 * most, the smallest of the others are hidden too. Shown ones come first, the largest before the others; where nothing is
 * hidden, groups without a visit are left out.
 *
 * One report of five groups or more has nothing to hide behind: the one in which every group has exactly four visits.
 *
 * @param counts every group there is, those without a visit too
 */
export function shownGroups<Group>(counts: readonly GroupCount<Group>[]): ShownCount<Group>[] {
  const largestFirst = counts.toSorted((one, other) => other.visits - one.visits);
  const small = largestFirst.filter(({ visits }) => visits < SMALLEST_SHOWN);
  const large = largestFirst.slice(0, largestFirst.length - small.length);
  if (small.every(({ visits }) => visits === 0)) return large;
  // All of the same size, or the order of the list would tell which of them is the small one.
  const hiddenToo = isTold(small) ? (large.at(-1)?.visits ?? 0) : 0;
  const shown = large.filter(({ visits }) => visits > hiddenToo);
  const kept = new Set(shown.map(({ group }) => group));
  const hidden = counts.filter(({ group }) => !kept.has(group));
  return [...shown, ...hidden.map(({ group }) => ({ group, visits: null }))];
}

/**
 * Visits by group of several stations: the sum of what each of them shows, and null where none of them shows a group.
 *
 * Whoever reads this and the report of every station but one learns no more of that one than its own report tells. The
 * price: small numbers are left out, so a sum may be below what truly came; it is never above.
 *
 * @param reports each station's own, as `shownGroups` leaves it
 */
export function sumOfShown<Group>(reports: readonly (readonly ShownCount<Group>[])[]): ShownCount<Group>[] {
  const sums = new Map<Group, number | null>();
  for (const { group, visits } of reports.flat()) {
    const sum = sums.get(group) ?? null;
    sums.set(group, visits === null ? sum : (sum ?? 0) + visits);
  }
  const all = [...sums].map(([group, visits]) => ({ group, visits }));
  // No shown sum is 0: the hidden ones come last.
  return all.toSorted((one, other) => (other.visits ?? 0) - (one.visits ?? 0));
}

/** Whether the sum of groups, each known to be below five, tells what each of them is. */
function isTold<Group>(small: readonly GroupCount<Group>[]): boolean {
  const sum = small.reduce((total, { visits }) => total + visits, 0);
  return small.length === 1 || sum === small.length * (SMALLEST_SHOWN - 1);
}
