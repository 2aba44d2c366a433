import type { EventId } from '@contract/ids';
import type { EpochMs } from '@contract/time';
import type { RequestKey } from '@contract/evidence';
import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { shownCode } from '@/features/station/visit/shown-code';
import { canScan, scan } from '@/platform/device';
import { freshNote, readAway, waitingNotes, withNote } from '@/queue/notes';
import type { Sent } from '@/queue/sending';
import { useSending } from '@/queue/use-sending';
import { drawRequestKey } from '@/request-key';
import { useSay } from '@/ui/toast';
import type { DoorQueue, DoorWish } from './door-queue';
import { waitingFor } from './door-queue';
import { doorStore } from './door-store';
import { hostText } from './host-copy';
import type { Outcome } from './send-notes';
import { sendNotes } from './send-notes';

/** So many of the last answers stay on the screen. */
const SHOWN = 20;

export type Door = {
  readonly queue: DoorQueue;
  readonly outcomes: readonly Outcome[];
  /** The last guest, wherever their note has got to. */
  readonly last: RequestKey | null;
  readonly sending: boolean;
  /** Why what waits has not been sent, when it was tried. */
  readonly stopped: string | null;
  /** Nothing was written down: the phone has no room. */
  readonly notKept: boolean;
  readonly code: string;
  readonly problem: string | undefined;
  readonly onCode: (code: string) => void;
  readonly onCheck: () => void;
  readonly onScan: () => void;
  readonly onWalkIn: (people: 1 | -1) => void;
  readonly onSend: () => void;
  readonly onReadAway: (noteId: RequestKey) => void;
};

/**
 * The door of an event: what happens is written down on the phone first, and sent as soon as there is a network.
 *
 * @param serverNow what the server's clock says
 * @param onSent something was sent: the counts have changed
 */
export function useDoor(eventId: EventId, serverNow: () => EpochMs, onSent: () => void): Door {
  const read = useCallback(() => doorStore.read(eventId), [eventId]);
  const queue = useSyncExternalStore(doorStore.listen, read, read);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [last, setLast] = useState<RequestKey | null>(null);
  const [notKept, setNotKept] = useState(false);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const say = useSay();
  const scanning = useRef(false);
  const told = useRef(onSent);
  told.current = onSent;

  const isWaiting = useCallback(() => waitingNotes(doorStore.read(eventId)).length > 0, [eventId]);
  const send = useCallback(async (): Promise<Sent> => {
    const line = { isDead: true };
    const heard = (one: Outcome) => {
      line.isDead = false;
      setOutcomes((before) => [one, ...before].slice(0, SHOWN));
    };
    const sent = await sendNotes(eventId, heard);
    // Nobody was heard on a dead line, and to ask who is there would only say so once more.
    if (!line.isDead || sent.at === 'all') told.current();
    return sent;
  }, [eventId]);
  const { sending, stopped, onSend } = useSending(waitingNotes(queue).length > 0, isWaiting, send);

  const writeDown = (wish: DoorWish): void => {
    const before = waitingFor(doorStore.read(eventId), wish);
    if (before !== null) {
      setLast(before.noteId);
      say(hostText.notedBefore);
      onSend();
      return;
    }
    const note = freshNote<DoorWish>(drawRequestKey(), wish, serverNow());
    const isKept = doorStore.change(eventId, (notes) => withNote(notes, note));
    setNotKept(!isKept);
    if (!isKept) return;
    if (wish.kind === 'guest') setLast(note.noteId);
    onSend();
  };

  const admit = (text: string): void => {
    const shown = shownCode(text);
    setProblem(shown === null ? hostText.codeMissing : undefined);
    if (shown === null) return;
    setCode('');
    writeDown({ kind: 'guest', code: shown });
  };
  const onScan = async () => {
    if (scanning.current || !canScan) return;
    scanning.current = true;
    const text = await scan();
    scanning.current = false;
    if (text !== null) admit(text);
  };

  return {
    queue,
    outcomes,
    last,
    sending,
    stopped,
    notKept,
    code,
    problem,
    onCode: (text) => {
      setProblem(undefined);
      setCode(text);
    },
    onCheck: () => admit(code),
    onScan: () => void onScan(),
    onWalkIn: (people) => writeDown({ kind: 'walk-in', people }),
    onSend,
    onReadAway: (noteId) => void doorStore.change(eventId, (notes) => readAway(notes, noteId)),
  };
}
