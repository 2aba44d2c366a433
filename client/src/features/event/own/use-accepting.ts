import type { EventId } from '@contract/ids';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { acceptRefusals, ownWords } from './own-copy';

/** Takes the place that is kept. Whatever the answer, how things stand is asked anew. */
export function useAccepting(eventId: EventId, onDone: () => void) {
  const { step, run } = useDeed('event.acceptOffer', acceptRefusals);
  const say = useSay();
  const onAccept = async () => {
    const after = await run({ eventId });
    if (after.at === 'done') say(ownWords.accepted);
    if (after.at !== 'failed') onDone();
  };
  return { step, onAccept: () => void onAccept() };
}
export type Accepting = ReturnType<typeof useAccepting>;
