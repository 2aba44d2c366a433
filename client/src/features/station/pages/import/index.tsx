import { StaffScreen } from '@/features/review/staff-screen';
import { ImportDesk } from '../../import/import-desk';
import { importText } from '../../import/import-copy';

export default function ImportPage() {
  return (
    <StaffScreen title={importText.title}>
      <ImportDesk />
    </StaffScreen>
  );
}
