import type { EnrolmentView } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { returnReasonWords, sentBackWords } from '../enrol-copy';
import { sentBack } from './enrol-step';
import styles from './sent-back-notice.module.scss';

const at = classes(styles);

/** What the union wants corrected; nothing when nothing was sent back. */
export function SentBackNotice({ view }: { readonly view: Pick<EnrolmentView, 'state' | 'history'> }) {
  const answer = sentBack(view);
  if (answer === null) return null;
  return (
    <View className={at('space')}>
      <Notice tone="warn" title={sentBackWords.title(answer.office)}>
        {answer.reasons.map((reason) => (
          <View key={reason}>{returnReasonWords[reason]}</View>
        ))}
        {answer.note === null ? null : <View>{sentBackWords.note(answer.note)}</View>}
        <View>{sentBackWords.after}</View>
      </Notice>
    </View>
  );
}
