import type { PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import { badgeKeyOf } from './badge';
import { endedChange } from './ended';
import type { Mixer } from './mixer-records';
import { mixers } from './mixer-records';
import { badgeOf } from './mixer-view';
import { mutualAt } from './mutual-at';
import { proposals } from './proposal-records';
import type { Handler } from './scene';

const TRIES = 2;

/**
 * The badge first, so that no sweep makes a pair of it any more; then what was mutual at this mixer ends for both. What a
 * matchmaker proposed to the same two goes on: it is another yes, which each takes back by itself. Three round trips, and
 * one for each pair. Safe to repeat.
 */
export const leaveMixer: Handler<'leaveMixer'> = async ({ eventId }, { personId }) => {
  let mixer = await mixers.get(eventId);
  if (mixer === null) return refuse('mixer-not-found');
  for (let attempt = 0; badgeOf(mixer, personId) !== null; attempt += 1) {
    if (await giveBack(mixer, personId)) break;
    if (attempt >= TRIES) throw new Contended('A mixer changed each time.');
    mixer = await mixers.get(eventId);
    if (mixer === null) break;
  }
  const mutual = await mutualAt(eventId, personId);
  await Promise.all(
    mutual.map(({ _id, state, revealsAt }) => proposals.update({ _id, state }, endedChange({ state, revealsAt }))),
  );
  return agree({ left: true });
};

/**
 * What was chosen and how they are reached goes, with their name on it. While cards are filled in, a line of the list
 * stays as others have read it, and leads to nobody.
 */
async function giveBack({ _id, state }: Mixer, personId: PersonId): Promise<boolean> {
  const name = state === 'choosing' ? [] : [`names.${badgeKeyOf(personId)}`];
  const outcome = await mixers.update({ _id, state }, { remove: [`badges.${personId}`, ...name] });
  return outcome === 'updated';
}
