import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { Allowance } from './allowance';
import type { Decided, Passing } from './passing-decision';
import { decide } from './passing-decision';
import type { EventRecord, Holder } from './records';
import { events } from './records';
import { step } from './registration';
import { registrations } from './registration-records';
import type { Gift, Release } from './seat-acts';
import { handOver } from './seat-acts';
import type { Given, Waiting } from './waiting-list';

export type Passed = {
  /** Whose places were taken from them by this call. */
  readonly released: readonly PersonId[];
  /** The taker's place, if they got one. */
  readonly taken: Given | null;
  /** The event as it was last read: somebody else may have given the taker a place. */
  readonly seen: EventRecord;
};

/** Somebody else may be quicker; after so many times the places are freed, and the timer gives them on. */
const TRIES = 4;
/** The list, the act, a row, a telling. Round trips. */
const LEAST_TRIPS = 4;

/**
 * Frees places and offers them, and any that are free, to whoever is next: in one act, so that no place is lost between
 * two people. Then their rows follow, and they are told.
 *
 * Where places stay free it looks at the list once more: somebody may have joined it meanwhile.
 *
 * @param event as it was read; may be old
 */
export async function passOn(
  event: EventRecord,
  passing: Passing,
  now: EpochMs,
  allowance: Allowance,
): Promise<Passed> {
  const released: PersonId[] = [];
  let taken: Given | null = null;
  let current: EventRecord | null = event;
  let seen = event;
  let { releases, left } = passing;
  for (let tries = 0; current !== null && tries < TRIES && allowance.trips >= LEAST_TRIPS;) {
    const decided = await decide(current, { ...passing, releases, left }, now, allowance);
    if (decided === null) return { released, taken, seen };
    const { filter, change } = handOver(current, decided.wish, now);
    allowance.trips -= 1;
    const isDone = (await events.update(filter, change)) === 'updated';
    let lost: Release[] = [];
    if (isDone) {
      released.push(...releases.map(({ personId }) => personId));
      lost = await follow(current, decided, passing.taker, now, allowance);
      const own = decided.given.find(({ unit }) => unit.personId === passing.taker) ?? null;
      if (own !== null && !lost.some(({ personId }) => personId === own.unit.personId)) taken = own;
      if (lost.length === 0 && !decided.isAnyFree) return { released, taken, seen };
      left = [];
    } else tries += 1;
    allowance.trips -= 1;
    current = await events.get(event._id);
    seen = current ?? seen;
    releases = (isDone ? lost : releases).filter((release) => stillHolds(current, release));
  }
  if (current !== null) released.push(...(await freeOnly(current, releases, now)));
  return { released, taken, seen };
}

/**
 * Rows follow their places, the taker's first, as many as there are round trips. Whoever left the list meanwhile has none:
 * their places are to be given on again.
 */
async function follow(
  event: EventRecord,
  { given, wish: { gifts } }: Decided,
  taker: PersonId | null,
  now: EpochMs,
  allowance: Allowance,
): Promise<Release[]> {
  // They are told before their rows say so: after a crash in between the timer does both again, and a notice is one.
  const absent = gifts.filter(({ personId }) => personId !== taker);
  if (absent.length > 0) {
    allowance.trips -= 1;
    await tell(
      absent.map(({ personId, claim, until }) => ({
        to: personId,
        kind: until === null ? ('place-given' as const) : ('place-offered' as const),
        once: `${event._id}:${claim}`,
        at: now,
        subject: event.title,
        eventId: event._id,
        when: until ?? event.startsAt,
        words: null,
      })),
    );
  }
  const some = given
    .map((one, nth) => ({ ...one, gift: gifts[nth] }))
    .sort((one, other) => Number(other.unit.personId === taker) - Number(one.unit.personId === taker))
    .slice(0, Math.max(0, allowance.trips));
  allowance.trips -= some.length;
  const followed = await Promise.all(
    some.map(async ({ unit, group, gift }) => {
      const until = gift?.until ?? null;
      const name = until === null ? 'register' : 'offer';
      const { filter, change } = step({ ...unit, state: 'waiting' }, name, now, { group, until });
      return (await registrations.update(filter, change)) === 'updated' || (await hasFollowed(unit, allowance));
    }),
  );
  return some
    .flatMap(({ gift }, nth) => (gift === undefined || followed[nth] === true ? [] : [gift]))
    .map((gift) => ({ personId: gift.personId, holder: holderBy(gift, now), only: 'always' as const }));
}

/** The timer may have been quicker with the same row. */
async function hasFollowed({ _id, claim }: Waiting, allowance: Allowance): Promise<boolean> {
  allowance.trips -= 1;
  const row = await registrations.get(_id);
  return row !== null && row.claim === claim && (row.state === 'offered' || row.state === 'confirmed');
}

const holderBy = ({ group, people, claim, until }: Gift, at: EpochMs): Holder => ({ group, people, claim, at, until });

/** Whether a release is still to be made: an offer may have been taken, and somebody may have come back. */
function stillHolds(event: EventRecord | null, { personId, holder, only }: Release): boolean {
  const found = event?.live.holders[personId];
  if (found === undefined || found.claim !== holder.claim) return false;
  if (only === 'ended') return found.until !== null;
  return only === 'always' || found.at === holder.at;
}

/** Nothing but that they leave: nobody can stand in the way of that. */
async function freeOnly(event: EventRecord, releases: readonly Release[], now: EpochMs): Promise<PersonId[]> {
  const freed: PersonId[] = [];
  for (const release of releases) {
    const { filter, change } = handOver(
      event,
      { releases: [release], gifts: [], passedOver: new Map(), uncounted: [], keptFor: event.live.keptFor },
      now,
    );
    if ((await events.update(filter, change)) === 'updated') freed.push(release.personId);
  }
  return freed;
}
