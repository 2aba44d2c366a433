import type { EventId } from '@contract/ids';
import type { EpochMs } from '@contract/time';
import type { RequestKey } from '@contract/evidence';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { shownCode } from '@/features/station/visit/shown-code';
import { whenBackOnline } from '@/platform/back-online';
import { canScan, scan } from '@/platform/device';
import { drawRequestKey } from '@/request-key';
import { useSay } from '@/ui/toast';
import type { DoorQueue, DoorWish } from './door-queue';
import { freshNote, readAway, waitingFor, waitingNotes, withNote } from './door-queue';
import { changeQueue, listenToQueues, readQueue } from './door-store';
import { hostText } from './host-copy';
import type { Outcome, Sent } from './send-notes';
import { sendNotes } from './send-notes';

/** What waits is tried again this often while the page is open. Milliseconds. */
const RETRY_MS = 15_000;
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
  const read = useCallback(() => readQueue(eventId), [eventId]);
  const queue = useSyncExternalStore(listenToQueues, read, read);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [last, setLast] = useState<RequestKey | null>(null);
  const [standing, setStanding] = useState<Sent | { readonly at: 'sending' }>({ at: 'all' });
  const [notKept, setNotKept] = useState(false);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const say = useSay();
  const scanning = useRef(false);
  const told = useRef(onSent);
  told.current = onSent;
  const waits = waitingNotes(queue).length > 0;

  const onSend = useCallback(() => {
    if (waitingNotes(readQueue(eventId)).length === 0) return;
    setStanding({ at: 'sending' });
    let isHeard = false;
    const heard = (outcome: Outcome) => {
      isHeard = true;
      setOutcomes((before) => [outcome, ...before].slice(0, SHOWN));
    };
    void sendNotes(eventId, heard).then((sent) => {
      setStanding(sent);
      // Nobody was heard on a dead line, and to ask who is there would only say so once more.
      if (isHeard || sent.at === 'all') told.current();
      // Written down while the last one was under way.
      if (sent.at === 'all' && waitingNotes(readQueue(eventId)).length > 0) onSend();
    });
  }, [eventId]);

  useEffect(onSend, [onSend]);
  useDidShow(onSend);
  useEffect(() => whenBackOnline(onSend), [onSend]);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(onSend, RETRY_MS);
    return () => clearInterval(timer);
  }, [waits, onSend]);

  const writeDown = (wish: DoorWish): void => {
    const before = waitingFor(readQueue(eventId), wish);
    if (before !== null) {
      setLast(before.noteId);
      say(hostText.notedBefore);
      onSend();
      return;
    }
    const note = freshNote(drawRequestKey(), wish, serverNow());
    const isKept = changeQueue(eventId, (notes) => withNote(notes, note));
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
    sending: standing.at === 'sending',
    stopped: standing.at === 'stopped' && waits ? standing.text : null,
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
    onReadAway: (noteId) => void changeQueue(eventId, (notes) => readAway(notes, noteId)),
  };
}
