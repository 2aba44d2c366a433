import { agree } from '../../types/result';
import { eventAtHand } from './at-hand';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { formOf } from './written-event';

/** Two round trips. */
export const showForm: Handler<'showForm'> = async ({ eventId }, { standing }) => {
  const found = await eventAtHand(eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  const holders = Object.values(event.live.holders);
  const taken = event.quotas.map(({ group }) => ({
    group,
    people: holders.reduce((sum, holder) => sum + (holder.group === group ? holder.people : 0), 0),
  }));
  const { state, revision, seriesId } = event;
  return agree({ eventId, state, revision, form: formOf(event), seriesId, taken });
};
