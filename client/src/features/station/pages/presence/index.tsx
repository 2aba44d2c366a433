import { useRouter } from '@tarojs/taro';
import { Asked } from '@/ui/asked';
import { Notice } from '@/ui/notice';
import { Screen } from '@/ui/screen';
import { PresenceBoard } from '../../presence/presence-board';
import { presenceRefusals, presenceWords } from '../../presence/presence-copy';
import { usePresence } from '../../presence/use-presence';
import { stationIdIn } from '../../station-address';

/** On the phone of whoever is on duty, or on a screen at the station. */
export default function PresencePage() {
  const stationId = stationIdIn(useRouter().params);
  const { question, shown, onAgain } = usePresence(stationId);
  return (
    <Screen title={presenceWords.title} staff>
      {stationId === null ? (
        <Notice tone="info">{presenceRefusals['station-not-found']}</Notice>
      ) : (
        <Asked question={question} skeletonRows={4}>
          {({ name }) => <PresenceBoard name={name} shown={shown} onAgain={onAgain} />}
        </Asked>
      )}
    </Screen>
  );
}
