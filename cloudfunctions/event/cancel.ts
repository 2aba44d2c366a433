import type { OwnRegistration } from '../../types/event-view';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { hasCome } from './attendance';
import { readDetails } from './details';
import { doorsHaveOpened } from './door-times';
import { isHidden } from './lifecycle';
import { ownView } from './own-view';
import type { Allowance } from './allowance';
import { passOn } from './passing-on';
import type { EventRecord } from './records';
import { events } from './records';
import { standsNow, step } from './registration';
import type { Registration } from './registration-records';
import { registrationId, registrations } from './registration-records';
import { nextPurge } from './retention';
import type { Handler } from './scene';
import { leaving } from './seat-acts';

const TRIES = 3;
/** The contract's, less the reading before. */
const TRIPS = 15;

/**
 * The row loses its claim first, then the place is given on: if the call dies between, the timer, which was told to look,
 * gives it on. Twice is once.
 */
export const cancel: Handler<'cancel'> = async ({ eventId, reason }, { now, personId }) => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [event, row] = await Promise.all([events.get(eventId), registrations.get(registrationId(eventId, personId))]);
    if (event === null || isHidden(event)) return refuse('event-not-found');
    if (row === null || row.state === 'lapsed') return refuse('not-registered');
    if (row.state === 'cancelled') return agree(await left(event, row, now, { trips: TRIPS }));
    if (now >= event.startsAt) return refuse('begun-already');
    // Whoever was checked in counts as having come: their place is used.
    if (doorsHaveOpened(event, now) && (await hasCome(eventId, personId))) return refuse('begun-already');
    const { state } = standsNow(row, event.live.holders[personId] ?? null, now);
    const isLate = state === 'confirmed' && now >= event.cancelBy && event.state !== 'cancelled';
    if (isLate && reason === null) return refuse('reason-needed');
    const beside = {
      group: null,
      until: null,
      excuse: reason === null ? null : { reason, words: null, at: now },
      // Whoever does not come leaves less behind.
      purgeAt: nextPurge({ details: readDetails(row), answers: row.answers }, { ...event, isOut: true }),
    };
    if (event.live.holders[personId]?.claim === row.claim) {
      const { filter, change } = leaving(event, now);
      await events.update(filter, change);
    }
    const { filter, change } = step(row, 'cancel', now, beside);
    if ((await registrations.update(filter, change)) !== 'updated') continue;
    return agree(await left(event, { ...row, ...beside, state: 'cancelled' }, now, { trips: TRIPS }));
  }
  throw new Contended('A registration changed each time.');
};

/** The place, the offer, or what was kept for them goes to whoever is next. */
async function left(
  read: EventRecord,
  row: Registration,
  now: EpochMs,
  allowance: Allowance,
): Promise<OwnRegistration> {
  const { personId, claim } = row;
  const isHeld = (event: EventRecord): boolean => event.live.holders[personId]?.claim === claim;
  // Read with the row: a place may have come a moment later, to the claim that is now gone.
  const event = isHeld(read) ? read : ((await events.get(read._id)) ?? read);
  const holder = event.live.holders[personId];
  const releases = holder?.claim === claim ? [{ personId, holder, only: 'always' as const }] : [];
  const wasCounted = Object.hasOwn(event.live.skips, personId) || event.live.keptFor === personId;
  if (releases.length > 0 || wasCounted)
    await passOn(event, { releases, left: wasCounted ? [personId] : [], taker: null }, now, allowance);
  return ownView(row, event, { holder: null, position: null, attended: [], now });
}
