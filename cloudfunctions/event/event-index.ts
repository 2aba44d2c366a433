import type { EventForm } from '../../types/event-form';
import type { EventState } from '../../types/event-kind';
import type { EventId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { EventRecord } from './records';

type Derived = 'startsAt' | 'endsAt' | 'tags' | 'listKey' | 'phase';
export type Unindexed = Omit<EventRecord, Derived>;

/** What queries find an event by; made anew whenever its form or its state is saved. */
export function indexed(event: Unindexed): EventRecord {
  const { startsAt, endsAt } = spanOf(event);
  return {
    ...event,
    startsAt,
    endsAt,
    tags: isListed(event.state) ? tagsOf(event) : [],
    listKey: listKeyOf(startsAt, event._id),
    phase: phases[event.state],
  };
}

/** From the first beginning to the last end. */
export function spanOf({ sessions }: Pick<EventForm, 'sessions'>): {
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
} {
  return {
    startsAt: EpochMs.parse(Math.min(...sessions.map((session) => session.startsAt))),
    endsAt: EpochMs.parse(Math.max(...sessions.map((session) => session.endsAt))),
  };
}

/** Sorts as text in the order of time. */
export const listKeyOf = (startsAt: EpochMs, id: EventId | ''): string => `${String(startsAt).padStart(15, '0')}:${id}`;

/** The instant that a list's key begins with. */
export const instantOf = (listKey: string): EpochMs => EpochMs.parse(Number(listKey.slice(0, 15)));

/** Whether people find it in lists; whoever has its address may look at it from its publication on. */
export const isListed = (state: EventState): boolean => state === 'published' || state === 'closed';

const phases: Readonly<Record<EventState, EventRecord['phase']>> = {
  draft: 'drafts',
  published: 'to-come',
  closed: 'to-come',
  held: 'over',
  archived: 'over',
  cancelled: 'over',
};

const tagsOf = ({ kind, street, stationId, programme }: Unindexed): string[] => [
  'all',
  `kind:${kind}`,
  `street:${street}`,
  `station:${stationId}`,
  ...(programme === null ? [] : [`programme:${programme}`]),
];
