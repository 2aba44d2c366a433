import type { RefusalOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import type { OwnRegistration } from '../../types/event-view';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { applicantOf, inDraw, withPlace } from './applicant';
import { notNow } from './eligibility';
import { keepRow } from './keep-row';
import { isHidden } from './lifecycle';
import { ownView, positionOf } from './own-view';
import { isInPairs } from './pairs';
import type { Allowance } from './allowance';
import { givesPlaces } from './passing-decision';
import { passOn } from './passing-on';
import type { EventRecord, Holder } from './records';
import { events } from './records';
import { isLivingState, standsNow, step } from './registration';
import type { Registration } from './registration-records';
import { registrationId, registrations } from './registration-records';
import { outPurge } from './retention';
import type { Handler } from './scene';
import { claim, comeBack } from './seat-acts';

type Answer = Result<OwnRegistration, RefusalOf<typeof eventContract.register>>;

/** What a call may spend on places: its contract, less what it takes to know who somebody is. */
const TRIPS = 9;
/** Where places go pair by pair: nobody has tried to take one before joining the list. */
const TRIPS_IN_PAIRS = 12;

/** Three round trips for almost everybody: the event, the place, the row; or the event, the row, those before one. */
export const register: Handler<'register'> = async (input, { now, personId }) => {
  const event = await events.get(input.eventId);
  if (event === null || isHidden(event)) return refuse('event-not-found');
  const allowance = { trips: isInPairs(event) ? TRIPS_IN_PAIRS : TRIPS };
  const applicant = await applicantOf(event, input, personId, now);
  if (!applicant.ok) return (await heardBefore(event, input.requestKey, personId, now)) ?? applicant;
  const row = applicant.value;
  if (event.places === 'draw') return answerFor(await keepRow(inDraw(row)), event, row.claim, now);
  const seat = await takeSeat(event, row, now, allowance);
  if ('answer' in seat) return seat.answer;
  return seat.holder === null
    ? joinLine(seat.event, row, now, allowance)
    : keepSeat(seat.event, row, seat.holder, now, allowance);
};

/** A retry that comes too late is told what became of the first: it was in time. */
async function heardBefore(
  event: EventRecord,
  requestKey: string,
  personId: Registration['personId'],
  now: EpochMs,
): Promise<Answer | null> {
  const row = await registrations.get(registrationId(event._id, personId));
  return row === null || row.claim !== requestKey ? null : show(row, event, now);
}

type Seat =
  | { readonly event: EventRecord; readonly holder: Holder | null }
  /** There is a registration already. */
  | { readonly answer: Answer };

const TRIES = 3;

/** A place for somebody new, or the one that an earlier call of theirs took before it died. */
async function takeSeat(read: EventRecord, row: Registration, now: EpochMs, allowance: Allowance): Promise<Seat> {
  let event = read;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const held = event.live.holders[row.personId];
    if (held !== undefined) {
      const outcome = await takeUp(event, row, held, now, allowance);
      if (outcome !== 'try-again') return outcome;
    } else {
      const group = isLineEmpty(event) ? firstFree(event, row) : null;
      if (group === null) return { event, holder: null };
      const unit = { personId: row.personId, claim: row.claim, group, people: row.people };
      const { filter, change } = claim(event, unit, now);
      allowance.trips -= 1;
      if ((await events.update(filter, change)) === 'updated')
        return { event, holder: { group, people: row.people, claim: row.claim, at: now, until: null } };
    }
    allowance.trips -= 1;
    event = (await events.get(event._id)) ?? event;
    const ended = notNow(event, null, now);
    if (ended !== null) return { answer: refuse(ended) };
  }
  return { event, holder: null };
}

/**
 * Families that wait beside free places have been counted: then newcomers join the list behind them. Where places go pair
 * by pair everybody joins the list, and finds whom they lack there.
 */
const isLineEmpty = (event: EventRecord): boolean =>
  !isInPairs(event) && event.live.keptFor === null && Object.keys(event.live.skips).length === 0;

const firstFree = ({ live }: EventRecord, { groups, people }: Registration): Registration['groups'][number] | null =>
  groups.find((group) => (live.free[group] ?? 0) >= people) ?? null;

/** There is a place in this person's name: of a living registration, of one that ended, or of a call that died. */
async function takeUp(
  event: EventRecord,
  row: Registration,
  held: Holder,
  now: EpochMs,
  allowance: Allowance,
): Promise<Seat | 'try-again'> {
  allowance.trips -= 2;
  const found = await registrations.get(row._id);
  if (found?.claim === held.claim) {
    if (isLivingState(standsNow(found, held, now).state))
      return { answer: await answerFor({ row: found, isNew: false }, event, row.claim, now) };
    // It ended, and the place was not given on: that comes first. In pairs it is only freed here: whoever joins the list
    // looks themselves whom free places go to.
    const releases = [{ personId: row.personId, holder: held, only: 'always' as const }];
    const forGifts = isInPairs(event) ? { trips: 0 } : allowance;
    await passOn(event, { releases, left: [], taker: null }, now, forGifts);
    return 'try-again';
  }
  if (held.people !== row.people || !row.groups.includes(held.group))
    throw new Contended('Another call of this person is under way, or died less than two minutes ago.');
  const { filter, change } = comeBack(event, row.personId, held, now);
  return (await events.update(filter, change)) === 'updated' ? { event, holder: held } : 'try-again';
}

/** The row gains the place. If there is a living row of another claim, the place goes back. */
async function keepSeat(
  event: EventRecord,
  row: Registration,
  holder: Holder,
  now: EpochMs,
  allowance: Allowance,
): Promise<Answer> {
  allowance.trips -= 1;
  const kept = await keepRow(withPlace(row, holder.group, holder.claim));
  const isOurs = kept.row.claim === holder.claim;
  if (!isOurs || !isLivingState(standsNow(kept.row, holder, now).state)) {
    const releases = [{ personId: row.personId, holder, only: 'always' as const }];
    await passOn(event, { releases, left: [], taker: null }, now, allowance);
  }
  if (!isOurs) return refuse('already-registered');
  return show(kept.row, event, now, holder);
}

/** The end of the list; and a place at once, if one became free meanwhile. */
async function joinLine(event: EventRecord, row: Registration, now: EpochMs, allowance: Allowance): Promise<Answer> {
  allowance.trips -= 2;
  const kept = await keepRow(row);
  if (kept.row.claim !== row.claim) return refuse('already-registered');
  // Whoever comes back had a row, which was read and changed.
  if (kept.row.revision > 1) allowance.trips -= 2;
  const position = await positionOf(kept.row, event);
  // Whoever frees a place sees those who wait before one. The first, and whoever is passed by families, looks again; where
  // places go pair by pair everybody does, for the first of each side may be on the way at the same time.
  const isSeen = position !== null && position > 1 && event.family === null && !isInPairs(event);
  if (position === null || isSeen) return show(kept.row, event, now, null, position);
  allowance.trips -= 1;
  const again = (await events.get(event._id)) ?? event;
  if (!kept.row.groups.some((group) => Object.hasOwn(again.live.places, group))) return takenOff(kept.row, again, now);
  const held = again.live.holders[row.personId] ?? null;
  if (held !== null || !givesPlaces(again, now) || !Object.values(again.live.free).some((free) => free > 0))
    return show(kept.row, again, now, held, position);
  const passing = { releases: [], left: [], taker: row.personId };
  const { taken, seen } = await passOn(again, passing, now, allowance);
  if (taken === null) return show(kept.row, seen, now, seen.live.holders[row.personId] ?? null, position);
  return show({ ...kept.row, state: 'confirmed', group: taken.group }, again, now, null);
}

/** The form was changed while they were on their way: nobody waits for places that are no more. */
async function takenOff(row: Registration, event: EventRecord, now: EpochMs): Promise<Answer> {
  const { filter, change } = step(row, 'cancel', now, { purgeAt: outPurge(event) });
  await registrations.update(filter, change);
  return refuse('no-quota-for-you');
}

/** The same request hears the same; another one, that there is a registration already. */
async function answerFor(
  { row, isNew }: { readonly row: Registration; readonly isNew: boolean },
  event: EventRecord,
  requestKey: string,
  now: EpochMs,
): Promise<Answer> {
  if (!isNew && row.claim !== requestKey) return refuse('already-registered');
  return show(row, event, now);
}

async function show(
  row: Registration,
  event: EventRecord,
  now: EpochMs,
  holder: Holder | null = event.live.holders[row.personId] ?? null,
  counted: number | null = null,
): Promise<Answer> {
  const position = counted ?? (holder === null ? await positionOf(row, event) : null);
  return agree(ownView(row, event, { holder, position, attended: [], now }));
}
