import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { EventDesk } from './use-event-desk';
import type { Lifecycle } from './use-lifecycle';

const at = classes(styles);
const words = deskText.acts;

/** What becomes of an event: published, closed, called off. */
export function LifecyclePanel({ desk: { may }, life }: { readonly desk: EventDesk; readonly life: Lifecycle }) {
  if (!may.publish && !may.close && !may.cancel) return null;
  const { publishing, closing, callingOff, reason, onPublish, onClose, onReason } = life;
  return (
    <Panel title={words.title}>
      {may.publish ? <View className={at('about')}>{words.publishAbout}</View> : null}
      <DeedNotice step={publishing} />
      <DeedNotice step={closing} />
      <DeedNotice step={callingOff} />
      <View className={at('acts')}>
        {may.publish ? (
          <View className={at('act')}>
            <Button busy={publishing.at === 'sending'} onPress={onPublish}>
              {words.publish}
            </Button>
          </View>
        ) : null}
        {may.close ? (
          <View className={at('act')}>
            <Button kind="secondary" busy={closing.at === 'sending'} onPress={onClose}>
              {words.close}
            </Button>
          </View>
        ) : null}
        {may.cancel && reason === null ? (
          <View className={at('act')}>
            <Button kind="secondary" onPress={() => onReason('')}>
              {words.callOff}
            </Button>
          </View>
        ) : null}
      </View>
      {may.cancel && reason !== null ? <CallOffForm reason={reason} life={life} /> : null}
    </Panel>
  );
}

function CallOffForm({ reason, life }: { readonly reason: string; readonly life: Lifecycle }) {
  const { callingOff, problem, onReason, onCallOff } = life;
  return (
    <View className={at('form')}>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        maxLength={200}
        value={reason}
        problem={problem}
        onChange={onReason}
      />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button kind="danger" busy={callingOff.at === 'sending'} onPress={onCallOff}>
            {words.callOffSend}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={() => onReason(null)}>
            {words.callOffBack}
          </Button>
        </View>
      </View>
    </View>
  );
}
