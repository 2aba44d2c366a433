import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { leaveRefusals, ownPhrases } from './volunteer-copy';

/** Stops being a volunteer. The book of hours stays. */
export function useLeaving(onDone: () => void) {
  const { step, run } = useDeed('duty.leaveVolunteering', leaveRefusals);
  const confirm = useConfirm();
  const say = useSay();
  const onLeave = async () => {
    const { leaveAsk: title, leaveText: text, leaveYes: yes, leaveNo: no } = ownPhrases;
    if (!(await confirm({ title, text, yes, no, danger: true }))) return;
    const after = await run({});
    if (after.at !== 'done') return;
    say(ownPhrases.left);
    onDone();
  };
  return { step, onLeave: () => void onLeave() };
}
