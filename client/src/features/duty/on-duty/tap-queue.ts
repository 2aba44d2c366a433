import type { Tapped } from '@contract/duty-tap';
import type { Note, Notes } from '@/queue/notes';
import { faultsOf, stepsAside, waitingNotes } from '@/queue/notes';

/** What a volunteer did, as the phone wrote it down: `at` is what the phone's own clock showed. */
export type TapNote = Note<Tapped>;
export type TapNotes = Notes<Tapped>;

/** At most so many go in one call: the contract's TAPS_AT_ONCE, which stands beside readers that a phone would have to download. */
export const MOST_AT_ONCE = 25;

/** Nothing else hangs on these: when the server fails over one again and again, the rest need not wait for it. */
const loose: readonly Tapped['did'][] = ['incident', 'handover', 'visitors', 'vouch'];

/**
 * What goes in the next call, in the order in which it was done. At most one photo, so that a call stays small; and one
 * tap alone after the server failed over the first, to find out which it fails over.
 */
export function nextTaps(notes: TapNotes): TapNotes {
  const waiting = waitingNotes(notes);
  const isAside = (note: TapNote) => stepsAside(note) && loose.includes(note.wish.did);
  const willing = waiting.filter((note) => !isAside(note));
  const [first, ...others] = willing.length > 0 ? willing : waiting;
  if (first === undefined) return [];
  if (faultsOf(first) > 0) return [first];
  const batch = [first];
  for (const note of others.slice(0, MOST_AT_ONCE - 1)) {
    if (faultsOf(note) > 0 || (hasPhoto(note) && batch.some(hasPhoto))) break;
    batch.push(note);
  }
  return batch;
}

const hasPhoto = ({ wish }: TapNote): boolean => wish.did === 'incident' && wish.photo !== null;

/** What of it only this phone knows. */
export const unsentOf = (notes: TapNotes, did: Tapped['did']): TapNotes =>
  waitingNotes(notes).filter(({ wish }) => wish.did === did);
