import type { AnswerFor } from '@contract/contracts';
import type { EventId } from '@contract/ids';
import { faultText, refusalText } from '@/answer-words';
import { call, networkFault } from '@/cloud';
import { answered, faulted, nextToSend, refusedNote, tried } from '@/queue/notes';
import type { Sent } from '@/queue/sending';
import { isPassing, onePerMatter } from '@/queue/sending';
import type { ValueFor } from '@/use-question';
import type { DoorNote } from './door-queue';
import { doorStore } from './door-store';

/** What the server answered to a note. */
export type Outcome =
  | { readonly note: DoorNote; readonly of: 'guest'; readonly value: ValueFor<'event.admitGuest'> }
  | { readonly note: DoorNote; readonly of: 'walk-in'; readonly value: ValueFor<'event.countWalkIn'> };

const oneSending = onePerMatter();

/** Sends what waits at the door of an event, one after the other, oldest first. */
export const sendNotes = (eventId: EventId, tell: (outcome: Outcome) => void): Promise<Sent> =>
  oneSending(eventId, () => sendAll(eventId, tell));

async function sendAll(eventId: EventId, tell: (outcome: Outcome) => void): Promise<Sent> {
  const { read, change } = doorStore;
  for (let note = nextToSend(read(eventId)); note !== null; note = nextToSend(read(eventId))) {
    const { noteId } = note;
    change(eventId, (queue) => tried(queue, noteId));
    const stopped = await sendOne(eventId, note, tell);
    if (stopped !== null) return { at: 'stopped', text: stopped };
  }
  return { at: 'all' };
}

/** @returns why the others must wait, or null */
async function sendOne(eventId: EventId, note: DoorNote, tell: (outcome: Outcome) => void): Promise<string | null> {
  const { noteId, wish, at } = note;
  const answer: AnswerFor<'event.admitGuest'> | AnswerFor<'event.countWalkIn'> =
    wish.kind === 'guest'
      ? await call('event.admitGuest', { eventId, code: wish.code, at })
      : await call('event.countWalkIn', { eventId, requestKey: noteId, people: wish.people, at });
  if (answer.ok) {
    doorStore.change(eventId, (queue) => answered(queue, noteId));
    const { value } = answer;
    tell('lot' in value ? { note, of: 'guest', value } : { note, of: 'walk-in', value });
    return null;
  }
  if ('fault' in answer) {
    if (answer.fault !== networkFault) doorStore.change(eventId, (queue) => faulted(queue, noteId));
    return faultText(answer.fault);
  }
  if (isPassing(answer.refusal)) return refusalText(answer.refusal);
  doorStore.change(eventId, (queue) => refusedNote(queue, noteId, answer.refusal));
  return null;
}
