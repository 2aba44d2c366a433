import { StaffScreen } from '@/features/review/staff-screen';
import { reportText } from '../../use/use-copy';
import { UseDesk } from '../../use/use-desk';

export default function UseReportPage() {
  return (
    <StaffScreen title={reportText.title}>
      <UseDesk />
    </StaffScreen>
  );
}
