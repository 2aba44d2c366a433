import type { ShiftId } from '@contract/ids';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { shiftPhrases, standByRefusals, stepInRefusals } from './shift-copy';

/** In case somebody does not come: be ready, no longer be, or come. */
export function useStandingBy(shiftId: ShiftId, onDone: () => void) {
  const standing = useDeed('duty.standBy', standByRefusals);
  const stepping = useDeed('duty.stepIn', stepInRefusals);
  const say = useSay();
  const onReady = async (ready: boolean) => {
    const after = await standing.run({ shiftId, ready });
    if (after.at !== 'done') return;
    say(ready ? shiftPhrases.stoodBy : shiftPhrases.stoodDown);
    onDone();
  };
  const onStepIn = async () => {
    const after = await stepping.run({ shiftId });
    if (after.at !== 'done') return;
    say(shiftPhrases.steppedIn);
    onDone();
  };
  return {
    standing: standing.step,
    stepping: stepping.step,
    onReady: (ready: boolean) => void onReady(ready),
    onStepIn: () => void onStepIn(),
  };
}
export type StandingBy = ReturnType<typeof useStandingBy>;
