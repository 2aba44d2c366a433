import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import { mixers } from './mixer-records';
import { guestsOf, tellOfCards } from './mixer-news';
import { isChoosing, isEndOfCards } from './mixer-times';
import type { Handler } from './scene';
import { studioAtBench } from './studio-at-bench';

/** Among fewer a choice would hardly be one's own secret. */
const LEAST_BADGES = 4;
const TRIES = 2;

/** Seven round trips. Another instant may be named as long as cards are filled in; all hear of it. */
export const openCards: Handler<'openCards'> = async ({ studioId, eventId, until }, { now, standing }) => {
  const studio = await studioAtBench(standing, studioId, now);
  if (!studio.ok) return studio;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const mixer = await mixers.get(eventId);
    if (mixer?.studioId !== studioId) return refuse('mixer-not-found');
    // Sent again after an answer that was lost.
    if (mixer.state === 'choosing' && mixer.choosesUntil === until)
      return agree({ state: mixer.state, choosesUntil: until });
    if (mixer.state !== 'badges' && !isChoosing(mixer, now)) return refuse('told-already');
    // Asked once: later it would say that somebody left.
    if (mixer.state === 'badges' && guestsOf(mixer).length < LEAST_BADGES) return refuse('too-few');
    if (!isEndOfCards(mixer, until, now)) return refuse('until-wrong');
    // Due at once until everybody has been told: a call that dies here is made good by the timer.
    const change = { state: 'choosing', choosesUntil: until, told: [], dueAt: now } as const;
    const { state, choosesUntil } = mixer;
    const outcome = await mixers.update({ _id: eventId, state, choosesUntil, isClosed: false }, { set: change });
    if (outcome !== 'updated') continue;
    await tellOfCards({ ...mixer, choosesUntil: until }, now);
    return agree({ state: change.state, choosesUntil: until });
  }
  throw new Contended('A mixer changed each time.');
};
