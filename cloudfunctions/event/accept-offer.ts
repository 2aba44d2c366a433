import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import { isHidden } from './lifecycle';
import { ownView } from './own-view';
import { events } from './records';
import { step } from './registration';
import { registrationId, registrations } from './registration-records';
import type { Handler } from './scene';
import { accept } from './seat-acts';

const TRIES = 2;

/** The place is taken first, then the row says so. Twice is once. Four round trips. */
export const acceptOffer: Handler<'acceptOffer'> = async ({ eventId }, { now, personId }) => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [event, row] = await Promise.all([events.get(eventId), registrations.get(registrationId(eventId, personId))]);
    if (event === null || isHidden(event)) return refuse('event-not-found');
    if (row === null || row.state === 'cancelled') return refuse('not-registered');
    const holder = event.live.holders[personId] ?? null;
    const seen = { holder, position: null, attended: [], now };
    if (row.state === 'confirmed') return agree(ownView(row, event, seen));
    if (event.state === 'cancelled') return refuse('cancelled');
    if (row.state === 'lapsed') return refuse('offer-over');
    if (holder === null || holder.claim !== row.claim)
      return refuse(row.state === 'offered' ? 'offer-over' : 'no-offer');
    if (row.state === 'entered') return refuse('no-offer');
    if (holder.until !== null) {
      // An event may have been moved to begin before its offers end.
      if (now >= holder.until || now >= event.startsAt) return refuse('offer-over');
      const { filter, change } = accept(event, personId, holder, now);
      if ((await events.update(filter, change)) !== 'updated') continue;
    }
    const taken = { group: holder.group, until: null };
    const { filter, change } = step(row, row.state === 'offered' ? 'accept' : 'register', now, taken);
    // Cancelled this very moment, or brought in line by the timer: the second look says which.
    if ((await registrations.update(filter, change)) !== 'updated') continue;
    return agree(ownView({ ...row, ...taken, state: 'confirmed' }, event, { ...seen, holder: null }));
  }
  throw new Contended('An offer changed each time.');
};
