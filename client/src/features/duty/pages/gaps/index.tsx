import { StaffScreen } from '@/features/review/staff-screen';
import { gapsPhrases } from '../../gaps/gaps-copy';
import { GapsList } from '../../gaps/gaps-list';

export default function GapsPage() {
  return (
    <StaffScreen title={gapsPhrases.title}>
      <GapsList />
    </StaffScreen>
  );
}
