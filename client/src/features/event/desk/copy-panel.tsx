import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import { useCopying } from './use-copying';

const at = classes(styles);
const words = deskText.copy;

/** The same again, some days later. */
export function CopyPanel({ eventId }: { readonly eventId: EventId }) {
  const { step, days, problem, onDays, onCopy } = useCopying(eventId);
  return (
    <Panel title={words.title}>
      <View className={at('about')}>{words.about}</View>
      <TextField
        kind="digits"
        label={words.days}
        hint={words.daysHint}
        maxLength={4}
        value={days}
        problem={problem}
        onChange={onDays}
      />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={onCopy}>
          {words.send}
        </Button>
      </View>
    </Panel>
  );
}
