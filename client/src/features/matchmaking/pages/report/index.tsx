import { useRouter } from '@tarojs/taro';
import { reportIdIn } from '../../bench/bench-address';
import { BenchScreen } from '../../bench/bench-screen';
import { UnknownReport } from '../../reports/unknown-report';
import { ReportDesk } from '../../reports/report-desk';
import { reportPhrases, reportsFoot } from '../../reports/reports-copy';

export default function ReportPage() {
  const reportId = reportIdIn(useRouter().params);
  return (
    <BenchScreen title={reportPhrases.title} foot={reportsFoot}>
      {reportId === null ? <UnknownReport /> : <ReportDesk reportId={reportId} />}
    </BenchScreen>
  );
}
