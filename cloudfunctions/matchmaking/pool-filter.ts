import type { InputFor } from '../../types/contracts';
import type { MatchCard } from '../../types/match-proposal';

/** What a matchmaker looks for in the pool. */
export type PoolWish = Pick<
  InputFor<'matchmaking.searchPool'>,
  'gender' | 'ageFrom' | 'ageUpTo' | 'interests' | 'text'
>;

/**
 * Whether somebody stated all that is looked for. Asked of the card as the studio may read it, so that words that wait
 * to be looked at are not searched, nor whom somebody would like to meet, children, or how they are reached.
 */
export const fitsWish = (card: MatchCard, wish: PoolWish): boolean =>
  (wish.gender === null || card.gender === wish.gender) &&
  (wish.ageFrom === null || (card.age !== null && card.age >= wish.ageFrom)) &&
  (wish.ageUpTo === null || (card.age !== null && card.age <= wish.ageUpTo)) &&
  wish.interests.every((interest) => card.facts.interests?.includes(interest) === true) &&
  (wish.text === null || holds(card, wish.text));

const holds = ({ calledName, facts }: MatchCard, text: string): boolean => {
  const wanted = asCompared(text);
  return [calledName, facts.street, facts.hometown, facts.about, facts.hopes].some(
    (words) => words !== null && asCompared(words).includes(wanted),
  );
};

/** Width and case of letters do not count. */
const asCompared = (text: string): string => text.normalize('NFKC').toLowerCase();
