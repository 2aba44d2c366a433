import { BenchScreen } from '../../bench/bench-screen';
import { ReportsDesk } from '../../reports/reports-desk';
import { reportsFoot, reportsPhrases } from '../../reports/reports-copy';

export default function ReportsPage() {
  return (
    <BenchScreen title={reportsPhrases.title} foot={reportsFoot}>
      <ReportsDesk />
    </BenchScreen>
  );
}
