import { agree, refuse } from '../../types/result';
import { numberOf } from './badge';
import { mixers } from './mixer-records';
import { isChoosing } from './mixer-times';
import { badgeOf } from './mixer-view';
import type { Handler } from './scene';
import { sealedChoices } from './sealed-choices';

/**
 * Replaces one's own card and reads nobody else's. Two round trips, whatever anybody chose. A number that somebody gave
 * back can be chosen as any other: nobody may learn from a refusal who left.
 */
export const saveChoices: Handler<'saveChoices'> = async ({ eventId, numbers }, { now, personId }) => {
  const mixer = await mixers.get(eventId);
  if (mixer === null) return refuse('mixer-not-found');
  if (badgeOf(mixer, personId) === null) return refuse('no-badge');
  if (!isChoosing(mixer, now)) return refuse('not-choosing');
  const choices = [...new Set(numbers)].sort((one, other) => one - other);
  if (choices.some((number) => number > mixer.people.length)) return refuse('number-unknown');
  if (choices.includes(numberOf(mixer, personId) ?? 0)) return refuse('own-number');
  const card = `badges.${personId}.choices`;
  const outcome = await mixers.update(
    { _id: eventId, state: 'choosing', isClosed: false, [card]: { exists: true } },
    { set: { [card]: sealedChoices(eventId, personId, choices) } },
  );
  // Cards ended in this very moment, or they left on another phone: either way none is taken any more.
  return outcome === 'updated' ? agree({ choices }) : refuse('not-choosing');
};
