import { StaffScreen } from '@/features/review/staff-screen';
import { Skeleton } from '@/ui/skeleton';

export default function EditSeriesPage() {
  return (
    <StaffScreen title="编辑系列活动">
      <Skeleton />
    </StaffScreen>
  );
}
