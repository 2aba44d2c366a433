import { RollDesk } from '../../roll-desk';
import { rollText } from '../../roll-copy';
import { StaffScreen } from '../../staff-screen';

export default function RollPage() {
  return (
    <StaffScreen title={rollText.title}>
      <RollDesk />
    </StaffScreen>
  );
}
