import { TAPS_AT_ONCE } from '@contract/duty-tap';
import type { SmallPhoto, Tapped } from '@contract/duty-tap';
import type { RequestKey } from '@contract/evidence';
import type { EpochMs } from '@contract/time';
import { answered, faulted, freshNote, refusedNote, withNote } from '@/queue/notes';
import type { TapNotes } from './tap-queue';
import { MOST_AT_ONCE, nextTaps, unsentOf } from './tap-queue';

const key = (nth: number): RequestKey => `tap-${String(nth).padStart(18, '0')}` as RequestKey;
const visitor: Tapped = { did: 'visitors', people: 1 };
const clockIn: Tapped = { did: 'clock-in', code: 'r.ABCD', place: null };
const photo = { did: 'incident', kind: 'damage', words: '', photo: '/9j/AAAA' as SmallPhoto } as const;

const queueOf = (...taps: readonly Tapped[]): TapNotes =>
  taps.reduce<TapNotes>((notes, wish, nth) => withNote(notes, freshNote(key(nth), wish, nth as EpochMs)), []);
const keysOf = (notes: TapNotes) => notes.map(({ noteId }) => noteId);
const failing = (notes: TapNotes, nth: number, times: number): TapNotes =>
  Array.from({ length: times }).reduce<TapNotes>((before) => faulted(before, key(nth)), notes);

it('sends as many at once as the server takes, the oldest first', () => {
  expect(MOST_AT_ONCE).toBe(TAPS_AT_ONCE);
  const queue = queueOf(clockIn, ...Array.from({ length: 30 }, () => visitor));
  expect(keysOf(nextTaps(queue))).toEqual(Array.from({ length: 25 }, (_, nth) => key(nth)));
});

it('sends one photo a call', () => {
  const queue = queueOf(visitor, photo, visitor, photo, visitor);
  expect(keysOf(nextTaps(queue))).toEqual([key(0), key(1), key(2)]);
});

it('sends nothing that was refused', () => {
  const queue = refusedNote(queueOf(clockIn, visitor), key(0), 'too-far');
  expect(keysOf(nextTaps(queue))).toEqual([key(1)]);
  expect(nextTaps(answered(queue, key(1)))).toEqual([]);
});

it('sends the oldest alone after the server failed, to find out which it fails over', () => {
  expect(keysOf(nextTaps(failing(queueOf(clockIn, visitor), 0, 1)))).toEqual([key(0)]);
});

it('lets the others go before a report over which the server fails again and again', () => {
  const queue = failing(queueOf(photo, visitor, visitor), 0, 3);
  expect(keysOf(nextTaps(queue))).toEqual([key(1), key(2)]);
  expect(keysOf(nextTaps(answered(answered(queue, key(1)), key(2))))).toEqual([key(0)]);
});

it('never lets anything overtake clocking in, since all else hangs on it', () => {
  expect(keysOf(nextTaps(failing(queueOf(clockIn, visitor), 0, 9)))).toEqual([key(0)]);
});

it('knows what of a kind only this phone knows', () => {
  expect(unsentOf(queueOf(clockIn, visitor, visitor), 'visitors')).toHaveLength(2);
});
