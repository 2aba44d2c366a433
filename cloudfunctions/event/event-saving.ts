import type { UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import type { Standing } from '../member/standing';
import type { Change, Filter } from '../runtime/filter';
import type { EventRecord, HistoryLine } from './records';
import { events } from './records';
import { ORGANISERS } from './scene';

type Act = HistoryLine['act'];

/** A line of an event's history, in the name of a union whose role reaches it. */
export const lineBy = (standing: Standing, scope: readonly UnionId[], act: Act, at: EpochMs): HistoryLine => ({
  at,
  by: standing.name,
  office: standing.officeFor(scope, ORGANISERS),
  act,
});

/** A line of what nobody did but time. */
export const lineOfClock = (act: Act, at: EpochMs): HistoryLine => ({ at, by: '', office: '', act });

/** An act on the places that must happen in the same update or not at all; seat-acts.ts makes them. */
export type PlacesAct = { readonly filter: Filter; readonly change: Change };

/** What is written beside the form: to the history, to everybody, to the places. */
export type Beside = {
  readonly history: readonly HistoryLine[];
  readonly tellings?: EventRecord['tellings'];
  readonly places?: PlacesAct;
  readonly at: EpochMs;
};

/**
 * Stores an event if nobody saved it since it was read; places move on meanwhile. The turn rises, so that a sweep
 * under way does not put its old plan for the next look over this one. One round trip.
 *
 * @returns null when somebody was quicker, or the places no longer are as `beside.places` needs them
 */
export async function saveEvent(
  before: EventRecord,
  after: EventRecord,
  { history, tellings = [], places, at }: Beside,
): Promise<EventRecord | null> {
  const revision = before.revision + 1;
  const sweepAt = after.state === 'draft' ? NEVER : at;
  // Whoever reads that it is off need not read before that it moved.
  const isOff = after.state === 'cancelled';
  const outcome = await events.update(
    { ...places?.filter, _id: before._id, revision: before.revision },
    {
      set: {
        ...places?.change.set,
        ...changedFields(before, after),
        ...(isOff ? { tellings } : {}),
        revision,
        sweepAt,
      },
      increase: { ...places?.change.increase, 'live.turn': 1 },
      append: { history, ...(isOff || tellings.length === 0 ? {} : { tellings }) },
      ...(places?.change.remove === undefined ? {} : { remove: places.change.remove }),
    },
  );
  if (outcome !== 'updated') return null;
  return {
    ...after,
    revision,
    sweepAt,
    history: [...before.history, ...history],
    tellings: [...(isOff ? [] : before.tellings), ...tellings],
    live: { ...before.live, turn: before.live.turn + 1 },
  };
}

/** Parts that others write path by path, or that grow by appending. */
const besideTheForm: readonly string[] = ['_id', 'revision', 'live', 'sweepAt', 'history', 'tellings', 'messages'];

const changedFields = (before: EventRecord, after: EventRecord): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => !besideTheForm.includes(field) && !sameValue(value, before[field as keyof EventRecord]),
    ),
  );

/** Stored values are plain, and each schema gives its keys one order. */
export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
