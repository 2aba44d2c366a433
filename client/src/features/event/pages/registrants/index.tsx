import { StaffScreen } from '@/features/review/staff-screen';
import { Skeleton } from '@/ui/skeleton';

export default function RegistrantsPage() {
  return (
    <StaffScreen title="报名名单">
      <Skeleton />
    </StaffScreen>
  );
}
