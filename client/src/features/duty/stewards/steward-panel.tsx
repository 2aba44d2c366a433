import { View } from '@tarojs/components';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import type { ValueFor } from '@/use-question';
import { stewardPhrases as words, stewardWords } from './stewards-copy';
import styles from './stewards.module.scss';
import { useOffering } from './use-offering';

const at = classes(styles);

export type StewardPanelProps = {
  readonly one: ValueFor<'duty.listStewardships'>['stewardships'][number];
  readonly onChanged: () => void;
};

/** A station that one looks after: what is to be done there. */
export function StewardPanel({ one, onChanged }: StewardPanelProps) {
  const { step, onStop } = useOffering(onChanged);
  const { stationId, stationName, state, tasks, closed } = one;
  const isTheirs = state === 'accepted';
  return (
    <Panel title={stationName}>
      <Tag tone={stewardWords[state].tone}>{stewardWords[state].text}</Tag>
      {isTheirs ? <View className={at('text')}>{words.tasks(tasks)}</View> : null}
      {closed > 0 ? <View className={at('text')}>{words.closed(closed)}</View> : null}
      <DeedNotice step={step} />
      {isTheirs ? (
        <View className={at('button')}>
          <Button label={words.toTasksOf(stationName)} onPress={() => go('dutyTasks', { id: stationId })}>
            {words.toTasks}
          </Button>
        </View>
      ) : null}
      {isTheirs || state === 'asked' ? (
        <View className={at('button')}>
          <Button
            kind="quiet"
            busy={step.at === 'sending'}
            label={words.stopOf(stationName)}
            onPress={() => void onStop(one)}
          >
            {isTheirs ? words.stop : words.withdraw}
          </Button>
        </View>
      ) : null}
    </Panel>
  );
}
