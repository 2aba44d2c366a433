import { StaffScreen } from '@/features/review/staff-screen';
import { Skeleton } from '@/ui/skeleton';

export default function EventsDeskPage() {
  return (
    <StaffScreen title="活动管理">
      <Skeleton />
    </StaffScreen>
  );
}
