import { StaffScreen } from '@/features/review/staff-screen';
import { Skeleton } from '@/ui/skeleton';

export default function EditEventPage() {
  return (
    <StaffScreen title="编辑活动">
      <Skeleton />
    </StaffScreen>
  );
}
