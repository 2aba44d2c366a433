import { StaffScreen } from '@/features/review/staff-screen';
import { OwnDesk } from '../../own/own-desk';
import { ownText } from '../../own/own-copy';

export default function OwnStationsPage() {
  return (
    <StaffScreen title={ownText.title}>
      <OwnDesk />
    </StaffScreen>
  );
}
