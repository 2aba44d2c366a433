import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { deskText } from '../../desk/desk-copy';
import { EventDeskBoard } from '../../desk/event-desk';
import { eventIdIn } from '../../event-address';

export default function EventDeskPage() {
  const eventId = eventIdIn(useRouter().params);
  const action = { label: deskText.toEvents, onPress: () => replaceWith('eventsDesk') };
  return (
    <StaffScreen title={deskText.title}>
      {eventId === null ? (
        <Empty title={deskText.unknown} about={deskText.unknownAbout} action={action} />
      ) : (
        <EventDeskBoard key={eventId} eventId={eventId} />
      )}
    </StaffScreen>
  );
}
