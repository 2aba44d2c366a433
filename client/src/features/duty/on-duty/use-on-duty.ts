import type { DutyPage, Tapped } from '@contract/duty-tap';
import type { RequestKey } from '@contract/evidence';
import type { ShiftId, VolunteerNo } from '@contract/ids';
import type { EpochMs } from '@contract/time';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { freshNote, readAway, waitingNotes, withNote } from '@/queue/notes';
import { aheadOfPhone } from '@/queue/server-clock';
import { useSending } from '@/queue/use-sending';
import { drawRequestKey } from '@/request-key';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';
import { useMinute } from '../use-minute';
import { keepPage, keptPage, listenToKeptPages } from './kept-page';
import { showDutyWords } from './on-duty-copy';
import { sendTaps } from './send-taps';
import type { TapNotes } from './tap-queue';
import { tapStore } from './tap-store';
import { withTaps } from './with-taps';

export type OnDuty = {
  readonly question: Question<DutyPage>;
  /** The last answer with what waits on top; it may be of before this page was opened, and null if there never was one. */
  readonly page: DutyPage | null;
  /** What only this phone knows, and what the server would not take. */
  readonly notes: TapNotes;
  readonly sending: boolean;
  /** Why what waits has not been sent, when it was tried. */
  readonly stopped: string | null;
  /** The last tap was not written down: the phone has no room. */
  readonly notKept: boolean;
  readonly clockOff: number | null;
  /** Colleagues whom one has vouched for, sent or not. */
  readonly vouched: readonly VolunteerNo[];
  /** By the server's clock, as far as it is known. */
  readonly now: number;
  /**
   * Writes down what was done and sends it as soon as there is a network.
   *
   * @param at when, by the phone's clock; now, where nothing is said
   * @returns whether it is written down
   */
  readonly tap: (tapped: Tapped, at?: number) => boolean;
  readonly onSend: () => void;
  readonly onReadAway: (noteId: RequestKey) => void;
};

/** One's own duty at a shift: every tap is written down on the phone first. */
export function useOnDuty(shiftId: ShiftId): OnDuty {
  const { question } = useQuestion('duty.showDuty', { shiftId }, showDutyWords);
  const readNotes = useCallback(() => tapStore.read(shiftId), [shiftId]);
  const notes = useSyncExternalStore(tapStore.listen, readNotes, readNotes);
  const kept = useKept(shiftId, question);
  const [notKept, setNotKept] = useState(false);
  const isWaiting = useCallback(() => waitingNotes(tapStore.read(shiftId)).length > 0, [shiftId]);
  const send = useCallback(() => sendTaps(shiftId), [shiftId]);
  const waiting = waitingNotes(notes);
  const { onSend, ...sending } = useSending(waiting.length > 0, isWaiting, send);
  const phoneNow = useMinute();
  const ahead = kept?.aheadMs ?? 0;

  const tap = (tapped: Tapped, at: number = Date.now()): boolean => {
    const isKept = tapStore.change(shiftId, (before) =>
      withNote(before, freshNote(drawRequestKey(), tapped, at as EpochMs)),
    );
    setNotKept(!isKept);
    if (isKept) onSend();
    return isKept;
  };

  return {
    ...sending,
    question,
    page: kept === null || question.at === 'refused' ? null : withTaps(kept.page, notes, ahead),
    notes,
    notKept,
    clockOff: kept?.clockOff ?? null,
    vouched: [...(kept?.vouched ?? []), ...waiting.flatMap(({ wish }) => (wish.did === 'vouch' ? [wish.number] : []))],
    now: phoneNow + ahead,
    tap,
    onSend,
    onReadAway: (noteId) => void tapStore.change(shiftId, (before) => readAway(before, noteId)),
  };
}

/** The last answer to either question; what was asked while taps were on their way may or may not know of them. */
function useKept(shiftId: ShiftId, question: Question<DutyPage>) {
  const read = useCallback(() => keptPage(shiftId), [shiftId]);
  const kept = useSyncExternalStore(listenToKeptPages, read, read);
  const answer = question.at === 'loaded' ? question.value : null;
  useEffect(() => {
    if (answer === null) return;
    const before = keptPage(shiftId);
    if (before !== null && waitingNotes(tapStore.read(shiftId)).length > 0) return;
    const said = { clockOff: null, vouched: [], ...before };
    keepPage({ ...said, page: answer, aheadMs: aheadOfPhone(answer.asOf, Date.now()) });
  }, [shiftId, answer]);
  if (kept !== null || answer === null) return kept;
  return { page: answer, aheadMs: aheadOfPhone(answer.asOf, Date.now()), clockOff: null, vouched: [] };
}
