import { momentText } from '@/calendar-words';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import type { ValueFor } from '@/use-question';
import { answerTones, answerWords, answeredBy, ownReportWords } from './own-report-copy';

const words = ownReportWords;

/** "It is open" is nobody's case: only "it is locked" waits for an answer. */
const unanswered = { locked: words.waiting, open: words.noted } as const;

export type OwnReportRowsProps = { readonly reports: ValueFor<'station.listOwnReports'>['reports'] };

/** Each report with what became of it, the newest first. */
export const OwnReportRows = ({ reports }: OwnReportRowsProps) => (
  <Rows>
    {reports.map(({ stationId, name, says, at, answer }) => (
      <Row
        key={`${stationId}:${at}`}
        title={answer === null ? unanswered[says] : answerWords(answer)}
        about={[
          name,
          `${momentText(at)} ${says === 'locked' ? words.saidLocked : words.saidOpen}`,
          answer === null ? null : answeredBy(answer),
        ]
          .filter(Boolean)
          .join('，')}
        tone={answer === null ? 'plain' : answerTones[answer.answer]}
        onPress={() => go('station', { id: stationId })}
      />
    ))}
  </Rows>
);
