import type { MatchReason } from '../../types/match-kind';
import { matchReasons } from '../../types/match-kind';
import type { AgeWish } from '../../types/match-profile';
import type { MatchCard } from '../../types/match-proposal';

/** As many as a matchmaker reads with care. */
const MOST = 10;
/** One thing that both like to do is little to say of two people who each named several. */
const ENOUGH_SHARED = 2;

/**
 * Each reason as a fact about two cards as the studio may read them. What somebody did not state gives none, nor do
 * words that nobody has looked at; marriages before, children, and whom somebody would like to meet are no reason.
 */
const isSo: Readonly<Record<MatchReason, (one: MatchCard, other: MatchCard) => boolean>> = {
  'ages-both-ways': (one, other) => lies(one.age, other.facts.ages) && lies(other.age, one.facts.ages),
  'same-street': (one, other) => isSame(one.facts.street, other.facts.street),
  'same-hometown': (one, other) => isSame(one.facts.hometown, other.facts.hometown),
  'same-rest-days': (one, other) => shared(one.facts.restDays, other.facts.restDays) > 0,
  'same-work-shift': (one, other) => isSame(one.facts.shift, other.facts.shift),
  // Two who do "something else" need not do the same.
  'same-occupation': (one, other) =>
    one.facts.occupation !== 'other' && isSame(one.facts.occupation, other.facts.occupation),
  'shared-interests': (one, other) => shared(one.facts.interests, other.facts.interests) >= ENOUGH_SHARED,
  'both-do-not-smoke': (one, other) => one.facts.smokes === 'never' && other.facts.smokes === 'never',
};

/** Why two people may fit; the same whichever is asked about. */
export const reasonsFor = (one: MatchCard, other: MatchCard): MatchReason[] =>
  matchReasons.filter((reason) => isSo[reason](one, other));

/** Somebody who may fit. `turn` is their place in the lists of the day. */
export type Candidate = { readonly reasons: readonly MatchReason[]; readonly turn: string };

/** Those with most reasons, and among equals whoever waits longest; nobody without a reason. */
export const foremost = <Person extends Candidate>(candidates: readonly Person[]): Person[] =>
  candidates
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => other.reasons.length - one.reasons.length || (one.turn < other.turn ? -1 : 1))
    .slice(0, MOST);

const lies = (age: number | null, wish: AgeWish | null): boolean =>
  age !== null && wish !== null && wish.from <= age && age <= wish.upTo;

const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.normalize('NFKC') === other.normalize('NFKC');

const shared = <Value>(one: readonly Value[] | null, other: readonly Value[] | null): number =>
  new Set((one ?? []).filter((value) => other?.includes(value) === true)).size;
