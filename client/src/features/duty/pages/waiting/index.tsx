import { StaffScreen } from '@/features/review/staff-screen';
import { waitingPhrases } from '../../waiting/waiting-copy';
import { WaitingDesk } from '../../waiting/waiting-list';

export default function WaitingPage() {
  return (
    <StaffScreen title={waitingPhrases.title}>
      <WaitingDesk />
    </StaffScreen>
  );
}
