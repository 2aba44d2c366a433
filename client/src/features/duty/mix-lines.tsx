import type { Mix } from '@contract/duty-hours';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { evidenceAbouts, evidenceName, minutesText } from './duty-words';
import styles from './mix-lines.module.scss';

const at = classes(styles);

export type MixLinesProps = {
  readonly mix: Mix;
  /** With a sentence of what each is worth: for whoever reads it for the first time. */
  readonly explained?: boolean | undefined;
};

/** What hours rest on: in words, with a bar for the share. What is assumed counts in no share. */
export function MixLines({ mix, explained = false }: MixLinesProps) {
  const counted = mix.reduce((sum, { evidence, minutes }) => sum + (evidence === 'assumed' ? 0 : minutes), 0);
  return (
    <Part role="list">
      {mix.map(({ evidence, minutes }) => {
        const isCounted = evidence !== 'assumed';
        const share = isCounted && counted > 0 ? Math.max(2, Math.round((minutes / counted) * 100)) : 0;
        return (
          <Part key={evidence} className={at('line')} role="listitem">
            <View className={at('words')}>
              <View className={at('name')}>{evidenceName(evidence)}</View>
              <View className={at('minutes')}>{minutesText(minutes)}</View>
            </View>
            {isCounted ? (
              <Part className={at('track')} unspoken>
                <View className={at('bar')} style={{ width: `${share}%` }} />
              </Part>
            ) : null}
            {explained ? <View className={at('about')}>{evidenceAbouts[evidence]}</View> : null}
          </Part>
        );
      })}
    </Part>
  );
}
