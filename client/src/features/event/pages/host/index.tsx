import { StaffScreen } from '@/features/review/staff-screen';
import { Skeleton } from '@/ui/skeleton';

export default function HostPage() {
  return (
    <StaffScreen title="主持签到">
      <Skeleton />
    </StaffScreen>
  );
}
