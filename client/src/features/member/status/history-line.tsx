import type { EnrolmentEvent } from '@contract/enrolment';
import { RejectReason } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Heading, Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { returnReasons } from '../enrol/enrol-step';
import { returnReasonWords } from '../enrol-copy';
import { historyWords, rejectReasonWords, statusWords } from '../status-copy';
import styles from './history-line.module.scss';

const at = classes(styles);

/** What happened, the latest first. */
export function HistoryLine({ history }: { readonly history: readonly EnrolmentEvent[] }) {
  if (history.length === 0) return null;
  return (
    <View className={at('history')}>
      <Heading level={2} className={at('title')}>
        {statusWords.history}
      </Heading>
      <Part role="list" className={at('events')} label={statusWords.history}>
        {[...history].reverse().map((event, place) => (
          <Part key={`${event.at}:${event.step}`} role="listitem" className={at('event', place === 0 && 'latest')}>
            <View className={at('what')}>{historyWords[event.step]}</View>
            <View className={at('when')}>
              <View>{momentText(event.at)}</View>
              {event.office === null ? null : <View>{event.office}</View>}
            </View>
            {reasonsOf(event).map((reason) => (
              <View key={reason}>{reason}</View>
            ))}
            {event.note === null ? null : <View>{statusWords.note(event.note)}</View>}
          </Part>
        ))}
      </Part>
    </View>
  );
}

function reasonsOf(event: EnrolmentEvent): readonly string[] {
  if (event.step === 'return') return returnReasons(event).map((reason) => returnReasonWords[reason]);
  const refusal = RejectReason.safeParse(event.reasons[0]);
  return event.step === 'refuse' && refusal.success ? [rejectReasonWords[refusal.data].reason] : [];
}
