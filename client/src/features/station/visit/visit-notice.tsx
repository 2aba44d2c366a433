import { View } from '@tarojs/components';
import { canScan } from '@/platform/device';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import type { CheckIn } from './use-check-in';
import { checkInWayOn, typedWords, visitWords } from './visit-copy';
import styles from './visit.module.scss';

const at = classes(styles);

/** What stands between one and the visit, and the way on; nothing before the first press. */
export function VisitNotice({ checkIn }: { readonly checkIn: CheckIn }) {
  const { step, code, isTyped, onAgain, onScan } = checkIn;
  switch (step.at) {
    case 'idle':
    case 'done':
      return null;
    case 'locating':
    case 'sending':
      return (
        <Panel>
          <View className={at('waiting')}>{step.at === 'sending' ? visitWords.sending : visitWords.locating}</View>
        </Panel>
      );
    case 'no-place':
      return (
        <Notice tone="warn" title={visitWords.noPlace}>
          {visitWords.noPlaceAbout}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="warn" title={step.text} action={{ label: visitWords.again, onPress: onAgain }}>
          {code === null ? null : isTyped ? visitWords.typedKept : visitWords.codeKept}
        </Notice>
      );
    case 'refused': {
      const typed = isTyped ? typedWords[step.refusal] : undefined;
      return (
        <Notice
          tone="warn"
          title={typed?.title ?? step.text}
          action={
            code === null
              ? { label: visitWords.again, onPress: onAgain }
              : canScan && !isTyped
                ? { label: visitWords.scanAgain, onPress: onScan }
                : undefined
          }
        >
          {typed?.wayOn ?? checkInWayOn(step.refusal)}
        </Notice>
      );
    }
  }
}
