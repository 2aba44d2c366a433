import type { EnrolmentView } from '@contract/enrolment';
import { RejectReason } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { lastOf } from '../enrol/enrol-step';
import { callHotline } from '../hotline';
import { rejectReasonWords, stateWords, statusWords } from '../status-copy';
import styles from './status-body.module.scss';

const at = classes(styles);

/** Why not, in plain words, and what one can do now. */
export function RefusedPanel({ view }: { readonly view: EnrolmentView }) {
  const event = lastOf(view.history, 'refuse');
  const known = RejectReason.safeParse(event?.reasons[0]);
  const reason = known.success ? known.data : 'other';
  const words = rejectReasonWords[reason];
  return (
    <Panel tone="warn" title={stateWords.refused.title}>
      <View>{words.reason}</View>
      {event?.note == null ? null : <View className={at('note')}>{statusWords.note(event.note)}</View>}
      <View className={at('lead')}>{statusWords.wayOnTitle}</View>
      <View>{words.wayOn}</View>
      <View>{statusWords.doubt}</View>
      <View className={at('button')}>
        {reason === 'member-elsewhere' ? (
          <Button onPress={() => go('membership')}>{statusWords.transfer}</Button>
        ) : (
          <Button onPress={() => go('enrol')}>{statusWords.toEnrol.again}</Button>
        )}
      </View>
      <View className={at('next')}>
        <Button kind="secondary" onPress={callHotline}>
          {statusWords.call}
        </Button>
      </View>
    </Panel>
  );
}
