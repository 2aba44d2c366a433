import type { ReportRow } from '@contract/match-safety';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import { reportReasonNames, reportStateWords } from '../match-states';
import { listRefusals, reportsPhrases as words } from './reports-copy';

const at = classes(styles);

/** Reports of the studios of one's unions: those that wait, and those that were decided. */
export function ReportsDesk() {
  const { question } = useQuestion('matchmaking.listReports', {}, listRefusals);
  return (
    <Asked question={question} skeletonRows={4}>
      {({ open, decided }) =>
        open.length + decided.length === 0 ? (
          <Empty title={words.none} about={words.noneAbout} />
        ) : (
          <View>
            {open.length === 0 ? <View className={at('lead')}>{words.noneOpen}</View> : null}
            <ReportRows label={words.open} reports={open} />
            <ReportRows label={words.decided} reports={decided} />
          </View>
        )
      }
    </Asked>
  );
}

function ReportRows({ label, reports }: { readonly label: string; readonly reports: readonly ReportRow[] }) {
  if (reports.length === 0) return null;
  return (
    <Rows label={label}>
      {reports.map(({ reportId, reason, studioName, state, at: reportedAt }) => (
        <Row
          key={reportId}
          title={reportReasonNames[reason]}
          about={words.at(studioName, momentText(reportedAt))}
          value={state === 'open' ? undefined : reportStateWords[state].text}
          onPress={() => go('matchReport', { id: reportId })}
        />
      ))}
    </Rows>
  );
}
