import type { EventViewer } from '../../types/event-view';
import type { EventId, PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { standingOf } from '../member/standing';
import { attendedBy } from './attendance';
import { notNow, quotasFor } from './eligibility';
import { doorsHaveOpened } from './door-times';
import { detailOf } from './event-detail';
import { isHidden } from './lifecycle';
import { mustWait } from './one-at-a-time';
import { ownView, positionOf } from './own-view';
import type { EventRecord } from './records';
import { events } from './records';
import { isLivingState } from './registration';
import type { Registration } from './registration-records';
import { registrationId, registrations } from './registration-records';
import type { Handler } from './scene';
import { HOSTS, ORGANISERS } from './scene';
import type { Facts } from './slip';
import { factsOf, writeSlip } from './slip';

/**
 * An event to whoever looks. Everything that its id and the viewer's tell is asked at once: two round trips for a
 * visitor, and what one's own registration needs beside it in a second wave.
 */
export const show: Handler<'show'> = async ({ eventId }, { now, personId }) => {
  const [event, waiting, viewer] = await Promise.all([
    events.get(eventId),
    registrations.count({ eventId, state: 'waiting' }),
    personId === null ? null : whoLooks(eventId, personId, now),
  ]);
  if (event === null || !isShownTo(event, viewer)) return refuse('event-not-found');
  return agree({
    event: detailOf(event, waiting),
    viewer: viewer === null ? stranger(event, now) : await viewerOf(event, viewer, now),
  });
};

type Viewer = {
  readonly personId: PersonId;
  readonly row: Registration | null;
  readonly facts: Facts;
  readonly name: string | null;
  readonly standing: Awaited<ReturnType<typeof standingOf>>;
};

/** Four round trips at once. */
async function whoLooks(eventId: EventId, personId: PersonId, now: EpochMs): Promise<Viewer> {
  const [row, { facts, name }, standing] = await Promise.all([
    registrations.get(registrationId(eventId, personId)),
    factsOf(personId, now),
    standingOf(personId, now),
  ]);
  return { personId, row, facts, name, standing };
}

/** A draft, called off or not, is there for those who write it, and for nobody else. */
const isShownTo = (event: EventRecord, viewer: Viewer | null): boolean =>
  !isHidden(event) || viewer?.standing.covers(event.scope, ORGANISERS) === true;

const stranger = (event: EventRecord, now: EpochMs): EventViewer => ({
  notNow: notNow(event, null, now) ?? 'sign-in-needed',
  quotas: [],
  name: null,
  missedLately: 0,
  slip: null,
  own: null,
  isStaff: false,
});

async function viewerOf(event: EventRecord, viewer: Viewer, now: EpochMs): Promise<EventViewer> {
  const { personId, row, facts, name, standing } = viewer;
  const isIn = row !== null && isLivingState(row.state);
  const hindrance = notNow(event, facts, now);
  const [own, isBusy] = await Promise.all([
    row === null ? null : ownOf(event, row, now),
    hindrance === null && !isIn && mustWait(personId, event._id, facts.missed, now),
  ]);
  return {
    notNow: isBusy ? 'one-at-a-time' : hindrance,
    quotas: quotasFor(event, facts),
    name,
    missedLately: facts.missed,
    slip: event.state === 'published' ? writeSlip(event, personId, facts, now) : null,
    own,
    isStaff: standing.covers(event.scope, HOSTS),
  };
}

/** One round trip at most: where they stand for those who wait, the sessions that they came to for those with a place. */
async function ownOf(event: EventRecord, row: Registration, now: EpochMs): Promise<EventViewer['own']> {
  const holder = event.live.holders[row.personId] ?? null;
  const isWaiting = row.state === 'waiting' && holder === null;
  const position = isWaiting ? await positionOf(row, event) : null;
  const attended = await attendedBy(
    row.personId,
    !isWaiting && isLivingState(row.state) && doorsHaveOpened(event, now) ? [event] : [],
  );
  return ownView(row, event, { holder, position, attended: attended.get(event._id) ?? [], now });
}
