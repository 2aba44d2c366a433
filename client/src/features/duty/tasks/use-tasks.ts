import type { StationId } from '@contract/ids';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { useQuestion } from '@/use-question';
import { claimRefusals, listTasksRefusals } from './tasks-copy';

/** What is to be done at a station. */
export function useTasks(stationId: StationId) {
  const { question, refresh } = useQuestion('duty.listTasks', { stationId }, listTasksRefusals);
  return { question, onChanged: () => void refresh() };
}

/** Says that one will see to a task, or no longer will. What was refused is said, and the list is read anew. */
export function useClaiming(stationId: StationId, onChanged: () => void) {
  const { step, run } = useDeed('duty.claimTask', claimRefusals);
  const say = useSay();
  const onClaim = async (key: Parameters<typeof run>[0]['key'], claim: boolean) => {
    const after = await run({ stationId, key, claim });
    if (after.at === 'refused' || after.at === 'failed') say(after.text);
    onChanged();
  };
  return { busy: step.at === 'sending', onClaim };
}
