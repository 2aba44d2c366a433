import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { eventIdIn } from '../../event-address';
import { registrantsText } from '../../registrants/registrants-copy';
import { RegistrantsList } from '../../registrants/registrants-list';
import { eventGone } from '../../staff-words';

export default function RegistrantsPage() {
  const eventId = eventIdIn(useRouter().params);
  const action = { label: registrantsText.toEvents, onPress: () => replaceWith('eventsDesk') };
  return (
    <StaffScreen title={registrantsText.title}>
      {eventId === null ? (
        <Empty title={eventGone} action={action} />
      ) : (
        <RegistrantsList key={eventId} eventId={eventId} />
      )}
    </StaffScreen>
  );
}
