import { agree, refuse } from '../../types/result';
import { mixerEvent } from '../event/mixer-guests';
import type { Mixer } from './mixer-records';
import { mixers } from './mixer-records';
import { emptyAt, opening } from './mixer-times';
import type { Handler } from './scene';
import { studioAtBench } from './studio-at-bench';

/** Five round trips. Asking again hears where it stands, with the hours that the event has now. */
export const openMixer: Handler<'openMixer'> = async ({ studioId, eventId }, { now, standing, personId }) => {
  const studio = await studioAtBench(standing, studioId, now);
  if (!studio.ok) return studio;
  const event = await mixerEvent(eventId);
  // An event of another union is its own studio's.
  if (event === null || event.unionId !== studioId || event.state === 'cancelled') return refuse('event-not-found');
  if (event.kind !== 'mixer') return refuse('not-a-mixer');
  const when = opening(event, now);
  if (when !== 'now') return refuse(when);
  const { title, startsAt, endsAt } = event;
  const hours = { title, startsAt, endsAt, dueAt: emptyAt(event) };
  const fresh: Mixer = {
    _id: eventId,
    studioId,
    studioName: studio.value.form.name,
    state: 'badges',
    ...hours,
    choosesUntil: null,
    isClosed: false,
    by: personId,
    byName: standing.name,
    people: [],
    names: {},
    badges: {},
    pairs: null,
    told: [],
    turn: 0,
  };
  if ((await mixers.insert(fresh)) === 'inserted') return agree({ state: fresh.state });
  if ((await mixers.update({ _id: eventId, state: 'badges' }, { set: hours })) === 'updated')
    return agree({ state: fresh.state });
  const stands = await mixers.get(eventId);
  return stands === null ? refuse('too-late') : agree({ state: stands.state });
};
