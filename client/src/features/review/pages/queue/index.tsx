import { QueueDesk } from '../../queue-desk';
import { queueText } from '../../queue-copy';
import { StaffScreen } from '../../staff-screen';

export default function QueuePage() {
  return (
    <StaffScreen title={queueText.title}>
      <QueueDesk />
    </StaffScreen>
  );
}
