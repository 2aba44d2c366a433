import type { DutyPage, TapOutcome } from '@contract/duty-tap';
import type { ShiftId } from '@contract/ids';
import type { EpochMs } from '@contract/time';
import { faultText, refusalText } from '@/answer-words';
import { call, networkFault } from '@/cloud';
import { answered, faulted, refusedNote, tried } from '@/queue/notes';
import type { Sent } from '@/queue/sending';
import { isPassing, onePerMatter } from '@/queue/sending';
import { aheadOfPhone } from '@/queue/server-clock';
import { keepPage, keptPage } from './kept-page';
import type { TapNotes } from './tap-queue';
import { nextTaps } from './tap-queue';
import { tapStore } from './tap-store';

const oneSending = onePerMatter();

/** Sends what was done at a shift and waits, in the order in which it was done. */
export const sendTaps = (shiftId: ShiftId): Promise<Sent> => oneSending(shiftId, () => sendAll(shiftId));

async function sendAll(shiftId: ShiftId): Promise<Sent> {
  for (let taps = nextTaps(tapStore.read(shiftId)); taps.length > 0; taps = nextTaps(tapStore.read(shiftId))) {
    const stopped = await sendSome(shiftId, taps);
    if (stopped !== null) return { at: 'stopped', text: stopped };
  }
  return { at: 'all' };
}

/** @returns why the others must wait, or null */
async function sendSome(shiftId: ShiftId, taps: TapNotes): Promise<string | null> {
  const [first] = taps;
  if (first === undefined) return null;
  tapStore.change(shiftId, (notes) => taps.reduce((kept, { noteId }) => tried(kept, noteId), notes));
  const answer = await call('duty.recordTaps', {
    shiftId,
    phoneNow: Date.now() as EpochMs,
    taps: taps.map(({ noteId, wish, at }) => ({ key: noteId, at, tapped: wish })),
  });
  const failOverFirst = () => tapStore.change(shiftId, (notes) => faulted(notes, first.noteId));
  if (answer.ok) {
    const { outcomes, page, clockOff } = answer.value;
    const isAnswered = taps.every(({ noteId }) => outcomes.some(({ key }) => key === noteId));
    keep(page, clockOff, taps, outcomes);
    tapStore.change(shiftId, (notes) => outcomes.reduce(withOutcome, notes));
    if (isAnswered) return null;
    failOverFirst();
    return faultText('unreadable');
  }
  if ('fault' in answer) {
    if (answer.fault !== networkFault) failOverFirst();
    return faultText(answer.fault);
  }
  const { refusal } = answer;
  if (isPassing(refusal)) return refusalText(refusal);
  if (refusal === 'input-invalid' && taps.length > 1) {
    // One of them cannot be read; sent one by one it shows which.
    tapStore.change(shiftId, (notes) => taps.reduce((kept, { noteId }) => faulted(kept, noteId), notes));
    return null;
  }
  tapStore.change(shiftId, (notes) => taps.reduce((kept, { noteId }) => refusedNote(kept, noteId, refusal), notes));
  return null;
}

const withOutcome = (notes: TapNotes, { key, refusal }: TapOutcome): TapNotes =>
  refusal === null ? answered(notes, key) : refusedNote(notes, key, refusal);

/** What the server says now, and for whom one has vouched: it does not say that again. */
function keep(page: DutyPage, clockOff: number | null, taps: TapNotes, outcomes: readonly TapOutcome[]): void {
  const isTaken = (key: string) => outcomes.some((one) => one.key === key && one.refusal === null);
  const vouched = taps.flatMap(({ noteId, wish }) => (wish.did === 'vouch' && isTaken(noteId) ? [wish.number] : []));
  const before = keptPage(page.shift.shiftId);
  keepPage({
    page,
    aheadMs: aheadOfPhone(page.asOf, Date.now()),
    clockOff,
    vouched: [...(before?.vouched ?? []), ...vouched],
  });
}
