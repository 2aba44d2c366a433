import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { Addressees, Letter, Messaging } from './use-messaging';

const at = classes(styles);
const words = deskText.message;
const all: readonly Addressees[] = ['confirmed', 'waiting', 'everybody'];

/** What those who registered ought to hear. */
export function MessagePanel({ messaging }: { readonly messaging: Messaging }) {
  const { letter, onLetter } = messaging;
  return (
    <Panel title={words.title}>
      <View className={at('about')}>{words.about}</View>
      {letter === null ? (
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => onLetter({ to: 'confirmed', text: '' })}>
            {words.start}
          </Button>
        </View>
      ) : (
        <LetterForm letter={letter} messaging={messaging} />
      )}
    </Panel>
  );
}

function LetterForm({ letter, messaging }: { readonly letter: Letter; readonly messaging: Messaging }) {
  const { step, problem, onLetter, onSend } = messaging;
  return (
    <View>
      <Choices
        label={words.to}
        options={all.map((value) => ({ value, label: words[value] }))}
        value={letter.to}
        onChange={(to) => onLetter({ ...letter, to })}
      />
      <TextArea
        label={words.text}
        maxLength={200}
        value={letter.text}
        problem={problem}
        onChange={(text) => onLetter({ ...letter, text })}
      />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={onSend}>
            {words.send}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => onLetter(null)}>
            {words.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
