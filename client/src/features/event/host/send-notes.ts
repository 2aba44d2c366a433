import type { AnswerFor } from '@contract/contracts';
import type { EventId } from '@contract/ids';
import { faultText, refusalText } from '@/answer-words';
import { call, networkFault } from '@/cloud';
import type { ValueFor } from '@/use-question';
import type { Note } from './door-queue';
import { answered, faulted, nextToSend, refusedNote, tried } from './door-queue';
import { changeQueue, readQueue } from './door-store';

/** What the server answered to a note. */
export type Outcome =
  | { readonly note: Note; readonly of: 'guest'; readonly value: ValueFor<'event.admitGuest'> }
  | { readonly note: Note; readonly of: 'walk-in'; readonly value: ValueFor<'event.countWalkIn'> };

/** Why it stopped: nothing is left, or it has to wait. */
export type Sent = { readonly at: 'all' } | { readonly at: 'stopped'; readonly text: string };

/** They say something about the moment and nothing about the note, which waits. */
const passing: readonly string[] = ['busy', 'action-unknown', 'sign-in-needed'];

const underWay = new Map<EventId, Promise<Sent>>();

/** Sends what waits at the door of an event, one after the other, oldest first; asked while it sends, it is the same sending. */
export function sendNotes(eventId: EventId, tell: (outcome: Outcome) => void): Promise<Sent> {
  const before = underWay.get(eventId);
  if (before !== undefined) return before;
  const sending = sendAll(eventId, tell).finally(() => underWay.delete(eventId));
  underWay.set(eventId, sending);
  return sending;
}

async function sendAll(eventId: EventId, tell: (outcome: Outcome) => void): Promise<Sent> {
  for (let note = nextToSend(readQueue(eventId)); note !== null; note = nextToSend(readQueue(eventId))) {
    const { noteId } = note;
    changeQueue(eventId, (queue) => tried(queue, noteId));
    const stopped = await sendOne(eventId, note, tell);
    if (stopped !== null) return { at: 'stopped', text: stopped };
  }
  return { at: 'all' };
}

/** @returns why the others must wait, or null */
async function sendOne(eventId: EventId, note: Note, tell: (outcome: Outcome) => void): Promise<string | null> {
  const { noteId, wish, at } = note;
  const answer: AnswerFor<'event.admitGuest'> | AnswerFor<'event.countWalkIn'> =
    wish.kind === 'guest'
      ? await call('event.admitGuest', { eventId, code: wish.code, at })
      : await call('event.countWalkIn', { eventId, requestKey: noteId, people: wish.people, at });
  if (answer.ok) {
    changeQueue(eventId, (queue) => answered(queue, noteId));
    const { value } = answer;
    tell('lot' in value ? { note, of: 'guest', value } : { note, of: 'walk-in', value });
    return null;
  }
  if ('fault' in answer) {
    if (answer.fault !== networkFault) changeQueue(eventId, (queue) => faulted(queue, noteId));
    return faultText(answer.fault);
  }
  if (passing.includes(answer.refusal)) return refusalText(answer.refusal);
  changeQueue(eventId, (queue) => refusedNote(queue, noteId, answer.refusal));
  return null;
}
