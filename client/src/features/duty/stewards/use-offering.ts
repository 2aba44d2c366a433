import type { Steward } from '@contract/duty-upkeep';
import type { StationId } from '@contract/ids';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { offerRefusals, stewardPhrases as words } from './stewards-copy';

/** Offers to look after a station, or stops. */
export function useOffering(onChanged: () => void) {
  const { step, run } = useDeed('duty.offerSteward', offerRefusals);
  const confirm = useConfirm();
  const say = useSay();
  const onOffer = async (stationId: StationId, calledName: string) => {
    if ((await run({ stationId, calledName, offer: true })).at !== 'done') return;
    say(words.sent);
    onChanged();
  };
  const onStop = async ({ stationId, stationName, calledName }: Steward) => {
    if (!(await confirm(words.stopAsk(stationName)))) return;
    if ((await run({ stationId, calledName, offer: false })).at !== 'done') return;
    say(words.stopped);
    onChanged();
  };
  return { step, onOffer, onStop };
}
