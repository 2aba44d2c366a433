import { go } from '@/routes';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { eventWords } from './copy';

export default function EventsPage() {
  return (
    <Screen title={eventWords.title}>
      <Empty
        title={eventWords.soon}
        about={eventWords.soonAbout}
        action={{ label: eventWords.toStations, onPress: () => go('stations') }}
      />
    </Screen>
  );
}
