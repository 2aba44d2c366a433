import type { DutyRole } from '@contract/duty-kind';
import type { ShiftId } from '@contract/ids';
import { useState } from 'react';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { releaseRefusals, shiftPhrases } from './shift-copy';

/** Gives one's place back. It stays known what it was, so that second thoughts are one tap away. */
export function useReleasing(shiftId: ShiftId, onDone: () => void) {
  const { step, run } = useDeed('duty.release', releaseRefusals);
  const [given, setGiven] = useState<DutyRole | null>(null);
  const confirm = useConfirm();
  const say = useSay();
  const onRelease = async (role: DutyRole) => {
    const { releaseAsk: title, releaseText: text, release: yes, releaseNo: no } = shiftPhrases;
    if (!(await confirm({ title, text, yes, no, danger: true }))) return;
    const after = await run({ shiftId });
    if (after.at !== 'done') return;
    setGiven(role);
    say(shiftPhrases.released);
    onDone();
  };
  return { step, given, onRelease: (role: DutyRole) => void onRelease(role) };
}
export type Releasing = ReturnType<typeof useReleasing>;
