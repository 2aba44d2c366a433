import { useRouter } from '@tarojs/taro';

import { go } from '@/routes';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { eventIdIn } from '../../event-address';
import { HostBoard } from '../../host/host-board';
import { hostText } from '../../host/host-copy';
import { eventGone } from '../../staff-words';

/** On the phone of whoever receives people at an event, or on a screen beside the door. It opens without a network, too. */
export default function HostPage() {
  const eventId = eventIdIn(useRouter().params);
  return (
    <Screen title={hostText.title} staff>
      {eventId === null ? (
        <Empty title={eventGone} action={{ label: hostText.toEvents, onPress: () => go('events') }} />
      ) : (
        <HostBoard key={eventId} eventId={eventId} />
      )}
    </Screen>
  );
}
