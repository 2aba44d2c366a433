import type { EpochMs } from '@contract/time';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useConfirm } from '@/ui/confirm';
import { leaveWords, words } from './membership-copy';

export type Leaving = {
  readonly step: DeedStepFor<'member.leave'>;
  /** When one left, once one has. */
  readonly leftAt: EpochMs | null;
  readonly onLeave: (unionName: string) => void;
};

/** Leaving the union: said once plainly, asked once, done. */
export function useLeaving(refresh: () => Promise<void>): Leaving {
  const { step, run } = useDeed('member.leave', leaveWords);
  const ask = useConfirm();
  const onLeave = async (unionName: string) => {
    if (!(await ask({ ...words.leave.ask(unionName), danger: true }))) return;
    const after = await run({ understood: true });
    if (after.at === 'refused') await refresh();
  };
  return {
    step,
    leftAt: step.at === 'done' ? step.value.leftAt : null,
    onLeave: (unionName) => void onLeave(unionName),
  };
}
