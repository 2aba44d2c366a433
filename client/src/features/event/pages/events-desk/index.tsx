import { StaffScreen } from '@/features/review/staff-screen';
import { manageText } from '../../manage/manage-copy';
import { ManageDesk } from '../../manage/manage-desk';

export default function EventsDeskPage() {
  return (
    <StaffScreen title={manageText.title}>
      <ManageDesk />
    </StaffScreen>
  );
}
