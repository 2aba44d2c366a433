import type { DutyRole } from '@contract/duty-kind';
import type { RequestKey } from '@contract/evidence';
import type { ShiftId } from '@contract/ids';
import { useRef } from 'react';
import { drawRequestKey } from '@/request-key';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { shiftPhrases, takeRefusals } from './shift-copy';

/** Takes a place. One wish has one key until it is heard: a second press, or a retry over a bad line, takes nothing twice. */
export function useTaking(shiftId: ShiftId, onDone: () => void) {
  const { step, run } = useDeed('duty.take', takeRefusals);
  const say = useSay();
  const wish = useRef<{ readonly role: DutyRole; readonly key: RequestKey } | null>(null);
  const onTake = async (role: DutyRole) => {
    if (wish.current?.role !== role) wish.current = { role, key: drawRequestKey() };
    const after = await run({ shiftId, role, requestKey: wish.current.key });
    if (after.at === 'failed') return;
    wish.current = null;
    if (after.at !== 'done') return;
    say(shiftPhrases.taken);
    onDone();
  };
  return { step, onTake: (role: DutyRole) => void onTake(role) };
}
export type Taking = ReturnType<typeof useTaking>;
