import { StaffDesk } from '../../staff-desk';
import { staffText } from '../../staff-copy';
import { StaffScreen } from '../../staff-screen';

export default function StaffPage() {
  return (
    <StaffScreen title={staffText.title}>
      <StaffDesk />
    </StaffScreen>
  );
}
