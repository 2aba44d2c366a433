import { View } from '@tarojs/components';
import { Heading, Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import type { ValueFor } from '@/use-question';
import { clockText, statusWords } from '../status-words';
import { evidenceWords, visitWords } from './visit-copy';
import styles from './visit.module.scss';

const at = classes(styles);

export type VisitResultProps = { readonly visit: ValueFor<'station.checkIn'>; readonly now: number };

/** Counted, where, and by what was shown; or that it was counted before. */
export function VisitResult({ visit, now }: VisitResultProps) {
  const { name, evidence, isNew, visitedAt, status } = visit;
  const { short, reason } = statusWords(status, now);
  return (
    <Part className={at('answer')} role="status">
      <Part className={at('mark')} unspoken>
        ✓
      </Part>
      <Heading level={2} className={at('word')}>
        {isNew ? visitWords.counted : visitWords.countedBefore}
      </Heading>
      <View className={at('station')}>{name}</View>
      <View className={at('evidence')}>
        {isNew ? evidenceWords[evidence] : visitWords.countedBeforeAbout(clockText(visitedAt))}
      </View>
      <View className={at('evidence')}>{[short, reason].filter(Boolean).join(' · ')}</View>
    </Part>
  );
}
