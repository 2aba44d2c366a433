import type { RequestKey } from '@contract/evidence';
import type { EpochMs } from '@contract/time';
import fc from 'fast-check';
import {
  answered,
  faulted,
  freshNote,
  nextToSend,
  readAway,
  refusedNote,
  refusedNotes,
  tried,
  waitingNotes,
  withNote,
} from '@/queue/notes';
import type { DoorQueue, DoorWish } from './door-queue';
import { waitingFor, walkInsWaiting } from './door-queue';

const key = (nth: number): RequestKey => `note-${String(nth).padStart(17, '0')}` as RequestKey;
const at = (minute: number): EpochMs => (Date.parse('2026-11-27T12:00:00+08:00') + minute * 60_000) as EpochMs;
const guest = (code: string): DoorWish => ({ kind: 'guest', code });
const walkIn = (people: number): DoorWish => ({ kind: 'walk-in', people });
const queueOf = (...wishes: readonly DoorWish[]): DoorQueue =>
  wishes.reduce<DoorQueue>((queue, wish, nth) => withNote(queue, freshNote(key(nth), wish, at(nth))), []);

it('sends in the order in which people came', () => {
  const queue = queueOf(guest('t.A.1'), walkIn(1), guest('t.B.1'));
  expect(nextToSend(queue)?.noteId).toBe(key(0));
  expect(nextToSend(answered(queue, key(0)))?.noteId).toBe(key(1));
});

it('has nothing to send when everything was answered or refused', () => {
  const queue = queueOf(guest('t.A.1'), guest('t.B.1'));
  expect(nextToSend(refusedNote(answered(queue, key(0)), key(1), 'no-place'))).toBeNull();
});

it('keeps a refused note with its reason until the host has read it', () => {
  const refused = refusedNote(queueOf(guest('t.A.1')), key(0), 'no-place');
  expect(refusedNotes(refused)).toHaveLength(1);
  expect(refusedNotes(refused)[0]?.standing).toEqual({ state: 'refused', refusal: 'no-place' });
  expect(readAway(refused, key(0))).toEqual([]);
});

it('does not throw away what has not been sent', () => {
  const queue = queueOf(guest('t.A.1'));
  expect(readAway(queue, key(0))).toEqual(queue);
});

it('knows a guest whose code was scanned a moment ago, and lets walk-ins be counted again and again', () => {
  const queue = queueOf(guest('t.A.1'), walkIn(1));
  expect(waitingFor(queue, guest('t.A.1'))?.noteId).toBe(key(0));
  expect(waitingFor(queue, guest('t.B.1'))).toBeNull();
  expect(waitingFor(queue, walkIn(1))).toBeNull();
});

it('lets a guest who was refused be scanned again', () => {
  expect(waitingFor(refusedNote(queueOf(guest('t.A.1')), key(0), 'no-place'), guest('t.A.1'))).toBeNull();
});

it('lets the others go first when the server fails over one for the third time', () => {
  let queue = queueOf(guest('t.A.1'), guest('t.B.1'));
  for (const round of [1, 2]) {
    queue = faulted(tried(queue, key(0)), key(0));
    expect([round, nextToSend(queue)?.noteId]).toEqual([round, key(0)]);
  }
  queue = faulted(tried(queue, key(0)), key(0));
  expect(nextToSend(queue)?.noteId).toBe(key(1));
  expect(nextToSend(answered(queue, key(1)))?.noteId).toBe(key(0));
});

it('adds up the walk-ins that only this phone has counted', () => {
  expect(walkInsWaiting(queueOf(walkIn(1), guest('t.A.1'), walkIn(1), walkIn(-1)))).toBe(1);
});

it('brings each note to the server exactly once and in order, however often the line drops', () => {
  const drops = fc.array(fc.constantFrom('arrives', 'lost on the way', 'answer lost'), { maxLength: 80 });
  const wishes = fc.array(fc.constantFrom(walkIn(1), walkIn(-1), guest('t.A.1'), guest('t.B.1')), { maxLength: 12 });
  fc.assert(
    fc.property(wishes, drops, (happened, lines) => {
      let queue = queueOf(...happened);
      const heard: RequestKey[] = [];
      const send = (line: string) => {
        const note = nextToSend(queue);
        if (note === null) return;
        queue = tried(queue, note.noteId);
        // The server counts a key once.
        if (line !== 'lost on the way' && !heard.includes(note.noteId)) heard.push(note.noteId);
        if (line === 'arrives') queue = answered(queue, note.noteId);
      };
      lines.forEach(send);
      expect(waitingNotes(queue).length).toBeGreaterThanOrEqual(happened.length - heard.length);
      happened.forEach(() => send('arrives'));
      expect(queue).toEqual([]);
      expect(heard).toEqual(happened.map((_, nth) => key(nth)));
    }),
  );
});
