import type { MatchFact, SeenBy } from '../../types/match-kind';
import type { MatchFacts } from '../../types/match-profile';
import type { MatchCard } from '../../types/match-proposal';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { Profile, Said } from './profile-records';

/** Whose eyes a card is for. `self` reads everything, words that wait to be looked at among it. */
export type Audience = SeenBy | 'self';

/** Which marks let a fact through: what is for whoever is proposed is for the studio as well. */
const letsThrough: Readonly<Record<Audience, readonly SeenBy[]>> = {
  self: ['studio', 'proposal', 'mutual'],
  studio: ['studio', 'proposal', 'mutual'],
  proposal: ['proposal'],
  mutual: ['proposal', 'mutual'],
};

/** Years by the calendar: somebody is as old as their year, whatever the day. */
export const ageIn = (birthYear: number, now: EpochMs): number => Number(shanghaiDay(now).slice(0, 4)) - birthYear;

/**
 * Somebody as these eyes may read them: what they marked for it, less what waits to be looked at, less what the
 * matchmaker leaves out. Whom they would like to meet, their wish for children and how they are reached are in no card.
 */
export function cardOf(
  profile: Pick<Profile, 'held' | 'hasPhoto' | 'stamp'>,
  { form }: Said,
  audience: Audience,
  now: EpochMs,
  hides: readonly MatchFact[] = [],
): MatchCard {
  const isHeld = (field: string): boolean => audience !== 'self' && (profile.held as readonly string[]).includes(field);
  const shown = <Fact extends MatchFact>(fact: Fact): NonNullable<MatchFacts[Fact]>['value'] | null => {
    const stated = form.facts[fact];
    if (stated === null || isHeld(fact) || hides.includes(fact)) return null;
    return letsThrough[audience].includes(stated.seenBy) ? stated.value : null;
  };
  const born = shown('age');
  return {
    // Empty while nobody has looked at it: whoever shows a card has words for that.
    calledName: isHeld('calledName') ? '' : form.calledName,
    gender: form.gender,
    age: born === null ? null : ageIn(born, now),
    facts: {
      street: shown('street'),
      hometown: shown('hometown'),
      occupation: shown('occupation'),
      shift: shown('shift'),
      restDays: shown('restDays'),
      interests: shown('interests'),
      smokes: shown('smokes'),
      history: shown('history'),
      hasChildren: shown('hasChildren'),
      about: shown('about'),
      hopes: shown('hopes'),
      ages: shown('ages'),
    },
    hasPhoto: profile.hasPhoto && !isHeld('photo'),
    isStamped: profile.stamp !== null,
  };
}
