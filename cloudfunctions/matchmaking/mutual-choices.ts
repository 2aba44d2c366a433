/** Two numbers that chose each other, the lower first. */
export type NumberPair = readonly [lower: number, higher: number];

/**
 * Who chose each other, and nothing else: a choice that is not returned leaves no trace in the outcome.
 *
 * @param choices what each number chose; a number that is not in it chose nobody, and nobody can choose it
 * @returns each pair once, in the order of numbers
 */
export const mutualPairs = (choices: ReadonlyMap<number, readonly number[]>): NumberPair[] =>
  [...choices]
    .flatMap(([number, chosen]) =>
      [...new Set(chosen)]
        .filter((other) => number < other && (choices.get(other) ?? []).includes(number))
        .map((other): NumberPair => [number, other]),
    )
    .sort(([one, its], [other, theirs]) => one - other || its - theirs);
