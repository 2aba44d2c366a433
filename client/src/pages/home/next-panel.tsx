import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import type { NextStep } from './copy';
import styles from './next-panel.module.scss';

const at = classes(styles);

export type NextPanelProps = {
  readonly step: NextStep;
  /** Who one is here, e.g. the union and the state of the card. */
  readonly about?: string | undefined;
};

/** The one thing to do next, with its button. */
export function NextPanel({ step, about }: NextPanelProps) {
  return (
    <Panel tone="accent" title={step.title}>
      {about === undefined ? null : <View className={at('about')}>{about}</View>}
      <View>{step.text}</View>
      <View className={at('button')}>
        <Button onPress={() => go(step.to)}>{step.button}</Button>
      </View>
      {step.points.length === 0 ? null : (
        <View className={at('points')}>
          {step.points.map((point) => (
            <View key={point} className={at('point')}>
              {point}
            </View>
          ))}
        </View>
      )}
    </Panel>
  );
}
