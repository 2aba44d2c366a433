import { StaffScreen } from '@/features/review/staff-screen';
import { Skeleton } from '@/ui/skeleton';

export default function EventDeskPage() {
  return (
    <StaffScreen title="活动工作台">
      <Skeleton />
    </StaffScreen>
  );
}
