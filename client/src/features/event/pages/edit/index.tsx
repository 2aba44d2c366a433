import { useRouter } from '@tarojs/taro';
import { StaffScreen } from '@/features/review/staff-screen';
import { eventIdIn } from '../../event-address';
import { EventEditor, NewEvent } from '../../form/event-editor';
import { formText } from '../../form/form-copy';

/** An event's form; without an id in the address, that of a new one. */
export default function EditEventPage() {
  const eventId = eventIdIn(useRouter().params);
  return (
    <StaffScreen title={eventId === null ? formText.newTitle : formText.editTitle}>
      {eventId === null ? <NewEvent /> : <EventEditor key={eventId} eventId={eventId} />}
    </StaffScreen>
  );
}
